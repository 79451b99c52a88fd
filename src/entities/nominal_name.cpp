// SPDX-License-Identifier: ISC
// A name stands beside the role noun; posts that they state together.
#include "entities/english.h"
#include "entities/nominal.h"
#include "entities/nominal_linker.h"

#include <algorithm>
#include <utility>

namespace entente {

void NominalLinker::add_post(ActorIndex person, WordSpan words) {
  if (actor(person).type != ActorType::Person || noun_.relational) return;
  for (const ActorIndex body : bodies_of_post(person)) {
    StatedPost post;
    post.sentence = sentence_;
    post.person = person;
    post.body = body;
    post.leads = noun_.leads && !title_.former && actor(body).type != ActorType::Person;
    post.former = title_.former;
    post.role = noun_.lemma;
    post.first = words.first;
    post.last = words.last;
    r_.posts.push_back(std::move(post));
  }
  inform(person);
}

// The bodies that the words name; "President Bashar al-Assad" names none, but everybody knows.
std::vector<ActorIndex> NominalLinker::bodies_of_post(ActorIndex person) {
  std::vector<ActorIndex> bodies;
  const std::vector<ActorIndex> named = title_.bodies;
  for (const ActorIndex body : named) {
    if (body != person) bodies.push_back(part_of(body));
  }
  if (!bodies.empty() || title_.former) return bodies;
  const std::vector<Office> offices = actor(person).offices;
  for (const Office& office : offices) {
    const bool fits =
        fold(office.role) == fold(noun_.lemma) && is_held(office, r_.document.info.date);
    const auto body = fits ? r_.actors.known_id(office.of) : std::nullopt;
    if (body && bodies.empty()) bodies.push_back(*body);
  }
  return bodies;
}

// An "opposition leader" of a state leads its opposition.
ActorIndex NominalLinker::part_of(ActorIndex body) {
  const auto space = noun_.lemma.find(' ');
  if (noun_.sector != "OPP" || space == std::string::npos || actor(body).type != ActorType::State)
    return body;
  const RoleNoun* part = r_.names.role(noun_.lemma.substr(0, space));
  return part != nullptr && part->sector == "OPP" ? group(body, *part) : body;
}

// What the phrase tells of somebody who is not known beforehand.
void NominalLinker::inform(ActorIndex person) {
  Actor& known = r_.actors[person];
  if (known.gender == Gender::Unknown)
    known.gender = gender_of_noun(lower(view_.word(head_).lemma));
  if (known.vetted) return;
  if (known.sector.empty()) known.sector = noun_.sector;
  for (const ActorIndex body : title_.bodies) {
    if (body == person) continue;
    if (known.country.empty()) known.country = actor(body).country;
    if (known.acts_for.empty() && !title_.former) known.acts_for = actor(body).id;
  }
}

// "Belarusian President Alexander Lukashenko", "state news agency Belta".
bool NominalLinker::link_title_of_name() {
  const auto next = static_cast<std::uint16_t>(name_position());
  if (next > view_.size()) return false;
  const Mention* name = name_beginning(next);
  if (name == nullptr || !can_be_called(*name)) return false;
  const ActorIndex named = name->actors.front();
  const WordSpan words{title_.span.first, name->last};
  const bool role_governs = !view_.dominates(name->head, head_);
  if (role_governs) add({named}, kByRule);
  if (actor(named).type == ActorType::Person)
    add_post(named, words);
  else
    inform(named);
  return true;
}

int NominalLinker::name_position() const {
  int next = title_.behind + 1;
  if (name_beginning(static_cast<std::uint16_t>(next)) == nullptr)
    next = title_.match->span.last + 1;
  while (next <= view_.size() && is_honorific(view_.word(static_cast<std::uint16_t>(next)).form))
    ++next;
  if (next < view_.size() && view_.word(static_cast<std::uint16_t>(next)).form == ",") {
    const auto after = static_cast<std::uint16_t>(next + 1);
    const Mention* m = name_beginning(after);
    if (m != nullptr && view_.relation(m->head) == "appos" && view_.word(m->head).head == head_)
      return after;
  }
  return next;
}

const Mention* NominalLinker::name_beginning(std::uint16_t word) const {
  for (const std::uint32_t index : view_.headed) {
    if (index == kNoMention) continue;
    const Mention& m = r_.mentions[index];
    if (m.first == word && m.kind == MentionKind::Name && m.actors.size() == 1) return &m;
  }
  return nullptr;
}

// A person's role goes with a person; "Russian ally Belarus" with whatever there is.
bool NominalLinker::can_be_called(const Mention& name) const {
  const ActorType type = actor(name.actors.front()).type;
  const bool tied = view_.word(name.head).head == head_ || view_.word(head_).head == name.head;
  if (noun_.type == ActorType::Person)
    return !is_plural() && (type == ActorType::Person || (tied && noun_.relational));
  const bool same_kind = type == noun_.type && !title_.definite;  // "US company Maxar"
  return type != ActorType::Person && !is_plural() &&
         (same_kind || (tied && view_.relation(head_) != "nsubj"));
}

// "Jane Doe, a former Estonian minister"; "her old friend, John Roe".
bool NominalLinker::link_apposition() {
  std::uint16_t other = 0;
  if (view_.relation(head_) == "appos")
    other = view_.word(head_).head;
  else
    other = view_.child(head_, "appos");
  const Mention* name = other == 0 ? nullptr : r_.headed_by(sentence_, other);
  if (name == nullptr) name = joined_to_apposition();
  if (name == nullptr || name->actors.size() != 1 || name->kind == MentionKind::Place) return false;
  const ActorIndex named = name->actors.front();
  const bool is_person = actor(named).type == ActorType::Person;
  if (is_person != (noun_.type == ActorType::Person) || is_plural()) return false;
  const WordSpan words{std::min(title_.span.first, name->first),
                       std::max(title_.span.last, name->last)};
  add({named}, kByRule);
  if (is_person)
    add_post(named, words);
  else
    inform(named);
  return true;
}

// "X, a diplomat and visiting fellow at Y": the second noun is joined to the first.
const Mention* NominalLinker::joined_to_apposition() const {
  if (view_.relation(head_) != "conj") return nullptr;
  const std::uint16_t first = view_.word(head_).head;
  if (view_.relation(first) != "appos") return nullptr;
  return r_.headed_by(sentence_, view_.word(first).head);
}

// "X is the president of Y", "X, who serves as the director of Y": says a post, is no mention.
bool NominalLinker::link_predicate() {
  if (noun_.type != ActorType::Person) return view_.child(head_, "cop") != 0;
  std::uint16_t subject = 0;
  if (view_.child(head_, "cop") != 0)
    subject = view_.child(head_, "nsubj");
  else if (is_as_phrase())
    subject = subject_of(view_.word(head_).head);
  const Mention* who = subject == 0 ? nullptr : r_.headed_by(sentence_, subject);
  if (who == nullptr) return false;
  if (who->actors.size() != 1 || actor(who->actors.front()).type != ActorType::Person ||
      is_negated())
    return true;
  if (!title_.bodies.empty())
    add_post(who->actors.front(),
             {std::min(who->first, title_.span.first), std::max(who->last, title_.span.last)});
  return true;
}

bool NominalLinker::is_negated() const {
  return std::any_of(view_.children[head_].begin(), view_.children[head_].end(),
                     [&](std::uint16_t c) { return feature(view_.word(c), "Polarity") == "Neg"; });
}

bool NominalLinker::is_as_phrase() const {
  const std::uint16_t preposition = view_.child(head_, "case");
  return view_.relation(head_) == "obl" && preposition != 0 &&
         lower(view_.word(preposition).form) == "as";
}

std::uint16_t NominalLinker::subject_of(std::uint16_t verb) const {
  const std::uint16_t subject = view_.child(verb, "nsubj");
  const bool passive = subject != 0 && view_.word(subject).deprel == "nsubj:pass";
  return passive || view_.child(verb, "obj") == 0 ? subject : 0;
}

void link_employer(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  const Mention* person = reading.headed_by(sentence, word);
  std::uint16_t owner = 0;
  for (const std::uint16_t c : view.children[word]) {
    if (view.word(c).deprel == "nmod:poss") owner = c;
  }
  if (person == nullptr || person->kind != MentionKind::Name || person->actors.size() != 1 ||
      owner == 0 || owner > word)
    return;
  const Mention* body = reading.headed_by(sentence, owner);
  if (body == nullptr || body->actors.size() != 1) return;
  Actor& who = reading.actors[person->actors.front()];
  const Actor& whose = reading.actors[body->actors.front()];
  if (who.type != ActorType::Person || whose.type == ActorType::Person) return;
  if (!who.vetted && who.country.empty()) who.country = whose.country;
  if (whose.type == ActorType::State) return;
  StatedPost post;
  post.sentence = sentence;
  post.person = person->actors.front();
  post.body = body->actors.front();
  post.first = std::min(body->first, person->first);
  post.last = person->last;
  reading.posts.push_back(std::move(post));
}

}  // namespace entente
