// SPDX-License-Identifier: ISC
/// @file
/// The statements about one thing, gathered before they are handed over.
#pragma once

#include "rdf/arena.h"
#include "rdf/literal.h"
#include "rdf/read_rdf.h"
#include "rdf/vocab.h"
#include "text/date.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::rdf {

/// Takes all statements about one thing: those of the thing first, those of the blank nodes that
/// hang on it where they are used. All are in one named graph. Valid only during the call.
using ResourceSink = std::function<void(std::span<const QuadView>)>;

/// A blank node's label: the same for the same content in every file.
std::string label(std::string_view kind, std::string_view id);
std::string label(std::string_view kind, std::string_view id, std::size_t number);

/// Statements that are gathered and handed over thing by thing, in memory that is used again.
struct Sheet {
  Arena arena;
  std::vector<QuadView> quads;
};

/// Collects the statements about one thing on a sheet, which it clears.
class Resource {
 public:
  Resource(std::string_view subject, std::string_view graph, Sheet& sheet) : sheet_(sheet) {
    sheet_.arena.clear();
    sheet_.quads.clear();
    subject_ = iri_view(keep(subject));
    graph_ = iri_view(keep(graph));
  }

  /// `predicate` must live as long as the sheet's quads; everything else is copied.
  void add(std::string_view predicate, const Term& object) {
    sheet_.quads.push_back({subject_, iri_view(predicate), keep(object), graph_});
  }
  void add_iri(std::string_view predicate, std::string_view object) {
    sheet_.quads.push_back({subject_, iri_view(predicate), iri_view(keep(object)), graph_});
  }
  /// Nothing is added for an empty text.
  void add_text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) add_string(predicate, text);
  }
  void add_string(std::string_view predicate, std::string_view text) {
    const TermView object{TermKind::Literal, keep(text), vocab::xsd::kString, {}};
    sheet_.quads.push_back({subject_, iri_view(predicate), object, graph_});
  }
  void add_date(std::string_view predicate, const std::optional<Date>& day) {
    if (day) add(predicate, date(*day));
  }
  void add_count(std::string_view predicate, std::uint32_t count) {
    add(predicate, integer(count));
  }

  /// `describe` adds the statements of a blank node that hangs on this thing.
  template <typename Describe>
  void add_nested(std::string_view predicate, std::string_view blank_label, Describe describe) {
    TermView node = blank_view(keep(blank_label));
    sheet_.quads.push_back({subject_, iri_view(predicate), node, graph_});
    std::swap(subject_, node);
    describe();
    std::swap(subject_, node);
  }

  /// An rdf:List of IRIs, whose cells are labelled after `kind` and `id`.
  void add_list(std::string_view predicate, std::string_view kind, std::string_view id,
                const std::vector<std::string>& items);

  void hand_to(const ResourceSink& sink) const { sink(sheet_.quads); }

 private:
  static TermView iri_view(std::string_view iri) { return {TermKind::Iri, iri, {}, {}}; }
  static TermView blank_view(std::string_view label) {
    return {TermKind::BlankNode, label, {}, {}};
  }
  std::string_view keep(std::string_view text) { return sheet_.arena.keep(text); }
  TermView keep(const Term& term) {
    return {term.kind, keep(term.value), keep(term.datatype), keep(term.language)};
  }

  Sheet& sheet_;
  TermView subject_, graph_;
};

}  // namespace entente::rdf
