// SPDX-License-Identifier: ISC
#include "graph/status.h"

#include <algorithm>
#include <set>
#include <vector>

namespace entente {

namespace {

bool denies(const ClaimRecord& claim) {
  return claim.polarity == Polarity::Denied;
}

bool affirms_fact(const ClaimRecord& claim) {
  return !denies(claim) && is_factual(claim);
}

template <typename Predicate>
bool any(std::span<const SourcedClaim> claims, Predicate&& predicate) {
  return std::any_of(claims.begin(), claims.end(),
                     [&](const SourcedClaim& c) { return predicate(*c.claim); });
}

template <typename Predicate>
std::uint32_t count_sources(std::span<const SourcedClaim> claims, Predicate&& predicate) {
  std::set<std::string_view> sources;
  for (const SourcedClaim& c : claims) {
    if (predicate(*c.claim)) sources.insert(c.source);
  }
  return static_cast<std::uint32_t>(sources.size());
}

// Who says "it was not so, but may be" contests nobody; a denial of another's suspicion does.
bool suspicion_is_denied(std::span<const SourcedClaim> claims) {
  std::vector<const ClaimRecord*> denials;
  for (const SourcedClaim& c : claims) {
    if (denies(*c.claim) && is_factual(*c.claim)) denials.push_back(c.claim);
  }
  return any(claims, [&](const ClaimRecord& suspicion) {
    return !denies(suspicion) && suspicion.modality == Modality::Possible &&
           std::ranges::any_of(denials, [&](const ClaimRecord* denial) {
             return denial->speakers != suspicion.speakers;
           });
  });
}

bool prospect_is_denied(std::span<const SourcedClaim> claims) {
  return any(claims, [](const ClaimRecord& c) { return !denies(c) && !is_factual(c); }) &&
         any(claims, [](const ClaimRecord& c) { return denies(c) && !is_factual(c); });
}

}  // namespace

bool is_factual(const ClaimRecord& claim) {
  return claim.modality == Modality::Actual || claim.modality == Modality::Probable;
}

StatusFinding find_status(std::span<const SourcedClaim> claims) {
  const auto everyone = [](const ClaimRecord&) { return true; };
  const bool affirmed = any(claims, affirms_fact);
  const bool denied = any(claims, [](const ClaimRecord& c) { return denies(c) && is_factual(c); });
  if (affirmed && !denied) {
    const std::uint32_t sources = count_sources(claims, affirms_fact);
    return {sources >= 2 ? Status::Corroborated : Status::SingleSource, sources};
  }
  const std::uint32_t sources = count_sources(claims, everyone);
  if (affirmed || suspicion_is_denied(claims) || prospect_is_denied(claims)) {
    return {Status::Contested, sources};
  }
  const bool prospect = any(claims, [](const ClaimRecord& c) { return !denies(c); });
  return {prospect ? Status::Prospective : Status::Denied, sources};
}

}  // namespace entente
