// SPDX-License-Identifier: ISC
// What an actor is called once it was named: "the island", "the Central American country", "the
// bloc", "its neighbour".
#include "entities/english.h"
#include "entities/nominal.h"
#include "entities/nominal_linker.h"
#include "entities/salience.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente {

namespace {

constexpr double kWholeArticle = 1e9;  // sentences

// A definite noun phrase in the singular, up to its noun.
struct Description {
  WordSpan span;
  std::string noun;
  std::vector<std::string> qualities;  // "impoverished west african", "west african", "african"
  std::uint16_t owner = 0;             // "its" in "its neighbour"
};

bool is_definite(const std::string& form) {
  return form == "the" || form == "this" || form == "that";
}

bool is_capitalised(const std::string& form) {
  return !form.empty() && form[0] >= 'A' && form[0] <= 'Z';
}

// What stands before the noun, from each word on.
std::vector<std::string> qualities_of(const SentenceView& view, std::uint16_t first,
                                      std::uint16_t noun) {
  std::vector<std::string> out;
  for (std::uint16_t from = first; from < noun; ++from) {
    std::string text;
    for (std::uint16_t w = from; w < noun; ++w) {
      if (!text.empty()) text += ' ';
      text += lower(view.word(w).form);
    }
    out.push_back(std::move(text));
  }
  return out;
}

std::optional<Description> read_description(const SentenceView& view, std::uint16_t word) {
  const Upos upos = view.word(word).upos;
  if (upos != Upos::NOUN && upos != Upos::PROPN) return std::nullopt;
  if (view.headed[word] != kNoMention || view.relation(word) == "compound") return std::nullopt;
  if (feature(view.word(word), "Number") == "Plur" && !is_capitalised(view.word(word).form))
    return std::nullopt;
  Description out;
  out.span = {word, word};
  out.noun = lower(view.word(word).lemma);
  bool definite = false;
  for (const std::uint16_t c : view.children[word]) {
    const std::string_view relation = view.relation(c);
    if (c > word && (relation == "flat" || relation == "appos")) return std::nullopt;
    if (relation == "cop") return std::nullopt;
    if (c > word) continue;
    if (view.word(c).deprel == "nmod:poss") out.owner = c;
    definite = definite || is_definite(lower(view.word(c).form));
    if (relation == "det" || relation == "amod" || relation == "compound" || out.owner == c)
      out.span.first = std::min(out.span.first, c);
  }
  if ((!definite && out.owner == 0) || is_told_apart(view, word)) return std::nullopt;
  out.qualities = qualities_of(view, static_cast<std::uint16_t>(out.span.first + 1), word);
  return out;
}

bool has_epithet(const Actor& actor, const std::string& text) {
  return std::find(actor.epithets.begin(), actor.epithets.end(), text) != actor.epithets.end();
}

bool is_neighbour_noun(const std::string& noun) {
  return noun == "neighbour" || noun == "neighbor";
}

class EpithetLinker {
 public:
  EpithetLinker(Reading& reading, std::uint32_t sentence, Description description)
      : r_(reading), sentence_(sentence), phrase_(std::move(description)) {}

  std::vector<ActorIndex> find() {
    if (phrase_.owner != 0) return is_neighbour_noun(phrase_.noun) ? neighbour() : none();
    const bool named = names_state();
    const bool of_state = is_any_state_noun(phrase_.noun) || is_neighbour_noun(phrase_.noun) ||
                          phrase_.noun == "republic" || phrase_.noun == "kingdom";
    if (of_state) {
      for (const std::string& quality : phrase_.qualities) {
        if (auto found = last_called(quality); !found.empty()) return found;
      }
    }
    if (named) return none();
    if (const auto full = named_in_full(r_, sentence_, phrase_.span.last)) return {*full};
    const Word& word = r_.sentences[sentence_].word(phrase_.span.last);
    return feature(word, "Number") == "Plur" ? none() : last_called(phrase_.noun);
  }

 private:
  static std::vector<ActorIndex> none() { return {}; }

  Anaphor anaphor() const {
    const SentenceView& view = r_.sentences[sentence_];
    return {.sentence = sentence_,
            .word = phrase_.span.first,
            .subject = view.relation(phrase_.span.last) == "nsubj"};
  }

  // "the Russian enclave", "the Iranian-backed movement": known by another's name.
  bool names_state() const {
    const SentenceView& view = r_.sentences[sentence_];
    for (std::uint16_t w = phrase_.span.first; w < phrase_.span.last; ++w) {
      const Mention* m = r_.covering(sentence_, w);
      if (m != nullptr && !m->actors.empty()) return true;
      if (view.word(w).upos == Upos::PROPN) return true;  // "the Spratly Islands"
    }
    return false;
  }

  // The last one that is called so; else the only one of the article so far.
  std::vector<ActorIndex> last_called(const std::string& text) const {
    const auto fits = [&](const Actor& actor, bool) { return has_epithet(actor, text); };
    const SearchOptions options{.sentences = 4, .margin = 0.2, .per_doubling = 0.15};
    std::vector<ActorIndex> found = find_antecedent(r_, anaphor(), fits, options);
    return found.empty() ? only_one(text) : found;
  }

  std::vector<ActorIndex> only_one(const std::string& text) const {
    std::set<ActorIndex> all;
    for (const Mention& m : r_.mentions) {
      if (m.sentence > sentence_ || (m.sentence == sentence_ && m.last >= phrase_.span.first))
        continue;
      for (const ActorIndex actor : m.actors) {
        if (has_epithet(r_.actors[actor], text)) all.insert(actor);
      }
    }
    return all.size() == 1 ? std::vector<ActorIndex>{*all.begin()} : none();
  }

  // "its neighbour": the only state of the article so far that borders whose neighbour it is.
  std::vector<ActorIndex> neighbour() {
    const Mention* owner = r_.headed_by(sentence_, phrase_.owner);
    if (owner == nullptr || owner->actors.size() != 1) return {};
    const auto state = state_of(r_, owner->actors.front());
    if (!state) return {};
    const std::vector<std::string> borders = r_.actors[*state].borders;
    std::vector<ScoredActor> states = rank_states(r_, anaphor(), kWholeArticle);
    std::erase_if(states, [&](const ScoredActor& s) {
      const std::string& id = r_.actors[s.actor].id;
      return std::find(borders.begin(), borders.end(), id) == borders.end();
    });
    return states.size() == 1 ? std::vector<ActorIndex>{states.front().actor} : none();
  }

  Reading& r_;
  std::uint32_t sentence_;
  Description phrase_;
};

}  // namespace

bool is_told_apart(const SentenceView& view, std::uint16_t noun) {
  const auto tells = [&](std::uint16_t c) {
    const std::uint16_t preposition = view.child(c, "case");
    if (c < noun || view.relation(c) != "nmod" || preposition == 0) return false;
    const std::string form = lower(view.word(preposition).form);
    const bool named = view.word(c).upos == Upos::PROPN || view.child(c, "det") != 0 ||
                       view.child(c, "nmod:poss") != 0;
    return form == "with" || form == "behind" || (form == "of" && named);
  };
  return std::any_of(view.children[noun].begin(), view.children[noun].end(), tells);
}

std::optional<ActorIndex> named_in_full(const Reading& reading, std::uint32_t sentence,
                                        std::uint16_t word) {
  const std::string& form = reading.sentences[sentence].word(word).form;
  if (!is_capitalised(form) || reading.sentences[sentence].is_headline) return std::nullopt;
  std::optional<ActorIndex> last;
  std::uint32_t at = 0;
  for (const Mention& m : reading.mentions) {
    const bool before = m.sentence < sentence || (m.sentence == sentence && m.last < word);
    if (!before || m.kind != MentionKind::Name || m.first == m.last || m.actors.size() != 1)
      continue;
    const ActorType type = reading.actors[m.actors.front()].type;
    if (type == ActorType::Person || type == ActorType::State) continue;
    if (reading.sentences[m.sentence].word(m.last).form != form || (last && m.sentence < at))
      continue;
    last = m.actors.front();
    at = m.sentence;
  }
  return last;
}

void link_epithet(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  auto description = read_description(reading.sentences[sentence], word);
  if (!description) return;
  const WordSpan span = description->span;
  std::vector<ActorIndex> actors = EpithetLinker(reading, sentence, std::move(*description)).find();
  if (actors.empty()) return;
  Mention mention;
  mention.sentence = sentence;
  mention.first = span.first;
  mention.last = mention.head = word;
  mention.kind = MentionKind::Nominal;
  mention.actors = std::move(actors);
  mention.confidence = kByContext;
  reading.add(std::move(mention));
}

}  // namespace entente
