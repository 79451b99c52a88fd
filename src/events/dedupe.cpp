// SPDX-License-Identifier: ISC
#include "events/dedupe.h"

#include <algorithm>

namespace entente {

namespace {

bool has(const std::vector<Participant>& list, ActorIndex actor) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Participant& p) { return p.actor == actor; });
}

/// Everyone of `few` is in `many`, or acts for somebody there.
bool within(const Article& article, const std::vector<Participant>& few,
            const std::vector<Participant>& many) {
  return std::all_of(few.begin(), few.end(), [&](const Participant& p) {
    if (has(many, p.actor)) return true;
    const std::string& country = article.entities.actors[p.actor].country;
    return !country.empty() && std::any_of(many.begin(), many.end(), [&](const Participant& q) {
      return article.entities.actors[q.actor].country == country;
    });
  });
}

bool is_post(const Claim& claim) {
  return claim.type == "leads" || claim.type == "affiliatedWith";
}

bool is_symmetric(const Claim& claim) {
  return claim.type == "alliedWith" || claim.type == "borders" || claim.type == "CONSULT" ||
         claim.type == "COOPERATE" || claim.type == "AGREE";
}

bool covers(const Article& article, const Claim& one, const Claim& other) {
  if (within(article, other.initiators, one.initiators) &&
      within(article, other.recipients, one.recipients)) {
    return true;
  }
  if (!is_symmetric(one)) return false;
  std::vector<Participant> all = one.initiators, theirs = other.initiators;
  all.insert(all.end(), one.recipients.begin(), one.recipients.end());
  theirs.insert(theirs.end(), other.recipients.begin(), other.recipients.end());
  return within(article, theirs, all);
}

bool same_statement(const Article& article, const Claim& one, const Claim& other) {
  if (one.type != other.type || one.speakers != other.speakers) return false;
  if (one.sentence != other.sentence) {
    return is_post(one) && one.initiators[0].actor == other.initiators[0].actor &&
           one.recipients[0].actor == other.recipients[0].actor;
  }
  return one.polarity == other.polarity &&
         (covers(article, one, other) || covers(article, other, one));
}

std::size_t fullness(const Claim& claim) {
  return (claim.initiators.empty() ? 0 : 2) + (claim.recipients.empty() ? 0 : 2) +
         (claim.action.empty() ? 0 : 1);
}

void take_over(Claim& keep, Claim drop) {
  if (std::pair(fullness(drop), drop.confidence) > std::pair(fullness(keep), keep.confidence)) {
    std::swap(keep, drop);
  }
  if (keep.action.empty()) keep.action = drop.action;
  if (!keep.place) keep.place = drop.place;
  if (!keep.launched_from) keep.launched_from = drop.launched_from;
  if (!keep.date) keep.date = drop.date;
  if (keep.quantities.empty()) keep.quantities = drop.quantities;
}

}  // namespace

std::vector<Claim> dedupe(const Article& article, std::vector<Claim> claims) {
  std::vector<Claim> out;
  for (Claim& claim : claims) {
    const auto same = std::find_if(out.begin(), out.end(), [&](const Claim& kept) {
      return same_statement(article, kept, claim);
    });
    if (same == out.end()) {
      out.push_back(std::move(claim));
    } else if (same->sentence == claim.sentence) {
      take_over(*same, std::move(claim));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Claim& a, const Claim& b) {
    return std::pair(a.sentence, a.quote.begin) < std::pair(b.sentence, b.quote.begin);
  });
  return out;
}

}  // namespace entente
