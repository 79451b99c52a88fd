// SPDX-License-Identifier: ISC
// Names that nobody knows.
#include "entities/english.h"
#include "entities/name_linker.h"
#include "entities/nominal.h"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

bool NameLinker::link_unknown(const NamePhrase& phrase) {
  if (!phrase.entries.empty() && phrase.cls != NameClass::Person) return false;
  if (is_in_date(phrase)) return false;
  switch (phrase.cls) {
    case NameClass::Person:
      return add_lone_person(phrase);
    case NameClass::Organization:
      return add_organization(phrase);
    case NameClass::Location:
      return add_unknown_place(phrase);
    case NameClass::Unknown:
      return false;
  }
  return false;
}

// A single name is not enough to be one person across articles.
bool NameLinker::add_lone_person(const NamePhrase& phrase) {
  if (view(phrase).word(phrase.span.last).upos != Upos::PROPN) return false;
  const std::vector<std::string> keys = keys_of(r_, phrase);
  if (keys.size() > 1 && keys.front().size() > 1) return add_unknown_person(phrase);
  if (const auto bearer = bearer_by_given_name(keys.back()))
    return add_person(phrase, *bearer, kAmbiguousName);
  Actor actor;
  actor.label = text_of(r_, phrase.sentence, phrase.span);
  actor.id = make_actor_id(actor.label + " " + article_mark());
  actor.type = ActorType::Person;
  return add_person(phrase, r_.actors.add(std::move(actor)), kAmbiguousName);
}

// Surnames of people in the article that neither the gazetteer nor the name finder has seen.
void NameLinker::link_unmarked_surnames() {
  for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
    const SentenceView& v = r_.sentences[s];
    for (std::uint16_t w = 1; w <= v.size(); ++w) {
      if (v.word(w).upos != Upos::PROPN || r_.covering(s, w) != nullptr || v.relation(w) == "flat")
        continue;
      const NamePhrase phrase{s, {w, w}, {}, {}, NameClass::Unknown};
      const std::vector<std::string> keys = keys_of(r_, phrase);
      if (keys.size() != 1) continue;
      const bool subject = v.relation(w) == "nsubj";
      auto person = bearers_.contains(keys[0]) ? bearer_of_surname(phrase, keys, {}) : std::nullopt;
      if (!person && subject) person = misspelt(keys[0]);
      if (person) add_person(phrase, *person, kShortName);
    }
  }
}

std::optional<ActorIndex> NameLinker::bearer_by_given_name(const std::string& given) const {
  std::set<ActorIndex> people;
  for (const auto& [key, bearers] : bearers_) {
    for (const Bearer& bearer : bearers) {
      if (bearer.keys.size() > 1 && bearer.keys.front() == given) people.insert(bearer.actor);
    }
  }
  return people.size() == 1 ? std::optional(*people.begin()) : std::nullopt;
}

// Eight hexadecimal digits of the article's text (FNV-1a).
std::string NameLinker::article_mark() const {
  std::uint32_t hash = 2166136261U;
  for (const char c : r_.document.text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return fmt::format("{:08x}", hash);
}

bool NameLinker::add_organization(const NamePhrase& phrase) {
  const std::vector<std::string> keys = keys_of(r_, phrase);
  if (keys.size() == 1 && bearers_.contains(keys[0])) {  // a surname after all
    if (const auto person = bearer_of_surname(phrase, keys, {}))
      return add_person(phrase, *person, kShortName);
  }
  const std::string key = joined(keys);
  if (keys.size() == 1) {
    if (const auto full = named_in_full(r_, phrase.sentence, phrase.span.last)) {
      add_mention(phrase, *full, kShortName);
      return true;
    }
  }
  if (const auto full = organization_of(keys)) {
    add_mention(phrase, *full, kShortName);
    return true;
  }
  Actor actor;
  actor.label = text_of(r_, phrase.sentence, phrase.span);
  actor.id = make_actor_id(actor.label);
  actor.type = ActorType::Organization;
  actor.country = country_of_inner(phrase);
  const ActorIndex index = r_.actors.add(std::move(actor));
  organizations_[key] = index;
  add_mention(phrase, index, kUnknownName);
  return true;
}

std::string NameLinker::joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? "" : " ") + key;
  return out;
}

// "Maxar" after "Maxar Technologies"; initials after the name that they stand for.
std::optional<ActorIndex> NameLinker::organization_of(const std::vector<std::string>& keys) const {
  const std::string key = joined(keys);
  for (const auto& [name, actor] : organizations_) {
    if (name == key || name.starts_with(key + " ")) return actor;
    std::string initials;
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (i == 0 || name[i - 1] == ' ') initials += name[i];
    }
    if (keys.size() == 1 && key.size() >= 3 && key == initials) return actor;
  }
  return std::nullopt;
}

std::string NameLinker::country_of_inner(const NamePhrase& phrase) const {
  for (const std::uint32_t e : phrase.inner) {
    if (entry(e).actor != PieceTrie::kNone && !is_person_entry(entry(e)))
      return known(entry(e).actor).country;
  }
  return {};
}

bool NameLinker::add_unknown_place(const NamePhrase& phrase) {
  Mention mention = mention_of(phrase, 0, kUnknownName);
  mention.actors.clear();
  mention.kind = MentionKind::Place;
  mention.place = text_of(r_, phrase.sentence, phrase.span);
  r_.add(std::move(mention));
  return true;
}

}  // namespace entente
