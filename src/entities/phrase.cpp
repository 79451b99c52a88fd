// SPDX-License-Identifier: ISC
#include "entities/phrase.h"

#include "entities/english.h"
#include "entities/match.h"

#include <algorithm>

namespace entente {

namespace {

NameClass class_of(std::string_view tag) {
  if (tag == "PER") return NameClass::Person;
  if (tag == "ORG") return NameClass::Organization;
  return tag == "LOC" ? NameClass::Location : NameClass::Unknown;
}

// One sentence being cut into names.
class PhraseFinder {
 public:
  PhraseFinder(const Reading& reading, std::uint32_t sentence)
      : reading_(reading), view_(reading.sentences[sentence]), sentence_(sentence) {}

  std::vector<NamePhrase> find() {
    for (NameMatch& match : match_names(reading_.names, *view_.sentence))
      add_match(std::move(match));
    for (const NamePhrase& chunk : chunks()) add_chunk(chunk);
    for (NamePhrase& phrase : phrases_) grow(phrase);
    for (const RoleMatch& match : reading_.roles[sentence_]) add_titled(match);
    for (std::uint16_t w = 1; w <= view_.size(); ++w) add_flat_name(w);
    for (NamePhrase& phrase : phrases_) grow(phrase);
    std::sort(phrases_.begin(), phrases_.end(),
              [](const NamePhrase& a, const NamePhrase& b) { return a.span.first < b.span.first; });
    drop_overlaps();
    std::erase_if(phrases_, [&](const NamePhrase& p) {
      return p.entries.empty() && p.cls == NameClass::Person && is_numeral(p.span.last);
    });
    return std::move(phrases_);
  }

 private:
  void add_match(NameMatch match) {
    phrases_.push_back({sentence_, match.span, std::move(match.entries), {}, NameClass::Unknown});
  }

  // Names of the name finder, without articles, titles and clitics at their ends.
  std::vector<NamePhrase> chunks() const {
    std::vector<NamePhrase> out;
    for (std::uint16_t w = 1; w <= view_.size(); ++w) {
      const std::string& tag = view_.word(w).ner;
      if (tag.size() < 3) continue;
      const std::string_view cls = std::string_view(tag).substr(2);
      const bool goes_on = tag[0] == 'I' && !out.empty() && out.back().span.last + 1 == w &&
                           out.back().cls == class_of(cls);
      if (goes_on)
        out.back().span.last = w;
      else
        out.push_back({sentence_, {w, w}, {}, {}, class_of(cls)});
    }
    for (NamePhrase& chunk : out) trim(chunk.span);
    std::erase_if(out, [&](const NamePhrase& c) { return c.span.empty() || is_all_role(c.span); });
    return out;
  }

  bool is_title_word(std::uint16_t w) const {
    return is_honorific(view_.word(w).form) || reading_.role_ending(sentence_, w) != nullptr;
  }

  bool is_no_name_word(std::uint16_t w) const {
    const Upos upos = view_.word(w).upos;
    return upos == Upos::DET || upos == Upos::ADP || upos == Upos::PUNCT || upos == Upos::PART ||
           upos == Upos::CCONJ || upos == Upos::PRON;
  }

  // "Ministry of Defence", "Parliament": left to the reading of role nouns.
  bool is_all_role(WordSpan span) const {
    const RoleMatch* role = reading_.role_ending(sentence_, span.last);
    return role != nullptr && role->span.first <= span.first;
  }

  void trim(WordSpan& span) const {
    while (!span.empty() &&
           (is_no_name_word(span.first) || (span.first < span.last && is_title_word(span.first))))
      ++span.first;
    while (!span.empty() && is_no_name_word(span.last)) --span.last;
  }

  bool overlaps(WordSpan a, WordSpan b) const { return a.first <= b.last && b.first <= a.last; }

  bool is_person_entry(std::uint32_t e) const {
    const NameEntry& entry = reading_.names.entries[e];
    return entry.actor != PieceTrie::kNone &&
           reading_.names.knowledge.actors[entry.actor].type == ActorType::Person;
  }

  // What the name finder adds to a known name is no part of it: a region ("Northern Syria"), a
  // common noun ("Omsk hospital"), a role ("ISIS fighters").
  bool adds_nothing(WordSpan whole, WordSpan part) const {
    for (std::uint16_t w = whole.first; w <= whole.last; ++w) {
      const Word& word = view_.word(w);
      if (part.contains(w) || word.upos == Upos::PUNCT || is_direction(word.form)) continue;
      const std::vector<Piece> pieces = pieces_of(word.form);
      const bool common = word.upos == Upos::NOUN && !pieces.empty() && !pieces[0].capital;
      if (!common && reading_.role_at(sentence_, w) == nullptr) return false;
    }
    return true;
  }

  void add_chunk(const NamePhrase& chunk) {
    NamePhrase* inside = nullptr;
    int touched = 0;
    for (NamePhrase& phrase : phrases_) {
      if (!overlaps(phrase.span, chunk.span)) continue;
      inside = &phrase;
      ++touched;
    }
    if (touched == 0) {
      phrases_.push_back(chunk);
      return;
    }
    if (touched > 1) return;  // the name finder ran several names together
    const bool covers =
        chunk.span.first <= inside->span.first && inside->span.last <= chunk.span.last;
    if (!covers || stands_alone(*inside, chunk)) return;
    inside->cls = chunk.cls;
    if (chunk.span == inside->span || adds_nothing(chunk.span, inside->span)) return;
    widen(*inside, chunk.span);
  }

  bool has_kind(const NamePhrase& phrase, NameKind kind) const {
    return std::any_of(phrase.entries.begin(), phrase.entries.end(),
                       [&](std::uint32_t e) { return reading_.names.entries[e].kind == kind; });
  }

  bool is_person(const NamePhrase& phrase) const {
    return std::any_of(phrase.entries.begin(), phrase.entries.end(),
                       [&](std::uint32_t e) { return is_person_entry(e); });
  }

  // A known full name, or an adjective before a person's name.
  bool stands_alone(const NamePhrase& known, const NamePhrase& chunk) const {
    if (is_person(known)) return known.span.last > known.span.first;
    return chunk.cls == NameClass::Person && has_kind(known, NameKind::Adjective);
  }

  void widen(NamePhrase& phrase, WordSpan span) const {
    phrase.span = span;
    phrase.inner = std::move(phrase.entries);
    phrase.entries.clear();
  }

  bool is_capital_name(std::uint16_t w) const {
    const Word& word = view_.word(w);
    const std::vector<Piece> pieces = pieces_of(word.form);
    return word.upos == Upos::PROPN && !pieces.empty() && pieces[0].capital && !is_title_word(w);
  }

  // "defence minister Viktor Khrenin", "news agency Belta": proper nouns behind a title are a name.
  void add_titled(const RoleMatch& match) {
    const bool person = reading_.noun(match).type == ActorType::Person;
    if (view_.is_headline || !(person ? is_title(match.span.last) : hangs_on_next(match.span.last)))
      return;
    WordSpan span{static_cast<std::uint16_t>(match.span.last + 1), match.span.last};
    while (span.last < view_.size() && is_capital_name(static_cast<std::uint16_t>(span.last + 1)) &&
           !is_taken(static_cast<std::uint16_t>(span.last + 1)))
      ++span.last;
    const bool enough = person ? !span.empty() : span.last > span.first;  // "the US state Ohio"
    if (enough)
      phrases_.push_back(
          {sentence_, span, {}, {}, person ? NameClass::Person : NameClass::Organization});
  }

  // "President Smith" is a title and a name, "General Motors" a name.
  bool is_title(std::uint16_t w) const {
    const Word& word = view_.word(w);
    return word.upos == Upos::NOUN || (word.upos == Upos::PROPN && word.deprel == "nmod:desc");
  }

  bool hangs_on_next(std::uint16_t w) const {
    return w < view_.size() && view_.word(w).head > w &&
           (view_.relation(w) == "compound" || view_.word(w).deprel == "nmod:desc");
  }

  // Proper nouns that the tree joins as `flat` are a person's name, which UD annotates so.
  void add_flat_name(std::uint16_t w) {
    if (!is_capital_name(w) || is_taken(w) || view_.is_headline) return;
    WordSpan span{w, w};
    while (span.last < view_.size()) {
      const auto next = static_cast<std::uint16_t>(span.last + 1);
      if (!is_capital_name(next) || is_taken(next) || view_.relation(next) != "flat" ||
          !span.contains(view_.word(next).head))
        break;
      span.last = next;
    }
    if (span.last > span.first && !is_numeral(span.last))
      phrases_.push_back({sentence_, span, {}, {}, NameClass::Person});
  }

  // "World War II"; a pope's number comes after one name only, which is no name for us either.
  bool is_numeral(std::uint16_t w) const {
    return view_.word(w).form.find_first_not_of("IVX") == std::string::npos;
  }

  bool is_taken(std::uint16_t w) const {
    return std::any_of(phrases_.begin(), phrases_.end(),
                       [&](const NamePhrase& p) { return p.span.contains(w); });
  }

  // The first word of the name that a word continues as `flat`.
  std::uint16_t chain_of(std::uint16_t word) const {
    for (std::uint16_t steps = 0; view_.relation(word) == "flat" && steps < view_.size(); ++steps)
      word = view_.word(word).head;
    return word;
  }

  bool is_same_chain(std::uint16_t word, const NamePhrase& phrase) const {
    return chain_of(word) == chain_of(head_of(view_, phrase.span));
  }

  // Proper nouns that the tree ties to the name as `flat`, or before a surname as `compound`.
  bool belongs(std::uint16_t next, const NamePhrase& phrase) const {
    if (next < 1 || next > view_.size() || is_taken(next)) return false;
    const Word& word = view_.word(next);
    if (is_weekday(word.form)) return false;  // "Israel Friday reimposed ..."
    const bool flat_down = view_.relation(next) == "flat" && is_same_chain(next, phrase);
    const bool is_king =
        flat_down && next > phrase.span.last && is_person(phrase);  // "Luther King"
    if (!is_capital_name(next) && !(is_king && word.upos == Upos::PROPN)) return false;
    const std::uint16_t head = head_of(view_, phrase.span);
    const bool flat_up = view_.relation(head) == "flat" && chain_of(head) == next;
    const bool first_name = is_person(phrase) && next < phrase.span.first &&
                            phrase.span.contains(word.head) && view_.relation(next) == "compound" &&
                            !view_.is_headline;
    return flat_down || flat_up || first_name;
  }

  // "Ford Falcon": what follows a firm's name is its product, unless the name finder knows better.
  bool is_firm(const NamePhrase& phrase) const {
    return phrase.cls != NameClass::Person &&
           std::any_of(phrase.entries.begin(), phrase.entries.end(), [&](std::uint32_t e) {
             const NameEntry& entry = reading_.names.entries[e];
             return entry.actor != PieceTrie::kNone &&
                    reading_.names.knowledge.actors[entry.actor].type == ActorType::Company;
           });
  }

  void grow(NamePhrase& phrase) {
    if (is_firm(phrase)) return;
    WordSpan span = phrase.span;
    NamePhrase grown = phrase;
    while (belongs(static_cast<std::uint16_t>(grown.span.first - 1), grown)) --grown.span.first;
    while (belongs(static_cast<std::uint16_t>(grown.span.last + 1), grown)) ++grown.span.last;
    if (grown.span == span) return;
    if (!phrase.entries.empty()) widen(phrase, grown.span);
    phrase.span = grown.span;
    if (phrase.cls == NameClass::Unknown || phrase.cls == NameClass::Location)
      phrase.cls = NameClass::Person;
  }

  void drop_overlaps() {
    std::vector<NamePhrase> kept;
    for (NamePhrase& phrase : phrases_) {
      if (kept.empty() || kept.back().span.last < phrase.span.first)
        kept.push_back(std::move(phrase));
    }
    phrases_ = std::move(kept);
  }

  const Reading& reading_;
  const SentenceView& view_;
  std::uint32_t sentence_;
  std::vector<NamePhrase> phrases_;
};

}  // namespace

std::vector<NamePhrase> find_name_phrases(const Reading& reading) {
  std::vector<NamePhrase> out;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    for (NamePhrase& phrase : PhraseFinder(reading, s).find()) out.push_back(std::move(phrase));
  }
  return out;
}

std::vector<std::string> keys_of(const Reading& reading, const NamePhrase& phrase) {
  std::vector<std::string> keys;
  for (std::uint16_t w = phrase.span.first; w <= phrase.span.last; ++w) {
    for (Piece& piece : pieces_of(reading.sentences[phrase.sentence].word(w).form))
      keys.push_back(std::move(piece.key));
  }
  return keys;
}

}  // namespace entente
