// SPDX-License-Identifier: ISC
/// @file
/// Regular expressions of REGEX and REPLACE, by PCRE2 with Unicode properties. Flags i, s, m, x and
/// q are XPath's; XPath's own block names and character class subtraction are not known.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

class Regex {
 public:
  /// Null if the pattern or a flag is not valid.
  static std::unique_ptr<Regex> compile(std::string_view pattern, std::string_view flags);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// Nothing if the search takes more steps than is bearable.
  std::optional<bool> search(std::string_view text) const;
  /// All matches replaced; $1 to $9 and $0 stand for groups. Nothing if the pattern matches the
  /// empty string or the replacement is not valid (both errors of fn:replace).
  std::optional<std::string> replace(std::string_view text, std::string_view replacement) const;

 private:
  struct Impl;
  explicit Regex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Compiled expressions by pattern and flags. Not thread-safe.
class RegexCache {
 public:
  /// Null if it is not valid.
  const Regex* get(std::string_view pattern, std::string_view flags);

 private:
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Regex>> known_;
  std::string last_pattern_, last_flags_;  // mostly one is used over and over
  const Regex* last_ = nullptr;
  bool has_last_ = false;
};

}  // namespace entente::store
