// SPDX-License-Identifier: ISC
#include "manifest.h"

#include "rdf/file_text.h"
#include "rdf/xsd.h"

namespace entente::w3c {

namespace {

std::string term(std::string_view space, std::string_view name) {
  return std::string(space) + std::string(name);
}

rdf::TripleTable read(const std::filesystem::path& path, const std::string& base) {
  rdf::TripleTableBuilder builder;
  builder.read_text(rdf::read_file_text(path), path.string(), rdf::Format::Turtle, {.base = base});
  return builder.finish();
}

}  // namespace

Manifest read_manifest(const std::filesystem::path& path) {
  Manifest manifest;
  manifest.folder = path.parent_path();
  manifest.base = rdf::file_iri(manifest.folder) + "/";
  manifest.table = read(path, manifest.base + "manifest.ttl");
  const auto subjects = manifest.table.subjects_of_type(term(ns::kMf, "Manifest"));
  const std::string assumed(
      manifest.table.text_of(subjects.at(0), term(ns::kMf, "assumedTestBase")));
  if (!assumed.empty()) {
    manifest.base = assumed;
    manifest.table = read(path, manifest.base + "manifest.ttl");
  }
  const auto root = manifest.table.subjects_of_type(term(ns::kMf, "Manifest")).at(0);
  for (const auto& entries : manifest.table.statements(root, term(ns::kMf, "entries"))) {
    for (const auto entry : manifest.table.list(entries)) manifest.entries.push_back(entry);
  }
  return manifest;
}

std::string Manifest::name(rdf::Node entry) const {
  const auto names = table.objects(entry, term(ns::kMf, "name"));
  return names.empty() ? std::string(table.local_name(entry)) : std::string(table.text(names[0]));
}

std::string Manifest::type(rdf::Node entry) const {
  const auto types = table.objects(entry, rdf::kRdfType);
  return types.empty() ? std::string() : std::string(table.local_name(types[0]));
}

std::filesystem::path Manifest::file(std::string_view iri) const {
  if (iri.starts_with(base)) return folder / iri.substr(base.size());
  return iri.starts_with("file://") ? std::filesystem::path(iri.substr(7)) : folder / iri;
}

}  // namespace entente::w3c
