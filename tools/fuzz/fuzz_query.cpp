// SPDX-License-Identifier: ISC
// libFuzzer target: any text is a query or is refused with a place inside the text.
#include "store/parse_query.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

using namespace entente;
using namespace entente::store;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::pair<std::string, std::string>> prefixes{{"p", "p:"}, {"s", "s:"}};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_query(text, "query", "http://example.org/", prefixes);
  const auto* fault = std::get_if<Diagnostic>(&parsed);
  if (fault == nullptr) return 0;
  const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
  if (fault->message.empty() || fault->line < 1 || fault->line > lines || fault->column < 1) {
    std::abort();
  }
  return 0;
}
