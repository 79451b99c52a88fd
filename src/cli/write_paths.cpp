// SPDX-License-Identifier: ISC
#include "cli/write_paths.h"

#include "rdf/atomic_file.h"
#include "rdf/describe_paths.h"
#include "rdf/quad_writer.h"

namespace entente::cli {

void write_paths(const rdf::GraphFile& file, const PathQuestion& question, const PathAnswer& answer,
                 const std::string& path) {
  const auto format = rdf::format_of(path);
  if (!format) {
    throw ConfigError(
        {.file = path, .message = "expected a file name that ends in .ttl .trig .nt .nq"});
  }
  AtomicFile out(path);
  rdf::QuadWriter writer({*format, file.base, rdf::vocab::kPrefixes},
                         [&](std::string_view bytes) { out.write(bytes); });
  const auto sink = [&](std::span<const rdf::QuadView> resource) {
    writer.write_resource(resource);
  };
  const rdf::GraphIris iris(file.base);
  rdf::describe_graph(file.graph, iris, sink);
  rdf::describe_paths(file.graph, question, answer, iris, sink);
  writer.finish();
  out.commit();
}

}  // namespace entente::cli
