// SPDX-License-Identifier: ISC
// Group graph patterns, triples and property paths, translated to the algebra while they are read
// (18.2.2): a group is joined from left to right, its filters apply to the whole of it.
#include "rdf/xsd.h"
#include "store/parser.h"

#include <algorithm>

#include <fmt/format.h>

namespace entente::store {

namespace {

Pattern make(Pattern::Kind kind) {
  Pattern pattern;
  pattern.kind = kind;
  return pattern;
}

bool is_unit(const Pattern& pattern) {
  return pattern.kind == Pattern::Kind::Bgp && pattern.triples.empty();
}

void add_unique(std::vector<Var>& all, Var variable) {
  if (variable != kNoVar) all.push_back(variable);
}

void collect_visible(const Pattern& pattern, std::vector<Var>& found) {
  for (const TriplePattern& triple : pattern.triples) {
    add_unique(found, triple.subject.variable);
    add_unique(found, triple.predicate.variable);
    add_unique(found, triple.object.variable);
  }
  const std::size_t seen = pattern.kind == Pattern::Kind::Minus ? 1 : pattern.children.size();
  for (std::size_t i = 0; i < seen; ++i) collect_visible(pattern.children[i], found);
  add_unique(found, pattern.graph.variable);
  add_unique(found, pattern.variable);
  for (const Var variable : pattern.data.variables) add_unique(found, variable);
  if (pattern.select && pattern.select->star) {
    collect_visible(pattern.select->where, found);
    if (pattern.select->values) {
      for (const Var variable : pattern.select->values->variables) add_unique(found, variable);
    }
  } else if (pattern.select) {
    for (const Projected& item : pattern.select->projection) add_unique(found, item.variable);
  }
}

rdf::Term type_iri() {
  return rdf::iri(std::string(rdf::kRdfType));
}

}  // namespace

std::vector<Var> visible_variables(const Pattern& pattern) {
  std::vector<Var> found;
  collect_visible(pattern, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void Parser::join(Group& group, Pattern pattern) {
  if (is_unit(pattern)) return;
  if (is_unit(group.pattern)) {
    group.pattern = std::move(pattern);
  } else if (group.pattern.kind == Pattern::Kind::Join) {
    group.pattern.children.push_back(std::move(pattern));
  } else {
    Pattern both = make(Pattern::Kind::Join);
    both.children.push_back(std::move(group.pattern));
    both.children.push_back(std::move(pattern));
    group.pattern = std::move(both);
  }
}

// Triples that follow may not enter the Bgp any more, nor use the labels of its blank nodes.
void Parser::close_bgp(Group& group) {
  group.open_bgp = false;
  closed_labels_.merge(bgp_labels_);
  bgp_labels_.clear();
}

void Parser::add_triple(Group& group, TriplePattern triple) {
  if (!group.open_bgp) {
    // A Bgp of its own even where the group is empty, so that a nested group stays apart.
    Pattern bgp = make(Pattern::Kind::Bgp);
    bgp.triples.push_back(std::move(triple));
    join(group, std::move(bgp));
    group.open_bgp = true;
    return;
  }
  Pattern* last = &group.pattern;
  if (last->kind == Pattern::Kind::Join) {
    const auto bgp = std::find_if(last->children.rbegin(), last->children.rend(),
                                  [](const auto& p) { return p.kind == Pattern::Kind::Bgp; });
    last = &*bgp;
  }
  last->triples.push_back(std::move(triple));
}

Pattern Parser::finish_group(Group group) {
  for (Expression& filter : group.filters) {
    Pattern filtered = make(Pattern::Kind::Filter);
    filtered.expression = std::move(filter);
    filtered.children.push_back(std::move(group.pattern));
    group.pattern = std::move(filtered);
  }
  return std::move(group.pattern);
}

Pattern Parser::group_graph_pattern() {
  return finish_group(group_elements());
}

Parser::Group Parser::group_elements() {
  const Deeper deeper(*this);
  expect("{");
  Group group;
  if (at_word("SELECT")) {
    Pattern pattern = make(Pattern::Kind::SubSelect);
    std::vector<Aggregate>* const outer = std::exchange(aggregates_, nullptr);
    pattern.select = std::make_shared<Select>(sub_select());
    aggregates_ = outer;
    group.pattern = std::move(pattern);
  } else {
    while (!at_symbol("}")) group_element(group);
  }
  expect("}", "'}' at the end of the group, or more of its pattern");
  close_bgp(group);
  return group;
}

void Parser::group_element(Group& group) {
  if (at_triples()) return triples_block(group);
  check_chain(++group.clauses);
  if (accept_word("FILTER")) {
    filter(group);
  } else if (accept_word("OPTIONAL")) {
    optional(group);
  } else if (accept_word("MINUS")) {
    minus(group);
  } else if (accept_word("GRAPH")) {
    graph(group);
  } else if (accept_word("BIND")) {
    bind(group);
  } else if (accept_word("VALUES")) {
    close_bgp(group);
    Pattern values = make(Pattern::Kind::Values);
    values.data = inline_data();
    join(group, std::move(values));
  } else if (at_symbol("{")) {
    union_or_group(group);
  } else if (at_word("SERVICE")) {
    reject(peek().begin, "found SERVICE: queries to other stores are not supported");
  } else {
    fail("a triple, FILTER, OPTIONAL, UNION, MINUS, GRAPH, BIND, VALUES, '{' or '}'");
  }
  accept(".");
}

bool Parser::at_triples() const {
  if (peek().kind == TokenKind::Variable || peek().kind == TokenKind::BlankLabel || at_iri()) {
    return true;
  }
  return at_symbol("(") || at_symbol("[") || at_literal();
}

void Parser::triples_block(Group& group) {
  while (at_triples()) {
    triples_same_subject(group);
    if (!accept(".")) {
      const bool ends = at_symbol("}") || at_symbol("{") || peek().kind == TokenKind::Word;
      if (!ends) fail("'.', ';', ',' or '}' after a triple");
      return;
    }
  }
}

void Parser::union_or_group(Group& group) {
  close_bgp(group);
  Pattern first = group_graph_pattern();
  if (!at_word("UNION")) {
    // An empty group is the unit of joins. A filter keeps its scope inside its Filter pattern.
    join(group, std::move(first));
    return;
  }
  Pattern all = make(Pattern::Kind::Union);
  all.children.push_back(std::move(first));
  while (accept_word("UNION")) all.children.push_back(group_graph_pattern());
  join(group, std::move(all));
}

void Parser::optional(Group& group) {
  close_bgp(group);
  Group inner = group_elements();
  Pattern left = make(Pattern::Kind::LeftJoin);
  if (!inner.filters.empty()) {
    left.has_expression = true;
    left.expression = std::move(inner.filters[0]);
    for (std::size_t i = 1; i < inner.filters.size(); ++i) {
      Expression both;
      both.op = Op::And;
      both.arguments = {std::move(left.expression), std::move(inner.filters[i])};
      left.expression = std::move(both);
    }
  }
  left.children.push_back(std::move(group.pattern));
  left.children.push_back(std::move(inner.pattern));
  group.pattern = std::move(left);
}

void Parser::minus(Group& group) {
  close_bgp(group);
  Pattern difference = make(Pattern::Kind::Minus);
  Pattern right = group_graph_pattern();
  difference.children.push_back(std::move(group.pattern));
  difference.children.push_back(std::move(right));
  group.pattern = std::move(difference);
}

void Parser::graph(Group& group) {
  close_bgp(group);
  Pattern pattern = make(Pattern::Kind::Graph);
  pattern.graph = var_or_iri();
  pattern.children.push_back(group_graph_pattern());
  join(group, std::move(pattern));
}

void Parser::filter(Group& group) {
  group.filters.push_back(constraint());
}

void Parser::bind(Group& group) {
  close_bgp(group);
  expect("(");
  Pattern extend = make(Pattern::Kind::Extend);
  extend.expression = expression();
  expect_word("AS");
  const std::size_t begin = peek().begin;
  extend.variable = variable();
  expect(")");
  const auto visible = visible_variables(group.pattern);
  if (std::binary_search(visible.begin(), visible.end(), extend.variable)) {
    reject(begin, fmt::format("found ?{}, which the group binds already, expected another name",
                              query_.variables[extend.variable]));
  }
  extend.children.push_back(std::move(group.pattern));
  group.pattern = std::move(extend);
}

InlineData Parser::inline_data() {
  InlineData data;
  const auto value = [&]() -> rdf::Term {
    if (accept_word("UNDEF")) return {};
    if (at_iri()) return iri();
    if (at_literal()) return literal();
    fail("an IRI, a literal or UNDEF");
  };
  if (peek().kind == TokenKind::Variable) {
    data.variables.push_back(variable());
    expect("{");
    while (!at_symbol("}")) data.rows.push_back({value()});
    expect("}");
    return data;
  }
  expect("(", "a variable or '(' with variables");
  while (peek().kind == TokenKind::Variable) data.variables.push_back(variable());
  expect(")");
  expect("{");
  while (!at_symbol("}")) {
    const std::size_t begin = peek().begin;
    expect("(");
    std::vector<rdf::Term> row;
    while (!at_symbol(")")) row.push_back(value());
    expect(")");
    if (row.size() != data.variables.size()) {
      reject(begin, fmt::format("found {} values, expected {}: one for each variable", row.size(),
                                data.variables.size()));
    }
    data.rows.push_back(std::move(row));
  }
  expect("}");
  return data;
}

std::vector<TriplePattern> Parser::construct_template() {
  in_template_ = true;
  expect("{");
  Group group;
  while (at_triples()) {
    triples_same_subject(group);
    if (!accept(".")) break;
  }
  expect("}", "'.' or '}' of the template");
  in_template_ = false;
  return std::move(group.pattern.triples);
}

void Parser::triples_same_subject(Group& group) {
  const bool nested = at_symbol("[") && !(peek(1).kind == TokenKind::Symbol && peek(1).text == "]");
  const bool list = at_symbol("(") && !(peek(1).kind == TokenKind::Symbol && peek(1).text == ")");
  const Node subject = nested || list ? graph_node(group) : var_or_term();
  const bool may_end = nested || list;
  if (may_end && (at_symbol(".") || at_symbol("}"))) return;
  property_list(subject, group);
}

void Parser::property_list(const Node& subject, Group& group) {
  while (true) {
    if (in_template_ || peek().kind == TokenKind::Variable) {
      object_list(subject, verb(), nullptr, group);
    } else {
      const Path way = path();
      const bool link = way.kind == Path::Kind::Link;
      object_list(subject, Node{kNoVar, way.link}, link ? nullptr : &way, group);
    }
    if (!accept(";")) return;
    while (accept(";")) {
    }
    const bool verb_follows = peek().kind == TokenKind::Variable || at_iri() || at_word("a") ||
                              at_symbol("^") || at_symbol("(") || at_symbol("!");
    if (!verb_follows) return;
  }
}

Node Parser::verb() {
  if (accept_word("a")) return {kNoVar, type_iri()};
  return var_or_iri();
}

void Parser::object_list(const Node& subject, const Node& verb, const Path* path, Group& group) {
  do {
    const Node object = graph_node(group);
    if (path != nullptr) {
      add_path(group, subject, *path, object);
    } else {
      add_triple(group, {subject, verb, object, nullptr});
    }
  } while (accept(","));
}

Node Parser::graph_node(Group& group) {
  const Deeper deeper(*this);
  const auto closes = [&](std::string_view symbol) {
    return peek(1).kind == TokenKind::Symbol && peek(1).text == symbol;
  };
  if (at_symbol("(") && !closes(")")) return collection(group);
  if (at_symbol("[") && !closes("]")) return blank_node_property_list(group);
  return var_or_term();
}

Node Parser::collection(Group& group) {
  expect("(");
  const auto new_cell = [&] {
    return in_template_ ? Node{kNoVar, blank_term()} : Node{fresh_variable("list"), {}};
  };
  const Node head = new_cell();
  const Node first{kNoVar, rdf::iri(std::string(rdf::kRdfFirst))};
  const Node rest{kNoVar, rdf::iri(std::string(rdf::kRdfRest))};
  const Node nil{kNoVar, rdf::iri(std::string(rdf::kRdfNil))};
  Node cell = head;
  while (true) {
    const Node item = graph_node(group);
    add_triple(group, {cell, first, item, nullptr});
    if (accept(")")) break;
    const Node next = new_cell();
    add_triple(group, {cell, rest, next, nullptr});
    cell = next;
  }
  add_triple(group, {cell, rest, nil, nullptr});
  return head;
}

Node Parser::blank_node_property_list(Group& group) {
  expect("[");
  const Node node = in_template_ ? Node{kNoVar, blank_term()} : Node{fresh_variable("blank"), {}};
  property_list(node, group);
  expect("]", "']' at the end of the blank node");
  return node;
}

// Section 9.3: all but closures and negated sets turns into plain triples and unions.
void Parser::add_path(Group& group, const Node& subject, const Path& path, const Node& object) {
  switch (path.kind) {
    case Path::Kind::Link:
      return add_triple(group, {subject, {kNoVar, path.link}, object, nullptr});
    case Path::Kind::Inverse:
      return add_path(group, object, path.parts[0], subject);
    case Path::Kind::Sequence: {
      Node from = subject;
      for (std::size_t i = 0; i < path.parts.size(); ++i) {
        const bool last = i + 1 == path.parts.size();
        const Node to = last ? object : Node{fresh_variable("path"), {}};
        add_path(group, from, path.parts[i], to);
        from = to;
      }
      return;
    }
    case Path::Kind::Alternative: {
      Pattern all = make(Pattern::Kind::Union);
      for (const Path& part : path.parts) {
        Group branch;
        add_path(branch, subject, part, object);
        all.children.push_back(std::move(branch.pattern));
      }
      // The open Bgp stays open: more triples of the block join it, wherever the union stands.
      const bool open = group.open_bgp;
      join(group, std::move(all));
      group.open_bgp = open;
      return;
    }
    default:
      return add_triple(group, {subject, {}, object, std::make_shared<const Path>(path)});
  }
}

Path Parser::path() {
  const Deeper deeper(*this);
  Path first = path_sequence();
  if (!at_symbol("|")) return first;
  Path all;
  all.kind = Path::Kind::Alternative;
  all.parts.push_back(std::move(first));
  while (accept("|")) all.parts.push_back(path_sequence());
  return all;
}

Path Parser::path_sequence() {
  Path first = path_element_or_inverse();
  if (!at_symbol("/")) return first;
  Path all;
  all.kind = Path::Kind::Sequence;
  all.parts.push_back(std::move(first));
  while (accept("/")) all.parts.push_back(path_element_or_inverse());
  return all;
}

Path Parser::path_element_or_inverse() {
  if (!accept("^")) return path_element();
  Path inverse;
  inverse.kind = Path::Kind::Inverse;
  inverse.parts.push_back(path_element());
  return inverse;
}

Path Parser::path_element() {
  Path primary = path_primary();
  Path::Kind kind{};
  // In "?s :p +5" the plus belongs to the number.
  if (at_symbol("*")) {
    kind = Path::Kind::ZeroOrMore;
  } else if (at_symbol("+") && !at_signed_number()) {
    kind = Path::Kind::OneOrMore;
  } else if (at_symbol("?")) {
    kind = Path::Kind::ZeroOrOne;
  } else {
    return primary;
  }
  ++at_;
  Path closure;
  closure.kind = kind;
  closure.parts.push_back(std::move(primary));
  return closure;
}

Path Parser::path_primary() {
  Path primary;
  if (accept("(")) {
    primary = path();
    expect(")", "')' at the end of the path");
    return primary;
  }
  if (accept("!")) return path_negated_set();
  if (peek().kind == TokenKind::Word && peek().text == "a") {
    ++at_;
    primary.link = type_iri();
    return primary;
  }
  if (!at_iri()) fail("a predicate: a variable, an IRI, 'a' or a property path");
  primary.link = iri();
  return primary;
}

Path Parser::path_negated_set() {
  Path negated;
  negated.kind = Path::Kind::Negated;
  if (!accept("(")) {
    path_one_in_set(negated);
    return negated;
  }
  if (!at_symbol(")")) {
    do {
      path_one_in_set(negated);
    } while (accept("|"));
  }
  expect(")", "'|' or ')' of the negated set");
  return negated;
}

void Parser::path_one_in_set(Path& negated) {
  const bool inverse = accept("^");
  rdf::Term link;
  if (peek().kind == TokenKind::Word && peek().text == "a") {
    ++at_;
    link = type_iri();
  } else if (at_iri()) {
    link = iri();
  } else {
    fail("an IRI, 'a' or '^' of a negated set");
  }
  (inverse ? negated.forbidden_inverse : negated.forbidden).push_back(std::move(link));
}

}  // namespace entente::store
