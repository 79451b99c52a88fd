// SPDX-License-Identifier: ISC
/// @file
/// How far a situation may be relied on, from what is claimed of it.
#pragma once

#include "graph/knowledge_graph.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// A claim with the independent source that carries it.
struct SourcedClaim {
  const ClaimRecord* claim = nullptr;
  std::string_view source;
};

struct StatusFinding {
  Status status = Status::SingleSource;
  std::uint32_t source_count = 0;  ///< independent sources behind the status
};

/// True for Actual and Probable: the claim is about what is or was so.
bool is_factual(const ClaimRecord& claim);

/// The status of what all `claims` are about:
/// - Corroborated, SingleSource: affirmed as fact by two or more, or by one independent source, and
///   not denied as fact. That it will not be so in future is no denial of what was.
/// - Contested: affirmed as fact and denied as fact; or held possible by one and denied by another;
///   or planned, conditional or demanded by some and that very prospect denied by others.
/// - Prospective: otherwise affirmed, if only as possible, planned, conditional or demanded. That
/// it
///   is not so yet does not contest a prospect.
/// - Denied: only denied.
/// `source_count` counts who affirms as fact where somebody does and nobody denies, else all.
/// Requires: `claims` is not empty.
StatusFinding find_status(std::span<const SourcedClaim> claims);

}  // namespace entente
