// SPDX-License-Identifier: ISC
#include "rdf/iri.h"

#include "rdf/characters.h"

namespace entente::rdf {

namespace {

// Length of "scheme" in "scheme:...", 0 if there is none.
std::size_t scheme_length(std::string_view iri) {
  if (iri.empty() || !is(iri[0], kLetter)) return 0;
  for (std::size_t i = 1; i < iri.size(); ++i) {
    const char c = iri[i];
    if (c == ':') return i;
    if (!is(c, kLetter | kDigit) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

void drop_last_segment(std::string& path) {
  const std::size_t slash = path.rfind('/');
  path.resize(slash == std::string::npos ? 0 : slash);
}

// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view in) {
  std::string out;
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./")) {
      in.remove_prefix(2);
    } else if (in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last_segment(out);
    } else if (in == "/..") {
      in = "/";
      drop_last_segment(out);
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t end = in.find('/', 1);
      out += in.substr(0, end);
      in = end == std::string_view::npos ? std::string_view{} : in.substr(end);
    }
  }
  return out;
}

std::string merge_paths(const IriParts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  std::string merged(slash == std::string_view::npos ? "" : base.path.substr(0, slash + 1));
  return merged += path;
}

std::string join(const IriParts& parts, std::string_view path) {
  std::string out(parts.scheme);
  out += ':';
  if (parts.has_authority) (out += "//") += parts.authority;
  out += path;
  if (parts.has_query) (out += '?') += parts.query;
  if (parts.has_fragment) (out += '#') += parts.fragment;
  return out;
}

}  // namespace

IriParts split_iri(std::string_view iri) {
  IriParts parts;
  if (const std::size_t length = scheme_length(iri); length > 0) {
    parts.has_scheme = true;
    parts.scheme = iri.substr(0, length);
    iri.remove_prefix(length + 1);
  }
  if (const std::size_t hash = iri.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = iri.substr(hash + 1);
    iri = iri.substr(0, hash);
  }
  if (const std::size_t mark = iri.find('?'); mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = iri.substr(mark + 1);
    iri = iri.substr(0, mark);
  }
  if (iri.starts_with("//")) {
    parts.has_authority = true;
    parts.authority = iri.substr(2, iri.find('/', 2) - 2);
    iri.remove_prefix(2 + parts.authority.size());
  }
  parts.path = iri;
  return parts;
}

bool is_absolute_iri(std::string_view iri) {
  return scheme_length(iri) > 0;
}

std::string resolve_iri(std::string_view base, std::string_view reference) {
  const IriParts from = split_iri(base);
  IriParts to = split_iri(reference);
  if (to.has_scheme) return join(to, remove_dot_segments(to.path));
  to.scheme = from.scheme;
  if (to.has_authority) return join(to, remove_dot_segments(to.path));
  to.authority = from.authority;
  to.has_authority = from.has_authority;
  if (to.path.empty()) {
    if (!to.has_query) {
      to.query = from.query;
      to.has_query = from.has_query;
    }
    return join(to, from.path);
  }
  if (to.path.starts_with('/')) return join(to, remove_dot_segments(to.path));
  return join(to, remove_dot_segments(merge_paths(from, to.path)));
}

}  // namespace entente::rdf
