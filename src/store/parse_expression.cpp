// SPDX-License-Identifier: ISC
// Expressions, terms, and the handling of tokens that all of the parser shares.
#include "rdf/did_you_mean.h"
#include "rdf/iri.h"
#include "rdf/xsd.h"
#include "store/parser.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente::store {

namespace {

struct BuiltIn {
  std::string_view name;
  Op op;
  int least, most;  // arguments
};

constexpr int kAny = 1000;
constexpr std::array kBuiltIns = std::to_array<BuiltIn>({
    {"STR", Op::Str, 1, 1},
    {"LANG", Op::Lang, 1, 1},
    {"LANGMATCHES", Op::LangMatches, 2, 2},
    {"DATATYPE", Op::Datatype, 1, 1},
    {"IRI", Op::Iri, 1, 1},
    {"URI", Op::Iri, 1, 1},
    {"BNODE", Op::BNode, 0, 1},
    {"RAND", Op::Rand, 0, 0},
    {"ABS", Op::Abs, 1, 1},
    {"CEIL", Op::Ceil, 1, 1},
    {"FLOOR", Op::Floor, 1, 1},
    {"ROUND", Op::Round, 1, 1},
    {"CONCAT", Op::Concat, 0, kAny},
    {"STRLEN", Op::StrLen, 1, 1},
    {"UCASE", Op::UCase, 1, 1},
    {"LCASE", Op::LCase, 1, 1},
    {"ENCODE_FOR_URI", Op::EncodeForUri, 1, 1},
    {"CONTAINS", Op::Contains, 2, 2},
    {"STRSTARTS", Op::StrStarts, 2, 2},
    {"STRENDS", Op::StrEnds, 2, 2},
    {"STRBEFORE", Op::StrBefore, 2, 2},
    {"STRAFTER", Op::StrAfter, 2, 2},
    {"YEAR", Op::Year, 1, 1},
    {"MONTH", Op::Month, 1, 1},
    {"DAY", Op::Day, 1, 1},
    {"HOURS", Op::Hours, 1, 1},
    {"MINUTES", Op::Minutes, 1, 1},
    {"SECONDS", Op::Seconds, 1, 1},
    {"TIMEZONE", Op::Timezone, 1, 1},
    {"TZ", Op::Tz, 1, 1},
    {"NOW", Op::Now, 0, 0},
    {"UUID", Op::Uuid, 0, 0},
    {"STRUUID", Op::StrUuid, 0, 0},
    {"MD5", Op::Md5, 1, 1},
    {"SHA1", Op::Sha1, 1, 1},
    {"SHA256", Op::Sha256, 1, 1},
    {"SHA384", Op::Sha384, 1, 1},
    {"SHA512", Op::Sha512, 1, 1},
    {"COALESCE", Op::Coalesce, 0, kAny},
    {"IF", Op::If, 3, 3},
    {"STRLANG", Op::StrLang, 2, 2},
    {"STRDT", Op::StrDt, 2, 2},
    {"SAMETERM", Op::SameTerm, 2, 2},
    {"ISIRI", Op::IsIri, 1, 1},
    {"ISURI", Op::IsIri, 1, 1},
    {"ISBLANK", Op::IsBlank, 1, 1},
    {"ISLITERAL", Op::IsLiteral, 1, 1},
    {"ISNUMERIC", Op::IsNumeric, 1, 1},
    {"REGEX", Op::Regex, 2, 3},
    {"SUBSTR", Op::SubStr, 2, 3},
    {"REPLACE", Op::Replace, 3, 4},
});

constexpr std::array kAggregates = std::to_array<std::pair<std::string_view, Aggregate::Kind>>({
    {"COUNT", Aggregate::Kind::Count},
    {"SUM", Aggregate::Kind::Sum},
    {"MIN", Aggregate::Kind::Min},
    {"MAX", Aggregate::Kind::Max},
    {"AVG", Aggregate::Kind::Avg},
    {"SAMPLE", Aggregate::Kind::Sample},
    {"GROUP_CONCAT", Aggregate::Kind::GroupConcat},
});

constexpr std::array kComparisons = std::to_array<std::pair<std::string_view, Op>>({
    {"=", Op::Equal},
    {"!=", Op::NotEqual},
    {"<", Op::Less},
    {">", Op::Greater},
    {"<=", Op::LessEqual},
    {">=", Op::GreaterEqual},
});

const Aggregate::Kind* find_aggregate(std::string_view name) {
  for (const auto& [known, kind] : kAggregates) {
    if (known == name) return &kind;
  }
  return nullptr;
}

Expression operation(Op op, std::vector<Expression> arguments) {
  Expression expression;
  expression.op = op;
  expression.arguments = std::move(arguments);
  return expression;
}

Expression binary(Op op, Expression left, Expression right) {
  std::vector<Expression> arguments;
  arguments.push_back(std::move(left));
  arguments.push_back(std::move(right));
  return operation(op, std::move(arguments));
}

Expression constant(rdf::Term term) {
  Expression expression;
  expression.term = std::move(term);
  return expression;
}

}  // namespace

Expression Parser::expression() {
  const Deeper deeper(*this);
  Expression left = conditional_and();
  for (int links = 1; accept("||"); ++links) {
    check_chain(links);
    left = binary(Op::Or, std::move(left), conditional_and());
  }
  return left;
}

Expression Parser::conditional_and() {
  Expression left = relational();
  for (int links = 1; accept("&&"); ++links) {
    check_chain(links);
    left = binary(Op::And, std::move(left), relational());
  }
  return left;
}

Expression Parser::relational() {
  Expression left = additive();
  for (const auto& [symbol, op] : kComparisons) {
    if (accept(symbol)) return binary(op, std::move(left), additive());
  }
  const bool negated = at_word("NOT") && peek(1).kind == TokenKind::Word && peek(1).text == "IN";
  if (negated) ++at_;
  if (!accept_word("IN")) return left;
  std::vector<Expression> arguments = expression_list();
  arguments.insert(arguments.begin(), std::move(left));
  return operation(negated ? Op::NotIn : Op::In, std::move(arguments));
}

Expression Parser::additive() {
  Expression left = multiplicative();
  for (int links = 1;; ++links) {
    check_chain(links);
    if (accept("+")) {
      left = binary(Op::Add, std::move(left), multiplicative());
    } else if (accept("-")) {
      left = binary(Op::Subtract, std::move(left), multiplicative());
    } else {
      return left;
    }
  }
}

Expression Parser::multiplicative() {
  Expression left = unary();
  for (int links = 1;; ++links) {
    check_chain(links);
    if (accept("*")) {
      left = binary(Op::Multiply, std::move(left), unary());
    } else if (accept("/")) {
      left = binary(Op::Divide, std::move(left), unary());
    } else {
      return left;
    }
  }
}

Expression Parser::unary() {
  const Deeper deeper(*this);
  if (accept("!")) return operation(Op::Not, {unary()});
  if (at_signed_number()) return constant(literal());
  if (accept("-")) return operation(Op::UnaryMinus, {primary()});
  if (accept("+")) return operation(Op::UnaryPlus, {primary()});
  return primary();
}

Expression Parser::primary() {
  if (at_symbol("(")) return bracketted();
  if (peek().kind == TokenKind::Variable) {
    Expression expression;
    expression.op = Op::Variable;
    expression.variable = variable();
    return expression;
  }
  if (at_literal()) return constant(literal());
  if (at_iri()) {
    rdf::Term name = iri();
    return at_symbol("(") ? function_call(std::move(name)) : constant(std::move(name));
  }
  if (peek().kind == TokenKind::Word) return word_expression();
  fail("an expression: a variable, a term, a function or '('");
}

Expression Parser::bracketted() {
  expect("(");
  Expression inner = expression();
  expect(")");
  return inner;
}

// What FILTER and HAVING take without brackets around it: a call.
Expression Parser::constraint() {
  if (at_symbol("(")) return bracketted();
  if (at_iri()) {
    rdf::Term name = iri();
    if (!at_symbol("(")) fail("'(' with the arguments of the function");
    return function_call(std::move(name));
  }
  if (peek().kind == TokenKind::Word) return word_expression();
  fail("'(', a function, EXISTS or NOT EXISTS");
}

Expression Parser::word_expression() {
  if (accept_word("EXISTS")) return exists(false);
  if (at_word("NOT") && peek(1).kind == TokenKind::Word && peek(1).text == "EXISTS") {
    at_ += 2;
    return exists(true);
  }
  const std::string name(peek().text);
  if (find_aggregate(name) != nullptr) return aggregate(name);
  return built_in(name);
}

// Its blank nodes are its own, and those of the group around it go on behind it.
Expression Parser::exists(bool negated) {
  const auto outer_labels = std::exchange(bgp_labels_, {});
  const auto closed = closed_labels_;
  closed_labels_.insert(outer_labels.begin(), outer_labels.end());
  std::vector<Aggregate>* const outer = std::exchange(aggregates_, nullptr);
  Expression expression;
  expression.op = negated ? Op::NotExists : Op::Exists;
  expression.pattern = std::make_shared<Pattern>(group_graph_pattern());
  aggregates_ = outer;
  closed_labels_.insert(closed.begin(), closed.end());
  for (const auto& label : outer_labels) closed_labels_.erase(label);
  bgp_labels_ = outer_labels;
  return expression;
}

Expression Parser::function_call(rdf::Term name) {
  Expression call = operation(Op::Cast, {});
  call.term = std::move(name);
  call.arguments = expression_list();
  return call;
}

Expression Parser::built_in(std::string_view name) {
  if (name == "BOUND") {
    ++at_;
    expect("(");
    Expression bound = operation(Op::Bound, {});
    bound.variable = variable();
    expect(")");
    return bound;
  }
  const auto known = std::find_if(kBuiltIns.begin(), kBuiltIns.end(),
                                  [&](const BuiltIn& b) { return b.name == name; });
  if (known == kBuiltIns.end()) {
    std::vector<std::string_view> names;
    for (const BuiltIn& function : kBuiltIns) names.push_back(function.name);
    fail("a function, true or false" + rdf::did_you_mean(name, names));
  }
  const std::size_t begin = take().begin;
  Expression call = operation(known->op, expression_list());
  const auto count = static_cast<int>(call.arguments.size());
  if (count < known->least || count > known->most) {
    reject(begin,
           fmt::format("found {} with {} arguments, expected {}{}", name, count, known->least,
                       known->most == known->least ? ""
                       : known->most == kAny       ? " or more"
                                                   : fmt::format(" to {}", known->most)));
  }
  return call;
}

Expression Parser::aggregate(std::string_view name) {
  const std::size_t begin = take().begin;
  if (aggregates_ == nullptr) {
    reject(begin, fmt::format("found {} here, expected aggregates only in SELECT, HAVING and "
                              "ORDER BY, and not inside each other",
                              name));
  }
  std::vector<Aggregate>* const outer = std::exchange(aggregates_, nullptr);
  Aggregate aggregate;
  aggregate.kind = *find_aggregate(name);
  expect("(");
  aggregate.distinct = accept_word("DISTINCT");
  if (aggregate.kind == Aggregate::Kind::Count && accept("*")) {
    aggregate.star = true;
  } else {
    aggregate.argument = expression();
  }
  if (aggregate.kind == Aggregate::Kind::GroupConcat && accept(";")) {
    expect_word("SEPARATOR");
    expect("=");
    if (peek().kind != TokenKind::String) fail("the separator as a string");
    aggregate.separator = std::string(take().text);
  }
  expect(")");
  aggregates_ = outer;
  aggregate.result = fresh_variable("aggregate");
  Expression result;
  result.op = Op::Variable;
  result.variable = aggregate.result;
  aggregates_->push_back(std::move(aggregate));
  return result;
}

std::vector<Expression> Parser::expression_list() {
  std::vector<Expression> list;
  expect("(");
  if (accept(")")) return list;
  accept_word("DISTINCT");
  do {
    list.push_back(expression());
  } while (accept(","));
  expect(")", "',' or ')'");
  return list;
}

Node Parser::var_or_term() {
  if (peek().kind == TokenKind::Variable) return {variable(), {}};
  if (peek().kind == TokenKind::BlankLabel || at_symbol("[")) return blank_node();
  if (accept("(")) {
    expect(")");
    return {kNoVar, rdf::iri(std::string(rdf::kRdfNil))};
  }
  if (at_literal()) return {kNoVar, literal()};
  if (at_iri()) return {kNoVar, iri()};
  fail("a variable, an IRI, a literal, a blank node or '('");
}

Node Parser::var_or_iri() {
  if (peek().kind == TokenKind::Variable) return {variable(), {}};
  if (at_iri()) return {kNoVar, iri()};
  fail("a variable or an IRI");
}

Var Parser::variable() {
  if (peek().kind != TokenKind::Variable) fail("a variable");
  return var_named(std::string(take().text));
}

// In a pattern a blank node is a variable that nobody can name.
Node Parser::blank_node() {
  const Token token = take();
  if (token.kind == TokenKind::Symbol) {  // []
    expect("]");
    if (in_template_) return {kNoVar, blank_term()};
    return {fresh_variable("blank"), {}};
  }
  const std::string label(token.text);
  if (in_template_) return {kNoVar, rdf::blank(label)};
  if (closed_labels_.contains(label)) {
    reject(token.begin,
           fmt::format("found _:{} in a second group of triples, expected another label", label));
  }
  bgp_labels_.insert(label);
  return {var_named("." + label), {}};
}

rdf::Term Parser::blank_term() {
  return rdf::blank(query_.variables[fresh_variable("template")].substr(1));
}

rdf::Term Parser::iri() {
  if (!at_iri()) fail("an IRI");
  const Token token = take();
  if (token.kind == TokenKind::Iri) return rdf::iri(resolve(token.text, token.begin));
  const auto known = prefixes_.find(token.prefix);
  if (known == prefixes_.end()) {
    reject(token.begin,
           fmt::format("found the prefix \"{}:\", expected one that PREFIX declares before",
                       token.prefix));
  }
  return rdf::iri(known->second + std::string(token.text));
}

rdf::Term Parser::literal() {
  if (accept_word("TRUE")) return rdf::literal("true", std::string(rdf::kXsdBoolean));
  if (accept_word("FALSE")) return rdf::literal("false", std::string(rdf::kXsdBoolean));
  if (at_symbol("+") || at_symbol("-")) return number_literal(std::string(take().text));
  if (peek().kind != TokenKind::String) return number_literal("");
  std::string text(take().text);
  if (peek().kind == TokenKind::LanguageTag) {
    return rdf::language_literal(std::move(text), std::string(take().text));
  }
  if (!accept("^^")) return rdf::literal(std::move(text));
  return rdf::literal(std::move(text), iri().value);
}

rdf::Term Parser::number_literal(std::string sign) {
  const Token token = take();
  const std::string_view type = token.kind == TokenKind::Integer   ? rdf::kXsdInteger
                                : token.kind == TokenKind::Decimal ? rdf::kXsdDecimal
                                                                   : rdf::kXsdDouble;
  return rdf::literal(sign += token.text, std::string(type));
}

bool Parser::at_literal() const {
  switch (peek().kind) {
    case TokenKind::String:
    case TokenKind::Integer:
    case TokenKind::Decimal:
    case TokenKind::Double:
      return true;
    case TokenKind::Word:
      return at_word("TRUE") || at_word("FALSE");
    default:
      return at_signed_number();
  }
}

bool Parser::at_iri() const {
  return peek().kind == TokenKind::Iri || peek().kind == TokenKind::PrefixedName;
}

bool Parser::at_signed_number() const {
  if (!at_symbol("+") && !at_symbol("-")) return false;
  const Token& next = peek(1);
  const bool number = next.kind == TokenKind::Integer || next.kind == TokenKind::Decimal ||
                      next.kind == TokenKind::Double;
  return number && next.begin == peek().end;
}

std::string Parser::resolve(std::string_view reference, std::size_t at) const {
  if (rdf::is_absolute_iri(reference)) return std::string(reference);
  if (base_.empty())
    reject(at, fmt::format("found the relative IRI <{}>, expected BASE before it", reference));
  return rdf::resolve_iri(base_, reference);
}

const Token& Parser::peek(std::size_t ahead) const {
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

Token Parser::take() {
  const Token token = peek();
  if (token.kind != TokenKind::End) ++at_;
  return token;
}

bool Parser::at_word(std::string_view word) const {
  return peek().kind == TokenKind::Word && peek().text == word;
}

bool Parser::at_symbol(std::string_view symbol) const {
  return peek().kind == TokenKind::Symbol && peek().text == symbol;
}

bool Parser::accept_word(std::string_view word) {
  if (!at_word(word)) return false;
  ++at_;
  return true;
}

bool Parser::accept(std::string_view symbol) {
  if (!at_symbol(symbol)) return false;
  ++at_;
  return true;
}

void Parser::expect_word(std::string_view word) {
  if (!accept_word(word)) fail(word);
}

void Parser::expect(std::string_view symbol, std::string_view what) {
  if (!accept(symbol)) fail(what.empty() ? fmt::format("'{}'", symbol) : std::string(what));
}

void Parser::fail(std::string_view expected) const {
  scanner_.fail_at(peek().begin, expected);
}

void Parser::reject(std::size_t at, std::string message) {
  throw rdf::SyntaxError{at, std::move(message)};
}

Var Parser::var_named(const std::string& name) {
  const auto [at, is_new] = variables_.emplace(name, static_cast<Var>(query_.variables.size()));
  if (is_new) query_.variables.push_back(name);
  return at->second;
}

Var Parser::fresh_variable(std::string_view kind) {
  // A digit in front cannot meet a blank node's label of the query, which has no '.' there.
  return var_named(fmt::format(".{}.{}", query_.variables.size(), kind));
}

// Chains become trees that lean to one side: as deep as they are long.
void Parser::check_chain(int links) const {
  if (links <= kMaxQueryChain) return;
  reject(peek().begin, fmt::format("found a chain of more than {} operators or clauses, expected a "
                                   "shorter one (VALUES or IN for lists)",
                                   kMaxQueryChain));
}

Parser::Deeper::Deeper(Parser& parser) : parser_(parser) {
  if (++parser_.depth_ <= kMaxQueryNesting) return;
  --parser_.depth_;
  reject(parser_.peek().begin,
         fmt::format("found more than {} nested groups or brackets, expected a flatter query",
                     kMaxQueryNesting));
}

}  // namespace entente::store
