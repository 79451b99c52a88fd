// SPDX-License-Identifier: ISC
// The text before must say whose it is: "the president", "the army".
#include "entities/english.h"
#include "entities/nominal_linker.h"
#include "entities/quotation.h"

#include <algorithm>

namespace entente {

namespace {

constexpr double kFocusSentences = 3;
constexpr double kSureFocus = 0.6;  // lead of the state in focus over the next (judgement)

}  // namespace

Anaphor NominalLinker::anaphor() const {
  Anaphor out;
  out.sentence = sentence_;
  out.word = title_.span.first;
  out.subject = view_.relation(head_) == "nsubj";
  return out;
}

// True for "the president", "that country", "Coalition forces", and for the government of
// "government forces" and "state media".
bool NominalLinker::refers_back() const {
  if (title_.owned) return false;
  if (title_.definite || is_of_the_state() || noun_.of_alliance) return true;
  if (view_.relation(head_) == "compound") return noun_.type == ActorType::Government;
  return view_.word(head_).upos == Upos::PROPN && !view_.is_headline && !title_.indefinite;
}

bool NominalLinker::is_of_the_state() const {
  const auto space = noun_.lemma.find(' ');
  if (space == std::string::npos || noun_.type == ActorType::Person) return false;
  const RoleNoun* first = r_.names.role(noun_.lemma.substr(0, space));
  return first != nullptr && ((first->type == ActorType::Government && first->leads) ||
                              first->type == ActorType::State);
}

// "Rebels held the town": those of the country that the text is about.
bool NominalLinker::is_bare_group() const {
  const std::uint16_t first = title_.span.first;
  const bool behind_bracket =
      first > 1 && view_.word(static_cast<std::uint16_t>(first - 1)).form == ")";
  const bool bare = title_.span == title_.match->span && is_plural() && !behind_bracket;
  return bare && view_.relation(head_) == "nsubj" &&
         (noun_.sector == "OPP" || noun_.sector == "REB");
}

std::vector<ActorIndex> NominalLinker::from_context() {
  if (is_bare_group()) return from_focus(kSureFocus);
  if (!refers_back() || is_modified_otherwise()) return {};
  if (const auto state = state_ruled_by_subject()) return {*state};
  if (noun_.type == ActorType::Person) return from_last_person();
  if (noun_.stands_for_force && !is_of_the_state()) {
    const std::vector<ActorIndex> last = from_last_of_type();
    return !last.empty() || has_participle() ? last : from_focus(kLikelyFocus);
  }
  if (noun_.stands_for_force || is_of_the_state() ||
      (noun_.type == ActorType::Government && noun_.leads))
    return from_focus(kLikelyFocus);
  if (is_plural()) return is_bare_group_noun() ? from_last_group() : std::vector<ActorIndex>();
  return noun_.type == ActorType::State ? from_last_state() : from_last_of_type();
}

bool NominalLinker::is_bare_group_noun() const {
  return noun_.sector == "REB" && noun_.type == ActorType::ArmedGroup &&
         title_.span.last - title_.span.first <= 1;
}

// "the rebels": the armed group spoken of last.
std::vector<ActorIndex> NominalLinker::from_last_group() {
  const auto fits = [](const Actor& a, bool) { return a.type == ActorType::ArmedGroup; };
  return find_antecedent(r_, anaphor(), fits,
                         {.sentences = 3, .margin = 0.2, .per_doubling = 0.15});
}

// "Washington accused the government": a state does not speak of its own.
std::optional<ActorIndex> NominalLinker::foreign_subject() {
  if (noun_.type != ActorType::Government) return std::nullopt;
  std::uint16_t verb = head_;  // "its support for the government"
  for (std::string_view relation = view_.relation(verb);
       relation == "obj" || relation == "obl" || relation == "nmod";
       relation = view_.relation(verb)) {
    verb = view_.word(verb).head;
    if (view_.word(verb).upos == Upos::VERB) break;
  }
  const std::uint16_t subject = verb == head_ ? 0 : view_.child(verb, "nsubj");
  const Mention* m = subject == 0 ? nullptr : r_.headed_by(sentence_, subject);
  if (m == nullptr || m->actors.size() != 1) return std::nullopt;
  const Actor& speaker = actor(m->actors.front());
  const bool official = speaker.type == ActorType::Person && speaker.sector == "GOV";
  if (speaker.type != ActorType::State && !official) return std::nullopt;
  return state_of(r_, m->actors.front());
}

// "the invading forces": known by what they do, which is left to others to find out.
bool NominalLinker::has_participle() const {
  const std::uint16_t modifier = view_.child(head_, "amod");
  return modifier != 0 && view_.word(modifier).upos == Upos::VERB;
}

// "the country he rules": whose subject is a person who, by the verb, is its ruler.
std::optional<ActorIndex> NominalLinker::state_ruled_by_subject() {
  const std::uint16_t verb = noun_.type == ActorType::State ? view_.child(head_, "acl") : 0;
  const std::uint16_t subject = verb == 0 ? 0 : view_.child(verb, "nsubj");
  const PronounClass cls = subject == 0 ? PronounClass::None : pronoun_class(view_.word(subject));
  if (cls != PronounClass::He && cls != PronounClass::She) return std::nullopt;
  const std::string stem = lower(view_.word(verb).lemma);
  for (const char* ending : {"r", "er", "or"}) {
    const RoleNoun* agent = r_.names.role(stem + ending);
    if (agent == nullptr || !agent->leads) continue;
    const Anaphor who{.sentence = sentence_, .word = subject, .subject = true};
    const auto person = [](const Actor& a, bool) { return a.type == ActorType::Person; };
    const std::vector<ActorIndex> found = find_antecedent(r_, who, person, {});
    return found.size() == 1 ? state_of(r_, found.front()) : std::nullopt;
  }
  return std::nullopt;
}

// "the country that", "the government in exile", "the army of ants": something else is said of
// it.
bool NominalLinker::is_modified_otherwise() const {
  return std::any_of(
      view_.children[head_].begin(), view_.children[head_].end(), [&](std::uint16_t c) {
        const std::string_view relation = view_.relation(c);
        // "the rebels near Bukavu"
        const std::uint16_t preposition = view_.child(c, "case");
        if (noun_.sector == "REB" && preposition != 0 &&
            is_locative(lower(view_.word(preposition).form)))
          return false;
        // "accused the government of torture"
        const bool charge = view_.relation(head_) == "obj" && preposition != 0 &&
                            view_.word(preposition).form == "of" && view_.word(c).xpos == "NN" &&
                            view_.child(c, "det") == 0;
        return !charge && relation == "nmod" && view_.word(c).deprel != "nmod:poss" && c > head_ &&
               !title_.span.contains(c);
      });
}

// The state in whose name the words are said: that of the speaker inside a quotation.
std::optional<ActorIndex> NominalLinker::speakers_state() {
  const std::uint32_t quotation = view_.quotation[head_];
  if (quotation == 0) return std::nullopt;
  const std::vector<ActorIndex> speakers = speakers_of(r_, quotation);
  return speakers.size() == 1 ? state_of(r_, speakers.front()) : std::nullopt;
}

std::vector<ActorIndex> NominalLinker::from_last_person() {
  if (is_plural()) return {};
  if (const auto state = speakers_state(); state && (noun_.office || noun_.leads)) {
    if (const auto holder = holder_of(*state)) return {*holder};
  }
  const auto has_role = [&](const Actor& a, bool) {
    if (a.type != ActorType::Person) return false;
    const auto index = r_.actors.find(a.id);
    const bool stated = std::any_of(r_.posts.begin(), r_.posts.end(), [&](const StatedPost& p) {
      return index == p.person && !p.former &&
             (p.role == noun_.lemma || (p.leads && noun_.leads && !noun_.office));
    });
    return stated || std::any_of(a.offices.begin(), a.offices.end(), [&](const Office& o) {
             const bool role =
                 fold(o.role) == fold(noun_.lemma) || (o.leads && noun_.leads && !noun_.office);
             return role && is_held(o, r_.document.info.date);
           });
  };
  std::vector<ActorIndex> found =
      find_antecedent(r_, anaphor(), has_role, {.sentences = 6, .margin = 0.2});
  if (found.empty() && noun_.office && r_.document.info.date) {
    if (const auto state = focus()) {
      if (const auto holder = holder_of(*state)) found = {*holder};
    }
  }
  return found;
}

std::optional<ActorIndex> NominalLinker::focus(double margin) {
  if (const auto state = speakers_state()) return state;
  std::vector<ScoredActor> states = rank_states(r_, anaphor(), kFocusSentences);
  if (const auto other = foreign_subject())
    if (std::erase_if(states, [&](const ScoredActor& s) { return s.actor == *other; }) > 0)
      margin = std::max(margin, kSureFocus);
  if (states.empty()) return std::nullopt;
  if (states.size() > 1 && states[0].score - states[1].score < margin) return std::nullopt;
  return states.front().actor;
}

std::vector<ActorIndex> NominalLinker::from_focus(double margin) {
  const auto state = focus(margin);
  if (!state) return {};
  if (noun_.stands_for_force) return {forces_of(*state)};
  return {noun_.type == ActorType::Government ? *state : group(*state, noun_)};
}

// "the kingdom" is one that is called so; "the country" any.
std::vector<ActorIndex> NominalLinker::from_last_state() {
  const auto is_called_so = [&](const Actor& a, bool) {
    return a.type == ActorType::State &&
           std::any_of(a.names.begin(), a.names.end(), [&](const ActorName& n) {
             return (" " + fold(n.text) + " ").find(" " + fold(noun_.lemma) + " ") !=
                    std::string::npos;
           });
  };
  const SearchOptions options{.sentences = 3, .margin = 0.2, .per_doubling = 0.15};
  const std::vector<ActorIndex> named = find_antecedent(r_, anaphor(), is_called_so, options);
  if (!named.empty() || !is_any_state_noun(noun_.lemma)) return named;
  return from_last_of_type();
}

std::vector<ActorIndex> NominalLinker::from_last_of_type() {
  // "the group" is an armed one where one is spoken of.
  if (noun_.type == ActorType::ArmedGroup) {
    if (auto armed = from_last_group(); !armed.empty()) return armed;
  }
  const auto fits = [&](const Actor& a, bool) { return is_kind_of(a.type) && is_called_so(a); };
  auto found =
      find_antecedent(r_, anaphor(), fits, {.sentences = 3, .margin = 0.2, .per_doubling = 0.15});
  return found.empty() && noun_.type == ActorType::Government ? from_same_noun() : found;
}

// "the ministry" after "the Russian Defence Ministry".
std::vector<ActorIndex> NominalLinker::from_same_noun() const {
  const std::string noun = lower(view_.word(head_).lemma);
  const Mention* last = nullptr;
  for (const Mention& m : r_.mentions) {
    if (m.sentence >= sentence_ || m.sentence + 6 < sentence_ || m.kind == MentionKind::Place)
      continue;
    if (lower(r_.sentences[m.sentence].word(m.head).lemma) != noun || m.first == m.last) continue;
    if (last == nullptr || last->sentence <= m.sentence) last = &m;
  }
  return last == nullptr ? std::vector<ActorIndex>() : last->actors;
}

// "the court" is one that has the word in its names; "the group" may be any.
bool NominalLinker::is_called_so(const Actor& candidate) const {
  if (noun_.type != ActorType::Government) return true;
  const std::string word = " " + fold(noun_.lemma.substr(noun_.lemma.rfind(' ') + 1)) + " ";
  const auto has_word = [&](const std::string& name) {
    return (" " + fold(name) + " ").find(word) != std::string::npos;
  };
  return has_word(candidate.label) ||
         std::any_of(candidate.names.begin(), candidate.names.end(),
                     [&](const ActorName& n) { return has_word(n.text); });
}

bool NominalLinker::is_kind_of(ActorType type) const {
  if (noun_.sector == "IGO") return type == ActorType::Alliance;
  if (noun_.of_alliance) return type == ActorType::Alliance;
  if (noun_.type == ActorType::Organization || noun_.type == ActorType::ArmedGroup)
    return type == ActorType::Organization || type == ActorType::ArmedGroup ||
           type == ActorType::Party;
  return type == noun_.type;
}

}  // namespace entente
