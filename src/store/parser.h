// SPDX-License-Identifier: ISC
/// @file
/// The recursive-descent parser behind parse_query.h; its functions bear the names of the grammar's
/// productions. One file each for queries, patterns and expressions.
#pragma once

#include "rdf/scanner.h"
#include "store/lexer.h"
#include "store/parse_query.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::store {

class Parser {
 public:
  Parser(rdf::Scanner& scanner, std::string_view base,
         const std::vector<std::pair<std::string, std::string>>& prefixes);
  /// Throws rdf::SyntaxError.
  Query query();

 private:
  // A group while it is being read: what is joined so far, and the filters that come last.
  struct Group {
    Pattern pattern;
    std::vector<Expression> filters;
    int clauses = 0;        // OPTIONAL, MINUS, BIND and FILTER so far
    bool open_bgp = false;  // the last joined child is a Bgp that more triples may enter
  };

  // parse_query.cpp
  void prologue();
  void select_query();
  void construct_query();
  void describe_query();
  void ask_query();
  void dataset_clauses();
  void select_clause(Select& select);
  void where_clause(Select& select);
  void solution_modifiers(Select& select);
  void group_condition(Select& select);
  void order_condition(Select& select);
  void limit_offset(Select& select);
  Select sub_select();
  void check_select(const Select& select, std::size_t at);

  // parse_pattern.cpp
  Pattern group_graph_pattern();
  Group group_elements();
  Pattern finish_group(Group group);
  void group_element(Group& group);
  void triples_block(Group& group);
  void union_or_group(Group& group);
  void optional(Group& group);
  void minus(Group& group);
  void graph(Group& group);
  void filter(Group& group);
  void bind(Group& group);
  InlineData inline_data();
  std::vector<TriplePattern> construct_template();
  void triples_same_subject(Group& group);
  void property_list(const Node& subject, Group& group);
  void object_list(const Node& subject, const Node& verb, const Path* path, Group& group);
  Node verb();
  Node graph_node(Group& group);
  Node collection(Group& group);
  Node blank_node_property_list(Group& group);
  bool at_triples() const;
  void add_triple(Group& group, TriplePattern triple);
  void add_path(Group& group, const Node& subject, const Path& path, const Node& object);
  void close_bgp(Group& group);
  static void join(Group& group, Pattern pattern);
  Path path();
  Path path_sequence();
  Path path_element_or_inverse();
  Path path_element();
  Path path_primary();
  Path path_negated_set();
  void path_one_in_set(Path& negated);

  // parse_expression.cpp
  Expression expression();
  Expression conditional_and();
  Expression relational();
  Expression additive();
  Expression multiplicative();
  Expression unary();
  Expression primary();
  Expression bracketted();
  Expression constraint();
  Expression word_expression();
  Expression exists(bool negated);
  Expression function_call(rdf::Term name);
  Expression built_in(std::string_view name);
  Expression aggregate(std::string_view name);
  std::vector<Expression> expression_list();

  // terms
  Node var_or_term();
  Node var_or_iri();
  Var variable();
  rdf::Term iri();
  rdf::Term literal();
  rdf::Term number_literal(std::string sign);
  rdf::Term blank_term();
  Node blank_node();
  bool at_literal() const;
  bool at_iri() const;
  bool at_signed_number() const;
  std::string resolve(std::string_view reference, std::size_t at) const;

  // tokens
  const Token& peek(std::size_t ahead = 0) const;
  Token take();
  bool at_word(std::string_view word) const;
  bool at_symbol(std::string_view symbol) const;
  bool accept_word(std::string_view word);
  bool accept(std::string_view symbol);
  void expect_word(std::string_view word);
  void expect(std::string_view symbol, std::string_view what = {});
  [[noreturn]] void fail(std::string_view expected) const;
  [[noreturn]] static void reject(std::size_t at, std::string message);

  void check_chain(int links) const;
  Var var_named(const std::string& name);
  Var fresh_variable(std::string_view kind);

  struct Deeper {  // counts the nesting while it lives
    explicit Deeper(Parser& parser);
    ~Deeper() { --parser_.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Parser& parser_;
  };

  rdf::Scanner& scanner_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Query query_;
  std::string base_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  std::map<std::string, Var, std::less<>> variables_;
  std::set<std::string, std::less<>> bgp_labels_;     // of blank nodes in the open Bgp
  std::set<std::string, std::less<>> closed_labels_;  // of Bgps before
  std::vector<Aggregate>* aggregates_ = nullptr;      // null where none may stand
  bool in_template_ = false;
  int depth_ = 0;
};

}  // namespace entente::store
