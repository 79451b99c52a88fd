// SPDX-License-Identifier: ISC
#include "rdf/characters.h"
#include "store/functions.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente::store {

namespace {

using Arguments = std::span<const Value>;

// Argument compatibility (17.4.3.1.2): the second has no language, or the same as the first.
bool compatible(const Value& a, const Value& b) {
  if (!a.is_text() || !b.is_text()) return false;
  return b.kind == ValueKind::String || (a.kind == b.kind && a.language == b.language);
}

std::string change_case(std::string_view text, bool upper) {
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (upper) {
    unicode.toUpper(icu::Locale::getRoot());
  } else {
    unicode.toLower(icu::Locale::getRoot());
  }
  std::string out;
  return unicode.toUTF8String(out);
}

Value cased(const Value& value, bool upper, FunctionContext& context) {
  if (!value.is_text()) return error_value();
  return text_like(value, context.arena->keep(change_case(value.text, upper)));
}

Value concat(Arguments arguments, FunctionContext& context) {
  std::string out;
  for (const Value& value : arguments) {
    if (!value.is_text()) return error_value();
    out += value.text;
  }
  const bool one_language =
      !arguments.empty() && std::all_of(arguments.begin(), arguments.end(), [&](const Value& v) {
        return v.kind == ValueKind::LangString && v.language == arguments[0].language;
      });
  const std::string_view text = context.arena->keep(out);
  return one_language ? text_like(arguments[0], text) : string_value(text);
}

Value encode_for_uri(const Value& value, FunctionContext& context) {
  if (!value.is_text()) return error_value();
  std::string out;
  for (const char c : value.text) {
    const bool plain = rdf::is_ascii(c) && (rdf::is(c, rdf::kNameChar) || c == '.' || c == '~');
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return string_value(context.arena->keep(out));
}

// fn:substring counts code points from 1 and rounds its numbers.
Value substring(Arguments arguments) {
  const Value& value = arguments[0];
  if (!value.is_text()) return error_value();
  for (const Value& number : arguments.subspan(1)) {
    if (!number.is_numeric()) return error_value();
  }
  const double begin = std::floor(as_double(arguments[1]) + 0.5);
  const double end =
      arguments.size() > 2 ? begin + std::floor(as_double(arguments[2]) + 0.5) : INFINITY;
  std::size_t first = value.text.size(), last = value.text.size();
  double place = 1;
  for (std::size_t at = 0; at < value.text.size(); place += 1) {
    if (place >= begin && first == value.text.size()) first = at;
    if (!(place < end)) {
      last = at;
      break;
    }
    next_code_point(value.text, at);
  }
  first = std::min(first, last);
  return text_like(value, value.text.substr(first, last - first));
}

Value before_or_after(Arguments arguments, bool before) {
  const Value& text = arguments[0];
  const Value& part = arguments[1];
  if (!compatible(text, part)) return error_value();
  const std::size_t at = text.text.find(part.text);
  if (at == std::string_view::npos) return string_value("");
  return text_like(text,
                   before ? text.text.substr(0, at) : text.text.substr(at + part.text.size()));
}

Value lang_matches(const Value& language, const Value& range) {
  if (language.kind != ValueKind::String || range.kind != ValueKind::String) return error_value();
  if (range.text == "*") return boolean_value(!language.text.empty());
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  if (range.text.empty() || language.text.size() < range.text.size()) return boolean_value(false);
  const bool begins = std::equal(range.text.begin(), range.text.end(), language.text.begin(),
                                 [&](char a, char b) { return lower(a) == lower(b); });
  const bool ends =
      language.text.size() == range.text.size() || language.text[range.text.size()] == '-';
  return boolean_value(begins && ends);
}

Value with_language(const Value& text, const Value& language, FunctionContext& context) {
  if (text.kind != ValueKind::String || language.kind != ValueKind::String ||
      language.text.empty()) {
    return error_value();
  }
  std::string lower(language.text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  Value value = string_value(text.text);
  value.kind = ValueKind::LangString;
  value.language = context.arena->keep(lower);
  return value;
}

Value matches(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is_text() || arguments[1].kind != ValueKind::String) return error_value();
  if (arguments.size() > 2 && arguments[2].kind != ValueKind::String) return error_value();
  const Regex* regex =
      context.regexes.get(arguments[1].text, arguments.size() > 2 ? arguments[2].text : "");
  if (regex == nullptr) return error_value();
  const auto found = regex->search(arguments[0].text);
  return found ? boolean_value(*found) : error_value();
}

Value replaced(Arguments arguments, FunctionContext& context) {
  if (!arguments[0].is_text()) return error_value();
  for (const Value& argument : arguments.subspan(1)) {
    if (argument.kind != ValueKind::String) return error_value();
  }
  const Regex* regex =
      context.regexes.get(arguments[1].text, arguments.size() > 3 ? arguments[3].text : "");
  if (regex == nullptr) return error_value();
  const auto out = regex->replace(arguments[0].text, arguments[2].text);
  return out ? text_like(arguments[0], context.arena->keep(*out)) : error_value();
}

Value test(Op op, const Value& text, const Value& part) {
  if (!compatible(text, part)) return error_value();
  if (op == Op::StrStarts) return boolean_value(text.text.starts_with(part.text));
  if (op == Op::StrEnds) return boolean_value(text.text.ends_with(part.text));
  return boolean_value(text.text.find(part.text) != std::string_view::npos);
}

}  // namespace

Value call_string_function(Op op, Arguments arguments, FunctionContext& context) {
  switch (op) {
    case Op::StrLen:
      if (!arguments[0].is_text()) return error_value();
      return integer_value(static_cast<std::int64_t>(count_code_points(arguments[0].text)));
    case Op::UCase:
      return cased(arguments[0], true, context);
    case Op::LCase:
      return cased(arguments[0], false, context);
    case Op::Concat:
      return concat(arguments, context);
    case Op::EncodeForUri:
      return encode_for_uri(arguments[0], context);
    case Op::Contains:
    case Op::StrStarts:
    case Op::StrEnds:
      return test(op, arguments[0], arguments[1]);
    case Op::StrBefore:
      return before_or_after(arguments, true);
    case Op::StrAfter:
      return before_or_after(arguments, false);
    case Op::SubStr:
      return substring(arguments);
    case Op::LangMatches:
      return lang_matches(arguments[0], arguments[1]);
    case Op::StrLang:
      return with_language(arguments[0], arguments[1], context);
    case Op::Regex:
      return matches(arguments, context);
    case Op::Replace:
      return replaced(arguments, context);
    default:
      return error_value();
  }
}

}  // namespace entente::store
