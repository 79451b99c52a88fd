// SPDX-License-Identifier: ISC
#include "rdf/graph_iris.h"

#include "rdf/iri_encoding.h"

#include <algorithm>
#include <array>

namespace entente::rdf {

namespace {

std::string term(std::string_view prefix, std::string_view name) {
  std::string iri(vocab::ent::kNamespace);
  return iri.append(prefix).append(encode_segment(name));
}

char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string GraphIris::individual(std::string_view kind, std::string_view id) const {
  return base_ + std::string(kind) + encode_segment(id);
}

std::string GraphIris::place(const PlaceRecord& place) const {
  const std::string country = place.country.empty() ? "-" : encode_segment(place.country);
  return base_ + "place/" + country + "/" + encode_segment(place.label);
}

std::optional<IndividualPieces> split_individual(std::string_view iri) {
  constexpr std::array<std::string_view, 5> kKinds = {"actor", "article", "claim", "situation",
                                                      "graph"};
  const std::size_t last = iri.rfind('/');
  if (last == std::string_view::npos || last == 0 || last + 1 == iri.size()) return std::nullopt;
  const std::size_t before = iri.rfind('/', last - 1);
  if (before == std::string_view::npos) return std::nullopt;
  const std::string_view kind = iri.substr(before + 1, last - before - 1);
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) return std::nullopt;
  return IndividualPieces{iri.substr(0, before + 1), kind, iri.substr(last + 1)};
}

std::optional<IndividualName> parse_individual(std::string_view iri) {
  const auto pieces = split_individual(iri);
  if (!pieces) return std::nullopt;
  return IndividualName{std::string(pieces->base), std::string(pieces->kind),
                        decode_segment(pieces->segment)};
}

std::string event_class(std::string_view type) {
  std::string name(type);
  for (std::size_t i = 1; i < name.size(); ++i) name[i] = to_lower(name[i]);
  return term("", name);
}

std::string event_type(std::string_view local) {
  std::string name(local);
  for (char& c : name) c = to_upper(c);
  return name;
}

std::string ontology_term(std::string_view local) {
  return term("", local);
}
std::string mode_iri(std::string_view mode) {
  return term(kModePrefix, mode);
}
std::string context_iri(std::string_view context) {
  return term(kContextPrefix, context);
}
std::string unit_iri(std::string_view unit) {
  return term(kUnitPrefix, unit);
}
std::string aspect_iri(std::string_view aspect) {
  return term(kAspectPrefix, aspect);
}

std::optional<std::string> ontology_name(std::string_view iri, std::string_view prefix) {
  if (!iri.starts_with(vocab::ent::kNamespace)) return std::nullopt;
  iri.remove_prefix(vocab::ent::kNamespace.size());
  if (!iri.starts_with(prefix)) return std::nullopt;
  return decode_segment(iri.substr(prefix.size()));
}

}  // namespace entente::rdf
