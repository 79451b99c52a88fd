// SPDX-License-Identifier: ISC
#include "rdf/fact_table.h"

#include <utility>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

Diagnostic say(Severity severity, const FactTable& table, const Fact& fact, std::string message) {
  return {severity, table.files[fact.file], fact.at.line, fact.at.column, std::move(message)};
}

}  // namespace

const Facts* FactTable::find(std::string_view subject) const {
  const auto at = subjects.find(subject);
  return at == subjects.end() ? nullptr : &at->second;
}

Diagnostic FactTable::error(const Fact& fact, std::string message) const {
  return say(Severity::Error, *this, fact, std::move(message));
}

Diagnostic FactTable::warning(const Fact& fact, std::string message) const {
  return say(Severity::Warning, *this, fact, std::move(message));
}

std::string subject_key(const Term& term) {
  if (term.kind == TermKind::Iri) return term.value;
  return term.kind == TermKind::BlankNode ? "_:" + term.value : std::string();
}

std::optional<Diagnostic> add_facts(FactTable& table, const std::string& file,
                                    std::string_view text) {
  const auto number = static_cast<std::uint32_t>(table.files.size());
  table.files.push_back(file);
  const ReadOptions options{.file = file,
                            .base = "https://w3id.org/entente/",
                            .blank_prefix = fmt::format("f{}-", number)};
  return read_rdf(text, Format::Turtle, options, [&](const Quad& quad, Position at) {
    table.subjects[subject_key(quad.subject)].push_back(
        {quad.predicate.value, quad.object, number, at});
    return true;
  });
}

}  // namespace entente::rdf
