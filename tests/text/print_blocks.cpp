// SPDX-License-Identifier: ISC
// Prints what a text's parts are taken for. usage: print_blocks INPUT...
#include "text/read.h"

#include <string>
#include <vector>

#include <fmt/format.h>

using namespace entente;

namespace {

const char* name_of(BlockKind kind) {
  constexpr const char* kNames[] = {"headline", "body",        "caption",
                                    "metadata", "boilerplate", "foreign"};
  return kNames[static_cast<int>(kind)];
}

void print_document(const Document& document) {
  const ArticleInfo& info = document.info;
  fmt::print("== {}\ntitle: {}\ndate: {}\npublisher: {}\nurl: {}\nauthor: {}\nlanguage: {}\n",
             document.id, info.title, info.date ? to_iso_string(*info.date) : "", info.publisher,
             info.url, info.author, info.language);
  for (const Block& block : document.blocks) {
    fmt::print("{:<12}{}\n", name_of(block.kind), block.range.in(document.text));
  }
}

}  // namespace

int main(int argc, char** argv) {
  Reader reader(std::vector<std::string>(argv + 1, argv + argc), {.format = InputFormat::Text});
  while (const auto record = reader.next()) {
    for (const Diagnostic& d : record->diagnostics) fmt::print(stderr, "{}\n", to_string(d));
    if (record->document) print_document(*record->document);
  }
}
