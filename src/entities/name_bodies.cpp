// SPDX-License-Identifier: ISC
// States, organisations and places.
#include "entities/english.h"
#include "entities/name_linker.h"

#include <algorithm>

namespace entente {

bool NameLinker::link_body(const NamePhrase& phrase) {
  std::vector<std::uint32_t> bodies, places;
  for (const std::uint32_t e : phrase.entries) {
    if (entry(e).place != PieceTrie::kNone)
      places.push_back(e);
    else if (!is_person_entry(entry(e)))
      bodies.push_back(e);
  }
  if (bodies.empty() && places.empty()) return false;
  if (is_person_in_text(phrase)) return false;
  if (const NamePhrase* whole = place_behind(phrase)) return link_located(phrase, *whole, bodies);
  if (const auto chosen = choose_body(phrase, bodies, !places.empty()))
    return add_body(phrase, *chosen);
  return link_place(phrase, places, bodies);
}

// The name finder takes it for a person, but the article speaks of the state by other names, or
// names it beside another state, and of no person who is called so.
bool NameLinker::is_surely_state(const NamePhrase& phrase) const {
  if (bearers_.contains(keys_of(r_, phrase).back())) return false;
  if (view(phrase).relation(head_of(view(phrase), phrase.span)) == "flat") return false;
  // Nobody of that name is about, and other states are: "Georgia rejected the Russian demand".
  return std::any_of(phrase.entries.begin(), phrase.entries.end(), [&](std::uint32_t e) {
    if (!is_state_entry(e)) return false;
    const std::string& country = known(entry(e).actor).country;
    return evidence(country) > 0 || is_international(country) || is_in_place(phrase) ||
           is_beside_state(phrase) || has_head_of_state(phrase);
  });
}

bool NameLinker::is_state_entry(std::uint32_t e) const {
  return entry(e).actor != PieceTrie::kNone && known(entry(e).actor).type == ActorType::State;
}

// "Jordan's king".
bool NameLinker::has_head_of_state(const NamePhrase& phrase) const {
  const SentenceView& v = view(phrase);
  const Word& word = v.word(head_of(v, phrase.span));
  const RoleMatch* role =
      word.deprel == "nmod:poss" ? r_.role_at(phrase.sentence, word.head) : nullptr;
  return role != nullptr && r_.noun(*role).office && r_.noun(*role).leads;
}

// "Chad and Sudan".
bool NameLinker::is_beside_state(const NamePhrase& phrase) const {
  const SentenceView& v = view(phrase);
  const std::uint16_t head = head_of(v, phrase.span);
  const std::uint16_t joined =
      v.relation(head) == "conj" ? v.word(head).head : v.child(head, "conj");
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const NamePhrase& p) {
    return joined != 0 && p.sentence == phrase.sentence && p.span.contains(joined) &&
           is_plain_state(p);
  });
}

// "Moscow, Idaho": the second name tells where the first is.
const NamePhrase* NameLinker::place_behind(const NamePhrase& phrase) const {
  const auto at = static_cast<std::size_t>(&phrase - phrases_.data());
  if (at + 1 >= phrases_.size()) return nullptr;
  const NamePhrase& next = phrases_[at + 1];
  if (is_plain_state(phrase)) return nullptr;
  const SentenceView& v = view(phrase);
  if (next.sentence != phrase.sentence || next.span.first != phrase.span.last + 2 ||
      v.word(static_cast<std::uint16_t>(phrase.span.last + 1)).form != "," ||
      countries_of(next).empty())
    return nullptr;
  const std::uint16_t head = head_of(v, next.span);
  const std::string_view relation = v.relation(head);
  const bool below = phrase.span.contains(v.word(head).head);
  return below && (relation == "appos" || relation == "nmod" || relation == "flat") ? &next
                                                                                    : nullptr;
}

bool NameLinker::is_plain_state(const NamePhrase& phrase) const {
  return std::any_of(phrase.entries.begin(), phrase.entries.end(), [&](std::uint32_t e) {
    return entry(e).actor != PieceTrie::kNone && entry(e).kind == NameKind::Label &&
           !entry(e).ambiguous;
  });
}

// Countries that a place's or state's name may lie in or be.
std::set<std::string> NameLinker::countries_of(const NamePhrase& phrase) const {
  std::set<std::string> out;
  for (const std::uint32_t e : phrase.entries) {
    if (entry(e).place != PieceTrie::kNone)
      out.insert(names_.knowledge.places[entry(e).place].country);
    else if (known(entry(e).actor).type == ActorType::State)
      out.insert(known(entry(e).actor).id);
  }
  return out;
}

bool NameLinker::link_located(const NamePhrase& phrase, const NamePhrase& whole,
                              const std::vector<std::uint32_t>& bodies) {
  const std::set<std::string> countries = countries_of(whole);
  std::string country = *countries.begin();
  for (const std::uint32_t e : bodies) {
    if (countries.contains(known(entry(e).actor).country)) country = known(entry(e).actor).country;
  }
  Mention mention = mention_of(phrase, 0, kFullName);
  mention.actors.clear();
  if (const auto state = r_.actors.known_id(country)) mention.actors.push_back(*state);
  mention.kind = MentionKind::Place;
  mention.place = text_of(r_, phrase.sentence, phrase.span);
  r_.add(std::move(mention));
  return true;
}

// The name is a surname of someone whose full name is in the article ("Jordan" after "Jim
// Jordan").
bool NameLinker::is_person_in_text(const NamePhrase& phrase) const {
  const bool with_article =
      std::any_of(phrase.entries.begin(), phrase.entries.end(),
                  [&](std::uint32_t e) { return entry(e).has_article; });  // "the West"
  if (with_article) return false;
  if (phrase.span.first != phrase.span.last) return phrase.cls == NameClass::Person;
  if (phrase.cls == NameClass::Person && !is_surely_state(phrase)) return true;
  return bearers_.contains(keys_of(r_, phrase).back()) && phrase.cls != NameClass::Location &&
         !is_in_place(phrase);
}

// "the Israeli Supreme Court", "the Supreme Court of Kenya": no court of the United States.
bool NameLinker::is_of_another_state(const NamePhrase& phrase, const Actor& body) const {
  if (body.type != ActorType::Government || body.country.empty()) return false;
  const SentenceView& v = view(phrase);
  const auto says_so = [&](const NamePhrase& other) {
    if (other.sentence != phrase.sentence) return false;
    const int first = other.span.first, last = other.span.last;
    const bool before = last + 1 == phrase.span.first ||
                        (last + 2 == phrase.span.first &&
                         v.word(static_cast<std::uint16_t>(last + 1)).upos == Upos::PART);
    const bool behind = first == phrase.span.last + 2 &&
                        lower(v.word(static_cast<std::uint16_t>(first - 1)).form) == "of";
    if (!before && !behind) return false;
    const std::set<std::string> countries = countries_of(other);
    return !countries.empty() && !countries.contains(body.country);
  };
  return std::any_of(phrases_.begin(), phrases_.end(), says_so);
}

// The entry that is meant; with several, the one whose country the article speaks of otherwise.
std::optional<std::uint32_t> NameLinker::choose_body(const NamePhrase& phrase,
                                                     const std::vector<std::uint32_t>& bodies,
                                                     bool rivalled) {
  std::map<std::uint32_t, std::uint32_t> by_actor;  // actor -> its first entry
  for (const std::uint32_t e : bodies) {
    if (!is_of_another_state(phrase, known(entry(e).actor)))
      by_actor.try_emplace(entry(e).actor, e);
  }
  if (by_actor.empty()) return std::nullopt;
  if (const auto called = kind_before(phrase, by_actor)) return called;
  if (by_actor.size() == 1) {
    const std::uint32_t only = by_actor.begin()->second;
    const bool doubtful = entry(only).ambiguous || (rivalled && !is_main_name(entry(only)));
    return !doubtful || is_supported(phrase, only, rivalled) ? std::optional(only) : std::nullopt;
  }
  std::optional<std::uint32_t> best;
  int most = 0;
  for (const auto& [actor, e] : by_actor) {
    const int count = evidence(known(actor).country);
    if (count == most) best.reset();
    if (count > most) best = e;
    most = std::max(most, count);
  }
  return most == 0 ? only_plain_state(by_actor) : best;
}

// "Congo": of several that the article says nothing else of, the state whose name it plainly is.
std::optional<std::uint32_t> NameLinker::only_plain_state(
    const std::map<std::uint32_t, std::uint32_t>& by_actor) const {
  std::optional<std::uint32_t> plain;
  for (const auto& [actor, e] : by_actor) {
    if (known(actor).type != ActorType::State || entry(e).ambiguous) continue;
    if (plain) return std::nullopt;
    plain = e;
  }
  return plain;
}

// "my neighbour Chad": states do not speak so of each other.
static bool is_mine(const SentenceView& view, std::uint16_t noun) {
  return std::any_of(view.children[noun].begin(), view.children[noun].end(), [&](std::uint16_t c) {
    const PronounClass cls = pronoun_class(view.word(c));
    return is_possessive(view.word(c)) && (cls == PronounClass::I || cls == PronounClass::You);
  });
}

// "the news agency AFP": the noun before a name tells which of its bearers is meant.
std::optional<std::uint32_t> NameLinker::kind_before(
    const NamePhrase& phrase, const std::map<std::uint32_t, std::uint32_t>& by_actor) const {
  if (phrase.span.first < 2) return std::nullopt;
  const RoleMatch* role =
      r_.role_ending(phrase.sentence, static_cast<std::uint16_t>(phrase.span.first - 1));
  if (role == nullptr || is_mine(view(phrase), role->span.last)) return std::nullopt;
  std::optional<std::uint32_t> found;
  for (const auto& [actor, e] : by_actor) {
    if (known(actor).type != r_.noun(*role).type) continue;
    if (found) return std::nullopt;
    found = e;
  }
  return found;
}

bool NameLinker::is_supported(const NamePhrase& phrase, std::uint32_t e, bool rivalled) const {
  const Actor& actor = known(entry(e).actor);
  if (evidence(actor.country) > 0) return true;
  // "Washington" acts where no Denzel Washington is about.
  const bool seat =
      entry(e).kind == NameKind::Capital && !bearers_.contains(keys_of(r_, phrase).back());
  const SentenceView& v = view(phrase);
  if (rivalled && !seat && !is_among_neighbours(phrase, actor)) return false;
  const bool proper = v.word(phrase.span.last).upos == Upos::PROPN && !v.is_headline;
  // "Chad said": the name finder's word is not enough for what may be a given name.
  const bool given = names_.gender_of_given_name(keys_of(r_, phrase).front()) != Gender::Unknown;
  const bool located =
      !given && (phrase.cls == NameClass::Location || phrase.cls == NameClass::Organization);
  const bool modifier = v.relation(phrase.span.last) == "compound";  // "turkey prices"
  return proper &&
         ((located && !modifier) || is_in_place(phrase) || has_head_of_state(phrase) ||
          is_international(actor.country)) &&
         !is_in_date(phrase);
}

// "Georgia" is the one in the Caucasus where Russia and Armenia are spoken of more often than the
// country in which another Georgia lies.
bool NameLinker::is_among_neighbours(const NamePhrase& phrase, const Actor& state) const {
  int neighbours = 0, rivals = 0;
  for (const std::string& id : state.borders) neighbours += evidence(id);
  for (const std::uint32_t e : phrase.entries) {
    if (entry(e).place != PieceTrie::kNone)
      rivals += evidence(names_.knowledge.places[entry(e).place].country);
  }
  return neighbours > rivals;
}

bool NameLinker::is_in_place(const NamePhrase& phrase) const {
  const SentenceView& v = view(phrase);
  const std::uint16_t head = head_of(v, phrase.span);
  const std::uint16_t preposition = v.child(head, "case");
  return preposition != 0 && preposition < phrase.span.first &&
         is_locative(lower(v.word(preposition).form));
}

// "in May", "May 9", "9 May 2022": the month.
bool NameLinker::is_in_date(const NamePhrase& phrase) const {
  const SentenceView& v = view(phrase);
  if (!is_day_or_month(v.word(phrase.span.last).form)) return false;
  const auto is_number = [&](int w) {
    return w >= 1 && w <= v.size() && v.word(static_cast<std::uint16_t>(w)).upos == Upos::NUM;
  };
  return is_number(phrase.span.first - 1) || is_number(phrase.span.last + 1) || is_in_place(phrase);
}

bool NameLinker::add_body(const NamePhrase& phrase, std::uint32_t e) {
  const NameEntry& name = entry(e);
  const ActorIndex actor = r_.actors.known(name.actor);
  const double confidence = name.ambiguous ? kAmbiguousName : kFullName;
  Mention mention = mention_of(phrase, actor, confidence);
  if (is_single_person(phrase, name) || is_part_of_longer_name(phrase, name)) return true;
  mention.kind = kind_of(phrase, name);
  const bool is_territory = known(name.actor).type == ActorType::State;
  if (is_territory && name.kind != NameKind::Adjective && name.kind != NameKind::Demonym)
    mention.place = name.kind == NameKind::Capital || name.kind == NameKind::Seat
                        ? text_of(r_, phrase.sentence, phrase.span)
                        : known(name.actor).label;
  r_.add(std::move(mention));
  return true;
}

// "Persian Gulf", "Gulf of Oman", "Singapore Airlines", "Air France": a thing that is only called
// after a state. Judged by its neighbours, because trees of such names are uncertain.
bool NameLinker::is_part_of_longer_name(const NamePhrase& phrase, const NameEntry& name) const {
  const SentenceView& v = view(phrase);
  if (v.is_headline || known(name.actor).type != ActorType::State) return false;
  if (is_unknown_name_word(phrase.sentence, phrase.span.last + 1)) return true;
  if (name.kind == NameKind::Label && is_unknown_name_word(phrase.sentence, phrase.span.first - 1))
    return true;
  const std::uint16_t head = head_of(v, phrase.span), up = v.word(head).head;
  const std::uint16_t preposition = v.child(head, "case");
  return up != 0 && v.relation(head) == "nmod" && preposition == up + 1 &&
         v.word(preposition).form == "of" && is_unknown_name_word(phrase.sentence, up);
}

// A proper noun that is no known name, no title, no day.
bool NameLinker::is_unknown_name_word(std::uint32_t sentence, int at) const {
  const SentenceView& v = r_.sentences[sentence];
  if (at < 1 || at > v.size()) return false;
  const auto w = static_cast<std::uint16_t>(at);
  const Word& word = v.word(w);
  const std::vector<Piece> pieces = pieces_of(word.form);
  const bool proper = word.upos == Upos::PROPN && !pieces.empty() && pieces[0].capital;
  return proper && !is_day_or_month(word.form) && !is_direction(word.form) &&
         !is_honorific(word.form) && !is_public_role(sentence, w) && !is_name(sentence, w);
}

// "Government of Iraq", "Ukraine President" are no names; "Bank of America" is.
bool NameLinker::is_public_role(std::uint32_t sentence, std::uint16_t word) const {
  const RoleMatch* role = r_.role_at(sentence, word);
  if (role == nullptr) return false;
  const ActorType type = r_.noun(*role).type;
  return type == ActorType::Person || type == ActorType::Government ||
         type == ActorType::ArmedForce || type == ActorType::State;
}

bool NameLinker::is_name(std::uint32_t sentence, std::uint16_t word) const {
  return std::any_of(phrases_.begin(), phrases_.end(), [&](const NamePhrase& p) {
    return p.sentence == sentence && p.span.contains(word);
  });
}

// "a Russian": one of the people, who is not the state.
bool NameLinker::is_single_person(const NamePhrase& phrase, const NameEntry& name) const {
  if (name.kind != NameKind::Demonym && name.kind != NameKind::Adjective) return false;
  const SentenceView& v = view(phrase);
  const std::uint16_t head = head_of(v, phrase.span);
  const Word& word = v.word(head);
  if (word.upos == Upos::ADJ || feature(word, "Number") != "Sing") return false;
  const std::uint16_t determiner = v.child(head, "det");
  return determiner != 0 && feature(v.word(determiner), "Definite") == "Ind";
}

MentionKind NameLinker::kind_of(const NamePhrase& phrase, const NameEntry& name) const {
  const SentenceView& v = view(phrase);
  const std::uint16_t head = head_of(v, phrase.span);
  const Word& word = v.word(head);
  const std::string_view relation = v.relation(head);
  const bool modifier =
      relation == "amod" || relation == "compound" ||
      (word.head > head && view(phrase).relation(head) == "nmod" && word.deprel != "nmod:poss");
  switch (name.kind) {
    case NameKind::Adjective:
    case NameKind::Demonym:
      return word.upos == Upos::ADJ || modifier ? MentionKind::Adjective : MentionKind::Name;
    case NameKind::Capital:
    case NameKind::Seat:
      if (modifier) return MentionKind::Adjective;
      return is_mere_place(phrase, head, name.kind) ? MentionKind::Place : MentionKind::Name;
    default:
      return MentionKind::Name;
  }
}

// "in Minsk", "flew to Moscow", "Moscow, Russia" are places; "the threat to Moscow" is not.
bool NameLinker::is_mere_place(const NamePhrase& phrase, std::uint16_t head, NameKind kind) const {
  const SentenceView& v = view(phrase);
  const std::uint16_t preposition = v.child(head, "case");
  if (v.relation(head) == "nmod" && v.word(head).deprel != "nmod:poss" && preposition == 0)
    return true;
  if (preposition == 0 || preposition > head || !is_locative(lower(v.word(preposition).form)))
    return false;
  if (lower(v.word(preposition).form) != "to") return true;
  const std::uint16_t up = v.word(head).head;
  const bool of_noun = v.relation(head) == "nmod" && up != 0 && v.word(up).upos != Upos::PROPN;
  return kind == NameKind::Capital && !of_noun;
}

bool NameLinker::link_place(const NamePhrase& phrase, const std::vector<std::uint32_t>& places,
                            const std::vector<std::uint32_t>& bodies) {
  if (places.empty() && bodies.empty()) return false;
  const std::uint32_t e = choose_place(phrase, places);
  if (e == PieceTrie::kNone) return false;
  const Place& place = names_.knowledge.places[entry(e).place];
  Mention mention = mention_of(phrase, 0, kAmbiguousName);
  mention.actors.clear();
  if (const auto state = r_.actors.known_id(place.country)) mention.actors.push_back(*state);
  mention.kind = MentionKind::Place;
  mention.place = place.name;
  r_.add(std::move(mention));
  return true;
}

// Most places are named like somebody or something: the name finder, a preposition or a country
// of which the article speaks must speak for them.
std::uint32_t NameLinker::choose_place(const NamePhrase& phrase,
                                       const std::vector<std::uint32_t>& places) const {
  std::uint32_t best = PieceTrie::kNone;
  int most = -1;
  for (const std::uint32_t e : places) {
    const Place& place = names_.knowledge.places[entry(e).place];
    const int count = evidence(place.country);
    const bool likely = phrase.cls == NameClass::Location || is_in_place(phrase) ||
                        (!place.ambiguous && count > 0 && phrase.cls == NameClass::Unknown);
    if (!likely || (place.ambiguous && count == 0) || count <= most) continue;
    best = e;
    most = count;
  }
  return best;
}

}  // namespace entente
