// SPDX-License-Identifier: ISC
/// @file
/// The functions of SPARQL 1.1 (17.4) and the casts of 17.5 on values. Those that take patterns,
/// variables or lazy arguments (BOUND, EXISTS, COALESCE, IF, &&, ||, IN) are the evaluator's.
#pragma once

#include "rdf/arena.h"
#include "store/query.h"
#include "store/regex.h"
#include "store/value.h"

#include <map>
#include <memory>
#include <random>
#include <span>
#include <string>

namespace entente::store {

/// What functions need beside their arguments.
struct FunctionContext {
  rdf::Arena* arena = nullptr;  ///< for the strings they make
  DateTime now;
  std::string base;  ///< for IRI()
  std::mt19937_64 random;
  std::uint64_t blank_count = 0;
  /// BNODE("x") gives the same node within one solution: by row and name.
  std::map<std::pair<std::size_t, std::string>, std::string> blank_names;
  std::size_t row = 0;
  RegexCache regexes;
};

/// An error value for arguments of the wrong kind.
Value call_function(Op op, std::span<const Value> arguments, FunctionContext& context);
/// xsd:integer(...) and its like; an error for other IRIs.
Value cast(std::string_view datatype, const Value& value, FunctionContext& context);

/// The parts, one file each.
Value call_string_function(Op op, std::span<const Value> arguments, FunctionContext& context);
Value call_number_function(Op op, std::span<const Value> arguments, FunctionContext& context);
Value call_date_function(Op op, std::span<const Value> arguments, FunctionContext& context);
Value call_hash_function(Op op, std::span<const Value> arguments, FunctionContext& context);

/// + - * / with numeric promotion (17.3); an error for other kinds and on overflow.
Value arithmetic(Op op, const Value& a, const Value& b);

}  // namespace entente::store
