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
      : reading_(reading), view_(reading.sentences[sentence]) {
    title_.match = &match;
    title_.span = match.span;
  }

  Title read() {
    if (const Mention* name = overlapping()) {
      add_bodies(*name);
      title_.span.first = name->first;
    } else {
      read_left();
    }
    title_.behind = title_.match->span.last;
    read_of_phrase();
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

  // "U.S. military personnel", where "U.S. military" is a name.
  const Mention* overlapping() const {
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = reading_.mentions[index];
      const std::uint16_t first = title_.match->span.first;
      if (m.first < first && first <= m.last && m.last < title_.match->span.last) return &m;
    }
    return nullptr;
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
      } else if (clitic || is_possessive(word)) {
        title_.owned = title_.definite = true;  // by whom is not known
        return;
      } else if (!passes(w)) {
        return;
      }
      if (!joined_ && word.upos != Upos::PUNCT) title_.span.first = std::min(title_.span.first, w);
    }
  }

  bool is_person(const Mention& mention) const {
    return std::any_of(mention.actors.begin(), mention.actors.end(),
                       [&](ActorIndex a) { return reading_.actors[a].type == ActorType::Person; });
  }

  bool hangs_below(std::uint16_t word) const {
    return view_.dominates(head_of(view_, title_.match->span), word);
  }

  // A mention left of the noun: its owner, a modifier, or somebody else ("told Putin officials").
  // An owner ends the phrase; another body counts only if a conjunction ties it to the last.
  bool take(const Mention& mention, bool owner) {
    const bool attached = hangs_below(mention.head);
    const bool doubtful = is_person(mention) || mention.kind == MentionKind::Place;
    if (!attached && (doubtful ? !owner : !title_.bodies.empty())) return false;
    if (is_deployed_by(mention)) return true;
    if (owned_)
      return joined_ && owner && (add_bodies(mention), joined_ = false, extend_to(mention));
    if (!title_.bodies.empty() && !joined_ && !owner) return extend_to(mention);
    if (title_.bodies.empty() || joined_) add_bodies(mention);
    joined_ = false;
    owned_ = owner;
    title_.owned = title_.owned || owner;
    title_.definite = title_.definite || owner;
    return extend_to(mention);
  }

  bool extend_to(const Mention& mention) {
    title_.span.first = std::min(title_.span.first, mention.first);
    return true;
  }

  // "Belarus-deployed", "Moscow-backed": says something of the noun, but not whose it is.
  bool is_deployed_by(const Mention& mention) const {
    const auto next = static_cast<std::uint16_t>(mention.last + 1);
    if (next + 1U > view_.size() || !is_hyphen(view_.word(next).form)) return false;
    const Word& behind = view_.word(static_cast<std::uint16_t>(next + 1));
    return behind.upos == Upos::VERB || feature(behind, "VerbForm") == "Part";
  }

  // Words between a title and its body: "Russian deputy foreign minister", "US and British troops";
  // before the body only what modifies the noun.
  bool passes(std::uint16_t w) {
    const Word& word = view_.word(w);
    if (is_past_modifier(lower(word.lemma))) title_.former = true;
    if (word.upos == Upos::CCONJ || (word.upos == Upos::PUNCT && word.form == ",")) {
      joined_ = !title_.bodies.empty() || next_is_modifier(w);
      return joined_;
    }
    if (owned_ || (joined_ && !title_.bodies.empty())) return false;
    if (!title_.bodies.empty() && !hangs_below(w)) return false;
    switch (word.upos) {
      case Upos::ADJ:
      case Upos::ADV:
        return true;
      case Upos::NOUN:
      case Upos::PROPN:
        return title_.bodies.empty();
      case Upos::NUM:
        title_.indefinite = true;
        return true;
      case Upos::VERB:  // "invading forces", "Belarus-deployed units"
        return view_.relation(w) == "amod" && word.head > w && hangs_below(w);
      case Upos::PUNCT:
        return is_hyphen(word.form);
      default:
        return false;
    }
  }

  bool next_is_modifier(std::uint16_t w) const {
    return view_.word(static_cast<std::uint16_t>(w + 1)).upos == Upos::ADJ && hangs_below(w);
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

  // "president of Belarus"; of people also "spokesman for", "ambassador to".
  void read_of_phrase() {
    const std::uint16_t noun = title_.match->span.last;
    const auto next = static_cast<std::uint16_t>(noun + 1);
    if (next >= view_.size()) return;
    const std::string of = lower(view_.word(next).form);
    const RoleNoun& role = reading_.noun(*title_.match);
    const bool person = role.type == ActorType::Person;
    const bool of_place = person && of == "in" && role.sector == "GOV";  // "officials in Hanoi"
    const bool links = of == "of" || of_place ||
                       (person && (of == "for" || of == "at" || of == "from" || of == "to"));
    if (!links) return;
    auto w = static_cast<std::uint16_t>(next + 1);
    while (w < view_.size() && view_.word(w).upos == Upos::DET) ++w;
    const Mention* body = mention_from(w);
    if (body == nullptr) return;
    const bool first = title_.bodies.empty();
    const std::uint16_t last = first ? add_all_bodies(*body) : body->last;
    if (first) title_.span.last = last;
    title_.behind = last;
  }

  // "leaders of France, Germany and Poland"; "the president of Russia and Poland" is of Russia.
  // Returns the last word of the last one.
  std::uint16_t add_all_bodies(const Mention& body) {
    add_bodies(body);
    std::uint16_t last = body.last;
    if (feature(view_.word(title_.match->span.last), "Number") != "Plur") return last;
    for (const std::uint16_t c : view_.children[body.head]) {
      const std::uint32_t index = view_.relation(c) == "conj" ? view_.headed[c] : kNoMention;
      if (index == kNoMention || is_person(reading_.mentions[index])) continue;
      add_bodies(reading_.mentions[index]);
      last = std::max(last, reading_.mentions[index].last);
    }
    return last;
  }

  // The longest mention that begins at the word, or at an article before it.
  const Mention* mention_from(std::uint16_t w) const {
    const Mention* best = nullptr;
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = reading_.mentions[index];
      const bool begins =
          m.first == w || (m.first < w && m.last >= w && view_.word(m.first).upos == Upos::DET);
      if (begins && (best == nullptr || m.last > best->last)) best = &m;
    }
    return best;
  }

  const Reading& reading_;
  const SentenceView& view_;
  Title title_;
  bool owned_ = false;  ///< an owner was taken: nothing but another owner may stand before it
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
