// SPDX-License-Identifier: ISC
#include "graph/merge_actors.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

namespace {

constexpr std::size_t kArticleDigits = 8;

template <typename T>
void unite(std::vector<T>& into, const std::vector<T>& other) {
  into.insert(into.end(), other.begin(), other.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

// The longer says more; of equals the first in byte order.
void keep_fuller(std::string& into, const std::string& other) {
  if (other.size() > into.size() || (other.size() == into.size() && other < into)) into = other;
}

template <typename T>
void keep_lower(T& into, T other) {
  into = std::min(into, other);
}

void absorb(Actor& into, const Actor& other) {
  if (into.vetted != other.vetted) {
    if (other.vetted) into = other;
    return;
  }
  keep_fuller(into.label, other.label);
  keep_lower(into.type, other.type);
  keep_fuller(into.country, other.country);
  keep_fuller(into.sector, other.sector);
  keep_fuller(into.acts_for, other.acts_for);
  keep_fuller(into.wikidata, other.wikidata);
  into.gender = std::max(into.gender, other.gender);
  unite(into.names, other.names);
  unite(into.offices, other.offices);
  unite(into.memberships, other.memberships);
  unite(into.borders, other.borders);
}

void tidy(Actor& actor) {
  unite(actor.names, {});
  unite(actor.offices, {});
  unite(actor.memberships, {});
  unite(actor.borders, {});
}

SharedText own_id(const SharedText& actor, std::string_view article) {
  const std::string suffix = "-" + std::string(article.substr(0, kArticleDigits));
  return actor.view().ends_with(suffix) ? actor : SharedText(actor.str() + suffix);
}

// Calls `visit` with every actor id in the claim, by reference.
template <typename Claim, typename Visit>
void visit_actors(Claim& claim, Visit&& visit) {
  for (auto& participant : claim.initiators) visit(participant.actor);
  for (auto& participant : claim.recipients) visit(participant.actor);
  for (auto& speaker : claim.speakers) visit(speaker);
  for (auto& speaker : claim.quoted_by) visit(speaker);
}

}  // namespace

std::vector<Actor> merge_actors(std::vector<Actor> actors) {
  std::stable_sort(actors.begin(), actors.end(),
                   [](const Actor& a, const Actor& b) { return a.id < b.id; });
  std::vector<Actor> merged;
  for (Actor& actor : actors) {
    tidy(actor);
    if (!merged.empty() && merged.back().id == actor.id) {
      absorb(merged.back(), actor);
    } else {
      merged.push_back(std::move(actor));
    }
  }
  return merged;
}

bool is_article_own(const Actor& actor) {
  if (actor.vetted || actor.label.empty()) return false;
  const bool common_noun = actor.label[0] >= 'a' && actor.label[0] <= 'z';
  const bool one_word = actor.label.find(' ') == std::string::npos;
  return common_noun || (actor.type == ActorType::Person && one_word);
}

void separate_article_own_actors(std::vector<Actor>& actors, std::vector<ClaimRecord>& claims) {
  std::unordered_map<SharedText, Actor> own;
  for (const Actor& actor : actors) {
    if (is_article_own(actor)) own.emplace(actor.id, actor);
  }
  if (own.empty()) return;
  std::vector<Actor> separated;
  for (ClaimRecord& claim : claims) {
    visit_actors(claim, [&](SharedText& id) {
      const auto found = own.find(id);
      if (found == own.end()) return;
      id = own_id(id, claim.article);
      separated.push_back(found->second);
      separated.back().id = id.str();
    });
  }
  std::erase_if(actors, [&](const Actor& actor) { return own.contains(actor.id); });
  actors.insert(actors.end(), separated.begin(), separated.end());
}

std::vector<Actor> keep_named_actors(std::vector<Actor> actors,
                                     const std::vector<ArticleRecord>& articles,
                                     const std::vector<ClaimRecord>& claims) {
  std::set<std::string, std::less<>> named;
  std::vector<std::string> open;
  const auto name = [&](std::string_view id) {
    if (id.empty() || named.contains(id)) return;
    named.emplace(id);
    open.emplace_back(id);
  };
  for (const ArticleRecord& article : articles) name(article.agency);
  for (const ClaimRecord& claim : claims) visit_actors(claim, name);
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    const auto actor =
        std::lower_bound(actors.begin(), actors.end(), id,
                         [](const Actor& a, const std::string& key) { return a.id < key; });
    if (actor == actors.end() || actor->id != id) continue;
    name(actor->acts_for);
    name(actor->country);
    for (const Office& office : actor->offices) name(office.of);
    for (const Membership& membership : actor->memberships) name(membership.in);
  }
  std::erase_if(actors, [&](const Actor& actor) { return !named.contains(actor.id); });
  return actors;
}

}  // namespace entente
