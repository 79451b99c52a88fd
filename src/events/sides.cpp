// SPDX-License-Identifier: ISC
#include "events/sides.h"

#include <algorithm>

namespace entente {

namespace {

constexpr double kInferred = 0.75;  // judgement, not measured

}  // namespace

bool is_any(const std::string& type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string country_of(const Article& article, const std::vector<Participant>& side) {
  for (const Participant& p : side) {
    const std::string& country = article.entities.actors[p.actor].country;
    if (!country.empty()) return country;
  }
  return {};
}

std::optional<ActorIndex> state_of(const Article& article, const std::string& country) {
  if (country.empty()) return {};
  for (ActorIndex i = 0; i < article.entities.actors.size(); ++i) {
    if (article.entities.actors[i].id == country) return i;
  }
  return {};
}

void fill_side(Claim& claim, std::vector<Participant>& side, std::vector<Participant> with) {
  for (Participant& p : with) p.text = claim.quote;
  side = std::move(with);
  claim.confidence *= kInferred;
}

bool share_actor(const std::vector<Participant>& one, const std::vector<Participant>& other) {
  return std::any_of(one.begin(), one.end(), [&](const Participant& p) {
    return std::any_of(other.begin(), other.end(),
                       [&](const Participant& q) { return p.actor == q.actor; });
  });
}

bool tells_of_event(const EventLexicon& lexicon, const std::string& lemma,
                    const std::string& type) {
  const auto found = lexicon.frames_of.find(lemma);
  if (found == lexicon.frames_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Frame& frame = lexicon.frames[i];
    return frame.word_class == WordClass::Noun && frame.sense.type == type;
  });
}

bool has_happened(const Claim& claim) {
  return claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
}

bool is_local(const Article& article, const Tree& tree, WordNumber n) {
  const auto listed = [&](WordNumber m) { return article.lexicon.locals.contains(tree.lemma(m)); };
  if (listed(n)) return true;
  const std::vector<WordNumber>& below = tree.children(n);
  return std::any_of(below.begin(), below.end(), [&](WordNumber c) {
    return listed(c) && (tree.has_relation(c, "compound") || tree.has_relation(c, "nmod"));
  });
}

}  // namespace entente
