// SPDX-License-Identifier: ISC
#include "store/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace entente::store {

namespace {

// Backtracking steps after which a search is given up: some tenths of a second.
constexpr std::uint32_t kMatchLimit = 5000000;

std::optional<std::uint32_t> options_of(std::string_view flags) {
  std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_DOLLAR_ENDONLY;
  for (const char flag : flags) {
    switch (flag) {
      case 'i':
        options |= PCRE2_CASELESS;
        break;
      case 's':
        options |= PCRE2_DOTALL;
        break;
      case 'm':
        options |= PCRE2_MULTILINE;
        break;
      case 'x':
        options |= PCRE2_EXTENDED;
        break;
      case 'q':
        options |= PCRE2_LITERAL;
        break;
      default:
        return std::nullopt;
    }
  }
  if ((options & PCRE2_LITERAL) != 0)
    options &=
        ~(PCRE2_DOLLAR_ENDONLY | PCRE2_EXTENDED | PCRE2_DOTALL | PCRE2_MULTILINE | PCRE2_UCP);
  return options;
}

PCRE2_SPTR bytes_of(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

}  // namespace

struct Regex::Impl {
  pcre2_code* code = nullptr;
  pcre2_match_data* match = nullptr;
  pcre2_match_context* limits = nullptr;

  ~Impl() {
    pcre2_match_context_free(limits);
    pcre2_match_data_free(match);
    pcre2_code_free(code);
  }
  // Number of groups set, 0 for no match, negative for an error.
  int run(std::string_view text, std::size_t from) const {
    const int found =
        pcre2_match(code, bytes_of(text), text.size(), from, PCRE2_NO_UTF_CHECK, match, limits);
    return found == PCRE2_ERROR_NOMATCH ? 0 : found;
  }
};

Regex::Regex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Regex::~Regex() = default;

std::unique_ptr<Regex> Regex::compile(std::string_view pattern, std::string_view flags) {
  const auto options = options_of(flags);
  if (!options) return nullptr;
  int error = 0;
  PCRE2_SIZE offset = 0;
  auto impl = std::make_unique<Impl>();
  impl->code = pcre2_compile(bytes_of(pattern), pattern.size(), *options, &error, &offset, nullptr);
  if (impl->code == nullptr) return nullptr;
  pcre2_jit_compile(impl->code, PCRE2_JIT_COMPLETE);
  impl->match = pcre2_match_data_create_from_pattern(impl->code, nullptr);
  impl->limits = pcre2_match_context_create(nullptr);
  pcre2_set_match_limit(impl->limits, kMatchLimit);
  return std::unique_ptr<Regex>(new Regex(std::move(impl)));
}

std::optional<bool> Regex::search(std::string_view text) const {
  const int found = impl_->run(text, 0);
  if (found < 0) return std::nullopt;
  return found > 0;
}

std::optional<std::string> Regex::replace(std::string_view text,
                                          std::string_view replacement) const {
  if (impl_->run("", 0) != 0) return std::nullopt;
  std::string out;
  std::size_t from = 0;
  while (from <= text.size()) {
    const int groups = impl_->run(text, from);
    if (groups < 0) return std::nullopt;
    if (groups == 0) break;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(impl_->match);
    if (ends[1] <= from && ends[1] == ends[0]) break;  // an empty match would never end
    out += text.substr(from, ends[0] - from);
    for (std::size_t i = 0; i < replacement.size(); ++i) {
      const char c = replacement[i];
      const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
      if (c == '\\') {
        if (next != '\\' && next != '$') return std::nullopt;
        out += next;
        ++i;
      } else if (c == '$') {
        if (next < '0' || next > '9') return std::nullopt;
        const auto group = static_cast<std::size_t>(next - '0');
        const bool set = static_cast<int>(group) < groups && ends[2 * group] != PCRE2_UNSET;
        if (set) out += text.substr(ends[2 * group], ends[2 * group + 1] - ends[2 * group]);
        ++i;
      } else {
        out += c;
      }
    }
    from = ends[1];
  }
  return out += text.substr(std::min(from, text.size()));
}

const Regex* RegexCache::get(std::string_view pattern, std::string_view flags) {
  if (has_last_ && pattern == last_pattern_ && flags == last_flags_) return last_;
  last_pattern_ = pattern;
  last_flags_ = flags;
  has_last_ = true;
  auto& slot = known_[{last_pattern_, last_flags_}];
  if (!slot) slot = Regex::compile(pattern, flags);
  return last_ = slot.get();
}

}  // namespace entente::store
