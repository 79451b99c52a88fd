// SPDX-License-Identifier: ISC
#include "rdf/load_weights.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

// The words of ontology/weights.ttl.
#define ENTENTE_WEIGHT_TERM(name) "https://w3id.org/entente/ontology#" name
constexpr std::string_view kWeight = ENTENTE_WEIGHT_TERM("Weight");
constexpr std::string_view kNetworkRules = ENTENTE_WEIGHT_TERM("NetworkRules");
constexpr std::string_view kWeighs = ENTENTE_WEIGHT_TERM("weighs");
constexpr std::string_view kSign = ENTENTE_WEIGHT_TERM("sign");
constexpr std::string_view kStrength = ENTENTE_WEIGHT_TERM("strength");
constexpr std::string_view kDependence = ENTENTE_WEIGHT_TERM("dependence");
constexpr std::string_view kDependenceStrength = ENTENTE_WEIGHT_TERM("dependenceStrength");
constexpr std::string_view kRepresentation = ENTENTE_WEIGHT_TERM("representation");
constexpr std::string_view kSays = ENTENTE_WEIGHT_TERM("says");
constexpr std::string_view kSaysBack = ENTENTE_WEIGHT_TERM("saysBack");
constexpr std::string_view kOtherType = "OtherType";

struct Rule {
  std::string_view property;
  double Weights::*field;
  double most;  // the number is above 0 and at most this
};

constexpr double kManyDays = 100'000;
constexpr std::array<Rule, 8> kRules = {{
    {ENTENTE_WEIGHT_TERM("sourceReliability"), &Weights::source_reliability, 1},
    {ENTENTE_WEIGHT_TERM("probableFactor"), &Weights::probable, 1},
    {ENTENTE_WEIGHT_TERM("prospectiveFactor"), &Weights::prospective, 1},
    {ENTENTE_WEIGHT_TERM("contestedFactor"), &Weights::contested, 1},
    {ENTENTE_WEIGHT_TERM("eventHalfLifeDays"), &Weights::event_half_life, kManyDays},
    {ENTENTE_WEIGHT_TERM("relationHalfLifeDays"), &Weights::relation_half_life, kManyDays},
    {ENTENTE_WEIGHT_TERM("leastRecency"), &Weights::least_recency, 1},
    {ENTENTE_WEIGHT_TERM("mostStrength"), &Weights::most, 1},
}};

double read_number(const TripleTable& table, const Statement& statement, double most) {
  const std::string_view text = table.text(statement.object);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value > 0 && value <= most)) {
    table.fail(statement, fmt::format("found {}, expected a number above 0 up to {}", text, most));
  }
  return value;
}

template <typename Value, std::size_t N>
Value read_name(const TripleTable& table, const Statement& statement,
                const std::array<std::pair<std::string_view, Value>, N>& names) {
  const std::string_view found = table.local_name(statement.object);
  std::string expected;
  for (const auto& [name, value] : names) {
    if (name == found) return value;
    expected += fmt::format("{}ent:{}", expected.empty() ? "" : ", ", name);
  }
  table.fail(statement, fmt::format("found {}, expected one of {}", found, expected));
}

constexpr std::array<std::pair<std::string_view, Sign>, 3> kSigns = {
    {{"Cooperation", Sign::Cooperation}, {"Conflict", Sign::Conflict}, {"Neutral", Sign::Neutral}}};

constexpr std::array<std::pair<std::string_view, Dependence>, 3> kDependences = {
    {{"OfInitiator", Dependence::OfInitiator},
     {"OfRecipient", Dependence::OfRecipient},
     {"Mutual", Dependence::Mutual}}};

const Statement& only(const TripleTable& table, Node subject, std::string_view property) {
  table.required(subject, property);
  return table.statements(subject, property).front();
}

TypeWeight read_weight(const TripleTable& table, Node node) {
  TypeWeight weight;
  weight.sign = read_name(table, only(table, node, kSign), kSigns);
  weight.strength = read_number(table, only(table, node, kStrength), 1);
  if (table.object(node, kDependence) != kNoTerm) {
    weight.dependence = read_name(table, only(table, node, kDependence), kDependences);
    weight.dependence_strength = read_number(table, only(table, node, kDependenceStrength), 1);
  }
  weight.representation = table.text_of(node, kRepresentation) == "true";
  weight.says = table.text_of(node, kSays);
  weight.says_back = table.text_of(node, kSaysBack);
  return weight;
}

// In claims PLOVER's types are spelt as in its codebook: "ASSAULT". They are single words, while
// military actions may share a word with none of them.
constexpr std::array<std::string_view, 16> kPloverTypes = {
    "Agree",  "Consult", "Support",  "Concede", "Cooperate", "Aid",      "Retreat", "Request",
    "Accuse", "Reject",  "Threaten", "Protest", "Sanction",  "Mobilize", "Coerce",  "Assault"};

std::string claim_name(std::string_view local_name) {
  std::string name(local_name);
  if (std::find(kPloverTypes.begin(), kPloverTypes.end(), local_name) != kPloverTypes.end()) {
    for (char& c : name) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return name;
}

void read_rules(const TripleTable& table, Weights& weights) {
  for (const Node rules : table.subjects_of_type(kNetworkRules)) {
    for (const Rule& rule : kRules) {
      if (table.object(rules, rule.property) == kNoTerm) continue;
      weights.*rule.field = read_number(table, only(table, rules, rule.property), rule.most);
    }
  }
}

}  // namespace

Weights read_weights(const TripleTable& table) {
  Weights weights;
  read_rules(table, weights);
  for (const Node node : table.subjects_of_type(kWeight)) {
    const Statement& type = only(table, node, kWeighs);
    const std::string_view name = table.local_name(type.object);
    TypeWeight weight = read_weight(table, node);
    if (name == kOtherType) {
      weights.other = std::move(weight);
    } else if (!weights.types.emplace(claim_name(name), std::move(weight)).second) {
      table.fail(type, fmt::format("{} is weighed twice", name));
    }
  }
  return weights;
}

Weights load_weights(const std::filesystem::path& file) {
  return read_weights(read_triple_table({file}));
}

}  // namespace entente::rdf
