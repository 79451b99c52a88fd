// SPDX-License-Identifier: ISC
#include "entities/title.h"

#include "entities/english.h"

#include <algorithm>

namespace entente {

namespace {

// Reads the words around a role noun. Works on neighbours more than on the tree: news piles
// modifiers up before names, where trees are least certain.
class TitleReader {
 public:
  TitleReader(const Reading& reading, std::uint32_t sentence, const RoleMatch& match)
      : reading_(reading), view_(reading.sentences[sentence]), sentence_(sentence) {
    title_.match = &match;
    title_.span = match.span;
  }

  Title read() {
    read_left();
    if (title_.bodies.empty()) read_of_phrase();
    if (title_.span.first == title_.match->span.first && !title_.definite) note_bare_plural();
    return std::move(title_);
  }

 private:
  const Mention* mention_ending(std::uint16_t word) const {
    const Mention* best = nullptr;
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = reading_.mentions[index];
      if (m.last == word && (best == nullptr || m.first < best->first)) best = &m;
    }
    return best;
  }

  void add_bodies(const Mention& mention) {
    for (const ActorIndex actor : mention.actors) {
      if (std::find(title_.bodies.begin(), title_.bodies.end(), actor) == title_.bodies.end())
        title_.bodies.push_back(actor);
      title_.by_person = title_.by_person || reading_.actors[actor].type == ActorType::Person;
    }
  }

  static bool is_clitic(const Word& word) {
    return word.upos == Upos::PART &&
           (word.form == "'s" || word.form == "’s" || word.form == "'" || word.form == "’");
  }

  void read_left() {
    for (std::uint16_t w = title_.match->span.first; w > 1;) {
      --w;
      const Word& word = view_.word(w);
      const bool clitic = is_clitic(word) && w > 1;
      const Mention* mention = mention_ending(clitic ? static_cast<std::uint16_t>(w - 1) : w);
      if (mention != nullptr) {
        if (!take(*mention, clitic || is_possessive(view_.word(mention->head)))) return;
        w = mention->first;
      } else if (word.upos == Upos::DET) {
        note_determiner(word);
        title_.span.first = w;
        return;
      } else if (!passes(w, clitic)) {
        return;
      }
      if (word.upos != Upos::CCONJ && word.upos != Upos::PUNCT)
        title_.span.first = std::min(title_.span.first, w);
    }
  }

  bool is_person(const Mention& mention) const {
    return std::any_of(mention.actors.begin(), mention.actors.end(),
                       [&](ActorIndex a) { return reading_.actors[a].type == ActorType::Person; });
  }

  // A mention left of the noun: its owner, a modifier, or somebody else ("told Putin officials").
  bool take(const Mention& mention, bool owner) {
    const bool attached = view_.dominates(head_of(view_, title_.match->span), mention.head);
    const bool doubtful = is_person(mention) || mention.kind == MentionKind::Place;
    if (!owner && !attached && doubtful) return false;
    if (title_.bodies.empty() || joined_)
      add_bodies(mention);
    else if (!attached)
      return false;
    joined_ = false;
    title_.owned = title_.owned || owner;
    title_.definite = title_.definite || owner;
    title_.span.first = std::min(title_.span.first, mention.first);
    return true;
  }

  // Words between a title and its body: "Russian deputy foreign minister", "US and British troops".
  bool passes(std::uint16_t w, bool clitic) {
    const Word& word = view_.word(w);
    if (clitic || is_possessive(word))
      title_.owned = title_.definite = true;  // by whom is not known
    if (is_past_modifier(lower(word.lemma))) title_.former = true;
    switch (word.upos) {
      case Upos::ADJ:
      case Upos::NOUN:
      case Upos::PROPN:
      case Upos::ADV:
        return true;
      case Upos::NUM:
        title_.indefinite = true;
        return true;
      case Upos::VERB:  // "invading forces", "Belarus-deployed units"
        return feature(word, "VerbForm") == "Part" && word.head > w;
      case Upos::CCONJ:
        joined_ = true;
        return !title_.bodies.empty() ||
               view_.word(static_cast<std::uint16_t>(w + 1)).upos == Upos::ADJ;
      case Upos::PUNCT:
        if (word.form == "," && !title_.bodies.empty()) joined_ = true;
        return is_hyphen(word.form) || (word.form == "," && !title_.bodies.empty());
      default:
        return false;
    }
  }

  static bool is_hyphen(std::string_view form) {
    return form == "-" || form == "–" || form == "‑" || form == "—";
  }

  void note_determiner(const Word& word) {
    const std::string_view definite = feature(word, "Definite");
    title_.definite =
        definite == "Def" || feature(word, "PronType") == "Dem" || lower(word.form) == "the";
    title_.indefinite = !title_.definite;
  }

  void note_bare_plural() {
    const Word& noun = view_.word(title_.match->span.last);
    if (feature(noun, "Number") == "Plur") title_.indefinite = true;
  }

  // "president of Belarus", "spokesman for the Russian government".
  void read_of_phrase() {
    const std::uint16_t noun = title_.match->span.last;
    const auto next = static_cast<std::uint16_t>(noun + 1);
    if (next > view_.size()) return;
    const std::string of = lower(view_.word(next).form);
    if (of != "of" && of != "for" && of != "at" && of != "from" && of != "in" && of != "to") return;
    std::uint16_t w = static_cast<std::uint16_t>(next + 1);
    while (w <= view_.size() && view_.word(w).upos == Upos::DET) ++w;
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = reading_.mentions[index];
      if (m.first > w || m.last < w || (m.first < w && view_.word(m.first).upos != Upos::DET))
        continue;
      if (of != "of" && reading_.noun(*title_.match).stands_for_force) return;
      add_bodies(m);
      title_.span.last = m.last;
      return;
    }
  }

  const Reading& reading_;
  const SentenceView& view_;
  std::uint32_t sentence_;
  Title title_;
  bool joined_ =
      false;  ///< a conjunction stands between the last body and the next word to the left
};

}  // namespace

Title read_title(const Reading& reading, std::uint32_t sentence, const RoleMatch& match) {
  return TitleReader(reading, sentence, match).read();
}

std::optional<Title> title_before(const Reading& reading, std::uint32_t sentence,
                                  std::uint16_t name) {
  const SentenceView& view = reading.sentences[sentence];
  std::uint16_t w = name;
  while (w > 1 && is_honorific(view.word(static_cast<std::uint16_t>(w - 1)).form)) --w;
  if (w <= 1) return std::nullopt;
  const RoleMatch* match = reading.role_ending(sentence, static_cast<std::uint16_t>(w - 1));
  if (match == nullptr) return std::nullopt;
  return read_title(reading, sentence, *match);
}

}  // namespace entente
