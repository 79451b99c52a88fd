// SPDX-License-Identifier: ISC
/// @file
/// Results of SELECT and ASK in the formats of the W3C (SPARQL 1.1 Query Results JSON, XML, CSV and
/// TSV; 21 March 2013) and as a table for people. Each ends in a line feed.
#pragma once

#include "store/evaluate.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::store {

enum class ResultFormat : std::uint8_t { Table, Json, Xml, Csv, Tsv };

/// "table", "json", "xml", "csv", "tsv".
std::optional<ResultFormat> parse_result_format(std::string_view name);

struct TableStyle {
  std::vector<std::pair<std::string, std::string>> prefixes;  ///< prefix, IRI: to shorten with
  std::string base;       ///< IRIs below it are shown relative to it
  std::size_t width = 0;  ///< of the terminal in columns; 0: as wide as it gets
};

/// Requires: the result is of a SELECT or ASK. CSV and TSV have no form for ASK: "true" or "false".
std::string write_results(const QueryResult& result, ResultFormat format,
                          const TableStyle& style = {});

std::string write_json(const QueryResult& result);
std::string write_xml(const QueryResult& result);
std::string write_csv(const QueryResult& result);
std::string write_tsv(const QueryResult& result);
std::string write_table(const QueryResult& result, const TableStyle& style);

}  // namespace entente::store
