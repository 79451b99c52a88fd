// SPDX-License-Identifier: ISC
// Runs the manifests of the SPARQL 1.0 and 1.1 query suites.
#include "expected.h"
#include "manifest.h"
#include "rdf/characters.h"
#include "rdf/file_text.h"
#include "rdf/isomorphic.h"
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/value.h"
#include "store/write_results.h"

#include <algorithm>

#include <fmt/format.h>

namespace entente::w3c {

namespace {

using Rows = std::vector<std::vector<rdf::Term>>;

std::string mf(std::string_view name) {
  return std::string(ns::kMf) + std::string(name);
}
std::string qt(std::string_view name) {
  return std::string(ns::kQt) + std::string(name);
}

// Numbers are the same if their values are: W3C's suites ask no more of computed ones.
rdf::Term canonical(rdf::Term term) {
  const store::Value value = store::value_of(rdf::to_view(term));
  switch (value.kind) {
    case store::ValueKind::Integer:
      term.value = std::to_string(value.integer);
      break;
    case store::ValueKind::Decimal:
      term.value = value.decimal.to_string();
      break;
    case store::ValueKind::Float:
      term.value = store::float_text(value.number);
      break;
    case store::ValueKind::Double:
      term.value = fmt::format("{:.9e}", value.number);
      break;
    default:
      break;
  }
  return term;
}

// Rows as statements about blank nodes: then sets of rows are equal as graphs are.
std::vector<rdf::Quad> as_graph(const std::vector<std::string>& variables, const Rows& rows,
                                bool canonically) {
  std::vector<rdf::Quad> graph;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const rdf::Term row = rdf::blank("row" + std::to_string(i));
    graph.push_back({row, rdf::iri("row"), rdf::iri("row"), {}});
    for (std::size_t c = 0; c < variables.size(); ++c) {
      if (rows[i][c].kind == rdf::TermKind::None) continue;
      graph.push_back(
          {row, rdf::iri(variables[c]), canonically ? canonical(rows[i][c]) : rows[i][c], {}});
    }
  }
  return graph;
}

std::string shown(const std::vector<std::string>& variables, const Rows& rows) {
  std::string out;
  for (const auto& row : rows) {
    out += "    ";
    for (std::size_t c = 0; c < variables.size(); ++c)
      out += fmt::format("{}={} ", variables[c], rdf::to_ntriples(row[c]));
    out += "\n";
  }
  return out;
}

bool same_order(const store::QueryResult& result, const Expected& expected) {
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    for (std::size_t c = 0; c < expected.variables.size(); ++c) {
      const auto at =
          std::find(result.variables.begin(), result.variables.end(), expected.variables[c]);
      const rdf::Term& ours =
          result.rows[i][static_cast<std::size_t>(at - result.variables.begin())];
      if (ours.kind == rdf::TermKind::BlankNode) continue;
      if (canonical(ours) != canonical(expected.rows[i][c])) return false;
    }
  }
  return true;
}

std::string compare(const store::QueryResult& result, const Expected& expected) {
  if (expected.kind == Expected::Kind::Boolean)
    return result.boolean == expected.boolean ? "" : "other truth";
  if (expected.kind == Expected::Kind::Graph) {
    return rdf::isomorphic(result.triples, expected.graph) ? "" : "other triples";
  }
  auto ours = result.variables, theirs = expected.variables;
  std::sort(ours.begin(), ours.end());
  std::sort(theirs.begin(), theirs.end());
  const bool same = rdf::isomorphic(as_graph(result.variables, result.rows, true),
                                    as_graph(expected.variables, expected.rows, true));
  if (!same || (ours != theirs && !expected.rows.empty())) {
    return fmt::format("other rows\n  ours:\n{}  expected:\n{}",
                       shown(result.variables, result.rows),
                       shown(expected.variables, expected.rows));
  }
  return expected.ordered && !same_order(result, expected) ? "other order" : "";
}

// CSV is compared as text, line by line in any order; blank nodes have any labels.
std::string compare_text(std::string text, const std::filesystem::path& path) {
  const auto lines_of = [](std::string_view all) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == '\r') continue;
      if (all[i] == '\n') {
        lines.push_back(std::exchange(line, {}));
      } else if (all.substr(i).starts_with("_:")) {
        line += "_:b";
        while (i + 1 < all.size() && rdf::is(all[i + 1], rdf::kNameChar | rdf::kIriChar) &&
               all[i + 1] != ',')
          ++i;
      } else {
        line += all[i];
      }
    }
    if (!line.empty()) lines.push_back(line);
    if (lines.size() > 1) std::sort(lines.begin() + 1, lines.end());
    return lines;
  };
  const auto expected = rdf::read_file_text(path);
  return lines_of(text) == lines_of(expected)
             ? ""
             : fmt::format("other text\n{}---\n{}", text, expected);
}

std::unique_ptr<store::QuadStore> load(const Manifest& manifest,
                                       const std::vector<std::string>& data,
                                       const std::vector<std::string>& graphs) {
  store::StoreBuilder builder;
  int count = 0;
  const auto add = [&](const std::string& iri, const std::string& graph) {
    const std::string apart = "d" + std::to_string(++count);
    for (rdf::Quad quad : read_graph(manifest.file(iri), iri)) {
      for (rdf::Term* term : {&quad.subject, &quad.object}) {
        if (term->kind == rdf::TermKind::BlankNode) term->value = apart + term->value;
      }
      if (!graph.empty()) quad.graph = rdf::iri(graph);
      builder.add({rdf::to_view(quad.subject), rdf::to_view(quad.predicate),
                   rdf::to_view(quad.object), rdf::to_view(quad.graph)});
    }
  };
  for (const auto& iri : data) add(iri, "");
  for (const auto& iri : graphs) add(iri, iri);
  return builder.build();
}

std::vector<std::string> texts(const Manifest& manifest, rdf::Node subject,
                               const std::string& predicate) {
  std::vector<std::string> found;
  for (const rdf::Node node : manifest.table.objects(subject, predicate))
    found.emplace_back(manifest.table.text(node));
  return found;
}

std::string run_query(const Manifest& manifest, rdf::Node entry, rdf::Node action) {
  const std::string query_iri(manifest.table.text_of(action, qt("query")));
  const auto parsed =
      store::parse_query(rdf::read_file_text(manifest.file(query_iri)), query_iri, query_iri);
  if (const auto* fault = std::get_if<Diagnostic>(&parsed)) return to_string(*fault);
  const auto& query = std::get<store::Query>(parsed);
  auto data = texts(manifest, action, qt("data"));
  auto graphs = texts(manifest, action, qt("graphData"));
  for (const auto* from : {&query.from, &query.from_named}) {
    for (const std::string& iri : *from) {
      if (std::find(graphs.begin(), graphs.end(), iri) == graphs.end()) graphs.push_back(iri);
    }
  }
  const auto quads = load(manifest, data, graphs);
  store::QueryOptions options;
  options.timeout_s = 20;
  auto result = store::evaluate(*quads, query, options);
  const std::string result_iri(manifest.table.text_of(entry, mf("result")));
  const auto path = manifest.file(result_iri);
  if (path.extension() == ".csv") return compare_text(store::write_csv(result), path);
  Expected expected = read_expected(path, result_iri);
  if (path.extension() == ".tsv") {
    const Expected ours = read_tsv(store::write_tsv(result));
    result.rows = ours.rows;
  }
  // REDUCED may drop duplicates or keep them.
  if (manifest.table.object(entry, mf("resultCardinality")) != rdf::kNoTerm) {
    for (Rows* rows : {&result.rows, &expected.rows}) {
      std::sort(rows->begin(), rows->end());
      rows->erase(std::unique(rows->begin(), rows->end()), rows->end());
    }
  }
  return compare(result, expected);
}

std::string run(const Manifest& manifest, rdf::Node entry, bool show) {
  const std::string type = manifest.type(entry);
  const rdf::Node action = manifest.table.object(entry, mf("action"));
  if (type.find("Syntax") == std::string::npos) return run_query(manifest, entry, action);
  const std::string iri(manifest.table.text(action));
  const auto path = manifest.file(iri);
  const auto parsed = store::parse_query(rdf::read_file_text(path), path.filename().string(), iri);
  const auto* fault = std::get_if<Diagnostic>(&parsed);
  if (show && fault != nullptr) fmt::print("  {}\n", to_string(*fault));
  const bool negative = type.find("Negative") != std::string::npos;
  if (negative) return fault != nullptr ? "" : "was parsed without an error";
  return fault != nullptr ? to_string(*fault) : "";
}

}  // namespace

Tally run_sparql_manifest(const Manifest& manifest) {
  const std::string suite = manifest.folder.parent_path().filename().string();
  Tally tally{suite + "/" + manifest.folder.filename().string()};
  const bool show = std::getenv("SHOW_ERRORS") != nullptr;
  for (const rdf::Node entry : manifest.entries) {
    std::string why;
    try {
      why = run(manifest, entry, show);
    } catch (const std::exception& error) {
      why = error.what();
    }
    ++(why.empty() ? tally.passed : tally.failed);
    if (!why.empty()) fmt::print("{}: {}: {}\n", tally.suite, manifest.name(entry), why);
  }
  return tally;
}

}  // namespace entente::w3c
