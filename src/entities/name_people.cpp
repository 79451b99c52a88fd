// SPDX-License-Identifier: ISC
// People: full names first, then surnames in their light.
#include "entities/english.h"
#include "entities/name_linker.h"

#include <algorithm>

namespace entente {

namespace {

// Years around an office in which its holder is likely meant by the bare surname (judgement).
constexpr int kYearsAround = 6;

bool is_initial_of(const std::string& initial, const std::string& name) {
  return initial.size() == 1 && !name.empty() && name[0] == initial[0];
}

bool fits_given_name(const std::string& a, const std::string& b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a);
}

// One letter more, less or other, or two in the wrong order; names of five letters or more.
// One letter more, less or other, or two in the wrong order; names of five letters or more.
bool is_near_spelling(const std::string& a, const std::string& b) {
  if (a == b || a.size() < 5 || b.size() < 5 || a[0] != b[0]) return false;
  std::size_t i = 0;
  while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
  const std::string_view ra = std::string_view(a).substr(i), rb = std::string_view(b).substr(i);
  const bool swapped = ra.size() == rb.size() && ra.size() > 1 && ra[0] == rb[1] && ra[1] == rb[0];
  if (swapped && ra.substr(2) == rb.substr(2)) return true;
  if (ra.size() == rb.size()) return ra.substr(1) == rb.substr(1);
  if (ra.size() + 1 == rb.size()) return ra == rb.substr(1);
  return rb.size() + 1 == ra.size() && rb == ra.substr(1);
}

}  // namespace

bool NameLinker::link_full_person(const NamePhrase& phrase) {
  std::set<std::uint32_t> candidates;
  for (const std::uint32_t e : phrase.entries) {
    if (is_person_entry(entry(e)) && !is_surname(entry(e))) candidates.insert(entry(e).actor);
  }
  if (is_name_of_a_thing(phrase)) return false;
  if (candidates.size() == 1 && !is_ruled_out(phrase, *candidates.begin()))
    return add_person(phrase, r_.actors.known(*candidates.begin()), kFullName);
  if (candidates.size() > 1) return link_by_office(phrase, candidates);
  return phrase.cls == NameClass::Person && link_longer_name(phrase);
}

// "Trump Tower", "Reagan Building": a person's name before another proper noun that it hangs on.
bool NameLinker::is_name_of_a_thing(const NamePhrase& phrase) const {
  const SentenceView& v = view(phrase);
  const std::uint16_t head = head_of(v, phrase.span), up = v.word(head).head;
  return up == phrase.span.last + 1 && v.relation(head) == "compound" && !v.is_headline &&
         v.word(up).upos == Upos::PROPN && r_.role_ending(phrase.sentence, up) == nullptr;
}

bool NameLinker::is_ruled_out(const NamePhrase& phrase, std::uint32_t actor) const {
  return names_.ruled_different(make_actor_id(text_of(r_, phrase.sentence, phrase.span)),
                                known(actor).id);
}

bool NameLinker::add_person(const NamePhrase& phrase, ActorIndex actor, double confidence) {
  std::vector<std::string> keys = keys_of(r_, phrase);
  bearers_[keys.back()].push_back({actor, keys});
  ++spellings_[actor][view(phrase).word(phrase.span.last).form];
  note_gender(phrase, actor, keys);
  add_mention(phrase, actor, confidence);
  return true;
}

// From "Mrs", "spokeswoman", or else the given name.
void NameLinker::note_gender(const NamePhrase& phrase, ActorIndex actor,
                             const std::vector<std::string>& keys) {
  Actor& person = r_.actors[actor];
  if (person.gender != Gender::Unknown) return;
  if (phrase.span.first > 1) {
    const Word& before = view(phrase).word(static_cast<std::uint16_t>(phrase.span.first - 1));
    person.gender = gender_of_honorific(before.form);
    if (person.gender == Gender::Unknown) person.gender = gender_of_noun(lower(before.lemma));
  }
  if (person.gender == Gender::Unknown && keys.size() > 1)
    person.gender = names_.gender_of_given_name(keys.front());
}

// "Vladimir Vladimirovich Putin", "V. Putin", "Hunter Biden": a known surname in a name that is
// not known as a whole.
bool NameLinker::link_longer_name(const NamePhrase& phrase) {
  const std::vector<std::string> keys = keys_of(r_, phrase);
  if (keys.size() < 2) return false;
  for (const std::uint32_t e : phrase.inner) {
    const NameEntry& part = entry(e);
    if (is_person_entry(part) && bears_name(known(part.actor), keys) &&
        !is_ruled_out(phrase, part.actor))
      return add_person(phrase, r_.actors.known(part.actor), kFullName);
  }
  if (const auto bearer = bearer_of_full_name(keys)) return add_person(phrase, *bearer, kFullName);
  if (keys.front().size() == 1) return false;  // an initial: wait for the fuller name
  return add_unknown_person(phrase);
}

// "V. Putin" and "Vladimir Vladimirovich Putin" are Vladimir Putin; "Kim Kardashian" is no Kim
// Jong Un: the surname must be the same, and the given name must fit.
bool NameLinker::bears_name(const Actor& actor, const std::vector<std::string>& keys) {
  const auto fits = [&](const std::string& name) {
    const std::vector<Piece> pieces = pieces_of(name);
    return pieces.size() > 1 && pieces.back().key == keys.back() &&
           fits_given_name(keys.front(), pieces.front().key);
  };
  return fits(actor.label) || std::any_of(actor.names.begin(), actor.names.end(),
                                          [&](const ActorName& n) { return fits(n.text); });
}

std::optional<ActorIndex> NameLinker::bearer_of_full_name(
    const std::vector<std::string>& keys) const {
  const auto at = bearers_.find(keys.back());
  if (at == bearers_.end()) return std::nullopt;
  for (const Bearer& bearer : at->second) {
    if (bearer.keys.size() > 1 && fits_given_name(bearer.keys.front(), keys.front()))
      return bearer.actor;
  }
  return std::nullopt;
}

bool NameLinker::add_unknown_person(const NamePhrase& phrase) {
  Actor actor;
  actor.label = text_of(r_, phrase.sentence, phrase.span);
  actor.id = make_actor_id(actor.label);
  actor.type = ActorType::Person;
  return add_person(phrase, r_.actors.add(std::move(actor)), kUnknownName);
}

bool NameLinker::link_surname(const NamePhrase& phrase) {
  if (is_name_of_a_thing(phrase)) return false;
  const std::vector<std::string> keys = keys_of(r_, phrase);
  if (keys.empty() || is_in_date(phrase)) return false;
  std::set<std::uint32_t> vetted, less_known;
  for (const std::uint32_t e : phrase.entries) {
    if (!is_person_entry(entry(e)) || is_ruled_out(phrase, entry(e).actor)) continue;
    (entry(e).ambiguous ? less_known : vetted).insert(entry(e).actor);
  }
  const bool ambiguous = vetted.empty() && !less_known.empty();
  if (ambiguous) vetted = std::move(less_known);
  const bool may_be_person = phrase.cls == NameClass::Person || !vetted.empty();
  if (!may_be_person) return false;
  const bool titled = title_before(r_, phrase.sentence, phrase.span.first).has_value();
  if (titled && link_by_office(phrase, vetted)) return true;
  if (const auto bearer = bearer_of_surname(phrase, keys, vetted))
    return add_person(phrase, *bearer, kShortName);
  if (vetted.empty()) return false;
  // "Hu" after "Hu Shih": where the family name comes first.
  if (const auto bearer = bearer_by_given_name(keys.back()))
    return add_person(phrase, *bearer, kShortName);
  return link_by_office(phrase, vetted) || link_lone_surname(phrase, vetted, ambiguous);
}

// The last one before here whose full name ends so; else the first one after.
std::optional<ActorIndex> NameLinker::bearer_of_surname(
    const NamePhrase& phrase, const std::vector<std::string>& keys,
    const std::set<std::uint32_t>& vetted) const {
  const auto at = bearers_.find(keys.back());
  if (at != bearers_.end()) {
    std::set<ActorIndex> people;
    for (const Bearer& bearer : at->second) {
      const bool both_full = keys.size() > 1 && bearer.keys.size() > 1;
      if (!both_full || fits_given_name(keys.front(), bearer.keys.front()))
        people.insert(bearer.actor);
    }
    if (people.size() == 1) return *people.begin();
    if (people.size() > 1) return nearest(phrase, people);
  }
  for (const std::uint32_t index : vetted) {  // known by another spelling: "Lukashenka"
    if (const auto actor = r_.actors.find(known(index).id)) return actor;
  }
  return keys.size() == 1 ? misspelt(keys.back()) : std::nullopt;
}

std::optional<ActorIndex> NameLinker::nearest(const NamePhrase& phrase,
                                              const std::set<ActorIndex>& people) const {
  std::optional<ActorIndex> best;
  std::pair<std::uint32_t, std::uint16_t> at{0, 0};
  for (const Mention& m : r_.mentions) {
    if (m.actors.size() != 1 || !people.contains(m.actors[0])) continue;
    const std::pair<std::uint32_t, std::uint16_t> place{m.sentence, m.first};
    const bool before = place < std::pair{phrase.sentence, phrase.span.first};
    if (!best || (before && place >= at)) {
      best = m.actors[0];
      at = place;
    }
  }
  return best;
}

// Of an unknown person's surname as the article spells it, the most frequent form counts.
void NameLinker::settle_spellings() {
  for (const auto& [actor, forms] : spellings_) {
    if (r_.actors[actor].vetted || forms.size() < 2) continue;
    const auto most =
        std::max_element(forms.begin(), forms.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    const std::string& label = r_.actors[actor].label;
    const auto space = label.rfind(' ');
    if (space != std::string::npos &&
        is_near_spelling(fold(label.substr(space + 1)), fold(most->first)))
      r_.actors.rename(actor, label.substr(0, space + 1) + most->first);
  }
}

// "Saree" after "Yahya Sarea": one letter apart and nobody else is near.
std::optional<ActorIndex> NameLinker::misspelt(const std::string& surname) const {
  std::set<ActorIndex> people;
  for (const auto& [key, bearers] : bearers_) {
    if (!is_near_spelling(key, surname)) continue;
    for (const Bearer& bearer : bearers) people.insert(bearer.actor);
  }
  return people.size() == 1 ? std::optional(*people.begin()) : std::nullopt;
}

// "President Bush": the one who was president of the state in question on the article's day.
bool NameLinker::link_by_office(const NamePhrase& phrase, const std::set<std::uint32_t>& people) {
  const auto title = title_before(r_, phrase.sentence, phrase.span.first);
  std::vector<std::uint32_t> holders;
  for (const std::uint32_t person : people) {
    if (title && holds(known(person), *title, title->former ? std::nullopt : r_.document.info.date))
      holders.push_back(person);
  }
  if (holders.empty() && title && !title->former) {
    if (const auto past = nearest_holder(people, *title)) holders.push_back(*past);
  }
  if (holders.empty() && !title && people.size() > 1) {
    for (const std::uint32_t person : people) {
      if (r_.document.info.date && leads_now(known(person))) holders.push_back(person);
    }
  }
  if (holders.size() != 1) return false;
  return add_person(phrase, r_.actors.known(holders.front()), kShortName);
}

// "President Nixon" in a later article, or in one that is dated wrongly: of those who ever held
// the office, the one who held it last before, or else first after.
std::optional<std::uint32_t> NameLinker::nearest_holder(const std::set<std::uint32_t>& people,
                                                        const Title& title) const {
  std::optional<std::uint32_t> best;
  std::optional<Date> since;
  for (const std::uint32_t person : people) {
    if (!holds(known(person), title, std::nullopt)) continue;
    const std::optional<Date> from = first_held(known(person), title);
    const bool started = from && r_.document.info.date && *from <= *r_.document.info.date;
    if (!best || (started && (!since || *since < *from))) {
      best = person;
      since = started ? from : std::nullopt;
    }
  }
  return best;
}

std::optional<Date> NameLinker::first_held(const Actor& person, const Title& title) const {
  const std::string& noun = r_.noun(*title.match).lemma;
  std::optional<Date> first;
  for (const Office& office : person.offices) {
    if (fold(office.role) != fold(noun) && !(office.leads && r_.noun(*title.match).leads)) continue;
    if (office.from && (!first || *office.from < *first)) first = office.from;
  }
  return first;
}

// Everybody knows whom the surname of a head of state or government means.
bool NameLinker::has_led(const Actor& person) {
  return std::any_of(person.offices.begin(), person.offices.end(),
                     [](const Office& office) { return office.leads; });
}

bool NameLinker::leads_now(const Actor& person) const {
  return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
    return office.leads && is_held(office, r_.document.info.date);
  });
}

bool NameLinker::holds(const Actor& person, const Title& title,
                       const std::optional<Date>& date) const {
  const std::string& noun = r_.noun(*title.match).lemma;
  return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
    const bool fits =
        fold(office.role) == fold(noun) || (office.leads && r_.noun(*title.match).leads);
    const bool body_fits = title.bodies.empty() ||
                           std::any_of(title.bodies.begin(), title.bodies.end(),
                                       [&](ActorIndex b) { return r_.actors[b].id == office.of; });
    return fits && body_fits && is_held(office, date);
  });
}

// A surname without a full name anywhere: only of one person, in his country's company, and
// while he was in the news.
bool NameLinker::link_lone_surname(const NamePhrase& phrase, const std::set<std::uint32_t>& vetted,
                                   bool ambiguous) {
  if (vetted.size() != 1) return false;
  const Actor& person = known(*vetted.begin());
  const bool expected =
      phrase.cls == NameClass::Person || evidence(person.country) > 0 || has_led(person);
  const bool titled =
      phrase.span.first > 1 &&
      is_honorific(view(phrase).word(static_cast<std::uint16_t>(phrase.span.first - 1)).form);
  const bool proper = view(phrase).word(phrase.span.last).upos == Upos::PROPN;
  if (!proper || !is_of_the_day(person)) return false;
  const bool in_office = r_.document.info.date && !person.offices.empty();
  const bool sure =
      titled || (phrase.cls == NameClass::Person && in_office && evidence(person.country) > 0);
  if (ambiguous ? !sure : !(expected || titled)) return false;
  return add_person(phrase, r_.actors.known(*vetted.begin()), kAmbiguousName);
}

bool NameLinker::is_of_the_day(const Actor& person) const {
  const auto& date = r_.document.info.date;
  if (!date || person.offices.empty()) return true;
  return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
    const bool begun = !office.from || office.from->year - kYearsAround <= date->year;
    const bool lasting = !office.until || office.until->year + kYearsAround >= date->year;
    return begun && lasting;
  });
}

}  // namespace entente
