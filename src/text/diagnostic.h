// SPDX-License-Identifier: ISC
/// @file
/// What the library says about input that it could not take as it is. The library never prints.
///
/// Errors in this project: a function that reads news returns what it could read together with
/// diagnostics; a function that reads configuration (model, ontology, lexicon, options) throws
/// ConfigError before any output is made. There is no third way.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace entente {

enum class Severity : std::uint8_t {
  Note,     ///< worth knowing; nothing was lost
  Warning,  ///< something was repaired or passed over inside an input
  Error,    ///< an input (file or record) was skipped
};

/// One message. Lines and columns count from 1 (columns in code points); 0 means "not known".
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string file = {};  ///< path, or "-" for standard input; empty: no file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message = {};  ///< what was found, what was expected; no trailing full stop

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "file:line:column: error: message"; parts that are not known are left out.
std::string to_string(const Diagnostic& diagnostic);

/// Configuration that cannot be used. what() is the formatted diagnostic.
class ConfigError : public std::runtime_error {
 public:
  explicit ConfigError(Diagnostic diagnostic);
  const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace entente
