// SPDX-License-Identifier: ISC
#include "rdf/resource.h"

#include "graph/hash.h"

#include <algorithm>

namespace entente::rdf {

std::string label(std::string_view kind, std::string_view id) {
  const bool plain = std::ranges::all_of(id, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return std::string(kind) + (plain ? std::string(id) : ContentName().add(id).id());
}

std::string label(std::string_view kind, std::string_view id, std::size_t number) {
  return label(kind, id) + "x" + std::to_string(number);
}

void Resource::add_list(std::string_view predicate, std::string_view kind, std::string_view id,
                        const std::vector<std::string>& items) {
  TermView cell = subject_;
  std::string_view link = predicate;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const TermView next = blank_view(keep(label(kind, id, i)));
    sheet_.quads.push_back({cell, iri_view(link), next, graph_});
    sheet_.quads.push_back({next, iri_view(vocab::rdf::kFirst), iri_view(keep(items[i])), graph_});
    cell = next;
    link = vocab::rdf::kRest;
  }
  if (items.empty()) return;
  sheet_.quads.push_back({cell, iri_view(link), iri_view(vocab::rdf::kNil), graph_});
}

}  // namespace entente::rdf
