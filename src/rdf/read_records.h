// SPDX-License-Identifier: ISC
/// @file
/// Statements -> records: of a whole graph, or of a part of one that is read by itself.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/triple_table.h"

#include <array>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace entente::rdf {

/// Texts that all parts of a graph share. Thread-safe.
class GraphTexts {
 public:
  SharedText share(std::string_view text) {
    if (text.empty()) return {};
    Shelf& shelf = shelves_[std::hash<std::string_view>()(text) % shelves_.size()];
    const std::lock_guard lock(shelf.mutex);
    return shelf.texts.share(text);
  }

 private:
  struct Shelf {
    std::mutex mutex;
    TextPool texts;
  };
  std::array<Shelf, 61> shelves_;  // so many that threads hardly ever meet
};

enum class Extent : std::uint8_t {
  Whole,  ///< what is spoken of and not described is missing
  Part,   ///< it may be described in another part
};

/// The records of a table, in its order. Situations have no claims yet.
struct GraphPart {
  KnowledgeGraph graph;
  std::unordered_set<SharedText> used;  ///< ids of actors that the records speak of
  std::string base;                     ///< of the individuals; empty if there are none
  /// Of a part: places and actors by IRI. Its situations and claims have a place's IRI as label.
  std::unordered_map<SharedText, PlaceRecord> places;
  /// Of a part: actors that are said to border others, but are described elsewhere.
  std::unordered_set<SharedText> bordering;
  bool is_closed = true;  ///< of a part: false if another part may say more of the same things
};

/// Throws ConfigError where something that the model needs is missing, doubled or ill-formed.
GraphPart read_records(const TripleTable& table, Extent extent, GraphTexts& texts);

}  // namespace entente::rdf
