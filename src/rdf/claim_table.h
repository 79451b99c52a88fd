// SPDX-License-Identifier: ISC
/// @file
/// The claims of a graph as a flat table, one line a claim, for people who work with data frames.
///
/// JSON Lines, fields in this order:
///   claim, situation       IRIs
///   article                the input's id: the file's name, or the record's "id"
///   start, end             the evidence sentence, half-open, code points of the input text
///   sentence               its text
///   type                   PLOVER name ("ASSAULT") or the relation's name ("dependsOn")
///   action                 military action or null
///   initiators, recipients lists of {id, label, country, sector, text}; country, sector may be
///   null place                  {label, country} or null date                   {from, to} or null
///   asserted_by            list of {id, label, country}
///   polarity, modality     in lower case
///   confidence             0 to 1
///
/// CSV (RFC 4180: CRLF line ends, a line of column names) has the same fields; what is nested is
/// spread over columns "initiators.id", "initiators.label" ..., several values in a cell are
/// separated by " | ", and null is empty.
#pragma once

#include "graph/knowledge_graph.h"
#include "rdf/quad_writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente::rdf {

enum class TableFormat : std::uint8_t { JsonLines, Csv };

/// By extension of the path: .jsonl .csv; nothing for others.
std::optional<TableFormat> table_format_of(std::string_view path);

/// Writes the claims ordered by article (input id) and place in the text. Same graph, same bytes.
void write_claim_table(const KnowledgeGraph& graph, TableFormat format, const std::string& base,
                       const ByteSink& sink);

}  // namespace entente::rdf
