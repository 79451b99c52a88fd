// SPDX-License-Identifier: ISC
#include "entities/names.h"

#include "entities/name_linker.h"

#include <algorithm>

namespace entente {

void NameLinker::link() {
  count_evidence();
  each(&NameLinker::link_full_person);
  each(&NameLinker::link_body);
  each(&NameLinker::link_surname);
  each(&NameLinker::link_unknown);
  link_unmarked_surnames();
  settle_spellings();
}

void NameLinker::each(Step step) {
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    if (!done_[i]) done_[i] = (this->*step)(phrases_[i]);
  }
}

bool NameLinker::is_person_entry(const NameEntry& e) const {
  return e.actor != PieceTrie::kNone && known(e.actor).type == ActorType::Person;
}

bool NameLinker::is_surname(const NameEntry& e) const {
  return is_person_entry(e) && e.kind == NameKind::Surname;
}

// Countries that the article speaks of beyond doubt, by names that belong to one actor only.
void NameLinker::count_evidence() {
  for (const NamePhrase& phrase : phrases_) {
    std::set<std::uint32_t> actors;
    bool sure = !phrase.entries.empty();
    for (const std::uint32_t e : phrase.entries) {
      const NameEntry& one = entry(e);
      if (one.actor != PieceTrie::kNone) actors.insert(one.actor);
      sure = sure && !one.ambiguous && one.place == PieceTrie::kNone && !is_surname(one);
    }
    if (!sure || actors.size() != 1) continue;
    const std::string& country = known(*actors.begin()).country;
    if (!country.empty()) ++evidence_[country];
  }
}

int NameLinker::evidence(std::string_view country) const {
  const auto at = evidence_.find(country);
  return at == evidence_.end() ? 0 : at->second;
}

bool NameLinker::is_international(std::string_view except) const {
  return std::any_of(evidence_.begin(), evidence_.end(),
                     [&](const auto& e) { return e.first != except; });
}

Mention NameLinker::mention_of(const NamePhrase& phrase, ActorIndex actor, double confidence) {
  Mention mention;
  mention.sentence = phrase.sentence;
  mention.first = phrase.span.first;
  mention.last = phrase.span.last;
  mention.actors = {actor};
  mention.confidence = confidence;
  return mention;
}

void NameLinker::add_mention(const NamePhrase& phrase, ActorIndex actor, double confidence) {
  r_.add(mention_of(phrase, actor, confidence));
}

void link_names(Reading& reading) {
  NameLinker(reading).link();
}

}  // namespace entente
