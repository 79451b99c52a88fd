// SPDX-License-Identifier: ISC
/// @file
/// One running query. Its parts lie in several files: scans of triple patterns, joins, paths,
/// expressions, groups, modifiers.
///
/// The one idea: extend(input, pattern) is the join of the rows so far with what the pattern
/// matches. Where it is safe, the rows are handed into the pattern, so that a pattern is looked up
/// by what is known already (index nested loop); else the pattern is evaluated alone and joined by
/// hash, or by merging where both sides are sorted. All give the same rows as the bottom-up
/// semantics of section 18 of the recommendation.
#pragma once

#include "store/evaluate.h"
#include "store/functions.h"
#include "store/table.h"
#include "store/value.h"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace entente::store {

/// What stands for the active graph.
struct Scope {
  enum class Kind : std::uint8_t { Default, Named, Variable };
  Kind kind = Kind::Default;
  TermId graph = kDefaultGraph;  ///< Named
  Var variable = kNoVar;         ///< Variable: the graph is a fourth position of each pattern
  /// Inside EXISTS: the rows handed in are substituted, so everything may see them.
  bool substitute = false;
};

/// A triple pattern with its terms as numbers: kNoTerm where there is a variable.
struct Scan {
  std::array<Var, 4> variables{kNoVar, kNoVar, kNoVar, kNoVar};
  QuadIds constants{kNoTerm, kNoTerm, kNoTerm, kNoTerm};
  bool impossible = false;  ///< a term that the store does not have
  bool drop_graph = false;  ///< any of several graphs, each triple once
  std::shared_ptr<const Path> path;
};

/// Rows of an order that share their first `length` fields, sorted by the others.
struct Run {
  Order order = Order::SPOG;
  int length = 0;
  std::span<const Row> rows;
};

/// Two sides that can be merged: a pattern's matches, and the column of the rows so far whose
/// variable is the field after `length`. A view.
struct Merge {
  Run matches;
  KeyColumn rows;
};

class Evaluation {
 public:
  Evaluation(const QuadStore& store, const Query& query, const QueryOptions& options);
  QueryResult run();
  const JoinCounts& joins() const { return joins_; }

 private:
  using Filters = std::vector<const Expression*>;

  // evaluate.cpp
  Table unit();
  Table extend(Table input, const Pattern& pattern, const Scope& scope);
  Table extend_alone(Table input, const Pattern& pattern, const Scope& scope);
  Table extend_union(Table input, const Pattern& pattern, const Scope& scope);
  Table extend_graph(Table input, const Pattern& pattern, const Scope& scope);
  Table extend_values(Table input, const InlineData& data);
  Table extend_filter(Table input, const Pattern& pattern, const Scope& scope);
  Table bind(Table input, Var variable, const Expression& expression, const Scope& scope);
  bool may_push(const Table& input, const Pattern& pattern, const Scope& scope) const;
  std::vector<TermId> named_graphs() const;
  QueryResult construct();
  QueryResult describe();
  void describe_node(TermId node, std::vector<rdf::Quad>& triples, std::set<TermId>& done);

  // scan.cpp: triple patterns
  Scan make_scan(const TriplePattern& triple, const Scope& scope);
  double estimate(const Scan& scan, const std::vector<Var>& bound) const;
  std::size_t count(const Scan& scan) const;
  Table extend_scan(Table input, const Scan& scan);
  Table scan_alone(const Scan& scan);
  std::optional<Merge> find_merge(const Table& input, const Scan& scan) const;
  Table merge_scan(const Table& input, const Scan& scan, const Merge& merge);
  Run run_of(const QuadIds& known) const;
  template <typename Visit>
  void visit(const Scan& scan, const QuadIds& known, Visit visit) const;
  bool allows_graph(TermId graph, bool named) const;
  bool allows_graph_of(const Scan& scan, const QuadIds& quad) const;

  // join.cpp
  Table join(Table left, const Table& right);
  Table left_join(Table input, const Pattern& pattern, const Scope& scope);
  Table minus(Table input, const Pattern& pattern, const Scope& scope);
  Table extend_join(Table input, const std::vector<const Pattern*>& parts, Filters filters,
                    const Scope& scope);
  struct JoinParts {
    std::vector<Scan> scans;
    std::vector<const Pattern*> others;
  };
  void collect_parts(const std::vector<const Pattern*>& parts, const Scope& scope,
                     JoinParts& found);
  Table extend_parts(Table table, JoinParts parts, Filters filters, const Scope& scope);
  Table extend_next_scan(Table table, std::vector<Scan>& scans, std::size_t best, double matches,
                         std::size_t cap);
  Table join_scan(Table table, const Scan& scan, std::size_t cap);
  std::vector<std::size_t> find_star(const Table& table, const std::vector<Scan>& scans,
                                     std::size_t best, double matches) const;
  Table extend_star(Table input, std::vector<Scan>& scans, const std::vector<std::size_t>& star);
  void run_filters(Table& table, Filters& filters, const Scope& scope, bool all);
  double estimate(const Pattern& pattern, const std::vector<Var>& bound, const Scope& scope);
  Table numbered(Table table);  // with a hidden column that counts the rows

  // path.cpp
  Table extend_path(Table input, const Scan& scan);
  std::vector<TermId> reach(const Path& path, TermId from, bool forward, TermId graph);
  std::vector<TermId> closure(const Path& path, TermId from, bool forward, bool with_start,
                              TermId graph);
  std::vector<TermId> nodes_of(TermId graph) const;
  bool is_node(TermId term, TermId graph) const;
  void neighbours(TermId predicate, TermId from, bool forward, TermId graph,
                  std::vector<TermId>& to) const;
  void negated(const Path& path, TermId from, bool forward, TermId graph,
               std::vector<TermId>& to) const;

  // expression.cpp
  /// Truth of EXISTS for each row, by expression.
  using ExistsResults = std::map<const Expression*, std::vector<char>>;
  struct RowContext {
    const Table* table;
    std::size_t row;
    const ExistsResults* exists;
  };
  Value eval(const Expression& expression, const RowContext& at);
  Value eval_logic(const Expression& expression, const RowContext& at);
  Value eval_in(const Expression& expression, const RowContext& at);
  void prepare_exists(const Expression& expression, const Table& table, const Scope& scope,
                      ExistsResults& results);
  void apply_filter(Table& table, const Expression& expression, const Scope& scope);
  void fresh_solution(std::size_t row);

  // group.cpp
  Table group(Table table, const Select& select, const Scope& scope);
  Value aggregate(const Aggregate& aggregate, const Table& table,
                  std::span<const std::uint32_t> rows, const ExistsResults& exists);

  // modifiers.cpp
  Table solve(const Select& select, const Scope& scope, bool project);
  void order(Table& table, const Select& select, const Scope& scope);
  Table project(const Table& table, const std::vector<Var>& variables);
  void distinct(Table& table);
  std::vector<Var> projected(const Select& select) const;

  // terms
  TermView view(TermId id) const;
  Value value(TermId id) const { return id == kNoTerm ? error_value() : value_of(view(id), id); }
  TermId intern(const TermView& term);
  TermId intern(const Value& value);
  TermId find_constant(const rdf::Term& term);

  const QuadStore& store_;
  const Query& query_;
  const QueryOptions& options_;
  Budget budget_;
  rdf::TermDictionary local_;  ///< terms that the store does not have
  rdf::Arena arena_;           ///< strings of the row at hand
  FunctionContext functions_;
  bool has_from_ = false;
  std::vector<TermId> default_graphs_, named_graphs_;  ///< sorted; of FROM and FROM NAMED
  /// Rows after which the pattern at hand may stop: nobody wants more (LIMIT, ASK). Only the last
  /// look-up of a group heeds it; whoever evaluates anything else sets it aside.
  static constexpr std::size_t kNoCap = static_cast<std::size_t>(-1);
  std::size_t row_cap_ = kNoCap;
  std::uint32_t hidden_ = 0;  ///< hidden columns made so far
  JoinCounts joins_{};
};

/// Variables that every solution of the pattern binds, ascending.
std::vector<Var> certain_variables(const Pattern& pattern);
/// Variables that an expression reads, also inside EXISTS.
void collect_variables_of(const Expression& expression, std::vector<Var>& found);
bool has_exists(const Expression& expression);

}  // namespace entente::store
