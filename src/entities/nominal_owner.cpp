// SPDX-License-Identifier: ISC
// The phrase says whose it is: "Russian troops", "Putin's military".
#include "entities/english.h"
#include "entities/nominal_linker.h"

#include <algorithm>
#include <set>

namespace entente {

std::vector<ActorIndex> NominalLinker::from_bodies() {
  std::vector<ActorIndex> out;
  const std::vector<ActorIndex> bodies = title_.bodies;
  for (const ActorIndex body : bodies) {
    for (const ActorIndex found : from_body(body)) {
      if (std::find(out.begin(), out.end(), found) == out.end()) out.push_back(found);
    }
  }
  return out;
}

std::vector<ActorIndex> NominalLinker::from_body(ActorIndex body) {
  if (noun_.type == ActorType::State && !is_plural() && is_group_of_states(body))
    return member_of(body);
  const bool by_person = actor(body).type == ActorType::Person;
  if (by_person && noun_.type == ActorType::Government) note_government_of(body);
  const auto state = state_of(r_, body);
  if (!state) return by_person ? std::vector<ActorIndex>() : std::vector<ActorIndex>{body};
  const ActorType type = actor(body).type;
  const bool of_people = type == ActorType::Population && noun_.type == ActorType::Government;
  const bool is_own_body =
      !of_people && !by_person && type != ActorType::State && type != ActorType::Government;
  if (noun_.stands_for_force) return {is_own_body ? body : forces_of(*state)};
  if (noun_.type == ActorType::Person)
    return from_person_role(body, is_own_body ? body : *state, by_person);
  if (is_own_body) return {body};
  return from_group_role(*state, by_person);
}

bool NominalLinker::is_group_of_states(ActorIndex body) const {
  const ActorType type = actor(body).type;
  return type == ActorType::Alliance || type == ActorType::Organization;
}

// "the Baltic state": the last of its members that was spoken of.
std::vector<ActorIndex> NominalLinker::member_of(ActorIndex body) const {
  const std::string id = actor(body).id;
  const auto fits = [&](const Actor& a, bool) {
    return std::any_of(a.memberships.begin(), a.memberships.end(),
                       [&](const Membership& m) { return m.in == id; });
  };
  return find_antecedent(r_, anaphor(), fits, {.sentences = 2, .margin = 0});
}

// "Assad's government", "the Lukashenko regime": he leads it.
void NominalLinker::note_government_of(ActorIndex person) {
  const auto state = state_of(r_, person);
  if (!state || !noun_.leads) return;
  StatedPost post;
  post.sentence = sentence_;
  post.person = person;
  post.body = *state;
  post.leads = true;
  post.role = noun_.lemma;
  post.first = title_.span.first;
  post.last = title_.span.last;
  r_.posts.push_back(std::move(post));
}

std::vector<ActorIndex> NominalLinker::from_person_role(ActorIndex owner, ActorIndex body,
                                                        bool by_person) {
  // "No U.S. president has been removed": none in particular.
  if (title_.former || (title_.indefinite && noun_.office && noun_.leads)) return {};
  if (!is_plural()) {
    if (const auto holder = holder_of(body)) return {*holder};
  }
  if (by_person && !noun_.office) return {};  // "Putin's aide": somebody unnamed
  if (noun_.sector == "GOV" || noun_.sector == "MIL" || noun_.office || noun_.leads) return {body};
  if (!is_plural()) return {};
  return {group(owner, noun_)};
}

// Who holds the post on the article's day; without a day, who of the article's people does.
std::optional<ActorIndex> NominalLinker::holder_of(ActorIndex body) {
  if (!noun_.office && !noun_.leads) return std::nullopt;
  const std::string id = actor(body).id;
  const auto& date = r_.document.info.date;
  std::vector<std::uint32_t> people = r_.names.holders(noun_.lemma, id, date);
  if (people.empty() && noun_.leads) people = r_.names.leaders(id, date);
  std::set<ActorIndex> named;
  for (const std::uint32_t p : people) {
    if (const auto found = r_.actors.find(r_.names.knowledge.actors[p].id)) named.insert(*found);
  }
  if (named.size() == 1) return *named.begin();
  if (const auto unvetted = holder_in_text(body)) return unvetted;
  if (date && people.size() == 1) return r_.actors.known(people.front());
  return std::nullopt;
}

// Somebody to whom the text has given this post.
std::optional<ActorIndex> NominalLinker::holder_in_text(ActorIndex body) const {
  for (auto post = r_.posts.rbegin(); post != r_.posts.rend(); ++post) {
    const bool same = post->role == noun_.lemma || (post->leads && noun_.leads && !noun_.office);
    if (same && post->body == body && !post->former) return post->person;
  }
  return std::nullopt;
}

std::vector<ActorIndex> NominalLinker::from_group_role(ActorIndex state, bool by_person) {
  if (noun_.type == ActorType::State || noun_.type == ActorType::Government) {
    if (noun_.type == ActorType::State && is_plural()) return {};
    return {state};
  }
  if (noun_.sector == "CVL" || noun_.sector == "REF" || noun_.sector == "GOV") return {state};
  if (by_person || !is_collective()) return {};
  return {group(state, noun_)};
}

// One company is not the companies; an opposition or a militia is many.
bool NominalLinker::is_collective() const {
  return is_plural() || noun_.type == ActorType::Party || noun_.type == ActorType::ArmedGroup ||
         noun_.type == ActorType::Population;
}

std::string NominalLinker::adjective_of(ActorIndex body) const {
  for (const ActorName& name : actor(body).names) {
    if (name.kind == NameKind::Adjective) return name.text;
  }
  return actor(body).label;
}

ActorIndex NominalLinker::forces_of(ActorIndex state) {
  if (const auto forces = r_.names.forces_of(actor(state).id)) return r_.actors.known(*forces);
  Actor forces;
  forces.label = adjective_of(state) + " Armed Forces";
  forces.type = ActorType::ArmedForce;
  forces.sector = "MIL";
  return add_nominal(std::move(forces), state);
}

// "Belarusian opposition", "Iraqi militias": an actor of its own.
ActorIndex NominalLinker::group(ActorIndex state, const RoleNoun& noun) {
  Actor group;
  group.label = adjective_of(state) + " " + noun.lemma;
  group.type = noun.type == ActorType::Person ? ActorType::Population : noun.type;
  group.sector = noun.sector;
  return add_nominal(std::move(group), state);
}

ActorIndex NominalLinker::add_nominal(Actor nominal, ActorIndex state) {
  nominal.id = make_actor_id(nominal.label);
  nominal.country = actor(state).country;
  nominal.acts_for = nominal.type == ActorType::ArmedForce ? actor(state).id : "";
  return r_.actors.add(std::move(nominal));
}

}  // namespace entente
