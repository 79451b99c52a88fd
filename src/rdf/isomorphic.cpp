// SPDX-License-Identifier: ISC
// Colour refinement with individualisation: every blank node gets a colour from the statements it
// stands in, until colours no longer split; where several nodes still share one, a pair is tried.
#include "rdf/isomorphic.h"

#include "rdf/term_dictionary.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>

namespace entente::rdf {

namespace {

using Colours = std::map<std::string, std::uint64_t>;

std::array<const Term*, 4> terms_of(const Quad& quad) {
  return {&quad.subject, &quad.predicate, &quad.object, &quad.graph};
}

std::uint64_t colour_of(const Term& term, const Colours& colours) {
  if (term.kind == TermKind::BlankNode) return colours.at(term.value);
  return hash_bytes(to_ntriples(term));
}

std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
  const std::array<std::uint64_t, 2> pair{a, b};
  return hash_bytes({reinterpret_cast<const char*>(pair.data()), sizeof pair});
}

Colours initial_colours(const std::vector<Quad>& quads) {
  Colours colours;
  for (const Quad& quad : quads) {
    for (const Term* term : terms_of(quad)) {
      if (term->kind == TermKind::BlankNode) colours[term->value] = 1;
    }
  }
  return colours;
}

std::size_t count_classes(const Colours& colours) {
  std::vector<std::uint64_t> all;
  for (const auto& [label, colour] : colours) all.push_back(colour);
  std::sort(all.begin(), all.end());
  return static_cast<std::size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

Colours refine_once(const std::vector<Quad>& quads, const Colours& before) {
  Colours after = before;
  for (const Quad& quad : quads) {
    const auto terms = terms_of(quad);
    std::uint64_t whole = 0;
    for (const Term* term : terms) whole = combine(whole, colour_of(*term, before));
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (terms[i]->kind == TermKind::BlankNode) after[terms[i]->value] += combine(whole, i + 1);
    }
  }
  return after;
}

Colours refine(const std::vector<Quad>& quads, Colours colours) {
  for (std::size_t classes = count_classes(colours);;) {
    Colours next = refine_once(quads, colours);
    const std::size_t found = count_classes(next);
    colours = std::move(next);
    if (found == classes) return colours;
    classes = found;
  }
}

std::map<std::uint64_t, std::vector<std::string>> classes_of(const Colours& colours) {
  std::map<std::uint64_t, std::vector<std::string>> classes;
  for (const auto& [label, colour] : colours) classes[colour].push_back(label);
  return classes;
}

std::vector<Quad> renamed(std::vector<Quad> quads, const Colours& colours) {
  for (Quad& quad : quads) {
    for (Term* term : {&quad.subject, &quad.predicate, &quad.object, &quad.graph}) {
      if (term->kind == TermKind::BlankNode) term->value = std::to_string(colours.at(term->value));
    }
  }
  std::sort(quads.begin(), quads.end());
  return quads;
}

bool match(const std::vector<Quad>& one, const Colours& one_colours, const std::vector<Quad>& other,
           const Colours& other_colours) {
  const auto ours = classes_of(one_colours);
  const auto theirs = classes_of(other_colours);
  const bool same_classes = std::equal(
      ours.begin(), ours.end(), theirs.begin(), theirs.end(), [](const auto& a, const auto& b) {
        return a.first == b.first && a.second.size() == b.second.size();
      });
  if (!same_classes) return false;
  const auto shared = std::find_if(ours.begin(), ours.end(),
                                   [](const auto& entry) { return entry.second.size() > 1; });
  if (shared == ours.end()) return renamed(one, one_colours) == renamed(other, other_colours);
  Colours ours_split = one_colours;
  ours_split[shared->second[0]] = combine(shared->first, 0);
  const Colours ours_refined = refine(one, ours_split);
  const auto& candidates = theirs.at(shared->first);
  return std::any_of(candidates.begin(), candidates.end(), [&](const std::string& label) {
    Colours split = other_colours;
    split[label] = combine(shared->first, 0);
    return match(one, ours_refined, other, refine(other, split));
  });
}

}  // namespace

bool isomorphic(std::vector<Quad> one, std::vector<Quad> other) {
  for (auto* quads : {&one, &other}) {
    std::sort(quads->begin(), quads->end());
    quads->erase(std::unique(quads->begin(), quads->end()), quads->end());
  }
  if (one.size() != other.size()) return false;
  return match(one, refine(one, initial_colours(one)), other,
               refine(other, initial_colours(other)));
}

}  // namespace entente::rdf
