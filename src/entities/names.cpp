// SPDX-License-Identifier: ISC
// Order of work: (1) people with full names, known or not; (2) states, organisations and places,
// with the article's own evidence for names that are ambiguous; (3) surnames in the light of 1 and
// 2; (4) names that nobody knows. A short name never decides anything for a long one.
#include "entities/names.h"

#include "entities/english.h"
#include "entities/title.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

// Judgement: how sure a link is by the way it was made.
constexpr double kFullName = 0.98;
constexpr double kShortName = 0.93;
constexpr double kAmbiguousName = 0.75;
constexpr double kUnknownName = 0.8;

// Years around an office in which its holder is likely meant by the bare surname (judgement).
constexpr int kYearsAround = 6;

// Someone whose full name is in the article.
struct Bearer {
  ActorIndex actor = 0;
  std::vector<std::string> keys;  // folded pieces of the full name as it stands in the text
};

bool is_initial_of(const std::string& initial, const std::string& name) {
  return initial.size() == 1 && !name.empty() && name[0] == initial[0];
}

bool fits_given_name(const std::string& a, const std::string& b) {
  return a == b || is_initial_of(a, b) || is_initial_of(b, a);
}

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

class NameLinker {
 public:
  explicit NameLinker(Reading& reading)
      : r_(reading),
        names_(reading.names),
        phrases_(find_name_phrases(reading)),
        done_(phrases_.size(), false) {}

  void link() {
    count_evidence();
    each(&NameLinker::link_full_person);
    each(&NameLinker::link_body);
    each(&NameLinker::link_surname);
    each(&NameLinker::link_unknown);
    link_unmarked_surnames();
    settle_spellings();
  }

 private:
  using Step = bool (NameLinker::*)(const NamePhrase&);

  void each(Step step) {
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      if (!done_[i]) done_[i] = (this->*step)(phrases_[i]);
    }
  }

  const Actor& known(std::uint32_t index) const { return names_.knowledge.actors[index]; }
  const NameEntry& entry(std::uint32_t index) const { return names_.entries[index]; }
  const SentenceView& view(const NamePhrase& p) const { return r_.sentences[p.sentence]; }
  bool is_person_entry(const NameEntry& e) const {
    return e.actor != PieceTrie::kNone && known(e.actor).type == ActorType::Person;
  }
  bool is_surname(const NameEntry& e) const {
    return is_person_entry(e) && e.kind == NameKind::Surname;
  }

  // ---- evidence -----------------------------------------------------------------------------

  // Countries that the article speaks of beyond doubt, by names that belong to one actor only.
  void count_evidence() {
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

  int evidence(std::string_view country) const {
    const auto at = evidence_.find(country);
    return at == evidence_.end() ? 0 : at->second;
  }

  bool is_international(std::string_view except) const {
    return std::any_of(evidence_.begin(), evidence_.end(),
                       [&](const auto& e) { return e.first != except; });
  }

  // ---- full names of people -----------------------------------------------------------------

  bool link_full_person(const NamePhrase& phrase) {
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
  bool is_name_of_a_thing(const NamePhrase& phrase) const {
    const SentenceView& v = view(phrase);
    const std::uint16_t head = head_of(v, phrase.span), up = v.word(head).head;
    return up == phrase.span.last + 1 && v.relation(head) == "compound" && !v.is_headline &&
           v.word(up).upos == Upos::PROPN && r_.role_ending(phrase.sentence, up) == nullptr;
  }

  bool is_ruled_out(const NamePhrase& phrase, std::uint32_t actor) const {
    return names_.ruled_different(make_actor_id(text_of(r_, phrase.sentence, phrase.span)),
                                  known(actor).id);
  }

  bool add_person(const NamePhrase& phrase, ActorIndex actor, double confidence) {
    std::vector<std::string> keys = keys_of(r_, phrase);
    bearers_[keys.back()].push_back({actor, keys});
    ++spellings_[actor][view(phrase).word(phrase.span.last).form];
    note_gender(phrase, actor, keys);
    add_mention(phrase, actor, confidence);
    return true;
  }

  // From "Mrs", "spokeswoman", or else the given name.
  void note_gender(const NamePhrase& phrase, ActorIndex actor,
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
  bool link_longer_name(const NamePhrase& phrase) {
    const std::vector<std::string> keys = keys_of(r_, phrase);
    if (keys.size() < 2) return false;
    for (const std::uint32_t e : phrase.inner) {
      const NameEntry& part = entry(e);
      if (is_person_entry(part) && bears_name(known(part.actor), keys) &&
          !is_ruled_out(phrase, part.actor))
        return add_person(phrase, r_.actors.known(part.actor), kFullName);
    }
    if (const auto bearer = bearer_of_full_name(keys))
      return add_person(phrase, *bearer, kFullName);
    if (keys.front().size() == 1) return false;  // an initial: wait for the fuller name
    return add_unknown_person(phrase);
  }

  // "V. Putin" and "Vladimir Vladimirovich Putin" are Vladimir Putin; "Kim Kardashian" is no Kim
  // Jong Un: the surname must be the same, and the given name must fit.
  static bool bears_name(const Actor& actor, const std::vector<std::string>& keys) {
    const auto fits = [&](const std::string& name) {
      const std::vector<Piece> pieces = pieces_of(name);
      return pieces.size() > 1 && pieces.back().key == keys.back() &&
             fits_given_name(keys.front(), pieces.front().key);
    };
    return fits(actor.label) || std::any_of(actor.names.begin(), actor.names.end(),
                                            [&](const ActorName& n) { return fits(n.text); });
  }

  std::optional<ActorIndex> bearer_of_full_name(const std::vector<std::string>& keys) const {
    const auto at = bearers_.find(keys.back());
    if (at == bearers_.end()) return std::nullopt;
    for (const Bearer& bearer : at->second) {
      if (bearer.keys.size() > 1 && fits_given_name(bearer.keys.front(), keys.front()))
        return bearer.actor;
    }
    return std::nullopt;
  }

  bool add_unknown_person(const NamePhrase& phrase) {
    Actor actor;
    actor.label = text_of(r_, phrase.sentence, phrase.span);
    actor.id = make_actor_id(actor.label);
    actor.type = ActorType::Person;
    return add_person(phrase, r_.actors.add(std::move(actor)), kUnknownName);
  }

  // ---- states, organisations, places --------------------------------------------------------

  bool link_body(const NamePhrase& phrase) {
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
  bool is_surely_state(const NamePhrase& phrase) const {
    if (bearers_.contains(keys_of(r_, phrase).back())) return false;
    const bool known_state =
        std::any_of(phrase.entries.begin(), phrase.entries.end(), [&](std::uint32_t e) {
          return is_state_entry(e) && evidence(known(entry(e).actor).country) > 0;
        });
    const bool any_state = std::any_of(phrase.entries.begin(), phrase.entries.end(),
                                       [&](std::uint32_t e) { return is_state_entry(e); });
    return known_state || (any_state && (is_in_place(phrase) || is_beside_state(phrase)));
  }

  bool is_state_entry(std::uint32_t e) const {
    return entry(e).actor != PieceTrie::kNone && known(entry(e).actor).type == ActorType::State;
  }

  // "Chad and Sudan".
  bool is_beside_state(const NamePhrase& phrase) const {
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
  const NamePhrase* place_behind(const NamePhrase& phrase) const {
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

  bool is_plain_state(const NamePhrase& phrase) const {
    return std::any_of(phrase.entries.begin(), phrase.entries.end(), [&](std::uint32_t e) {
      return entry(e).actor != PieceTrie::kNone && entry(e).kind == NameKind::Label &&
             !entry(e).ambiguous;
    });
  }

  // Countries that a place's or state's name may lie in or be.
  std::set<std::string> countries_of(const NamePhrase& phrase) const {
    std::set<std::string> out;
    for (const std::uint32_t e : phrase.entries) {
      if (entry(e).place != PieceTrie::kNone)
        out.insert(names_.knowledge.places[entry(e).place].country);
      else if (known(entry(e).actor).type == ActorType::State)
        out.insert(known(entry(e).actor).id);
    }
    return out;
  }

  bool link_located(const NamePhrase& phrase, const NamePhrase& whole,
                    const std::vector<std::uint32_t>& bodies) {
    const std::set<std::string> countries = countries_of(whole);
    std::string country = *countries.begin();
    for (const std::uint32_t e : bodies) {
      if (countries.contains(known(entry(e).actor).country))
        country = known(entry(e).actor).country;
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
  bool is_person_in_text(const NamePhrase& phrase) const {
    const bool with_article =
        std::any_of(phrase.entries.begin(), phrase.entries.end(),
                    [&](std::uint32_t e) { return entry(e).has_article; });  // "the West"
    if (with_article) return false;
    if (phrase.span.first != phrase.span.last) return phrase.cls == NameClass::Person;
    if (phrase.cls == NameClass::Person && !is_surely_state(phrase)) return true;
    return bearers_.contains(keys_of(r_, phrase).back()) && phrase.cls != NameClass::Location &&
           !is_in_place(phrase);
  }

  // The entry that is meant; with several, the one whose country the article speaks of otherwise.
  std::optional<std::uint32_t> choose_body(const NamePhrase& phrase,
                                           const std::vector<std::uint32_t>& bodies,
                                           bool rivalled) {
    std::map<std::uint32_t, std::uint32_t> by_actor;  // actor -> its first entry
    for (const std::uint32_t e : bodies) by_actor.try_emplace(entry(e).actor, e);
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
    return best;
  }

  // "the news agency AFP": the noun before a name tells which of its bearers is meant.
  std::optional<std::uint32_t> kind_before(
      const NamePhrase& phrase, const std::map<std::uint32_t, std::uint32_t>& by_actor) const {
    if (phrase.span.first < 2) return std::nullopt;
    const RoleMatch* role =
        r_.role_ending(phrase.sentence, static_cast<std::uint16_t>(phrase.span.first - 1));
    if (role == nullptr) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (const auto& [actor, e] : by_actor) {
      if (known(actor).type != r_.noun(*role).type) continue;
      if (found) return std::nullopt;
      found = e;
    }
    return found;
  }

  static bool is_main_name(const NameEntry& e) { return e.kind != NameKind::Alternative; }

  bool is_supported(const NamePhrase& phrase, std::uint32_t e, bool rivalled) const {
    const Actor& actor = known(entry(e).actor);
    if (evidence(actor.country) > 0) return true;
    if (rivalled) return false;
    const SentenceView& v = view(phrase);
    const bool proper = v.word(phrase.span.last).upos == Upos::PROPN && !v.is_headline;
    const bool located = phrase.cls == NameClass::Location || phrase.cls == NameClass::Organization;
    const bool modifier = v.relation(phrase.span.last) == "compound";  // "turkey prices"
    return proper &&
           ((located && !modifier) || is_in_place(phrase) || is_international(actor.country)) &&
           !is_in_date(phrase);
  }

  bool is_in_place(const NamePhrase& phrase) const {
    const SentenceView& v = view(phrase);
    const std::uint16_t head = head_of(v, phrase.span);
    const std::uint16_t preposition = v.child(head, "case");
    return preposition != 0 && preposition < phrase.span.first &&
           is_locative(lower(v.word(preposition).form));
  }

  // "in May", "May 9", "9 May 2022": the month.
  bool is_in_date(const NamePhrase& phrase) const {
    const SentenceView& v = view(phrase);
    if (!is_day_or_month(v.word(phrase.span.last).form)) return false;
    const auto is_number = [&](int w) {
      return w >= 1 && w <= v.size() && v.word(static_cast<std::uint16_t>(w)).upos == Upos::NUM;
    };
    return is_number(phrase.span.first - 1) || is_number(phrase.span.last + 1) ||
           is_in_place(phrase);
  }

  bool add_body(const NamePhrase& phrase, std::uint32_t e) {
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
  bool is_part_of_longer_name(const NamePhrase& phrase, const NameEntry& name) const {
    const SentenceView& v = view(phrase);
    if (v.is_headline || known(name.actor).type != ActorType::State) return false;
    if (is_unknown_name_word(phrase.sentence, phrase.span.last + 1)) return true;
    if (name.kind == NameKind::Label &&
        is_unknown_name_word(phrase.sentence, phrase.span.first - 1))
      return true;
    const std::uint16_t head = head_of(v, phrase.span), up = v.word(head).head;
    const std::uint16_t preposition = v.child(head, "case");
    return up != 0 && v.relation(head) == "nmod" && preposition == up + 1 &&
           v.word(preposition).form == "of" && is_unknown_name_word(phrase.sentence, up);
  }

  // A proper noun that is no known name, no title, no day.
  bool is_unknown_name_word(std::uint32_t sentence, int at) const {
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
  bool is_public_role(std::uint32_t sentence, std::uint16_t word) const {
    const RoleMatch* role = r_.role_at(sentence, word);
    if (role == nullptr) return false;
    const ActorType type = r_.noun(*role).type;
    return type == ActorType::Person || type == ActorType::Government ||
           type == ActorType::ArmedForce || type == ActorType::State;
  }

  bool is_name(std::uint32_t sentence, std::uint16_t word) const {
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const NamePhrase& p) {
      return p.sentence == sentence && p.span.contains(word);
    });
  }

  // "a Russian": one of the people, who is not the state.
  bool is_single_person(const NamePhrase& phrase, const NameEntry& name) const {
    if (name.kind != NameKind::Demonym && name.kind != NameKind::Adjective) return false;
    const SentenceView& v = view(phrase);
    const std::uint16_t head = head_of(v, phrase.span);
    const Word& word = v.word(head);
    if (word.upos == Upos::ADJ || feature(word, "Number") != "Sing") return false;
    const std::uint16_t determiner = v.child(head, "det");
    return determiner != 0 && feature(v.word(determiner), "Definite") == "Ind";
  }

  MentionKind kind_of(const NamePhrase& phrase, const NameEntry& name) const {
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
  bool is_mere_place(const NamePhrase& phrase, std::uint16_t head, NameKind kind) const {
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

  bool link_place(const NamePhrase& phrase, const std::vector<std::uint32_t>& places,
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
  std::uint32_t choose_place(const NamePhrase& phrase,
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

  // ---- surnames -----------------------------------------------------------------------------

  bool link_surname(const NamePhrase& phrase) {
    if (is_name_of_a_thing(phrase)) return false;
    const std::vector<std::string> keys = keys_of(r_, phrase);
    if (keys.empty() || is_in_date(phrase)) return false;
    std::set<std::uint32_t> vetted;
    bool ambiguous = false;
    for (const std::uint32_t e : phrase.entries) {
      if (!is_person_entry(entry(e)) || is_ruled_out(phrase, entry(e).actor)) continue;
      vetted.insert(entry(e).actor);
      ambiguous = ambiguous || entry(e).ambiguous;
    }
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
  std::optional<ActorIndex> bearer_of_surname(const NamePhrase& phrase,
                                              const std::vector<std::string>& keys,
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

  std::optional<ActorIndex> nearest(const NamePhrase& phrase,
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
  void settle_spellings() {
    for (const auto& [actor, forms] : spellings_) {
      if (r_.actors[actor].vetted || forms.size() < 2) continue;
      const auto most =
          std::max_element(forms.begin(), forms.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
      const std::string& label = r_.actors[actor].label;
      const auto space = label.rfind(' ');
      if (space != std::string::npos)
        r_.actors.rename(actor, label.substr(0, space + 1) + most->first);
    }
  }

  // "Saree" after "Yahya Sarea": one letter apart and nobody else is near.
  std::optional<ActorIndex> misspelt(const std::string& surname) const {
    std::set<ActorIndex> people;
    for (const auto& [key, bearers] : bearers_) {
      if (!is_near_spelling(key, surname)) continue;
      for (const Bearer& bearer : bearers) people.insert(bearer.actor);
    }
    return people.size() == 1 ? std::optional(*people.begin()) : std::nullopt;
  }

  // "President Bush": the one who was president of the state in question on the article's day.
  bool link_by_office(const NamePhrase& phrase, const std::set<std::uint32_t>& people) {
    const auto title = title_before(r_, phrase.sentence, phrase.span.first);
    std::vector<std::uint32_t> holders;
    for (const std::uint32_t person : people) {
      if (title &&
          holds(known(person), *title, title->former ? std::nullopt : r_.document.info.date))
        holders.push_back(person);
    }
    if (holders.empty() && !title && people.size() > 1) {
      for (const std::uint32_t person : people) {
        if (r_.document.info.date && leads_now(known(person))) holders.push_back(person);
      }
    }
    if (holders.size() != 1) return false;
    return add_person(phrase, r_.actors.known(holders.front()), kShortName);
  }

  bool leads_now(const Actor& person) const {
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      return office.leads && is_held(office, r_.document.info.date);
    });
  }

  bool holds(const Actor& person, const Title& title, const std::optional<Date>& date) const {
    const std::string& noun = r_.noun(*title.match).lemma;
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      const bool fits =
          fold(office.role) == fold(noun) || (office.leads && r_.noun(*title.match).leads);
      const bool body_fits =
          title.bodies.empty() ||
          std::any_of(title.bodies.begin(), title.bodies.end(),
                      [&](ActorIndex b) { return r_.actors[b].id == office.of; });
      return fits && body_fits && is_held(office, date);
    });
  }

  // A surname without a full name anywhere: only of one person, in his country's company, and
  // while he was in the news.
  bool link_lone_surname(const NamePhrase& phrase, const std::set<std::uint32_t>& vetted,
                         bool ambiguous) {
    if (vetted.size() != 1) return false;
    const Actor& person = known(*vetted.begin());
    const bool expected = phrase.cls == NameClass::Person || evidence(person.country) > 0;
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

  bool is_of_the_day(const Actor& person) const {
    const auto& date = r_.document.info.date;
    if (!date || person.offices.empty()) return true;
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      const bool begun = !office.from || office.from->year - kYearsAround <= date->year;
      const bool lasting = !office.until || office.until->year + kYearsAround >= date->year;
      return begun && lasting;
    });
  }

  // ---- names that nobody knows --------------------------------------------------------------

  bool link_unknown(const NamePhrase& phrase) {
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
  bool add_lone_person(const NamePhrase& phrase) {
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
  void link_unmarked_surnames() {
    for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
      const SentenceView& v = r_.sentences[s];
      for (std::uint16_t w = 1; w <= v.size(); ++w) {
        if (v.word(w).upos != Upos::PROPN || r_.covering(s, w) != nullptr ||
            v.relation(w) == "flat")
          continue;
        const NamePhrase phrase{s, {w, w}, {}, {}, NameClass::Unknown};
        const std::vector<std::string> keys = keys_of(r_, phrase);
        if (keys.size() != 1) continue;
        const bool subject = v.relation(w) == "nsubj";
        auto person =
            bearers_.contains(keys[0]) ? bearer_of_surname(phrase, keys, {}) : std::nullopt;
        if (!person && subject) person = misspelt(keys[0]);
        if (person) add_person(phrase, *person, kShortName);
      }
    }
  }

  std::optional<ActorIndex> bearer_by_given_name(const std::string& given) const {
    std::set<ActorIndex> people;
    for (const auto& [key, bearers] : bearers_) {
      for (const Bearer& bearer : bearers) {
        if (bearer.keys.size() > 1 && bearer.keys.front() == given) people.insert(bearer.actor);
      }
    }
    return people.size() == 1 ? std::optional(*people.begin()) : std::nullopt;
  }

  // Eight hexadecimal digits of the article's text (FNV-1a).
  std::string article_mark() const {
    std::uint32_t hash = 2166136261U;
    for (const char c : r_.document.text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return fmt::format("{:08x}", hash);
  }

  bool add_organization(const NamePhrase& phrase) {
    const std::vector<std::string> keys = keys_of(r_, phrase);
    if (keys.size() == 1 && bearers_.contains(keys[0])) {  // a surname after all
      if (const auto person = bearer_of_surname(phrase, keys, {}))
        return add_person(phrase, *person, kShortName);
    }
    const std::string key = joined(keys);
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

  static std::string joined(const std::vector<std::string>& keys) {
    std::string out;
    for (const std::string& key : keys) out += (out.empty() ? "" : " ") + key;
    return out;
  }

  // "Maxar" after "Maxar Technologies"; initials after the name that they stand for.
  std::optional<ActorIndex> organization_of(const std::vector<std::string>& keys) const {
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

  std::string country_of_inner(const NamePhrase& phrase) const {
    for (const std::uint32_t e : phrase.inner) {
      if (entry(e).actor != PieceTrie::kNone && !is_person_entry(entry(e)))
        return known(entry(e).actor).country;
    }
    return {};
  }

  bool add_unknown_place(const NamePhrase& phrase) {
    Mention mention = mention_of(phrase, 0, kUnknownName);
    mention.actors.clear();
    mention.kind = MentionKind::Place;
    mention.place = text_of(r_, phrase.sentence, phrase.span);
    r_.add(std::move(mention));
    return true;
  }

  // ---- mentions -----------------------------------------------------------------------------

  static Mention mention_of(const NamePhrase& phrase, ActorIndex actor, double confidence) {
    Mention mention;
    mention.sentence = phrase.sentence;
    mention.first = phrase.span.first;
    mention.last = phrase.span.last;
    mention.actors = {actor};
    mention.confidence = confidence;
    return mention;
  }

  void add_mention(const NamePhrase& phrase, ActorIndex actor, double confidence) {
    r_.add(mention_of(phrase, actor, confidence));
  }

  Reading& r_;
  const Gazetteer::Impl& names_;
  std::vector<NamePhrase> phrases_;
  std::vector<bool> done_;
  std::map<std::string, int, std::less<>> evidence_;                 // by country
  std::map<std::string, std::vector<Bearer>, std::less<>> bearers_;  // by surname
  std::map<std::string, ActorIndex, std::less<>> organizations_;
  std::map<ActorIndex, std::map<std::string, int>> spellings_;  // of surnames
};

}  // namespace

void link_names(Reading& reading) {
  NameLinker(reading).link();
}

}  // namespace entente
