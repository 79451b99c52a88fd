// SPDX-License-Identifier: ISC
#include "store/evaluate.h"

#include "rdf/xsd.h"
#include "store/evaluation.h"
#include "store/parse_query.h"

#include <algorithm>

namespace entente::store {

namespace {

bool contains(const std::vector<Var>& sorted, Var variable) {
  return std::binary_search(sorted.begin(), sorted.end(), variable);
}

Table copy_of(const Table& table) {
  Table copy(table.budget(), table.columns());
  for (std::size_t c = 0; c < table.width(); ++c) {
    copy.set_maybe_unbound(static_cast<int>(c), table.maybe_unbound(static_cast<int>(c)));
  }
  for (std::size_t i = 0; i < table.size(); ++i) copy.add_row(table.row(i));
  return copy;
}

// Appends rows whose columns may be others, or lie in another order.
Table concatenate(Table one, const Table& two) {
  std::vector<Var> columns = one.columns();
  for (const Var variable : two.columns()) {
    if (one.find(variable) < 0) columns.push_back(variable);
  }
  Table all(one.budget(), columns);
  for (const Table* part : {static_cast<const Table*>(&one), &two}) {
    std::vector<int> from;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      from.push_back(part->find(columns[c]));
      const bool unbound = from[c] < 0 || part->maybe_unbound(from[c]);
      const auto column = static_cast<int>(c);
      all.set_maybe_unbound(column, all.maybe_unbound(column) || unbound);
    }
    for (std::size_t i = 0; i < part->size(); ++i) {
      const auto row = all.add_row();
      for (std::size_t c = 0; c < columns.size(); ++c) {
        row[c] = from[c] < 0 ? kNoTerm : part->at(i, from[c]);
      }
    }
  }
  return all;
}

// Patterns for which the graph may be a fourth position of every triple pattern.
bool takes_graph_variable(const Pattern& pattern, Var graph) {
  switch (pattern.kind) {
    case Pattern::Kind::Bgp:
      return !pattern.triples.empty() &&
             std::none_of(pattern.triples.begin(), pattern.triples.end(),
                          [](const TriplePattern& t) { return t.path != nullptr; });
    case Pattern::Kind::Filter: {
      std::vector<Var> used;
      collect_variables_of(pattern.expression, used);
      if (has_exists(pattern.expression)) return false;
      if (std::find(used.begin(), used.end(), graph) != used.end()) return false;
      [[fallthrough]];
    }
    case Pattern::Kind::Join:
    case Pattern::Kind::Union:
      return std::all_of(pattern.children.begin(), pattern.children.end(),
                         [&](const Pattern& p) { return takes_graph_variable(p, graph); });
    default:
      return false;
  }
}

// A constant that an expression or a template names.
bool is_valid_triple(const rdf::Quad& quad) {
  return quad.subject.kind != rdf::TermKind::None && quad.subject.kind != rdf::TermKind::Literal &&
         quad.predicate.kind == rdf::TermKind::Iri && quad.object.kind != rdf::TermKind::None;
}

}  // namespace

Evaluation::Evaluation(const QuadStore& store, const Query& query, const QueryOptions& options)
    : store_(store),
      query_(query),
      options_(options),
      budget_(options.timeout_s, options.memory_bytes) {
  functions_.arena = &arena_;
  functions_.now = options.now;
  functions_.base = query.base;
  functions_.random.seed(options.seed);
  has_from_ = query.has_dataset;
  const auto find_graphs = [&](const std::vector<std::string>& names) {
    std::vector<TermId> found;
    for (const std::string& name : names) {
      const TermId id = store.dictionary().find({TermKind::Iri, name, {}, {}});
      if (id != kNoTerm) found.push_back(id);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  };
  default_graphs_ = find_graphs(query.from);
  named_graphs_ = find_graphs(query.from_named);
}

TermView Evaluation::view(TermId id) const {
  const auto known = static_cast<TermId>(store_.dictionary().size());
  return id < known ? store_.dictionary().view(id) : local_.view(id - known);
}

TermId Evaluation::intern(const TermView& term) {
  if (term.kind == TermKind::None) return kNoTerm;
  const TermId known = store_.dictionary().find(term);
  if (known != kNoTerm) return known;
  return static_cast<TermId>(store_.dictionary().size()) + local_.intern(term);
}

TermId Evaluation::intern(const Value& value) {
  if (value.is_error()) return kNoTerm;
  return value.id != kNoTerm ? value.id : intern(term_of(value, arena_));
}

TermId Evaluation::find_constant(const rdf::Term& term) {
  return intern(rdf::to_view(term));
}

Table Evaluation::unit() {
  Table table(budget_, {});
  table.add_row();
  return table;
}

bool Evaluation::may_push(const Table& input, const Pattern& pattern, const Scope& scope) const {
  if (scope.substitute || input.width() == 0) return true;
  const auto children_may = [&] {
    return std::all_of(pattern.children.begin(), pattern.children.end(),
                       [&](const Pattern& p) { return may_push(input, p, scope); });
  };
  // True if what `used` names means the same inside the pattern as beside the input's rows.
  const auto same_inside = [&](const std::vector<Var>& used, const std::vector<Var>& certain) {
    return std::all_of(used.begin(), used.end(),
                       [&](Var v) { return input.find(v) < 0 || contains(certain, v); });
  };
  std::vector<Var> used;
  collect_variables_of(pattern.expression, used);
  switch (pattern.kind) {
    case Pattern::Kind::Filter:
      return children_may() && same_inside(used, certain_variables(pattern.children[0]));
    case Pattern::Kind::Extend:
      return children_may() && input.find(pattern.variable) < 0 &&
             same_inside(used, certain_variables(pattern.children[0]));
    case Pattern::Kind::LeftJoin:
    case Pattern::Kind::Minus: {
      const auto certain = certain_variables(pattern.children[0]);
      return may_push(input, pattern.children[0], scope) && same_inside(used, certain) &&
             same_inside(visible_variables(pattern.children[1]), certain);
    }
    default:
      return children_may();
  }
}

Table Evaluation::extend_alone(Table input, const Pattern& pattern, const Scope& scope) {
  return join(std::move(input), extend(unit(), pattern, scope));
}

Table Evaluation::extend(Table input, const Pattern& pattern, const Scope& scope) {
  const bool is_group = pattern.kind == Pattern::Kind::Bgp || pattern.kind == Pattern::Kind::Join ||
                        pattern.kind == Pattern::Kind::Filter;
  if (!is_group) row_cap_ = kNoCap;
  if (!may_push(input, pattern, scope)) return extend_alone(std::move(input), pattern, scope);
  switch (pattern.kind) {
    case Pattern::Kind::Bgp:
      return extend_join(std::move(input), {&pattern}, {}, scope);
    case Pattern::Kind::Join: {
      std::vector<const Pattern*> parts;
      for (const Pattern& child : pattern.children) parts.push_back(&child);
      return extend_join(std::move(input), parts, {}, scope);
    }
    case Pattern::Kind::Filter:
      return extend_filter(std::move(input), pattern, scope);
    case Pattern::Kind::LeftJoin:
      return left_join(std::move(input), pattern, scope);
    case Pattern::Kind::Minus:
      return minus(std::move(input), pattern, scope);
    case Pattern::Kind::Union:
      return extend_union(std::move(input), pattern, scope);
    case Pattern::Kind::Graph:
      return extend_graph(std::move(input), pattern, scope);
    case Pattern::Kind::Values:
      return extend_values(std::move(input), pattern.data);
    case Pattern::Kind::Extend:
      functions_.blank_names.clear();
      return bind(extend(std::move(input), pattern.children[0], scope), pattern.variable,
                  pattern.expression, scope);
    case Pattern::Kind::SubSelect:
      break;
  }
  return join(std::move(input), solve(*pattern.select, scope, true));
}

Table Evaluation::extend_filter(Table input, const Pattern& pattern, const Scope& scope) {
  Filters filters;
  const Pattern* inner = &pattern;
  for (; inner->kind == Pattern::Kind::Filter; inner = &inner->children[0]) {
    filters.push_back(&inner->expression);
  }
  std::reverse(filters.begin(), filters.end());
  if (inner->kind == Pattern::Kind::Bgp)
    return extend_join(std::move(input), {inner}, filters, scope);
  if (inner->kind == Pattern::Kind::Join) {
    std::vector<const Pattern*> parts;
    for (const Pattern& child : inner->children) parts.push_back(&child);
    return extend_join(std::move(input), parts, filters, scope);
  }
  Table table = extend(std::move(input), *inner, scope);
  for (const Expression* filter : filters) apply_filter(table, *filter, scope);
  return table;
}

Table Evaluation::extend_union(Table input, const Pattern& pattern, const Scope& scope) {
  std::optional<Table> all;
  for (const Pattern& child : pattern.children) {
    Table part = extend(copy_of(input), child, scope);
    all = all ? concatenate(std::move(*all), part) : std::move(part);
  }
  return std::move(*all);
}

std::vector<TermId> Evaluation::named_graphs() const {
  if (has_from_) return named_graphs_;
  std::vector<TermId> graphs(store_.graphs().begin(), store_.graphs().end());
  std::erase(graphs, kDefaultGraph);
  return graphs;
}

Table Evaluation::extend_graph(Table input, const Pattern& pattern, const Scope& scope) {
  const Pattern& inner = pattern.children[0];
  Scope inside = scope;
  if (!pattern.graph.is_variable()) {
    const auto graphs = named_graphs();
    inside.kind = Scope::Kind::Named;
    inside.graph = find_constant(pattern.graph.term);
    const bool known = std::binary_search(graphs.begin(), graphs.end(), inside.graph);
    Table table = extend(std::move(input), inner, inside);
    if (!known) table.truncate(0);
    return table;
  }
  if (takes_graph_variable(inner, pattern.graph.variable)) {
    inside.kind = Scope::Kind::Variable;
    inside.variable = pattern.graph.variable;
    return extend(std::move(input), inner, inside);
  }
  Table all(budget_, {pattern.graph.variable});
  for (const TermId graph : named_graphs()) {
    inside.kind = Scope::Kind::Named;
    inside.graph = graph;
    Table part = extend(unit(), inner, inside);
    Table name(budget_, {pattern.graph.variable});
    name.add_row()[0] = graph;
    all = concatenate(std::move(all), join(std::move(part), name));
  }
  if (all.size() == 0) {  // the columns must be there all the same
    Table none = extend(unit(), inner, inside);
    none.truncate(0);
    all = concatenate(std::move(all), none);
  }
  return join(std::move(input), all);
}

Table Evaluation::extend_values(Table input, const InlineData& data) {
  Table values(budget_, data.variables);
  for (const auto& terms : data.rows) {
    const auto row = values.add_row();
    for (std::size_t c = 0; c < terms.size(); ++c) {
      row[c] = find_constant(terms[c]);
      if (row[c] == kNoTerm) values.set_maybe_unbound(static_cast<int>(c), true);
    }
  }
  return join(std::move(input), values);
}

Table Evaluation::bind(Table input, Var variable, const Expression& expression,
                       const Scope& scope) {
  ExistsResults exists;
  prepare_exists(expression, input, scope, exists);
  std::vector<Var> columns = input.columns();
  columns.push_back(variable);
  Table out(budget_, columns);
  for (std::size_t c = 0; c < input.width(); ++c) {
    out.set_maybe_unbound(static_cast<int>(c), input.maybe_unbound(static_cast<int>(c)));
  }
  out.set_maybe_unbound(static_cast<int>(input.width()), true);
  for (std::size_t i = 0; i < input.size(); ++i) {
    fresh_solution(i);
    const TermId term = intern(eval(expression, {&input, i, &exists}));
    const auto row = out.add_row();
    std::copy(input.row(i).begin(), input.row(i).end(), row.begin());
    row.back() = term;
  }
  return out;
}

QueryResult Evaluation::run() {
  if (query_.form == Query::Form::Construct) return construct();
  if (query_.form == Query::Form::Describe) return describe();
  QueryResult result;
  result.form = query_.form;
  const Table table = solve(query_.select, {}, query_.form == Query::Form::Select);
  result.boolean = table.size() > 0;
  if (query_.form == Query::Form::Ask) return result;
  for (const Var variable : table.columns()) result.variables.push_back(query_.variables[variable]);
  result.rows.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    std::vector<rdf::Term> row;
    row.reserve(table.width());
    for (const TermId id : table.row(i)) {
      row.push_back(id == kNoTerm ? rdf::Term{} : rdf::to_term(view(id)));
    }
    result.rows.push_back(std::move(row));
  }
  return result;
}

QueryResult Evaluation::construct() {
  QueryResult result;
  result.form = query_.form;
  const Table table = solve(query_.select, {}, false);
  std::set<rdf::Quad> seen;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto term_at = [&](const Node& node) -> rdf::Term {
      if (node.is_variable()) {
        const int column = table.find(node.variable);
        const TermId id = column < 0 ? kNoTerm : table.at(i, column);
        return id == kNoTerm ? rdf::Term{} : rdf::to_term(view(id));
      }
      if (node.term.kind != rdf::TermKind::BlankNode) return node.term;
      return rdf::blank("s" + std::to_string(i) + "." + node.term.value);
    };
    for (const TriplePattern& triple : query_.construct_template) {
      rdf::Quad quad{
          term_at(triple.subject), term_at(triple.predicate), term_at(triple.object), {}};
      if (is_valid_triple(quad) && seen.insert(quad).second)
        result.triples.push_back(std::move(quad));
    }
  }
  return result;
}

QueryResult Evaluation::describe() {
  QueryResult result;
  result.form = query_.form;
  std::set<TermId> done;
  const Table table = solve(query_.select, {}, false);
  std::vector<Node> nodes = query_.describe;
  if (nodes.empty()) {
    for (const Var variable : table.columns()) nodes.push_back({variable, {}});
  }
  for (const Node& node : nodes) {
    if (!node.is_variable()) {
      describe_node(find_constant(node.term), result.triples, done);
      continue;
    }
    const int column = table.find(node.variable);
    for (std::size_t i = 0; column >= 0 && i < table.size(); ++i) {
      describe_node(table.at(i, column), result.triples, done);
    }
  }
  return result;
}

// Everything with the node as subject, and the same for blank nodes met there (concise bounded
// description), from whatever graph.
void Evaluation::describe_node(TermId node, std::vector<rdf::Quad>& triples,
                               std::set<TermId>& done) {
  std::vector<TermId> waiting{node};
  while (!waiting.empty()) {
    const TermId subject = waiting.back();
    waiting.pop_back();
    if (subject >= store_.dictionary().size() || !done.insert(subject).second) continue;
    const auto rows = store_.range(Order::SPOG, {subject, 0, 0, 0}, 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      if (i > 0 && std::equal(row.begin(), row.begin() + 3, rows[i - 1].begin())) continue;
      triples.push_back(
          {rdf::to_term(view(row[0])), rdf::to_term(view(row[1])), rdf::to_term(view(row[2])), {}});
      if (store_.dictionary().kind(row[2]) == TermKind::BlankNode) waiting.push_back(row[2]);
    }
  }
}

QueryResult evaluate(const QuadStore& store, const Query& query, const QueryOptions& options) {
  Evaluation evaluation(store, query, options);
  QueryResult result = evaluation.run();
  result.joins = evaluation.joins();
  return result;
}

}  // namespace entente::store
