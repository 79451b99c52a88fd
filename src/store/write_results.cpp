// SPDX-License-Identifier: ISC
#include "store/write_results.h"

#include "rdf/characters.h"
#include "rdf/escape.h"
#include "rdf/xsd.h"
#include "store/value.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::store {

namespace {

std::string xml_term(const rdf::Term& term) {
  switch (term.kind) {
    case rdf::TermKind::Iri:
      return "<uri>" + rdf::xml_text(term.value) + "</uri>";
    case rdf::TermKind::BlankNode:
      return "<bnode>" + rdf::xml_text(term.value) + "</bnode>";
    default:
      break;
  }
  std::string attribute;
  if (!term.language.empty()) {
    attribute = fmt::format(" xml:lang=\"{}\"", term.language);
  } else if (term.datatype != rdf::kXsdString) {
    attribute = fmt::format(" datatype=\"{}\"", rdf::xml_text(term.datatype));
  }
  return fmt::format("<literal{}>{}</literal>", attribute, rdf::xml_text(term.value));
}

nlohmann::ordered_json json_term(const rdf::Term& term) {
  nlohmann::ordered_json out;
  out["type"] = term.kind == rdf::TermKind::Iri         ? "uri"
                : term.kind == rdf::TermKind::BlankNode ? "bnode"
                                                        : "literal";
  out["value"] = term.value;
  if (term.kind != rdf::TermKind::Literal) return out;
  if (!term.language.empty()) {
    out["xml:lang"] = term.language;
  } else if (term.datatype != rdf::kXsdString) {
    out["datatype"] = term.datatype;
  }
  return out;
}

std::string csv_field(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::None) return {};
  if (term.kind == rdf::TermKind::BlankNode) return "_:" + term.value;
  return rdf::csv_field(term.value);
}

// Numbers stand bare where Turtle would read the same literal back.
bool is_bare_number(const rdf::Term& term) {
  const std::string_view text = term.value;
  const bool digits_end = !text.empty() && rdf::is(text.back(), rdf::kDigit);
  if (term.datatype == rdf::kXsdInteger) return parse_integer(text).has_value();
  if (text.find_first_of("INF") != text.npos || !digits_end) return false;
  const bool exponent = text.find_first_of("eE") != text.npos;
  const bool point = text.find('.') != text.npos;
  if (term.datatype == rdf::kXsdDecimal) return point && !exponent && parse_double(text);
  return term.datatype == rdf::kXsdDouble && exponent && parse_double(text);
}

std::string tsv_field(const rdf::Term& term) {
  if (term.kind == rdf::TermKind::Literal && is_bare_number(term)) return term.value;
  std::string text = rdf::to_ntriples(term);
  for (std::size_t at = 0; (at = text.find('\t', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, "\\t");
  }
  return text;
}

template <typename Field>
std::string separated(const QueryResult& result, char separator, std::string_view end,
                      std::string_view mark, Field field) {
  if (result.form == Query::Form::Ask) return result.boolean ? "true\n" : "false\n";
  std::string out;
  for (std::size_t i = 0; i < result.variables.size(); ++i) {
    if (i > 0) out += separator;
    (out += mark) += result.variables[i];
  }
  out += end;
  for (const auto& row : result.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += separator;
      out += field(row[i]);
    }
    out += end;
  }
  return out;
}

}  // namespace

std::optional<ResultFormat> parse_result_format(std::string_view name) {
  if (name == "table") return ResultFormat::Table;
  if (name == "json") return ResultFormat::Json;
  if (name == "xml") return ResultFormat::Xml;
  if (name == "csv") return ResultFormat::Csv;
  if (name == "tsv") return ResultFormat::Tsv;
  return std::nullopt;
}

std::string write_json(const QueryResult& result) {
  nlohmann::ordered_json out;
  out["head"] = nlohmann::ordered_json::object();
  if (result.form == Query::Form::Ask) {
    out["boolean"] = result.boolean;
    return out.dump() + "\n";
  }
  out["head"]["vars"] = result.variables;
  // The rows one by one, a line each, so that large results need no tree.
  std::string text = out.dump();
  text.pop_back();
  text += ",\"results\":{\"bindings\":[";
  for (std::size_t r = 0; r < result.rows.size(); ++r) {
    nlohmann::ordered_json row = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < result.rows[r].size(); ++i) {
      const rdf::Term& term = result.rows[r][i];
      if (term.kind != rdf::TermKind::None) row[result.variables[i]] = json_term(term);
    }
    text += r > 0 ? ",\n" : "\n";
    text += row.dump();
  }
  return text + "\n]}}\n";
}

std::string write_xml(const QueryResult& result) {
  std::string out =
      "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n  "
      "<head>\n";
  for (const auto& name : result.variables)
    out += fmt::format("    <variable name=\"{}\"/>\n", name);
  out += "  </head>\n";
  if (result.form == Query::Form::Ask) {
    return out + fmt::format("  <boolean>{}</boolean>\n</sparql>\n", result.boolean);
  }
  out += "  <results>\n";
  for (const auto& row : result.rows) {
    out += "    <result>\n";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].kind == rdf::TermKind::None) continue;
      out += fmt::format("      <binding name=\"{}\">{}</binding>\n", result.variables[i],
                         xml_term(row[i]));
    }
    out += "    </result>\n";
  }
  return out + "  </results>\n</sparql>\n";
}

std::string write_csv(const QueryResult& result) {
  return separated(result, ',', "\r\n", "", csv_field);
}

std::string write_tsv(const QueryResult& result) {
  return separated(result, '\t', "\n", "?", tsv_field);
}

std::string write_results(const QueryResult& result, ResultFormat format, const TableStyle& style) {
  switch (format) {
    case ResultFormat::Json:
      return write_json(result);
    case ResultFormat::Xml:
      return write_xml(result);
    case ResultFormat::Csv:
      return write_csv(result);
    case ResultFormat::Tsv:
      return write_tsv(result);
    case ResultFormat::Table:
      break;
  }
  return write_table(result, style);
}

}  // namespace entente::store
