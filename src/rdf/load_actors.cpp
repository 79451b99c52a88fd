// SPDX-License-Identifier: ISC
#include "rdf/load_actors.h"

#include "rdf/file_text.h"

#include <algorithm>
#include <utility>

namespace entente::rdf {

namespace {

namespace fs = std::filesystem;

void add_turtle_files(std::vector<fs::path>& files, const fs::path& folder) {
  std::error_code error;
  const auto first = files.size();
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".ttl") files.push_back(entry.path());
  }
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
}

}  // namespace

std::vector<fs::path> actor_files(const fs::path& ontology) {
  std::vector<fs::path> files;
  add_turtle_files(files, ontology / "actors");
  add_turtle_files(files, ontology / "local");
  return files;
}

ActorReading read_actor_files(std::span<const fs::path> files) {
  std::vector<TurtleText> texts;
  for (const fs::path& file : files) texts.push_back({file.string(), read_file_text(file)});
  return read_actors(texts);
}

ActorKnowledge load_actors(std::span<const fs::path> files) {
  ActorReading reading = read_actor_files(files);
  for (Diagnostic& found : reading.diagnostics) {
    if (found.severity == Severity::Error) throw ConfigError(std::move(found));
  }
  return std::move(reading.knowledge);
}

}  // namespace entente::rdf
