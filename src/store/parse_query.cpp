// SPDX-License-Identifier: ISC
#include "store/parse_query.h"

#include "rdf/iri.h"
#include "rdf/xsd.h"
#include "store/parser.h"
#include "text/utf8.h"

#include <algorithm>

#include <fmt/format.h>

namespace entente::store {

namespace {

bool contains(const std::vector<Var>& sorted, Var variable) {
  return std::binary_search(sorted.begin(), sorted.end(), variable);
}

// Variables of an expression outside EXISTS.
void collect_variables(const Expression& expression, std::vector<Var>& found) {
  if (expression.variable != kNoVar) found.push_back(expression.variable);
  for (const Expression& argument : expression.arguments) collect_variables(argument, found);
}

// In CONSTRUCT WHERE the pattern is the template; its blank nodes are made anew for each solution.
std::vector<TriplePattern> template_of(const Pattern& pattern,
                                       const std::vector<std::string>& names) {
  std::vector<TriplePattern> triples;
  for (const Pattern& child : pattern.children) {
    const auto more = template_of(child, names);
    triples.insert(triples.end(), more.begin(), more.end());
  }
  for (TriplePattern triple : pattern.triples) {
    for (Node* node : {&triple.subject, &triple.object}) {
      if (!node->is_variable() || names[node->variable][0] != '.') continue;
      node->term = rdf::blank(names[node->variable].substr(1));
      node->variable = kNoVar;
    }
    triples.push_back(std::move(triple));
  }
  return triples;
}

}  // namespace

Parser::Parser(rdf::Scanner& scanner, std::string_view base,
               const std::vector<std::pair<std::string, std::string>>& prefixes)
    : scanner_(scanner), tokens_(tokenize(scanner)), base_(base) {
  for (const auto& [prefix, iri] : prefixes) prefixes_[prefix] = iri;
}

Query Parser::query() {
  prologue();
  if (at_word("SELECT")) {
    select_query();
  } else if (accept_word("CONSTRUCT")) {
    construct_query();
  } else if (accept_word("DESCRIBE")) {
    describe_query();
  } else if (accept_word("ASK")) {
    ask_query();
  } else {
    for (const auto* update :
         {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}) {
      if (at_word(update)) {
        reject(peek().begin, "found an update, expected a query: updates are not supported");
      }
    }
    fail("SELECT, ASK, CONSTRUCT or DESCRIBE");
  }
  if (at_word("VALUES")) {
    ++at_;
    query_.select.values = inline_data();
  }
  if (peek().kind != TokenKind::End) fail("the end of the query");
  push_filters(query_.select.where);
  query_.base = base_;
  for (const auto& [prefix, iri] : prefixes_) query_.prefixes.emplace_back(prefix, iri);
  return std::move(query_);
}

void Parser::prologue() {
  while (true) {
    if (accept_word("BASE")) {
      if (peek().kind != TokenKind::Iri) fail("an IRI in <>");
      const Token token = take();
      base_ = resolve(token.text, token.begin);
    } else if (accept_word("PREFIX")) {
      if (peek().kind != TokenKind::PrefixedName || !peek().text.empty()) {
        fail("a prefix that ends in ':'");
      }
      const Token name = take();
      if (peek().kind != TokenKind::Iri) fail("the prefix's IRI in <>");
      const Token iri = take();
      prefixes_[std::string(name.prefix)] = resolve(iri.text, iri.begin);
    } else {
      return;
    }
  }
}

void Parser::select_query() {
  query_.form = Query::Form::Select;
  const std::size_t begin = peek().begin;
  select_clause(query_.select);
  dataset_clauses();
  where_clause(query_.select);
  solution_modifiers(query_.select);
  check_select(query_.select, begin);
}

void Parser::construct_query() {
  query_.form = Query::Form::Construct;
  if (at_symbol("{")) {
    query_.construct_template = construct_template();
    dataset_clauses();
    where_clause(query_.select);
    solution_modifiers(query_.select);
  } else {
    dataset_clauses();
    expect_word("WHERE");
    const std::size_t begin = peek().begin;
    Pattern& where = query_.select.where;
    where = group_graph_pattern();
    const auto is_plain = [](const Pattern& p) { return p.kind == Pattern::Kind::Bgp; };
    const bool plain =
        is_plain(where) || (where.kind == Pattern::Kind::Join &&
                            std::all_of(where.children.begin(), where.children.end(), is_plain));
    if (!plain)
      reject(begin,
             "found a pattern of more than triples, expected only triples after CONSTRUCT WHERE");
    query_.construct_template = template_of(where, query_.variables);
    for (const TriplePattern& triple : query_.construct_template) {
      if (triple.path)
        reject(begin, "found a property path, expected only triples after CONSTRUCT WHERE");
    }
    solution_modifiers(query_.select);
  }
  query_.select.star = true;
}

void Parser::describe_query() {
  query_.form = Query::Form::Describe;
  if (!accept("*")) {
    do {
      query_.describe.push_back(var_or_iri());
    } while (peek().kind == TokenKind::Variable || at_iri());
  }
  dataset_clauses();
  query_.select.star = true;
  if (at_word("WHERE") || at_symbol("{")) where_clause(query_.select);
  solution_modifiers(query_.select);
}

void Parser::ask_query() {
  query_.form = Query::Form::Ask;
  query_.select.star = true;
  dataset_clauses();
  where_clause(query_.select);
  solution_modifiers(query_.select);
  if (!query_.select.limit) query_.select.limit = 1;
}

void Parser::dataset_clauses() {
  while (accept_word("FROM")) {
    query_.has_dataset = true;
    const bool named = accept_word("NAMED");
    (named ? query_.from_named : query_.from).push_back(iri().value);
  }
}

void Parser::select_clause(Select& select) {
  expect_word("SELECT");
  if (accept_word("DISTINCT")) {
    select.distinct = true;
  } else if (accept_word("REDUCED")) {
    select.reduced = true;
  }
  if (accept("*")) {
    select.star = true;
    return;
  }
  std::vector<Aggregate>* const outer = std::exchange(aggregates_, &select.aggregates);
  while (peek().kind == TokenKind::Variable || at_symbol("(")) {
    Projected item;
    if (accept("(")) {
      item.expression = expression();
      expect_word("AS");
      const std::size_t begin = peek().begin;
      item.variable = variable();
      expect(")");
      for (const Projected& other : select.projection) {
        if (other.variable == item.variable) {
          reject(begin, fmt::format("found ?{} a second time, expected another name",
                                    query_.variables[item.variable]));
        }
      }
    } else {
      item.variable = variable();
    }
    select.projection.push_back(std::move(item));
  }
  aggregates_ = outer;
  if (select.projection.empty()) fail("'*', a variable or '(' of an expression");
}

void Parser::where_clause(Select& select) {
  accept_word("WHERE");
  select.where = group_graph_pattern();
}

void Parser::solution_modifiers(Select& select) {
  std::vector<Aggregate>* const outer = std::exchange(aggregates_, &select.aggregates);
  if (accept_word("GROUP")) {
    expect_word("BY");
    select.grouped = true;
    do {
      group_condition(select);
    } while (at_symbol("(") || peek().kind == TokenKind::Variable || at_iri() ||
             (peek().kind == TokenKind::Word && !at_word("HAVING") && !at_word("ORDER") &&
              !at_word("LIMIT") && !at_word("OFFSET") && !at_word("VALUES")));
  }
  if (accept_word("HAVING")) {
    do {
      select.having.push_back(constraint());
    } while (at_symbol("(") || at_iri() ||
             (peek().kind == TokenKind::Word && !at_word("ORDER") && !at_word("LIMIT") &&
              !at_word("OFFSET") && !at_word("VALUES")));
  }
  if (accept_word("ORDER")) {
    expect_word("BY");
    do {
      order_condition(select);
    } while (at_symbol("(") || peek().kind == TokenKind::Variable || at_iri() ||
             (peek().kind == TokenKind::Word && !at_word("LIMIT") && !at_word("OFFSET") &&
              !at_word("VALUES")));
  }
  aggregates_ = outer;
  limit_offset(select);
  if (!select.aggregates.empty()) select.grouped = true;
}

void Parser::group_condition(Select& select) {
  std::vector<Aggregate>* const outer = std::exchange(aggregates_, nullptr);
  Projected key;
  if (peek().kind == TokenKind::Variable) {
    key.variable = variable();
  } else if (accept("(")) {
    key.expression = expression();
    key.variable = accept_word("AS") ? variable() : fresh_variable("group");
    expect(")");
  } else {
    key.expression = constraint();
    key.variable = fresh_variable("group");
  }
  select.group_by.push_back(std::move(key));
  aggregates_ = outer;
}

void Parser::order_condition(Select& select) {
  OrderKey key;
  if (accept_word("DESC")) {
    key.descending = true;
    key.expression = bracketted();
  } else if (accept_word("ASC")) {
    key.expression = bracketted();
  } else if (peek().kind == TokenKind::Variable) {
    key.expression.op = Op::Variable;
    key.expression.variable = variable();
  } else {
    key.expression = constraint();
  }
  select.order_by.push_back(std::move(key));
}

void Parser::limit_offset(Select& select) {
  const auto number = [&](std::string_view what) {
    if (peek().kind != TokenKind::Integer) fail(what);
    const Token token = take();
    if (token.text.size() > 18) reject(token.begin, "found a number too large");
    return static_cast<std::uint64_t>(std::stoull(std::string(token.text)));
  };
  bool has_offset = false;
  while (true) {
    if (!select.limit && accept_word("LIMIT")) {
      select.limit = number("the number of rows");
    } else if (!has_offset && accept_word("OFFSET")) {
      select.offset = number("the number of rows to pass over");
      has_offset = true;
    } else {
      return;
    }
  }
}

Select Parser::sub_select() {
  Select select;
  const std::size_t begin = peek().begin;
  select_clause(select);
  where_clause(select);
  solution_modifiers(select);
  if (accept_word("VALUES")) select.values = inline_data();
  check_select(select, begin);
  return select;
}

// The rules that the grammar leaves to notes 12 to 16 of section 19.8.
void Parser::check_select(const Select& select, std::size_t at) {
  const auto name = [&](Var v) { return "?" + query_.variables[v]; };
  // Where a variable stands last between SELECT and the pattern.
  const auto place_in_head = [&](const std::string& variable, std::size_t begin) {
    std::size_t place = begin;
    for (const Token& token : tokens_) {
      if (token.begin < begin) continue;
      if (token.kind == TokenKind::Symbol && token.text == "{") break;
      if (token.kind == TokenKind::Variable && token.text == variable) place = token.begin;
    }
    return place;
  };
  const std::vector<Var> visible = visible_variables(select.where);
  if (select.star && select.grouped) {
    reject(at, "found SELECT * with groups, expected variables and aggregates by name");
  }
  std::vector<Var> known;  // what an expression over groups may name
  for (const Projected& key : select.group_by) known.push_back(key.variable);
  for (const Aggregate& aggregate : select.aggregates) known.push_back(aggregate.result);
  for (const Projected& item : select.projection) {
    if (item.expression && contains(visible, item.variable)) {
      reject(place_in_head(query_.variables[item.variable], at),
             fmt::format("found {} bound by the pattern and by AS, expected another name",
                         name(item.variable)));
    }
    if (select.grouped) {
      std::vector<Var> used;
      if (item.expression) {
        collect_variables(*item.expression, used);
      } else {
        used.push_back(item.variable);
      }
      for (const Var variable : used) {
        if (std::find(known.begin(), known.end(), variable) == known.end()) {
          reject(place_in_head(query_.variables[variable], at),
                 fmt::format("found {} outside an aggregate, expected it in GROUP BY",
                             name(variable)));
        }
      }
    }
    known.push_back(item.variable);
  }
}

std::variant<Query, Diagnostic> parse_query(
    std::string_view text, std::string_view file, std::string_view base,
    const std::vector<std::pair<std::string, std::string>>& prefixes) {
  const auto diagnostic = [&](const rdf::SyntaxError& error, std::size_t at) {
    const rdf::LineColumn place = rdf::locate(text, at);
    return Diagnostic{Severity::Error, std::string(file), place.line, place.column, error.message};
  };
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size()) {
    return diagnostic({valid, "found a byte that is no UTF-8, expected UTF-8"}, valid);
  }
  std::string plain;
  try {
    plain = undo_codepoint_escapes(text);
  } catch (const rdf::SyntaxError& error) {
    return diagnostic(error, error.at);
  }
  try {
    rdf::Scanner scanner(plain);
    return Parser(scanner, base, prefixes).query();
  } catch (const rdf::SyntaxError& error) {
    return diagnostic(error, place_with_escapes(text, error.at));
  }
}

}  // namespace entente::store
