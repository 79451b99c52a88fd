// SPDX-License-Identifier: ISC
#include "events/speech.h"

#include "events/arguments.h"
#include "events/cue.h"
#include "events/quotation.h"

#include <algorithm>
#include <optional>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

/// A quotation of fewer words, away from any verb of saying, is a term rather than speech
/// (judgement, not measured).
constexpr int kMinQuotedWords = 6;

struct Finder {
  const EventLexicon& lexicon;
  const Document& document;
  std::span<const Sentence> sentences;
  std::span<const Tree> trees;
  const MentionIndex& mentions;
};

Speech speech_at(std::uint32_t sentence, WordNumber cue) {
  Speech speech;
  speech.sentence = sentence;
  speech.cue = cue;
  return speech;
}

int word_count(const std::vector<WordRange>& ranges) {
  int n = 0;
  for (const WordRange& r : ranges) n += r.last - r.first + 1;
  return n;
}

bool is_trim(const Word& word) {
  return word.upos == Upos::PUNCT;
}

/// Cuts punctuation off both ends; nothing left gives no range.
std::optional<WordRange> trimmed(const Sentence& sentence, WordRange range) {
  while (range.first <= range.last && is_trim(sentence.word(range.first))) ++range.first;
  while (range.last >= range.first && is_trim(sentence.word(range.last))) --range.last;
  if (range.first > range.last) return {};
  return range;
}

/// `range` without the words of `hole`.
void add_without(std::vector<WordRange>& out, const Sentence& sentence, WordRange range,
                 Tree::Span hole) {
  const auto add = [&](WordNumber first, WordNumber last) {
    if (first > last) return;
    if (const auto part = trimmed(sentence, {range.sentence, first, last})) out.push_back(*part);
  };
  if (hole.first == 0 || hole.last < range.first || hole.first > range.last) {
    add(range.first, range.last);
    return;
  }
  if (hole.first > range.first) add(range.first, static_cast<WordNumber>(hole.first - 1));
  if (hole.last < range.last) add(static_cast<WordNumber>(hole.last + 1), range.last);
}

Words sources_of(const Finder& in, const Tree& tree, WordNumber n, const Cue& cue) {
  for (const Path& path : cue.speaker) {
    Words found = words_at(tree, in.lexicon, n, path, cue.fixed);
    if (!found.empty()) return found;
  }
  if (!cue.speaker.empty() && cue.word_class != WordClass::Noun) return {};
  if (cue.word_class == WordClass::Verb || cue.word_class == WordClass::Adjective) {
    return logical_subjects(tree, in.lexicon, n);
  }
  for (const std::string_view step : {"poss", "by", "from", "light", "mod"}) {
    Words found = words_at(tree, in.lexicon, n, {std::string(step)}, {});
    if (!found.empty()) return found;
  }
  return {};
}

void set_source(const Finder& in, std::uint32_t s, const Words& words, Speech& speech) {
  const Tree& tree = in.trees[s];
  for (const WordNumber w : words) {
    const Tree::Span span = tree.span(w);
    if (const auto range = trimmed(in.sentences[s], {s, span.first, span.last})) {
      speech.source.push_back(*range);
    }
  }
  Participants who;
  for (const WordNumber w : words) {
    // "the ministry's statement said", but not "his accusations indicate".
    const Cue* cue = cue_at(in.lexicon, tree, w);
    const bool statement = cue != nullptr && cue->reports && cue->content.empty();
    unite(who, in.mentions.actors_of(tree, s, w, statement ? Reach::Related : Reach::Itself));
  }
  for (const Participant& p : who.list) speech.speakers.push_back(p.actor);
}

/// "The statement also said", "the report says": its source has no name.
bool is_bare_statement(const Finder& in, const Speech& speech) {
  if (speech.source.size() != 1 || !speech.speakers.empty()) return false;
  const WordRange range = speech.source.front();
  const Tree& tree = in.trees[range.sentence];
  const WordNumber head = range.last;
  const Cue* cue = cue_at(in.lexicon, tree, head);
  return cue != nullptr && cue->word_class == WordClass::Noun && cue->reports &&
         tree.child_with_lemma(head, "the") != 0;
}

bool has_noun(const Tree& tree, const std::string& lemma) {
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (tree.word(n).upos == Upos::NOUN && tree.lemma(n) == lemma) return true;
  }
  return false;
}

/// Whoever last spoke in a sentence that names such a thing ("wrote in its report"). A statement
/// may be anything that was said, so that of whoever spoke last.
void resolve_statements(const Finder& in, std::vector<Speech>& speeches) {
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    if (!is_bare_statement(in, speeches[i])) continue;
    const WordRange source = speeches[i].source.front();
    const std::string& thing = in.trees[source.sentence].lemma(source.last);
    const Speech* last = nullptr;
    for (std::size_t k = i; k-- > 0;) {
      if (speeches[k].speakers.empty()) continue;
      if (last == nullptr && thing == "statement") last = &speeches[k];
      if (!has_noun(in.trees[speeches[k].sentence], thing)) continue;
      last = &speeches[k];
      break;
    }
    if (last != nullptr) speeches[i].speakers = last->speakers;
  }
}

/// "As Minsk claims, …", "…, as Kyiv puts it, …": set off, and without a content of its own.
bool is_as_clause(const Tree& tree, WordNumber n) {
  if (!tree.has_relation(n, "advcl") || tree.preposition(n) != "as") return false;
  const WordNumber first = tree.span(n).first, object = tree.child(n, "obj");
  const bool set_off = first == 1 || tree.word(static_cast<WordNumber>(first - 1)).form == ",";
  return set_off && (object == 0 || tree.lower_form(object) == "it");
}

/// "Cuba shelled it; Angola blamed Chad": said by nobody.
bool is_parted(const Tree& tree, WordNumber from, WordNumber to) {
  for (WordNumber n = from; n < to; ++n) {
    if (tree.word(n).form == ";") return true;
  }
  return false;
}

/// "…, he said": the saying hangs on what is said.
bool is_inserted(const Tree& tree, WordNumber n) {
  const WordNumber first = tree.span(n).first;
  if (tree.head(n) == 0) return false;
  // "Cuba shelled it; Angola blamed Chad"
  if (is_parted(tree, first > 1 ? static_cast<WordNumber>(first - 1) : first, n)) return false;
  return tree.has_relation(n, "parataxis") || is_as_clause(tree, n);
}

std::vector<WordRange> clause_content(const Finder& in, std::uint32_t s, WordNumber n,
                                      const Cue& cue) {
  const Tree& tree = in.trees[s];
  const Sentence& sentence = in.sentences[s];
  std::vector<WordRange> out;
  for (const WordNumber c : content_of(in.lexicon, tree, n, cue)) {
    const Tree::Span span = tree.span(c);
    if (span.last < n && is_parted(tree, span.last, n)) continue;
    Tree::Span hole{};
    if (span.contains(n)) hole = {n, n};  // a cue in the midst of its content
    add_without(out, sentence, {s, span.first, span.last}, hole);
  }
  if (!out.empty() || cue.word_class != WordClass::Verb) return out;
  if (is_inserted(tree, n)) {
    const Tree::Span span = tree.span(tree.head(n));
    add_without(out, sentence, {s, span.first, span.last}, tree.span(n));
    return out;
  }
  for (const WordNumber c : tree.children(n)) {
    if (tree.has_relation(c, "parataxis")) {
      const Tree::Span span = tree.span(c);
      add_without(out, sentence, {s, span.first, span.last}, {});
    }
  }
  return out;
}

std::optional<Speech> reported(const Finder& in, std::uint32_t s, WordNumber n, const Cue& cue) {
  const Tree& tree = in.trees[s];
  Speech speech = speech_at(s, n);
  speech.content = clause_content(in, s, n, cue);
  set_source(in, s, sources_of(in, tree, n, cue), speech);
  if (speech.content.empty() && speech.source.empty()) return {};
  return speech;
}

/// Whose "Minsk's version", "claims from Minsk" and "Minsk claims" are, but not "German media
/// reports".
Words owners_of(const Finder& in, const Tree& tree, WordNumber noun) {
  for (const std::string_view step : {"poss", "by", "from", "of"}) {
    Words found = words_at(tree, in.lexicon, noun, {std::string(step)}, {});
    if (!found.empty()) return found;
  }
  const auto before = static_cast<WordNumber>(noun - 1);
  const bool next = noun > 1 && tree.head(before) == noun &&
                    (tree.has_relation(before, "compound") || tree.has_relation(before, "amod"));
  return next ? Words{before} : Words{};
}

/// Who says what "according to what Minsk says", "according to claims from Minsk" are about, where
/// the phrase itself names nobody.
void set_sayer(const Finder& in, std::uint32_t s, WordNumber source, Speech& speech) {
  if (!speech.speakers.empty()) return;
  const Tree& tree = in.trees[s];
  Words sayers;
  const WordNumber clause = tree.is_verbal(source) ? source : tree.child(source, "acl");
  const Cue* cue = cue_at(in.lexicon, tree, source);
  if (cue != nullptr && cue->word_class == WordClass::Noun && cue->reports) {
    sayers = owners_of(in, tree, source);
  } else if (clause != 0 && (clause == source || tree.word(source).upos == Upos::PRON)) {
    sayers = logical_subjects(tree, in.lexicon, clause);
  }
  for (const WordNumber w : sayers) {
    for (const Participant& p : in.mentions.actors_of(tree, s, w, Reach::Itself).list) {
      speech.speakers.push_back(p.actor);
    }
  }
}

/// "according to X": the cue is a preposition, the source hangs with it on what is said.
std::optional<Speech> according(const Finder& in, std::uint32_t s, WordNumber n) {
  const Tree& tree = in.trees[s];
  const WordNumber source = tree.head(n);
  if (source == 0 || tree.head(source) == 0) return {};
  WordNumber clause = tree.head(source);
  while (tree.head(clause) != 0 && !tree.is_clause(clause)) clause = tree.head(clause);
  const bool set_off = n == 1 || in.sentences[s].word(static_cast<WordNumber>(n - 1)).form == ",";
  const bool first_half = clause == 0 || n < clause || !tree.has_relation(clause, "conj");
  if (set_off && first_half && !tree.has_relation(clause, "acl")) {
    while (tree.head(clause) != 0 && !tree.has_relation(clause, "parataxis")) {
      clause = tree.head(clause);
    }
  }
  Speech speech = speech_at(s, n);
  const Tree::Span span = tree.span(clause);
  add_without(speech.content, in.sentences[s], {s, span.first, span.last}, tree.span(source));
  set_source(in, s, {source}, speech);
  set_sayer(in, s, source, speech);
  // "per the Kremlin", but "per cent"
  if (speech.speakers.empty() && in.trees[s].lower_form(n) != "according") return {};
  return speech;
}

/// "in Moscow's view", "in the words of the minister": the noun's owner says the clause.
std::optional<Speech> viewed(const Finder& in, std::uint32_t s, WordNumber n) {
  const Tree& tree = in.trees[s];
  const WordNumber clause = tree.head(n);
  if (clause == 0 || !tree.has_relation(n, "obl")) return {};
  Speech speech = speech_at(s, n);
  for (const std::string_view step : {"poss", "of"}) {
    if (speech.source.empty())
      set_source(in, s, words_at(tree, in.lexicon, n, {std::string(step)}, {}), speech);
  }
  if (speech.speakers.empty()) return {};
  const Tree::Span span = tree.span(clause);
  add_without(speech.content, in.sentences[s], {s, span.first, span.last}, tree.span(n));
  return speech;
}

/// "Lukashenko: the West is planning an attack", and the other way round.
std::optional<Speech> headline_colon(const Finder& in, std::uint32_t s) {
  const Sentence& sentence = in.sentences[s];
  if (in.document.blocks.empty() ||
      in.document.blocks[sentence.block].kind != BlockKind::Headline) {
    return {};
  }
  const auto size = static_cast<WordNumber>(sentence.words.size());
  for (WordNumber n = 2; n < size; ++n) {
    if (sentence.word(n).form != ":") continue;
    for (const WordRange side : {WordRange{s, 1, static_cast<WordNumber>(n - 1)},
                                 WordRange{s, static_cast<WordNumber>(n + 1), size}}) {
      for (WordNumber w = side.first; w <= side.last; ++w) {
        const Mention* m = in.mentions.at(s, w);
        if (m == nullptr || m->first > side.first || m->last < side.last) continue;
        Speech speech = speech_at(s, 0);
        speech.source = {side};
        speech.speakers = m->actors;
        speech.content = {side.first == 1 ? WordRange{s, static_cast<WordNumber>(n + 1), size}
                                          : WordRange{s, 1, static_cast<WordNumber>(n - 1)}};
        return speech;
      }
    }
  }
  return {};
}

std::vector<Speech> speeches_of_cues(const Finder& in) {
  std::vector<Speech> out;
  for (std::uint32_t s = 0; s < in.sentences.size(); ++s) {
    if (auto speech = headline_colon(in, s)) out.push_back(std::move(*speech));
    for (WordNumber n = 1; n <= in.trees[s].size(); ++n) {
      const Cue* cue = cue_at(in.lexicon, in.trees[s], n);
      if (cue == nullptr || !cue->reports) continue;
      const bool view = cue->word_class == WordClass::Noun && !cue->fixed.empty();
      auto speech = cue->word_class == WordClass::Adposition ? according(in, s, n)
                    : view                                   ? viewed(in, s, n)
                                                             : reported(in, s, n, *cue);
      if (speech) out.push_back(std::move(*speech));
    }
  }
  return out;
}

bool overlaps(const std::vector<WordRange>& one, const std::vector<WordRange>& other) {
  for (const WordRange& a : one) {
    for (const WordRange& b : other) {
      if (a.sentence == b.sentence && a.first <= b.last && b.first <= a.last) return true;
    }
  }
  return false;
}

bool same_sentence(const Speech& speech, const Quotation& quotation) {
  return std::any_of(quotation.begin(), quotation.end(),
                     [&](const WordRange& r) { return r.sentence == speech.sentence; });
}

/// The saying that a quotation belongs to by its own sentences: one whose content it overlaps, else
/// a saying without content beside it ("… ," said X).
Speech* own_speech(std::vector<Speech>& speeches, const Quotation& quotation) {
  Speech* beside = nullptr;
  for (Speech& speech : speeches) {
    if (!same_sentence(speech, quotation)) continue;
    const bool inside = std::any_of(quotation.begin(), quotation.end(), [&](const WordRange& r) {
      return r.contains(speech.sentence, speech.cue);
    });
    if (inside) continue;
    if (overlaps(speech.content, quotation)) return &speech;
    if (speech.content.empty() && beside == nullptr) beside = &speech;
  }
  return beside;
}

/// Whoever spoke last in this paragraph, or in the one before if it is all a quotation.
const Speech* last_speech(const Finder& in, const std::vector<Speech>& speeches,
                          const Quotation& quotation) {
  const std::uint32_t s = quotation.front().sentence;
  const Speech* best = nullptr;
  for (const Speech& speech : speeches) {
    if (speech.sentence >= s || speech.source.empty() || speech.speakers.empty()) continue;
    const bool near = in.sentences[speech.sentence].block == in.sentences[s].block ||
                      (quotation.front().first <= 2 && s - speech.sentence <= 3);
    if (near && (best == nullptr || speech.sentence >= best->sentence)) best = &speech;
  }
  return best;
}

/// "Trump defended his decision, “As I have …”": the subject of the sentence speaks.
std::optional<Speech> by_subject(const Finder& in, const Quotation& quotation, std::uint32_t s) {
  const Tree& tree = in.trees[s];
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (tree.head(n) != 0 || !tree.is_clause(n) || quotation.front().contains(s, n)) continue;
    Speech speech = speech_at(s, n);
    set_source(in, s, logical_subjects(tree, in.lexicon, n), speech);
    if (!speech.speakers.empty()) return speech;
  }
  return {};
}

/// "I think", inside what somebody says: no other speaker.
bool is_own_thought(const Finder& in, const std::vector<WordRange>& quotations,
                    const Speech& speech) {
  if (speech.source.size() != 1 || speech.cue == 0) return false;
  const bool quoted = std::any_of(quotations.begin(), quotations.end(), [&](const WordRange& r) {
    return r.contains(speech.sentence, speech.cue);
  });
  const WordRange source = speech.source.front();
  const Word& word = in.sentences[source.sentence].word(source.first);
  return quoted && source.first == source.last && word.upos == Upos::PRON;
}

/// "McGurk also criticized the decision. “The statement …”"
std::optional<Speech> by_sentence_before(const Finder& in, const Quotation& quotation) {
  const std::uint32_t s = quotation.front().sentence;
  if (s == 0 || quotation.front().first > 2) return {};
  if (in.sentences[s - 1].block != in.sentences[s].block) return {};
  return by_subject(in, quotation, s - 1);
}

void attach_quotations(const Finder& in, const std::vector<Quotation>& quotations,
                       std::vector<Speech>& speeches) {
  for (const Quotation& quotation : quotations) {
    if (Speech* own = own_speech(speeches, quotation); own != nullptr) {
      own->direct = true;
      for (const WordRange& r : quotation) {
        const bool covered =
            std::any_of(own->content.begin(), own->content.end(), [&](const WordRange& c) {
              return c.sentence == r.sentence && c.first <= r.first && r.last <= c.last;
            });
        if (!covered) own->content.push_back(r);
      }
      continue;
    }
    if (word_count(quotation) < kMinQuotedWords) continue;
    if (const Speech* last = last_speech(in, speeches, quotation);
        last != nullptr && quotation.front().first <= 2) {
      Speech next = speech_at(quotation.front().sentence, 0);
      next.direct = true;
      next.source = last->source;
      next.speakers = last->speakers;
      next.content = quotation;
      speeches.push_back(std::move(next));
    } else if (auto speech = by_subject(in, quotation, quotation.front().sentence)) {
      speech->content = quotation;
      speech->direct = true;
      speeches.push_back(std::move(*speech));
    } else if (auto earlier = by_sentence_before(in, quotation)) {
      earlier->content = quotation;
      earlier->direct = true;
      speeches.push_back(std::move(*earlier));
    }
  }
}

}  // namespace

bool SpeechMap::is_quoted(std::uint32_t sentence, WordNumber n) const {
  return std::any_of(quotations.begin(), quotations.end(),
                     [&](const WordRange& r) { return r.contains(sentence, n); });
}

std::vector<const Speech*> SpeechMap::around(std::uint32_t sentence, WordNumber n) const {
  std::vector<const Speech*> out;
  for (const Speech& speech : speeches) {
    if (std::any_of(speech.content.begin(), speech.content.end(),
                    [&](const WordRange& r) { return r.contains(sentence, n); })) {
      out.push_back(&speech);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Speech* a, const Speech* b) {
    return word_count(a->content) < word_count(b->content);
  });
  return out;
}

SpeechMap find_speech(const EventLexicon& lexicon, const Document& document,
                      std::span<const Sentence> sentences, std::span<const Tree> trees,
                      const MentionIndex& mentions) {
  const Finder in{lexicon, document, sentences, trees, mentions};
  SpeechMap out;
  const std::vector<Quotation> quotations = find_quotations(sentences);
  for (const Quotation& q : quotations) {
    out.quotations.insert(out.quotations.end(), q.begin(), q.end());
  }
  out.speeches = speeches_of_cues(in);
  resolve_statements(in, out.speeches);
  attach_quotations(in, quotations, out.speeches);
  std::erase_if(out.speeches, [&](const Speech& speech) {
    return speech.content.empty() || is_own_thought(in, out.quotations, speech);
  });
  std::stable_sort(out.speeches.begin(), out.speeches.end(), [](const Speech& a, const Speech& b) {
    return a.content.front().sentence != b.content.front().sentence
               ? a.content.front().sentence < b.content.front().sentence
               : a.content.front().first < b.content.front().first;
  });
  return out;
}

}  // namespace entente
