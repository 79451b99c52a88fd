// SPDX-License-Identifier: ISC
// Building costs one pass over all names. Matching walks the trie from every word; no name is
// longer than a few pieces, so the cost is linear in the text.
#include "entities/gazetteer.h"

#include <algorithm>
#include <set>

namespace entente {

namespace {

std::uint64_t edge_key(std::uint32_t node, std::uint32_t piece) {
  return (static_cast<std::uint64_t>(node) << 32U) | piece;
}

bool is_one_word(std::span<const Piece> pieces) {
  return pieces.size() == 1;
}

// "Bush" of "George H. W. Bush" names him in the text even if the ontology does not say so.
std::string_view last_word(std::string_view name) {
  const auto space = name.rfind(' ');
  return space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
}

}  // namespace

void PieceTrie::add(std::span<const Piece> pieces, std::uint32_t payload) {
  std::uint32_t node = 0;
  for (const Piece& piece : pieces) {
    const auto id =
        ids_.try_emplace(piece.key, static_cast<std::uint32_t>(ids_.size())).first->second;
    const auto next = static_cast<std::uint32_t>(ends_.size());
    const auto [edge, is_new] = edges_.try_emplace(edge_key(node, id), next);
    if (is_new) ends_.emplace_back();
    node = edge->second;
  }
  if (node != 0 && std::find(ends_[node].begin(), ends_[node].end(), payload) == ends_[node].end())
    ends_[node].push_back(payload);
}

std::uint32_t PieceTrie::piece_id(const std::string& key) const {
  const auto at = ids_.find(key);
  return at == ids_.end() ? kNone : at->second;
}

std::uint32_t PieceTrie::step(std::uint32_t node, std::uint32_t piece) const {
  if (piece == kNone) return kNone;
  const auto at = edges_.find(edge_key(node, piece));
  return at == edges_.end() ? kNone : at->second;
}

bool is_held(const Office& office, const std::optional<Date>& date) {
  if (!date) return true;
  return !(office.from && *date < *office.from) && !(office.until && *office.until < *date);
}

Gazetteer::Impl::Impl(const ActorKnowledge& all) : knowledge(all) {
  index_rulings();
  add_actor_names();
  add_places();
  add_roles();
  index_posts();
  for (const GivenName& name : all.given_names) given_names_[fold(name.name)] = name.gender;
}

Gender Gazetteer::Impl::gender_of_given_name(const std::string& key) const {
  const auto at = given_names_.find(key);
  return at == given_names_.end() ? Gender::Unknown : at->second;
}

void Gazetteer::Impl::index_rulings() {
  for (const IdentityRuling& ruling : knowledge.rulings) {
    if (!ruling.same) continue;
    const bool other_is_known = knowledge.find(ruling.other) != nullptr;
    const std::string to = canonical_id(other_is_known ? ruling.other : ruling.one);
    const std::string from = canonical_id(other_is_known ? ruling.one : ruling.other);
    if (from != to) same_as_[from] = to;
  }
}

std::string Gazetteer::Impl::canonical_id(std::string_view id) const {
  std::string at(id);
  for (auto next = same_as_.find(at); next != same_as_.end(); next = same_as_.find(at))
    at = next->second;
  return at;
}

std::optional<std::uint32_t> Gazetteer::Impl::canonical(std::string_view id) const {
  const Actor* actor = knowledge.find(canonical_id(id));
  if (actor == nullptr) return std::nullopt;
  return static_cast<std::uint32_t>(actor - knowledge.actors.data());
}

bool Gazetteer::Impl::ruled_different(std::string_view one, std::string_view other) const {
  return std::any_of(
      knowledge.rulings.begin(), knowledge.rulings.end(), [&](const IdentityRuling& r) {
        return !r.same &&
               ((r.one == one && r.other == other) || (r.one == other && r.other == one));
      });
}

void Gazetteer::Impl::add_entry(std::span<const Piece> pieces, NameEntry entry) {
  if (pieces.empty()) return;
  entry.needs_capital.clear();
  for (const Piece& piece : pieces) entry.needs_capital.push_back(piece.capital);
  entries.push_back(std::move(entry));
  names.add(pieces, static_cast<std::uint32_t>(entries.size() - 1));
}

void Gazetteer::Impl::add_name(std::uint32_t actor, const std::string& text, NameKind kind,
                               bool ambiguous) {
  const std::vector<Piece> pieces = pieces_of(text);
  NameEntry entry{.actor = actor, .kind = kind, .ambiguous = ambiguous};
  const bool person = knowledge.actors[actor].type == ActorType::Person;
  if (person && is_one_word(pieces)) entry.kind = NameKind::Surname;
  entry.has_article = pieces.size() > 1 && pieces[0].key == "the";
  add_entry(pieces, entry);
  if (entry.has_article && !ambiguous) {
    entry.has_article = false;
    add_entry(std::span(pieces).subspan(1), entry);
  }
}

void Gazetteer::Impl::add_actor_names() {
  for (const Actor& actor : knowledge.actors) {
    const std::uint32_t index = *canonical(actor.id);
    add_name(index, actor.label, NameKind::Label,
             std::any_of(actor.names.begin(), actor.names.end(),
                         [&](const ActorName& n) { return n.text == actor.label && n.ambiguous; }));
    std::set<std::string> surnames;
    for (const ActorName& name : actor.names) {
      if (name.text != actor.label) add_name(index, name.text, name.kind, name.ambiguous);
      if (name.kind == NameKind::Surname) surnames.insert(name.text);
    }
    const std::string surname(last_word(actor.label));
    if (actor.type == ActorType::Person && surnames.empty() && !surname.empty())
      add_name(index, surname, NameKind::Surname, false);
  }
}

void Gazetteer::Impl::add_places() {
  for (std::size_t i = 0; i < knowledge.places.size(); ++i) {
    const Place& place = knowledge.places[i];
    add_entry(pieces_of(place.name), {.place = static_cast<std::uint32_t>(i),
                                      .kind = NameKind::Label,
                                      .ambiguous = place.ambiguous});
  }
}

void Gazetteer::Impl::add_roles() {
  for (std::size_t i = 0; i < knowledge.role_nouns.size(); ++i) {
    roles.add(pieces_of(knowledge.role_nouns[i].lemma), static_cast<std::uint32_t>(i));
  }
}

void Gazetteer::Impl::index_posts() {
  for (const Actor& actor : knowledge.actors) {
    const std::uint32_t index = *canonical(actor.id);
    for (const Office& office : actor.offices) posts_[office.of].push_back({index, &office});
    if (actor.type != ActorType::ArmedForce || actor.acts_for.empty()) continue;
    const bool general = actor.id.ends_with("-armed-forces");
    if (general || !forces_.contains(actor.acts_for)) forces_[actor.acts_for] = index;
  }
}

const RoleNoun* Gazetteer::Impl::role(std::string_view lemma) const {
  std::uint32_t node = 0;
  for (const Piece& piece : pieces_of(lemma)) {
    node = roles.step(node, roles.piece_id(piece.key));
    if (node == PieceTrie::kNone) return nullptr;
  }
  const auto found = roles.payloads(node);
  return found.empty() ? nullptr : &knowledge.role_nouns[found.front()];
}

std::optional<std::uint32_t> Gazetteer::Impl::forces_of(std::string_view state_id) const {
  const auto at = forces_.find(state_id);
  if (at == forces_.end()) return std::nullopt;
  return at->second;
}

std::vector<std::uint32_t> Gazetteer::Impl::holders(std::string_view role, std::string_view body,
                                                    const std::optional<Date>& date) const {
  std::vector<std::uint32_t> out;
  const auto at = posts_.find(body);
  if (at == posts_.end()) return out;
  const std::vector<Piece> wanted = pieces_of(role);
  const auto same = [](const Piece& a, const Piece& b) { return a.key == b.key; };
  for (const Post& post : at->second) {
    const std::vector<Piece> title = pieces_of(post.office->role);
    const bool fits = std::equal(title.begin(), title.end(), wanted.begin(), wanted.end(), same);
    if (fits && is_held(*post.office, date)) out.push_back(post.person);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::uint32_t> Gazetteer::Impl::leaders(std::string_view body,
                                                    const std::optional<Date>& date) const {
  std::vector<std::uint32_t> out;
  const auto at = posts_.find(body);
  if (at == posts_.end()) return out;
  for (const Post& post : at->second) {
    if (post.office->leads && is_held(*post.office, date)) out.push_back(post.person);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Gazetteer::Gazetteer(const ActorKnowledge& knowledge)
    : impl_(std::make_unique<const Impl>(knowledge)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

}  // namespace entente
