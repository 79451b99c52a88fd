// SPDX-License-Identifier: ISC
#include "store/dictionary.h"

#include "rdf/xsd.h"

#include <algorithm>
#include <bit>

namespace entente::store {

namespace {

constexpr std::uint64_t kFree = ~std::uint64_t{0};

std::uint64_t hash_of(TermKind kind, bool has_language, std::uint32_t extra,
                      std::string_view value) {
  const std::uint64_t tag = static_cast<std::uint64_t>(kind) * 2 + (has_language ? 1 : 0);
  return rdf::hash_bytes(value, tag << 32 | extra);
}

}  // namespace

TermId Dictionary::look_up(TermKind kind, bool has_language, std::uint32_t extra,
                           std::string_view value) const {
  if (slots_.empty()) return kNoTerm;
  const std::uint64_t hash = hash_of(kind, has_language, extra, value);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i] != kFree; i = (i + 1) & mask) {
    if (slots_[i] >> 32 != hash >> 32) continue;
    const TermEntry& entry = entries_[static_cast<TermId>(slots_[i])];
    if (entry.kind == static_cast<std::uint8_t>(kind) && entry.extra == extra &&
        (entry.has_language != 0) == has_language && text(entry) == value) {
      return static_cast<TermId>(slots_[i]);
    }
  }
  return kNoTerm;
}

TermView Dictionary::view(TermId id) const {
  const TermEntry& entry = entries_[id];
  const auto kind = static_cast<TermKind>(entry.kind);
  const std::string_view value = text(entry);
  if (kind != TermKind::Literal) return {kind, value, {}, {}};
  if (entry.has_language != 0) {
    return {kind, value, rdf::kRdfLangString, text(languages_[entry.extra])};
  }
  return {kind, value, text(entries_[entry.extra]), {}};
}

TermId Dictionary::find(const TermView& term) const {
  if (term.kind != TermKind::Literal) return look_up(term.kind, false, kNoTerm, term.value);
  if (!term.language.empty()) {
    const auto at = std::find_if(languages_.begin(), languages_.end(),
                                 [&](const TermEntry& e) { return text(e) == term.language; });
    if (at == languages_.end()) return kNoTerm;
    return look_up(term.kind, true, static_cast<std::uint32_t>(at - languages_.begin()),
                   term.value);
  }
  const TermId datatype = look_up(TermKind::Iri, false, kNoTerm, term.datatype);
  return datatype == kNoTerm ? kNoTerm : look_up(term.kind, false, datatype, term.value);
}

DictionaryData freeze(const rdf::TermDictionary& terms) {
  DictionaryData data;
  data.entries.reserve(terms.size());
  const auto add_bytes = [&](std::string_view text) {
    const std::uint64_t offset = data.bytes.size();
    data.bytes.append(text);
    return offset;
  };
  for (const std::string& language : terms.languages()) {
    data.languages.push_back(
        {add_bytes(language), static_cast<std::uint32_t>(language.size()), kNoTerm, 0, 0, 0, 0});
  }
  data.slots.assign(std::bit_ceil(terms.size() * 2 + 2), kFree);
  const std::size_t mask = data.slots.size() - 1;
  for (TermId id = 0; id < terms.size(); ++id) {
    const auto raw = terms.raw(id);
    data.entries.push_back({add_bytes(raw.value), static_cast<std::uint32_t>(raw.value.size()),
                            raw.extra, static_cast<std::uint8_t>(raw.kind),
                            static_cast<std::uint8_t>(raw.has_language ? 1 : 0), 0, 0});
    const std::uint64_t hash = hash_of(raw.kind, raw.has_language, raw.extra, raw.value);
    std::size_t i = hash & mask;
    while (data.slots[i] != kFree) i = (i + 1) & mask;
    data.slots[i] = hash >> 32 << 32 | id;
  }
  return data;
}

}  // namespace entente::store
