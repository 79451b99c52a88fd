// SPDX-License-Identifier: ISC
#include "entities/pronoun.h"

#include "entities/english.h"
#include "entities/quotation.h"
#include "entities/salience.h"

#include <algorithm>
#include <optional>

namespace entente {

namespace {

constexpr double kPronoun = 0.75;  // judgement
constexpr double kRelative = 0.9;
constexpr double kSpeaker = 0.8;

void add_pronoun(Reading& reading, std::uint32_t sentence, std::uint16_t word,
                 std::vector<ActorIndex> actors, double confidence) {
  if (actors.empty()) return;
  Mention mention;
  mention.sentence = sentence;
  mention.first = mention.last = mention.head = word;
  mention.kind = MentionKind::Pronoun;
  mention.actors = std::move(actors);
  mention.confidence = confidence;
  reading.add(std::move(mention));
}

bool is_person_of(const Actor& actor, Gender gender) {
  return actor.type == ActorType::Person &&
         (actor.gender == Gender::Unknown || actor.gender == gender);
}

bool is_body(const Actor& actor) {
  return actor.type != ActorType::Person && actor.type != ActorType::Population;
}

// What is many people by itself; a state is "they" only as "Ukrainians" or by the mouth of others.
bool is_many(const Actor& actor, bool plural, bool quoted) {
  switch (actor.type) {
    case ActorType::Person:
    case ActorType::Media:
    case ActorType::Company:
      return false;
    case ActorType::State:
    case ActorType::Alliance:
      return plural || quoted;
    case ActorType::ArmedForce:
    case ActorType::Population:
    case ActorType::ArmedGroup:
      return true;
    default:
      return plural;
  }
}

// "It is likely that", "it is a pity": no antecedent, or none that acts.
bool is_pleonastic(const SentenceView& view, std::uint16_t word) {
  if (view.relation(word) == "expl") return true;
  const std::uint16_t head = view.word(word).head;
  if (head == 0 || view.relation(word) != "nsubj") return false;
  if (view.child(head, "cop") != 0 && view.word(head).upos != Upos::ADJ) return true;
  const bool adjective = view.word(head).upos == Upos::ADJ && view.child(head, "cop") != 0;
  return adjective && (view.child(head, "ccomp") != 0 || view.child(head, "csubj") != 0 ||
                       view.child(head, "advcl") != 0 || view.child(head, "xcomp") != 0);
}

Anaphor anaphor_of(const SentenceView& view, std::uint32_t sentence, std::uint16_t word) {
  Anaphor out;
  out.sentence = sentence;
  out.word = word;
  out.subject = view.relation(word) == "nsubj";
  const Word& pronoun = view.word(word);
  out.possessive = is_possessive(pronoun);
  out.bound = !out.subject && !is_possessive(pronoun) && !is_reflexive(pronoun);
  return out;
}

// "[T]he": the rest of a word whose capital an editor has changed.
bool is_rest_of_word(const SentenceView& view, std::uint16_t word) {
  if (word == 1) return false;
  const Word& before = view.word(static_cast<std::uint16_t>(word - 1));
  return before.form == "]" && before.range.end == view.word(word).range.begin;
}

// "They (Ukraine) closed the border", "He [Mr Putin] said": an editor says who is meant.
const Mention* gloss_behind(const Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  if (word + 3 > view.size()) return nullptr;
  const std::string& bracket = view.word(static_cast<std::uint16_t>(word + 1)).form;
  if (bracket != "(" && bracket != "[") return nullptr;
  for (auto w = static_cast<std::uint16_t>(word + 2); w < view.size() && w < word + 8; ++w) {
    const std::string& form = view.word(w).form;
    if (form == ")" || form == "]") return nullptr;
    const Mention* m = reading.headed_by(sentence, w);
    if (m != nullptr && m->kind == MentionKind::Name) return m;
  }
  return nullptr;
}

// The subject of the clause, which a reflexive repeats.
std::vector<ActorIndex> subject_of_clause(const Reading& reading, std::uint32_t sentence,
                                          std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  for (std::uint16_t up = view.word(word).head, steps = 0; up != 0 && steps <= view.size();
       up = view.word(up).head, ++steps) {
    const std::uint16_t subject = view.child(up, "nsubj");
    const Mention* m = subject == 0 ? nullptr : reading.headed_by(sentence, subject);
    if (m != nullptr) return m->actors;
  }
  return {};
}

// "Lukashenko, who": the word on which the relative clause hangs.
void link_relative(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  for (std::uint16_t up = word, steps = 0; up != 0 && steps <= view.size();
       up = view.word(up).head, ++steps) {
    if (view.relation(up) != "acl") continue;
    const Mention* m = reading.headed_by(sentence, view.word(up).head);
    if (m != nullptr && m->kind != MentionKind::Adjective)
      add_pronoun(reading, sentence, word, m->actors, kRelative);
    return;
  }
}

// Who speaks where the pronoun stands: "he" inside a quotation is somebody else.
std::optional<ActorIndex> speaker_at(const Reading& reading, std::uint32_t sentence,
                                     std::uint16_t word) {
  const std::uint32_t quotation = reading.sentences[sentence].quotation[word];
  if (quotation == 0) return std::nullopt;
  const std::vector<ActorIndex> speakers = speakers_of(reading, quotation);
  return speakers.size() == 1 ? std::optional(speakers.front()) : std::nullopt;
}

// What a person stands for when saying "we".
std::vector<ActorIndex> we_of(Reading& reading, ActorIndex speaker) {
  const Actor actor = reading.actors[speaker];
  if (actor.type != ActorType::Person || actor.sector == "OPP") return {speaker};
  if (const auto body = reading.actors.known_id(actor.acts_for)) return {*body};
  if (const auto body = reading.actors.find(actor.acts_for)) return {*body};
  for (const Office& office : actor.offices) {
    const auto body = is_held(office, reading.document.info.date)
                          ? reading.actors.known_id(office.of)
                          : std::nullopt;
    if (body) return {*body};
  }
  return {speaker};
}

// Whoever said the quotation before, if that is near.
std::vector<ActorIndex> spoke_before(const Reading& reading, std::uint32_t quotation) {
  const QuotedSentences before = reading.quotations[quotation - 1];
  if (before.last + 2 < reading.quotations[quotation].first) return {};
  return speakers_of(reading, quotation - 1);
}

// "The president confirmed they will not attack": his state will not.
std::vector<ActorIndex> own_side(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  const std::uint16_t verb = view.word(word).head, above = verb == 0 ? 0 : view.word(verb).head;
  if (above == 0 || view.relation(verb) != "ccomp") return {};
  if (!is_commitment(lower(view.word(above).lemma))) return {};
  const std::uint16_t subject = view.child(above, "nsubj");
  const Mention* who = subject == 0 ? nullptr : reading.headed_by(sentence, subject);
  if (who == nullptr || who->actors.size() != 1) return {};
  const ActorIndex speaker = who->actors.front();
  return reading.actors[speaker].type == ActorType::Person ? we_of(reading, speaker)
                                                           : std::vector<ActorIndex>{};
}

Rivals rivals_of(PronounClass cls) {
  switch (cls) {
    case PronounClass::It:
      return Rivals::Things;
    case PronounClass::They:
      return Rivals::PluralNouns;
    case PronounClass::He:
      return Rivals::Men;
    default:
      return Rivals::Women;
  }
}

// Who has once been "she" stays so.
void note_gender(Reading& reading, const std::vector<ActorIndex>& actors, PronounClass cls) {
  if (actors.size() != 1 || reading.actors[actors[0]].gender != Gender::Unknown) return;
  if (cls == PronounClass::He) reading.actors[actors[0]].gender = Gender::Masculine;
  if (cls == PronounClass::She) reading.actors[actors[0]].gender = Gender::Feminine;
}

}  // namespace

void link_pronoun(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  const PronounClass cls = pronoun_class(view.word(word));
  if (cls == PronounClass::Relative) return link_relative(reading, sentence, word);
  const bool third = cls == PronounClass::He || cls == PronounClass::She ||
                     cls == PronounClass::It || cls == PronounClass::They;
  if (!third || is_rest_of_word(view, word)) return;
  if (is_reflexive(view.word(word)))
    return add_pronoun(reading, sentence, word, subject_of_clause(reading, sentence, word),
                       kPronoun);
  if (const Mention* gloss = gloss_behind(reading, sentence, word))
    return add_pronoun(reading, sentence, word, gloss->actors, kRelative);
  const Anaphor anaphor = anaphor_of(view, sentence, word);
  if (cls == PronounClass::It && is_pleonastic(view, word)) return;
  const bool has_subject = view.child(view.word(word).head, "nsubj") != 0;
  if (cls == PronounClass::It && anaphor.bound && !has_subject) return;
  const auto speaker = speaker_at(reading, sentence, word);
  const bool quoted = view.quotation[word] != 0;
  // Nobody calls the own state "they", or the own speech "its".
  const std::vector<ActorIndex> ours =
      speaker ? we_of(reading, *speaker) : std::vector<ActorIndex>();
  const std::string own = ours.size() == 1 ? reading.actors[ours[0]].id : std::string();
  const auto fits = [&](const Actor& actor, bool plural) {
    if (speaker && (actor.id == reading.actors[*speaker].id || actor.id == own)) return false;
    switch (cls) {
      case PronounClass::He:
        return is_person_of(actor, Gender::Masculine);
      case PronounClass::She:
        return is_person_of(actor, Gender::Feminine);
      case PronounClass::It:
        return is_body(actor) && !plural;
      default:
        return is_many(actor, plural, quoted && !anaphor.bound);
    }
  };
  SearchOptions options;
  options.sentences = cls == PronounClass::He || cls == PronounClass::She ? 4 : 2;
  options.groups = cls == PronounClass::They;
  options.modifiers = cls != PronounClass::It || is_possessive(view.word(word));
  const bool person = cls == PronounClass::He || cls == PronounClass::She;
  options.margin = person ? 0.25 : quoted && cls == PronounClass::It ? 0.7 : 0.4;
  // An object "it" is mostly a thing; but "his country will respond if Israel attacks it".
  if (cls == PronounClass::It && anaphor.bound) {
    options.sentences = 0;
    options.margin = 1.0;
  }
  options.per_doubling = person ? 0.3 : 0.15;
  options.rivals = rivals_of(cls);
  if (person && anaphor.subject && !quoted) {
    options.own_quotation = quotation_by(reading, sentence, word);
    if (options.own_quotation > 1) options.spoke = spoke_before(reading, options.own_quotation);
  }
  std::vector<ActorIndex> actors = find_antecedent(reading, anaphor, fits, options);
  if (actors.empty() && cls == PronounClass::They && anaphor.subject)
    actors = own_side(reading, sentence, word);
  note_gender(reading, actors, cls);
  add_pronoun(reading, sentence, word, actors, kPronoun);
}

void link_first_person(Reading& reading) {
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    for (std::uint16_t w = 1; w <= reading.sentences[s].size(); ++w) {
      const PronounClass cls = pronoun_class(reading.sentences[s].word(w));
      const std::uint32_t quotation = reading.sentences[s].quotation[w];
      if (quotation == 0 || (cls != PronounClass::I && cls != PronounClass::We)) continue;
      const std::vector<ActorIndex> speakers = speakers_of(reading, quotation);
      if (speakers.size() != 1) continue;
      add_pronoun(reading, s, w,
                  cls == PronounClass::I ? speakers : we_of(reading, speakers.front()), kSpeaker);
    }
  }
}

}  // namespace entente
