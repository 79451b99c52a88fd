// SPDX-License-Identifier: ISC
#include "rdf/write_line.h"

#include "rdf/iri_encoding.h"
#include "rdf/vocab.h"

#include <algorithm>
#include <array>

namespace entente::rdf {

namespace {

/// One flag for each byte.
using ByteSet = std::array<bool, 256>;

constexpr ByteSet make_plain_in_iri() {
  ByteSet plain{};
  for (int c = '!'; c <= '~'; ++c) plain[static_cast<std::size_t>(c)] = true;
  for (const char c : std::string_view("<>\"{}|^`\\#"))
    plain[static_cast<unsigned char>(c)] = false;
  return plain;
}

constexpr ByteSet make_plain_in_text() {
  ByteSet plain{};
  for (int c = ' '; c <= '~'; ++c) plain[static_cast<std::size_t>(c)] = true;
  plain['"'] = plain['\\'] = false;
  return plain;
}

constexpr ByteSet kPlainInIri = make_plain_in_iri();
constexpr ByteSet kPlainInText = make_plain_in_text();

bool all_in(const ByteSet& set, std::string_view text) {
  return std::ranges::all_of(text, [&](char c) { return set[static_cast<unsigned char>(c)]; });
}

void append_iri(std::string& out, std::string_view iri) {
  const std::size_t fragment = std::min(iri.find('#'), iri.size());
  const bool plain = all_in(kPlainInIri, iri.substr(0, fragment)) &&
                     all_in(kPlainInIri, iri.substr(std::min(fragment + 1, iri.size())));
  out += '<';
  if (plain) {
    out += iri;
  } else {
    out += repair_iri(iri);
  }
  out += '>';
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kSpecial = "\"\\\n\r\t", kNames = "\"\\nrt";
  if (const std::size_t at = kSpecial.find(c); at != std::string_view::npos) {
    out += '\\';
    out += kNames[at];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= ' ' && byte != 0x7F) {
    out += c;
    return;
  }
  out += "\\u00";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xF];
}

void append_text(std::string& out, std::string_view text) {
  out += '"';
  if (all_in(kPlainInText, text)) {
    out += text;
  } else {
    for (const char c : repair_text(text)) append_escaped(out, c);
  }
  out += '"';
}

void append_term(std::string& out, const TermView& term) {
  switch (term.kind) {
    case TermKind::None:
      return;
    case TermKind::Iri:
      append_iri(out, term.value);
      return;
    case TermKind::BlankNode:
      out.append("_:").append(term.value);
      return;
    case TermKind::Literal:
      break;
  }
  append_text(out, term.value);
  if (!term.language.empty()) {
    out.append("@").append(term.language);
  } else if (!term.datatype.empty() && term.datatype != vocab::xsd::kString) {
    out += "^^";
    append_iri(out, term.datatype);
  }
}

}  // namespace

void append_line(std::string& out, const QuadView& quad, bool with_graph) {
  append_term(out, quad.subject);
  out += ' ';
  append_term(out, quad.predicate);
  out += ' ';
  append_term(out, quad.object);
  out += ' ';
  if (with_graph && quad.graph.kind != TermKind::None) {
    append_term(out, quad.graph);
    out += ' ';
  }
  out += ".\n";
}

}  // namespace entente::rdf
