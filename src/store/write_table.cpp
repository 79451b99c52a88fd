// SPDX-License-Identifier: ISC
// Results as a table with aligned columns. Where the terminal is too narrow, the widest columns
// give way first and long cells end in an ellipsis.
#include "rdf/characters.h"
#include "rdf/xsd.h"
#include "store/value.h"
#include "store/write_results.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>
#include <unicode/uchar.h>

namespace entente::store {

namespace {

constexpr std::size_t kLeastWidth = 8;
constexpr std::string_view kGap = "  ";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

// Columns of the terminal that a character takes.
std::size_t width_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_charType(point) == U_NON_SPACING_MARK || u_charType(point) == U_FORMAT_CHAR) return 0;
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::string fitted(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  std::size_t used = 0, end = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += width_of(next_code_point(text, at));
    if (used > width - 1) break;
    end = at;
  }
  return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

bool is_local_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return !rdf::is_ascii(c) || rdf::is(c, rdf::kNameChar); });
}

std::string shown_iri(std::string_view iri, const TableStyle& style) {
  for (const auto& [prefix, space] : style.prefixes) {
    if (space.empty() || !iri.starts_with(space)) continue;
    const std::string_view local = iri.substr(space.size());
    if (!local.empty() && is_local_name(local)) return fmt::format("{}:{}", prefix, local);
  }
  const bool below =
      !style.base.empty() && iri.starts_with(style.base) && iri.size() > style.base.size();
  return fmt::format("<{}>", below ? iri.substr(style.base.size()) : iri);
}

// Control characters would break the table.
std::string on_one_line(std::string text) {
  for (char& c : text) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return text;
}

std::string shown(const rdf::Term& term, const TableStyle& style) {
  switch (term.kind) {
    case rdf::TermKind::None:
      return "";
    case rdf::TermKind::Iri:
      return shown_iri(term.value, style);
    case rdf::TermKind::BlankNode:
      return "_:" + term.value;
    case rdf::TermKind::Literal:
      break;
  }
  return on_one_line(term.value);
}

bool is_number(const rdf::Term& term) {
  return term.kind == rdf::TermKind::Literal && value_of(rdf::to_view(term)).is_numeric();
}

// Takes from the widest column until all fit.
void narrow(std::vector<std::size_t>& widths, std::size_t room) {
  const std::size_t gaps = kGap.size() * (widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gaps) > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kLeastWidth) return;
    --*widest;
  }
}

}  // namespace

std::string write_table(const QueryResult& result, const TableStyle& style) {
  if (result.form == Query::Form::Ask) return result.boolean ? "true\n" : "false\n";
  const std::size_t columns = result.variables.size();
  if (columns == 0) return fmt::format("{} rows without columns\n", result.rows.size());
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  std::vector<bool> right(columns, !result.rows.empty());
  for (const auto& name : result.variables) widths.push_back(width_of(name));
  for (const auto& row : result.rows) {
    auto& line = cells.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) {
      line.push_back(shown(row[i], style));
      widths[i] = std::max(widths[i], width_of(line[i]));
      right[i] = right[i] && (row[i].kind == rdf::TermKind::None || is_number(row[i]));
    }
  }
  if (style.width > 0) narrow(widths, style.width);
  std::string out;
  const auto add_line = [&](const std::vector<std::string>& line) {
    std::string text;
    for (std::size_t i = 0; i < columns; ++i) {
      if (i > 0) text += kGap;
      const std::string cell = fitted(line[i], widths[i]);
      const std::string padding(widths[i] - std::min(widths[i], width_of(cell)), ' ');
      text += right[i] ? padding + cell : cell + padding;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + "\n";
  };
  add_line(result.variables);
  std::string rule;
  for (std::size_t i = 0; i < columns; ++i) {
    if (i > 0) rule += kGap;
    rule.append(widths[i], '-');
  }
  out += rule + "\n";
  for (const auto& line : cells) add_line(line);
  return out;
}

}  // namespace entente::store
