// SPDX-License-Identifier: ISC
/// @file
/// A SPARQL 1.1 query as data: what the parser makes and the evaluator reads. Patterns are already
/// the algebra of section 18.2.2 of the recommendation (Bgp, Join, LeftJoin, Filter, ...).
/// Not covered, on purpose: SPARQL Update, SERVICE, entailment.
#pragma once

#include "rdf/term.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente::store {

/// Index into Query::variables.
using Var = std::uint32_t;
inline constexpr Var kNoVar = 0xFFFFFFFF;

struct Pattern;
struct Select;

/// Operators and built-in functions, named as in the recommendation.
enum class Op : std::uint8_t {
  // operators
  Constant,
  Variable,
  Or,
  And,
  Not,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  In,
  NotIn,
  Add,
  Subtract,
  Multiply,
  Divide,
  UnaryMinus,
  UnaryPlus,
  Exists,
  NotExists,
  Cast,  ///< a function named by an IRI: Expression::term
  // functions
  Str,
  Lang,
  LangMatches,
  Datatype,
  Bound,
  Iri,
  BNode,
  Rand,
  Abs,
  Ceil,
  Floor,
  Round,
  Concat,
  StrLen,
  UCase,
  LCase,
  EncodeForUri,
  Contains,
  StrStarts,
  StrEnds,
  StrBefore,
  StrAfter,
  Year,
  Month,
  Day,
  Hours,
  Minutes,
  Seconds,
  Timezone,
  Tz,
  Now,
  Uuid,
  StrUuid,
  Md5,
  Sha1,
  Sha256,
  Sha384,
  Sha512,
  Coalesce,
  If,
  StrLang,
  StrDt,
  SameTerm,
  IsIri,
  IsBlank,
  IsLiteral,
  IsNumeric,
  Regex,
  SubStr,
  Replace,
};

struct Expression {
  Op op = Op::Constant;
  std::vector<Expression> arguments;
  rdf::Term term;                    ///< Constant; Cast: the function's IRI
  Var variable = kNoVar;             ///< Variable, Bound
  std::shared_ptr<Pattern> pattern;  ///< Exists, NotExists
};

/// Property paths (18.1.7). Sequences, alternatives and inverses outside closures are gone after
/// parsing: they have become triple patterns and unions.
struct Path {
  enum class Kind : std::uint8_t {
    Link,
    Inverse,
    Sequence,
    Alternative,
    ZeroOrMore,
    OneOrMore,
    ZeroOrOne,
    Negated
  };
  Kind kind = Kind::Link;
  rdf::Term link;
  std::vector<Path> parts;
  std::vector<rdf::Term> forbidden,
      forbidden_inverse;  ///< Negated: !(forbidden | ^forbidden_inverse)
};

/// A term, or a variable if `variable` is set.
struct Node {
  Var variable = kNoVar;
  rdf::Term term;

  bool is_variable() const { return variable != kNoVar; }
};

struct TriplePattern {
  Node subject, predicate, object;
  std::shared_ptr<const Path> path;  ///< instead of `predicate`, where it is more than a link
};

/// Rows of VALUES; a term of kind None is UNDEF.
struct InlineData {
  std::vector<Var> variables;
  std::vector<std::vector<rdf::Term>> rows;
};

struct Pattern {
  enum class Kind : std::uint8_t {
    Bgp,        ///< triples
    Join,       ///< all children
    LeftJoin,   ///< children[0], children[1], expression (if has_expression)
    Filter,     ///< children[0], expression
    Union,      ///< children
    Minus,      ///< children[0], children[1]
    Graph,      ///< graph, children[0]
    Extend,     ///< children[0], variable, expression
    Values,     ///< data
    SubSelect,  ///< select
  };
  Kind kind = Kind::Bgp;
  std::vector<Pattern> children;
  std::vector<TriplePattern> triples;
  Expression expression;
  bool has_expression = false;
  Node graph;
  Var variable = kNoVar;
  InlineData data;
  std::shared_ptr<Select> select;
};

/// One aggregate of a SELECT; expressions name its result by `result`, a variable of its own.
struct Aggregate {
  enum class Kind : std::uint8_t { Count, Sum, Min, Max, Avg, Sample, GroupConcat };
  Kind kind = Kind::Count;
  bool distinct = false;
  bool star = false;  ///< COUNT(*)
  Expression argument;
  std::string separator = " ";
  Var result = kNoVar;
};

struct Projected {
  Var variable = kNoVar;
  std::optional<Expression> expression;  ///< (expression AS variable)
};

struct OrderKey {
  Expression expression;
  bool descending = false;
};

/// SELECT ... WHERE with its solution modifiers; also what the other forms have of them.
struct Select {
  bool star = false;
  bool distinct = false, reduced = false;
  std::vector<Projected> projection;  ///< of SELECT *: all visible variables
  Pattern where;
  bool grouped = false;  ///< GROUP BY, or an aggregate without it
  std::vector<Projected> group_by;
  std::vector<Aggregate> aggregates;
  std::vector<Expression> having;
  std::vector<OrderKey> order_by;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  std::optional<InlineData> values;
};

struct Query {
  enum class Form : std::uint8_t { Select, Ask, Construct, Describe };
  Form form = Form::Select;
  std::vector<std::string> variables;  ///< names; those that begin with '.' are not the user's
  Select select;
  std::vector<TriplePattern> construct_template;
  std::vector<Node> describe;  ///< empty with select.star: all variables
  std::vector<std::string> from, from_named;
  bool has_dataset = false;
  std::string base;
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< to write results with
};

}  // namespace entente::store
