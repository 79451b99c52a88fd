// SPDX-License-Identifier: ISC
/// @file
/// From the text of a SPARQL 1.1 query to its algebra.
#pragma once

#include "store/query.h"
#include "text/diagnostic.h"

#include <string>
#include <string_view>
#include <variant>

namespace entente::store {

/// Groups, paths and expressions may be nested this deep.
inline constexpr int kMaxQueryNesting = 500;
/// Operators in a row, and clauses of one group, that lean on each other.
inline constexpr int kMaxQueryChain = 1000;

/// The query, or the first error with line, column, what was found and what was expected.
/// `base` is what relative IRIs are resolved against unless the query has a BASE. Unless a query
/// declares them itself, the prefixes of `prefixes` are known in it.
std::variant<Query, Diagnostic> parse_query(
    std::string_view text, std::string_view file = "query", std::string_view base = {},
    const std::vector<std::pair<std::string, std::string>>& prefixes = {});

/// Moves filters towards the patterns that bind what they read; the meaning stays. parse_query has
/// done it.
void push_filters(Pattern& pattern);

/// Variables that a pattern can bind (18.2.1), the user's and hidden ones, ascending.
std::vector<Var> visible_variables(const Pattern& pattern);

}  // namespace entente::store
