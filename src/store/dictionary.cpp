// SPDX-License-Identifier: ISC
#include "store/dictionary.h"

#include "rdf/xsd.h"

#include <algorithm>

namespace entente::store {

TermId Dictionary::find_key(const rdf::TermKey& key) const {
  return rdf::look_up(slots_, rdf::slot_hash(key), [&](TermId id) {
    const TermEntry& entry = entries_[id];
    return entry.kind == static_cast<std::uint8_t>(key.kind) && entry.extra == key.extra &&
           (entry.has_language != 0) == key.has_language && text(entry) == key.value;
  });
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
  rdf::TermKey key{term.kind, false, kNoTerm, term.value};
  if (!term.language.empty()) {
    const auto at = std::find_if(languages_.begin(), languages_.end(),
                                 [&](const TermEntry& e) { return text(e) == term.language; });
    if (at == languages_.end()) return kNoTerm;
    key.has_language = true;
    key.extra = static_cast<std::uint32_t>(at - languages_.begin());
  } else if (term.kind == TermKind::Literal) {
    key.extra = find_key({TermKind::Iri, false, kNoTerm, term.datatype});
    if (key.extra == kNoTerm) return kNoTerm;
  }
  return find_key(key);
}

DictionaryData freeze(const rdf::TermDictionary& terms) {
  DictionaryData data;
  std::size_t size = 0;
  for (TermId id = 0; id < terms.size(); ++id) size += terms.key(id).value.size();
  data.bytes.reserve(size);
  data.entries.reserve(terms.size());
  for (TermId id = 0; id < terms.size(); ++id) {
    const rdf::TermKey key = terms.key(id);
    data.entries.push_back({data.bytes.size(), static_cast<std::uint32_t>(key.value.size()),
                            key.extra, static_cast<std::uint8_t>(key.kind),
                            static_cast<std::uint8_t>(key.has_language ? 1 : 0), 0, 0});
    data.bytes.append(key.value);
  }
  for (const std::string& language : terms.languages()) {
    data.languages.push_back(
        {data.bytes.size(), static_cast<std::uint32_t>(language.size()), kNoTerm, 0, 0, 0, 0});
    data.bytes.append(language);
  }
  data.slots = terms.slots();
  return data;
}

}  // namespace entente::store
