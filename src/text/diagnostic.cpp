// SPDX-License-Identifier: ISC
#include "text/diagnostic.h"

#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      break;
  }
  return "error";
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string place = diagnostic.file;
  if (diagnostic.line > 0) place += fmt::format(":{}", diagnostic.line);
  if (diagnostic.line > 0 && diagnostic.column > 0) place += fmt::format(":{}", diagnostic.column);
  if (!place.empty()) place += ": ";
  return fmt::format("{}{}: {}", place, name_of(diagnostic.severity), diagnostic.message);
}

ConfigError::ConfigError(Diagnostic diagnostic)
    : std::runtime_error(to_string(diagnostic)), diagnostic_(std::move(diagnostic)) {}

}  // namespace entente
