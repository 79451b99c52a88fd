// SPDX-License-Identifier: ISC
#include "text/read.h"

namespace entente {

Record read_html(std::string_view bytes, const std::string& file, std::string id,
                 const ReadOptions& options) {
  return read_text(bytes, file, std::move(id), options);
}

}  // namespace entente
