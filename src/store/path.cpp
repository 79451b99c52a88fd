// SPDX-License-Identifier: ISC
// Property paths that are more than links (18.4): closures by breadth-first search, negated sets by
// scans. What a node reaches is found once for all rows that begin there.
#include "store/evaluation.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace entente::store {

namespace {

// Stands for the default graph of the query, whatever graphs that is.
constexpr TermId kQueryDefault = kNoTerm;

void append(std::vector<TermId>& to, const std::vector<TermId>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

// Calls of this file look at one graph, or at the default graph that FROM or the union make.
void Evaluation::neighbours(TermId predicate, TermId from, bool forward, TermId graph,
                            std::vector<TermId>& to) const {
  const auto known_terms = static_cast<TermId>(store_.dictionary().size());
  if (from >= known_terms || predicate >= known_terms) return;
  const Row prefix = forward ? Row{from, predicate, 0, 0} : Row{predicate, from, 0, 0};
  const Order order = forward ? Order::SPOG : Order::POSG;
  TermId last = kNoTerm;
  for (const Row& row : store_.range(order, prefix, 2)) {
    const bool visible =
        graph != kQueryDefault ? row[3] == graph : !has_from_ || allows_graph(row[3], false);
    if (!visible || row[2] == last) continue;
    last = row[2];
    to.push_back(row[2]);
  }
}

void Evaluation::negated(const Path& path, TermId from, bool forward, TermId graph,
                         std::vector<TermId>& to) const {
  const auto known_terms = static_cast<TermId>(store_.dictionary().size());
  if (from >= known_terms) return;
  const auto visible = [&](TermId g) {
    return graph != kQueryDefault ? g == graph : !has_from_ || allows_graph(g, false);
  };
  const auto names = [&](const std::vector<rdf::Term>& terms, TermId predicate) {
    return std::any_of(terms.begin(), terms.end(), [&](const rdf::Term& term) {
      return store_.dictionary().find(rdf::to_view(term)) == predicate;
    });
  };
  // A set with inverse members only does not match forwards, and the other way round.
  const bool has_forward = !path.forbidden.empty() || path.forbidden_inverse.empty();
  const bool has_inverse = !path.forbidden_inverse.empty();
  const auto follow = [&](bool along, const std::vector<rdf::Term>& forbidden) {
    const Order order = along ? Order::SPOG : Order::OSPG;
    Row last{kNoTerm, kNoTerm, kNoTerm, kNoTerm};
    for (const Row& row : store_.range(order, {from, 0, 0, 0}, 1)) {
      if (!visible(row[3]) || std::equal(row.begin(), row.begin() + 3, last.begin())) continue;
      last = row;
      const TermId predicate = along ? row[1] : row[2];
      if (!names(forbidden, predicate)) to.push_back(along ? row[2] : row[1]);
    }
  };
  if (has_forward) follow(forward, path.forbidden);
  if (has_inverse) follow(!forward, path.forbidden_inverse);
}

std::vector<TermId> Evaluation::nodes_of(TermId graph) const {
  std::vector<TermId> nodes;
  for (const Row& row : store_.rows(Order::SPOG)) {
    const bool visible =
        graph != kQueryDefault ? row[3] == graph : !has_from_ || allows_graph(row[3], false);
    if (!visible) continue;
    nodes.push_back(row[0]);
    nodes.push_back(row[2]);
  }
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

bool Evaluation::is_node(TermId term, TermId graph) const {
  if (term >= store_.dictionary().size()) return false;
  for (const Order order : {Order::SPOG, Order::OSPG}) {
    for (const Row& row : store_.range(order, {term, 0, 0, 0}, 1)) {
      if (graph != kQueryDefault ? row[3] == graph : !has_from_ || allows_graph(row[3], false))
        return true;
    }
  }
  return false;
}

std::vector<TermId> Evaluation::closure(const Path& path, TermId from, bool forward,
                                        bool with_start, TermId graph) {
  std::vector<TermId> found;
  std::unordered_set<TermId> seen;
  std::vector<TermId> frontier{from};
  if (with_start) {
    found.push_back(from);
    seen.insert(from);
  }
  while (!frontier.empty()) {
    std::vector<TermId> next;
    for (const TermId node : frontier) {
      for (const TermId to : reach(path, node, forward, graph)) {
        budget_.tick();
        if (!seen.insert(to).second) continue;
        found.push_back(to);
        next.push_back(to);
      }
    }
    frontier = std::move(next);
  }
  return found;
}

std::vector<TermId> Evaluation::reach(const Path& path, TermId from, bool forward, TermId graph) {
  std::vector<TermId> to;
  switch (path.kind) {
    case Path::Kind::Link:
      neighbours(find_constant(path.link), from, forward, graph, to);
      return to;
    case Path::Kind::Inverse:
      return reach(path.parts[0], from, !forward, graph);
    case Path::Kind::Alternative:
      for (const Path& part : path.parts) append(to, reach(part, from, forward, graph));
      return to;
    case Path::Kind::Sequence: {
      to.push_back(from);
      for (std::size_t i = 0; i < path.parts.size(); ++i) {
        const Path& part = path.parts[forward ? i : path.parts.size() - 1 - i];
        std::vector<TermId> next;
        for (const TermId node : to) append(next, reach(part, node, forward, graph));
        to = std::move(next);
      }
      return to;
    }
    case Path::Kind::ZeroOrOne: {
      to.push_back(from);
      for (const TermId node : reach(path.parts[0], from, forward, graph)) {
        if (std::find(to.begin(), to.end(), node) == to.end()) to.push_back(node);
      }
      return to;
    }
    case Path::Kind::ZeroOrMore:
      return closure(path.parts[0], from, forward, true, graph);
    case Path::Kind::OneOrMore:
      return closure(path.parts[0], from, forward, false, graph);
    case Path::Kind::Negated:
      negated(path, from, forward, graph, to);
      return to;
  }
  return to;
}

Table Evaluation::extend_path(Table input, const Scan& scan) {
  const TermId graph = scan.drop_graph ? kQueryDefault : scan.constants[kGraph];
  std::vector<Var> columns = input.columns();
  const std::array<int, 2> old{scan.variables[0] == kNoVar ? -1 : input.find(scan.variables[0]),
                               scan.variables[2] == kNoVar ? -1 : input.find(scan.variables[2])};
  std::array<int, 2> column{-1, -1};
  for (int end = 0; end < 2; ++end) {
    const Var variable = scan.variables[end * 2];
    if (variable == kNoVar) continue;
    const auto at = std::find(columns.begin(), columns.end(), variable);
    column[end] = static_cast<int>(at - columns.begin());
    if (at == columns.end()) columns.push_back(variable);
  }
  Table out(budget_, columns);
  for (std::size_t c = 0; c < input.width(); ++c) {
    const bool now_bound =
        std::find(column.begin(), column.end(), static_cast<int>(c)) != column.end();
    out.set_maybe_unbound(static_cast<int>(c),
                          !now_bound && input.maybe_unbound(static_cast<int>(c)));
  }
  if (scan.impossible) return out;
  std::unordered_map<TermId, std::vector<TermId>> forward, backward;
  const auto reached = [&](TermId from, bool ahead) -> const std::vector<TermId>& {
    auto& known = ahead ? forward : backward;
    const auto [at, is_new] = known.try_emplace(from);
    if (is_new) at->second = reach(*scan.path, from, ahead, graph);
    return at->second;
  };
  const auto add = [&](std::size_t i, TermId subject, TermId object) {
    if (column[0] >= 0 && column[0] == column[1] && subject != object) return;
    const auto row = out.add_row();
    std::copy(input.row(i).begin(), input.row(i).end(), row.begin());
    if (column[0] >= 0) row[column[0]] = subject;
    if (column[1] >= 0) row[column[1]] = object;
  };
  std::optional<std::vector<TermId>> nodes;
  for (std::size_t i = 0; i < input.size(); ++i) {
    const TermId subject = old[0] >= 0 ? input.at(i, old[0]) : scan.constants[0];
    const TermId object = old[1] >= 0 ? input.at(i, old[1]) : scan.constants[2];
    // Between two variables an empty path stands only at nodes of the graph.
    const bool variables = column[0] >= 0 && column[1] >= 0;
    if (variables && ((subject != kNoTerm && !is_node(subject, graph)) ||
                      (object != kNoTerm && !is_node(object, graph))))
      continue;
    if (subject != kNoTerm) {
      for (const TermId to : reached(subject, true)) {
        if (object == kNoTerm || object == to) add(i, subject, to);
      }
    } else if (object != kNoTerm) {
      for (const TermId from : reached(object, false)) add(i, from, object);
    } else {
      if (!nodes) nodes = nodes_of(graph);
      for (const TermId from : *nodes) {
        for (const TermId to : reached(from, true)) add(i, from, to);
      }
    }
  }
  return out;
}

}  // namespace entente::store
