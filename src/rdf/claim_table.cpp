// SPDX-License-Identifier: ISC
#include "rdf/claim_table.h"

#include "rdf/escape.h"
#include "rdf/graph_iris.h"
#include "rdf/iri_encoding.h"
#include "rdf/literal.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::rdf {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kListSeparator = " | ";

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

Json text_or_null(std::string_view text) {
  return text.empty() ? Json() : Json(repair_text(text));
}

/// Makes the JSON object of a claim; the CSV line is made from that.
class RowMaker {
 public:
  RowMaker(const KnowledgeGraph& graph, const std::string& base) : iris_(base) {
    for (const Actor& actor : graph.actors) actors_.emplace(actor.id, &actor);
    for (const ArticleRecord& article : graph.articles) articles_.emplace(article.id, &article);
  }

  std::string_view input_id(const ClaimRecord& claim) const {
    const auto found = articles_.find(claim.article);
    return found == articles_.end() ? claim.article.view()
                                    : std::string_view(found->second->input_id);
  }

  Json row(const ClaimRecord& claim) const {
    Json row;
    row["claim"] = iris_.claim(claim.id);
    row["situation"] = iris_.situation(claim.situation);
    row["article"] = repair_text(input_id(claim));
    row["start"] = claim.start;
    row["end"] = claim.end;
    row["sentence"] = repair_text(claim.sentence);
    row["type"] = claim.type;
    row["action"] = text_or_null(claim.action);
    row["initiators"] = participants(claim.initiators);
    row["recipients"] = participants(claim.recipients);
    row["place"] = place(claim.place);
    row["date"] = interval(claim.date);
    row["asserted_by"] = speakers(claim.speakers);
    row["polarity"] = lower(to_string(claim.polarity));
    row["modality"] = lower(to_string(claim.modality));
    row["confidence"] = claim.confidence;
    return row;
  }

 private:
  Json describe(std::string_view id) const {
    const auto found = actors_.find(id);
    Json object;
    object["id"] = id;
    object["label"] =
        repair_text(found == actors_.end() ? id : std::string_view(found->second->label));
    object["country"] = found == actors_.end() ? Json() : text_or_null(found->second->country);
    return object;
  }

  Json participants(const std::vector<ParticipantRecord>& records) const {
    Json list = Json::array();
    for (const ParticipantRecord& record : records) {
      const auto found = actors_.find(record.actor);
      Json object = describe(record.actor);
      object["sector"] = found == actors_.end() ? Json() : text_or_null(found->second->sector);
      object["text"] = repair_text(record.text);
      list.push_back(std::move(object));
    }
    return list;
  }

  Json speakers(const std::vector<SharedText>& ids) const {
    Json list = Json::array();
    for (const SharedText& id : ids) list.push_back(describe(id));
    return list;
  }

  static Json place(const std::optional<PlaceRecord>& place) {
    if (!place) return {};
    Json object;
    object["label"] = repair_text(place->label);
    object["country"] = text_or_null(place->country);
    return object;
  }

  static Json interval(const std::optional<DateInterval>& date) {
    if (!date) return {};
    Json object;
    object["from"] = to_iso_string(date->from);
    object["to"] = to_iso_string(date->to);
    return object;
  }

  GraphIris iris_;
  std::map<std::string_view, const Actor*> actors_;
  std::map<std::string_view, const ArticleRecord*> articles_;
};

/// Field and, where it holds objects, the key in them.
struct Column {
  std::string_view field, key;
};

constexpr std::array<Column, 28> kColumns = {{
    {"claim", ""},
    {"situation", ""},
    {"article", ""},
    {"start", ""},
    {"end", ""},
    {"sentence", ""},
    {"type", ""},
    {"action", ""},
    {"initiators", "id"},
    {"initiators", "label"},
    {"initiators", "country"},
    {"initiators", "sector"},
    {"initiators", "text"},
    {"recipients", "id"},
    {"recipients", "label"},
    {"recipients", "country"},
    {"recipients", "sector"},
    {"recipients", "text"},
    {"place", "label"},
    {"place", "country"},
    {"date", "from"},
    {"date", "to"},
    {"asserted_by", "id"},
    {"asserted_by", "label"},
    {"asserted_by", "country"},
    {"polarity", ""},
    {"modality", ""},
    {"confidence", ""},
}};

std::string plain(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_float() ? decimal(value.get<double>()).value : value.dump();
}

std::string cell(const Json& row, Column column) {
  const Json& value = row.at(std::string(column.field));
  if (column.key.empty()) return plain(value);
  if (value.is_null()) return {};
  const std::string key(column.key);
  if (value.is_object()) return plain(value.at(key));
  std::string out;
  for (const Json& item : value) {
    if (&item != &value.front()) out += kListSeparator;
    out += plain(item.at(key));
  }
  return out;
}

std::string csv_head() {
  std::vector<std::string> names;
  for (const Column& column : kColumns) {
    names.push_back(std::string(column.field) + (column.key.empty() ? "" : ".") +
                    std::string(column.key));
  }
  return fmt::format("{}\r\n", fmt::join(names, ","));
}

std::string csv_line(const Json& row) {
  std::vector<std::string> cells;
  for (const Column& column : kColumns) cells.push_back(csv_field(cell(row, column)));
  return fmt::format("{}\r\n", fmt::join(cells, ","));
}

}  // namespace

std::optional<TableFormat> table_format_of(std::string_view path) {
  if (path.ends_with(".jsonl")) return TableFormat::JsonLines;
  if (path.ends_with(".csv")) return TableFormat::Csv;
  return std::nullopt;
}

void write_claim_table(const KnowledgeGraph& graph, TableFormat format, const std::string& base,
                       const ByteSink& sink) {
  const RowMaker maker(graph, base);
  std::vector<const ClaimRecord*> claims;
  for (const ClaimRecord& claim : graph.claims) claims.push_back(&claim);
  std::ranges::sort(claims, {}, [&](const ClaimRecord* claim) {
    return std::make_tuple(maker.input_id(*claim), std::string_view(claim->article), claim->start,
                           claim->quote_start, std::string_view(claim->id));
  });
  if (format == TableFormat::Csv) sink(csv_head());
  for (const ClaimRecord* claim : claims) {
    const Json row = maker.row(*claim);
    sink(format == TableFormat::Csv ? csv_line(row) : row.dump() + "\n");
  }
}

}  // namespace entente::rdf
