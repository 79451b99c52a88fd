// SPDX-License-Identifier: ISC
// Turtle and TriG by recursive descent; the functions bear the names of the grammar's productions.
// Recursion is bounded by kMaxNesting. Prefixes, base and graph name outlive a statement, so they
// are strings of their own; all else lives in the scanner's arena until the statement ends.
#include "rdf/iri.h"
#include "rdf/quad_sink.h"
#include "rdf/xsd.h"

#include <map>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

bool equals_ignoring_case(std::string_view word, std::string_view upper) {
  if (word.size() != upper.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i] >= 'a' && word[i] <= 'z' ? static_cast<char>(word[i] - 32) : word[i];
    if (c != upper[i]) return false;
  }
  return true;
}

TermView iri_view(std::string_view value) {
  return {TermKind::Iri, value, {}, {}};
}

class Reader {
 public:
  Reader(Scanner& scanner, bool trig, const ReadOptions& options, QuadSink& sink)
      : in_(scanner), trig_(trig), base_(options.base), sink_(sink) {}

  void document() {
    for (in_.skip_space(); !in_.at_end(); in_.skip_space()) {
      statement();
      in_.arena.clear();
    }
  }

 private:
  void statement() {
    if (in_.peek() == '@') return at_directive();
    if (trig_ && in_.peek() == '{') return wrapped_graph({});
    if (in_.at_name_start()) {
      const std::size_t begin = in_.at;
      const PrefixedName word = in_.prefixed_name();
      if (!word.has_colon && keyword(word.prefix)) return;
      in_.at = begin;
    }
    block();
  }

  // PREFIX, BASE and GRAPH; false if `word` is none of them.
  bool keyword(std::string_view word) {
    if (equals_ignoring_case(word, "PREFIX")) {
      prefix();
    } else if (equals_ignoring_case(word, "BASE")) {
      base();
    } else if (trig_ && equals_ignoring_case(word, "GRAPH")) {
      in_.skip_space();
      wrapped_graph(label());
    } else {
      return false;
    }
    return true;
  }

  void at_directive() {
    const std::size_t begin = in_.at++;
    if (in_.looking_at("prefix")) {
      in_.at += 6;
      prefix();
    } else if (in_.looking_at("base")) {
      in_.at += 4;
      base();
    } else {
      in_.fail_at(begin, "@prefix, @base or a statement");
    }
    expect('.', "'.' at the end of the directive");
  }

  void prefix() {
    in_.skip_space();
    const std::size_t begin = in_.at;
    const bool starts = in_.peek() == ':' || in_.at_name_start();
    const PrefixedName name = starts ? in_.prefixed_name() : PrefixedName{};
    if (!name.has_colon || !name.local.empty()) {
      in_.fail_at(begin, "a prefix that ends in ':'");
    }
    in_.skip_space();
    prefixes_[std::string(name.prefix)] = std::string(iri_ref());
  }

  void base() {
    in_.skip_space();
    base_ = std::string(iri_ref());
  }

  // triples, or in TriG also a graph with its name before it.
  void block() {
    const char c = in_.peek();
    if (c == '(' || (c == '[' && !at_anonymous())) {
      triples();
    } else {
      const TermView first = trig_ ? label() : subject();
      in_.skip_space();
      if (trig_ && in_.peek() == '{') return wrapped_graph(first);
      predicate_object_list(first, 0);
    }
    expect('.', "'.' at the end of the statement");
  }

  void wrapped_graph(const TermView& name) {
    graph_name_ = std::string(name.value);
    graph_ = {name.kind, graph_name_, {}, {}};
    expect('{', "'{' of a graph");
    in_.arena.clear();
    in_.skip_space();
    while (in_.peek() != '}') {
      triples();
      in_.skip_space();
      if (in_.peek() == '.') {
        ++in_.at;
        in_.skip_space();
      } else if (in_.peek() != '}') {
        in_.fail("'.' at the end of the statement or '}' at the end of the graph");
      }
      in_.arena.clear();
    }
    ++in_.at;
    graph_ = {};
  }

  void triples() {
    if (in_.peek() == '[' && !at_anonymous()) {
      const TermView node = blank_node_property_list(1);
      in_.skip_space();
      if (in_.peek() != '.' && in_.peek() != '}') predicate_object_list(node, 0);
      return;
    }
    predicate_object_list(subject(), 0);
  }

  TermView subject() {
    if (in_.peek() == '(') return collection(1);
    return label();
  }

  // labelOrSubject: an IRI or a blank node without properties.
  TermView label() {
    const char c = in_.peek();
    if (c == '[') {
      const std::size_t begin = in_.at++;
      in_.skip_space();
      if (in_.peek() != ']') in_.fail_at(begin, "the name of a graph");
      ++in_.at;
      return sink_.fresh();
    }
    if (in_.looking_at("_:")) return sink_.labelled(in_.blank_label());
    if (c == '<' || c == ':' || in_.at_name_start()) return iri("a subject");
    in_.fail("a subject: an IRI, a blank node, '[' or '('");
  }

  void predicate_object_list(const TermView& subject, int depth) {
    in_.skip_space();
    while (true) {
      const TermView predicate = verb();
      object_list(subject, predicate, depth);
      in_.skip_space();
      if (in_.peek() != ';') return;
      while (in_.peek() == ';') {
        ++in_.at;
        in_.skip_space();
      }
      if (in_.peek() == '.' || in_.peek() == ']' || in_.peek() == '}') return;
    }
  }

  TermView verb() {
    if (in_.peek() == 'a') {
      const std::size_t begin = in_.at;
      const PrefixedName word = in_.prefixed_name();
      if (!word.has_colon && word.prefix == "a") return iri_view(kRdfType);
      in_.at = begin;
    }
    if (in_.peek() == '<' || in_.peek() == ':' || in_.at_name_start()) return iri("a predicate");
    in_.fail("a predicate: an IRI or 'a'");
  }

  void object_list(const TermView& subject, const TermView& predicate, int depth) {
    while (true) {
      in_.skip_space();
      object(subject, predicate, depth);
      in_.skip_space();
      if (in_.peek() != ',') return;
      ++in_.at;
    }
  }

  // Hands over the statement before those that are nested in its object.
  void object(const TermView& subject, const TermView& predicate, int depth) {
    const std::size_t begin = in_.at;
    const auto emit = [&](const TermView& term) {
      sink_.emit({subject, predicate, term, graph_}, begin);
    };
    switch (in_.peek()) {
      case '(':
        return collection_items(depth + 1, emit);
      case '[':
        if (at_anonymous()) return emit(label());
        property_list(depth + 1, emit);
        return;
      case '"':
      case '\'':
        return emit(literal());
      case '_':
        if (in_.looking_at("_:")) return emit(sink_.labelled(in_.blank_label()));
        break;
      default:
        break;
    }
    if (in_.at_number()) return emit(number());
    if (in_.peek() == '<' || in_.peek() == ':' || in_.at_name_start()) {
      return emit(iri_or_boolean());
    }
    in_.fail("an object: an IRI, a blank node, a literal, '[' or '('");
  }

  TermView literal() {
    TermView term{TermKind::Literal, in_.string_literal(), kXsdString, {}};
    if (in_.peek() == '@') {
      term.language = in_.language_tag();
      term.datatype = kRdfLangString;
    } else if (in_.looking_at("^^")) {
      in_.at += 2;
      term.datatype = iri("the IRI of a datatype").value;
    }
    return term;
  }

  TermView number() {
    NumberKind kind{};
    const std::string_view digits = in_.number(kind);
    constexpr std::string_view kTypes[] = {kXsdInteger, kXsdDecimal, kXsdDouble};
    return {TermKind::Literal, digits, kTypes[static_cast<int>(kind)], {}};
  }

  TermView iri_or_boolean() {
    if (in_.peek() == 't' || in_.peek() == 'f') {
      const std::size_t begin = in_.at;
      const PrefixedName word = in_.prefixed_name();
      if (!word.has_colon && (word.prefix == "true" || word.prefix == "false")) {
        return {TermKind::Literal, word.prefix, kXsdBoolean, {}};
      }
      in_.at = begin;
    }
    return iri("an object");
  }

  TermView iri(std::string_view what) {
    if (in_.peek() == '<') return iri_view(iri_ref());
    if (in_.peek() != ':' && !in_.at_name_start()) in_.fail(what);
    const std::size_t begin = in_.at;
    const PrefixedName name = in_.prefixed_name();
    if (!name.has_colon) {
      in_.fail_at(begin, fmt::format("{}: an IRI or a name with a prefix", what));
    }
    const auto known = prefixes_.find(name.prefix);
    if (known == prefixes_.end()) {
      throw SyntaxError{
          begin, fmt::format("found the prefix \"{}:\", expected one that @prefix declares before",
                             name.prefix)};
    }
    return iri_view(in_.arena.join(known->second, name.local));
  }

  std::string_view iri_ref() {
    const std::size_t begin = in_.at;
    const std::string_view reference = in_.iri_ref();
    if (is_absolute_iri(reference)) return reference;
    if (base_.empty()) {
      in_.fail_at(begin, "an absolute IRI (the text has no @base and none was given)");
    }
    return in_.arena.keep(resolve_iri(base_, reference));
  }

  bool at_anonymous() {
    const std::size_t begin = in_.at++;
    in_.skip_space();
    const bool closes = in_.peek() == ']';
    in_.at = begin;
    return closes;
  }

  TermView blank_node_property_list(int depth) {
    return property_list(depth, [](const TermView&) {});
  }

  // [ ... ]: tells `announce` the node before its properties are handed over.
  template <typename Announce>
  TermView property_list(int depth, Announce announce) {
    check_depth(depth);
    ++in_.at;
    const TermView node = sink_.fresh();
    announce(node);
    predicate_object_list(node, depth);
    expect(']', "']' at the end of the blank node");
    return node;
  }

  TermView collection(int depth) {
    TermView head;
    collection_items(depth, [&](const TermView& term) { head = term; });
    return head;
  }

  // ( ... ): tells `announce` the list's head before its items are handed over.
  template <typename Announce>
  void collection_items(int depth, Announce announce) {
    check_depth(depth);
    ++in_.at;
    in_.skip_space();
    const TermView nil = iri_view(kRdfNil);
    if (in_.peek() == ')') {
      ++in_.at;
      return announce(nil);
    }
    TermView cell = sink_.fresh();
    announce(cell);
    while (true) {
      object(cell, iri_view(kRdfFirst), depth);
      in_.skip_space();
      const std::size_t next_at = in_.at;
      const bool ends = in_.peek() == ')';
      if (in_.at_end()) in_.fail("')' at the end of the list");
      const TermView next = ends ? nil : sink_.fresh();
      sink_.emit({cell, iri_view(kRdfRest), next, graph_}, next_at);
      cell = next;
      if (ends) break;
    }
    ++in_.at;
  }

  void check_depth(int depth) const {
    if (depth <= kMaxNesting) return;
    throw SyntaxError{in_.at, fmt::format("found blank nodes or lists nested deeper than {}, "
                                          "expected a flatter text",
                                          kMaxNesting)};
  }

  void expect(char c, std::string_view expected) {
    in_.skip_space();
    if (in_.peek() != c) in_.fail(expected);
    ++in_.at;
  }

  Scanner& in_;
  const bool trig_;
  std::string base_;
  QuadSink& sink_;
  std::map<std::string, std::string, std::less<>> prefixes_;
  TermView graph_;
  std::string graph_name_;
};

}  // namespace

void read_turtle(Scanner& scanner, bool trig, const ReadOptions& options, QuadSink& sink) {
  Reader(scanner, trig, options, sink).document();
}

}  // namespace entente::rdf
