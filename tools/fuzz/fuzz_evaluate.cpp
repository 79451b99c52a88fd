// SPDX-License-Identifier: ISC
// libFuzzer target: a query over a small store ends within its limits, and its answer can be
// written in every format.
#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"
#include "store/write_results.h"

#include <memory>
#include <string>

using namespace entente;
using namespace entente::store;

namespace {

std::unique_ptr<QuadStore> small_store() {
  StoreBuilder builder;
  static_cast<void>(builder.add_text(
      "<s:a> <p:p> <s:b> . <s:b> <p:p> <s:a> , 1 , \"x\"@en . <g:g> { <s:a> <p:q> 2.5 , _:b }",
      rdf::Format::TriG, {}));
  return builder.build();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::unique_ptr<QuadStore> store = small_store();
  const auto parsed = parse_query({reinterpret_cast<const char*>(data), size}, "query",
                                  "http://example.org/", {{"p", "p:"}, {"s", "s:"}});
  const auto* query = std::get_if<Query>(&parsed);
  if (query == nullptr) return 0;
  QueryOptions options;
  options.timeout_s = 0.05;
  options.memory_bytes = 1 << 20;
  try {
    const QueryResult result = evaluate(*store, *query, options);
    for (const auto format : {ResultFormat::Json, ResultFormat::Xml, ResultFormat::Csv,
                              ResultFormat::Tsv, ResultFormat::Table}) {
      static_cast<void>(write_results(result, format));
    }
  } catch (const QueryLimit&) {
  }
  return 0;
}
