// SPDX-License-Identifier: ISC
#include "events/frame_roles.h"

#include "events/arguments.h"
#include "events/cue.h"
#include "events/light_verbs.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente {

namespace {

/// "received aid from X": the subject gets it, another gives it.
bool hands_over(const EventLexicon& lexicon, const Tree& tree, WordNumber noun) {
  const Cue* cue = light_cue_of(tree, lexicon, noun);
  return cue != nullptr && !cue->reports && !cue->doer.empty();
}

/// "the Ukraine war", "Syria strikes": a state's full name before a noun is where it happens;
/// adjectives, seats, abbreviations and alliances act ("US strikes", "the Kremlin attack").
bool is_territory(const FrameContext& in, WordNumber n) {
  if (in.tree.word(n).upos != Upos::PROPN) return false;
  const Mention* m = in.mentions.at(in.sentence, n);
  if (m == nullptr || m->actors.empty()) return false;
  if (m->kind == MentionKind::Place) return true;
  const Actor& actor = in.mentions.entities().actors[m->actors.front()];
  return actor.type == ActorType::State && in.tree.word(n).form == actor.label;
}

/// "the Iran–Iraq War", "U.S.–Russia talks": the two sides before a noun, joined by a dash. `known`
/// is false if only one of them is: then nobody can tell who acts on whom.
struct Sides {
  WordNumber first = 0, second = 0;
  bool known = false;
};

std::optional<Sides> dashed_sides(const FrameContext& in, WordNumber noun) {
  const Words mods = words_at(in.tree, in.lexicon, noun, {"mod"}, {});
  for (const WordNumber b : mods) {
    const auto dash = static_cast<WordNumber>(b - 1);
    if (b < 3 || b > noun) continue;
    const std::string& form = in.tree.word(dash).form;
    if (form != "-" && form != "–" && form != "—" && form != "/") continue;
    const auto a = static_cast<WordNumber>(b - 2);
    const Upos upos = in.tree.word(a).upos;
    if (upos != Upos::PROPN && upos != Upos::ADJ) continue;
    if (in.mentions.at(in.sentence, b) == nullptr) continue;
    return Sides{a, b, in.mentions.at(in.sentence, a) != nullptr};
  }
  return {};
}

/// "the worst attack in the uprising": what happens in another event does not happen to its doer.
bool is_event_noun(const FrameContext& in, WordNumber n) {
  if (in.tree.is_clause(n)) return false;
  const auto found = in.lexicon.frames_of.find(in.tree.lemma(n));
  return found != in.lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = in.lexicon.frames[i];
           return frame.word_class == WordClass::Noun && frame.fixed.empty() &&
                  !frame.sense.is_relation;
         });
}

/// "denies allegations", "rejected the demand": they are somebody else's.
bool is_denied_saying(const FrameContext& in, const Frame& frame, WordNumber noun) {
  const std::string& type = frame.sense.type;
  if (type != "ACCUSE" && type != "REQUEST" && type != "THREATEN") return false;
  const Cue* cue = light_cue_of(in.tree, in.lexicon, noun);
  return cue != nullptr && cue->reports && cue->affirmed.reversed;
}

/// "rejected the idea of Poland joining": nobody has the idea, and nobody is rejected.
bool is_mere_content(const FrameContext& in, const Frame& frame, WordNumber word) {
  if (frame.sense.type != "REJECT" || word == 0 || in.tree.is_clause(word)) return false;
  if (in.tree.has_relation(word, "nmod")) return is_mere_content(in, frame, in.tree.head(word));
  const Cue* cue = cue_at(in.lexicon, in.tree, word);
  if (cue == nullptr || cue->word_class != WordClass::Noun || cue->reports) return false;
  const bool owned = in.tree.child(word, "nmod:poss") != 0 || in.tree.child(word, "amod") != 0 ||
                     in.tree.child(word, "compound") != 0;
  return !owned &&
         (cue->affirmed.modality == Modality::Possible ||
          cue->affirmed.modality == Modality::Conditional || in.tree.child(word, "acl") != 0);
}

/// "announced exercises of Poland and Latvia": whoever tells of them holds them only if nobody else
/// is said to.
bool is_told_of(const FrameContext& in, WordNumber noun) {
  const Cue* cue = light_cue_of(in.tree, in.lexicon, noun);
  return cue != nullptr && cue->reports && cue->affirmed.modality == Modality::Actual;
}

bool is_person(const FrameContext& in, WordNumber n) {
  const Mention* m = in.mentions.at(in.sentence, n);
  return m != nullptr && !m->actors.empty() &&
         in.mentions.entities().actors[m->actors.front()].type == ActorType::Person;
}

/// "had ten years of war": whoever has a war may be the one who suffers it.
bool is_suffered(const FrameContext& in, const Frame& frame, WordNumber noun) {
  if (frame.sense.type != "ASSAULT") return false;
  const Cue* cue = light_cue_of(in.tree, in.lexicon, noun);
  return cue != nullptr && cue->head == "have" && cue->fixed.empty();
}

/// Missiles are attacked and seized as their owners are; they are not helped, met or refused.
bool takes_things(const Frame& frame) {
  const std::string& type = frame.sense.type;
  return type == "ASSAULT" || type == "COERCE" || type == "SANCTION" || type == "ACCUSE";
}

/// "upgraded Polish jets": for Poland; "refused to send its missiles": to nobody.
Words owners_of_things(const FrameContext& in, const Words& words) {
  Words out;
  for (const WordNumber w : words) {
    if (!in.lexicon.things.contains(in.tree.lemma(w))) {
      out.push_back(w);
      continue;
    }
    for (const char* step : {"poss", "mod"}) {
      const Words owners = words_at(in.tree, in.lexicon, w, {step}, {});
      out.insert(out.end(), owners.begin(), owners.end());
    }
  }
  return out;
}

/// Leaves those of the classes that the frame asks for.
void keep_types(const FrameContext& in, const std::vector<ActorType>& types, Participants& side) {
  if (types.empty()) return;
  std::erase_if(side.list, [&](const Participant& p) {
    const ActorType type = in.mentions.entities().actors[p.actor].type;
    return std::find(types.begin(), types.end(), type) == types.end();
  });
}

/// The first alternative that names an actor. `taken`: words that another role has.
Role fill_role(const FrameContext& in, const Frame& frame, WordNumber trigger,
               const std::vector<Path>& paths, bool direct, const Words& taken) {
  Role role;
  const bool of_things = &paths == &frame.recipient && !takes_things(frame);
  const auto fill_from = [&](const Path& path, Words words) {
    if (of_things) words = owners_of_things(in, words);
    std::erase_if(words, [&](WordNumber w) {
      return std::find(taken.begin(), taken.end(), w) != taken.end() ||
             (path.back() == "mod" && is_territory(in, w)) ||
             (path.back() == "in" && is_event_noun(in, w)) ||
             (path.back() == "about" && !is_territory(in, w)) || is_mere_content(in, frame, w) ||
             (path.back() == "whom" && !is_person(in, w));
    });
    if (words.empty()) return false;
    const Reach reach = direct || path.back() == "mod" || path.back() == "premod" ||
                                path.back() == "about" || path.back() == "self"
                            ? Reach::Itself
                            : Reach::Related;
    Participants actors = in.mentions.actors_of(in.tree, in.sentence, words, reach);
    if (actors.empty()) {
      if (role.open.empty()) role.open = words;
      return false;
    }
    role.actors = std::move(actors);
    role.words = words;
    for (const WordNumber w : words) {
      role.trace += path[0] + "(" + in.tree.lemma(trigger) + "," + in.tree.word(w).form + ")";
    }
    return true;
  };
  bool told_of = false;
  for (const Path& path : paths) {
    if (path.back() == "light" && is_denied_saying(in, frame, trigger)) continue;
    if (path.back() == "light" && is_suffered(in, frame, trigger)) continue;
    if (path.back() == "light" && frame.reciprocal && is_told_of(in, trigger)) {
      told_of = true;
      continue;
    }
    if (fill_from(path, words_of(in, frame, trigger, path))) return role;
  }
  if (told_of && fill_from({"light"}, words_of(in, frame, trigger, {"light"}))) return role;
  if (frame.word_class != WordClass::Verb) return role;
  for (const Path& path : paths) {
    if (path.size() != 1 || !is_distant(path[0])) continue;
    if (fill_from(path, distant_argument(in, trigger, path[0]))) return role;
  }
  return role;
}

Role role_of(const FrameContext& in, WordNumber trigger, WordNumber word, const char* step) {
  Role role;
  role.actors = in.mentions.actors_of(in.tree, in.sentence, word, Reach::Itself);
  role.words = {word};
  role.trace =
      std::string(step) + "(" + in.tree.lemma(trigger) + "," + in.tree.word(word).form + ")";
  return role;
}

/// Gives a fight or meeting its two sides. False if it has two, of which one is not known.
bool fill_sides(const FrameContext& in, const Frame& frame, WordNumber noun, Role& initiator,
                Role& recipient) {
  const bool fight = frame.sense.type == "ASSAULT";
  if (frame.word_class != WordClass::Noun || (!fight && !frame.reciprocal)) return true;
  const std::optional<Sides> sides = dashed_sides(in, noun);
  if (!sides) return true;
  if (!sides->known) {
    return !fight || !recipient.actors.empty() ||
           std::find(initiator.words.begin(), initiator.words.end(), sides->second) ==
               initiator.words.end();
  }
  if (!recipient.actors.empty() && !initiator.actors.empty()) return true;
  initiator = role_of(in, noun, sides->first, "mod");
  recipient = role_of(in, noun, sides->second, "mod");
  return true;
}

/// "was given assurances", "assistance received by Iran", "won support from Iran": whom the verb
/// that governs the noun makes its receiver.
void fill_receiver(const FrameContext& in, const Frame& frame, WordNumber noun, Role& recipient) {
  if (frame.word_class != WordClass::Noun || frame.sense.is_relation) return;
  const WordNumber verb = light_verb_of(in.tree, in.lexicon, noun);
  if (verb == 0) return;
  Words receivers;
  if (hands_over(in.lexicon, in.tree, noun)) {
    receivers = logical_subjects(in.tree, in.lexicon, verb);
  } else if (in.tree.is_passive(verb) && in.tree.has_relation(noun, "obj")) {
    receivers = words_at(in.tree, in.lexicon, verb, {"subject"}, {});
  } else if (const WordNumber c = in.tree.child(verb, "iobj"); c != 0) {
    receivers = {c};
  }
  for (const WordNumber receiver : receivers) {
    Role role = role_of(in, noun, receiver, "receiver");
    if (!role.actors.empty()) recipient = std::move(role);
  }
}

/// A relation holds between two; somebody is not his own ally. "Portugal and other EU members" are
/// members of the EU, of which the phrase too is one.
void drop_whole(Participants& initiators, const Participants& recipients) {
  const auto is_whole = [&](const Participant& i) {
    return std::any_of(recipients.list.begin(), recipients.list.end(),
                       [&](const Participant& r) { return r.actor == i.actor; });
  };
  if (initiators.list.size() > recipients.list.size()) std::erase_if(initiators.list, is_whole);
}

void drop_shared(Participants& recipients, const Participants& initiators) {
  std::erase_if(recipients.list, [&](const Participant& r) {
    return std::any_of(initiators.list.begin(), initiators.list.end(),
                       [&](const Participant& i) { return i.actor == r.actor; });
  });
}

/// "deployed along the Belarusian–Ukrainian border": against the other side of it.
/// People protest against their own government.
void drop_own_country(const FrameContext& in, const Frame& frame, Participants& recipients,
                      const Participants& initiators) {
  const std::vector<Actor>& actors = in.mentions.entities().actors;
  const auto own = [&](const Participant& r) {
    return std::any_of(initiators.list.begin(), initiators.list.end(), [&](const Participant& i) {
      return !actors[i.actor].country.empty() && actors[i.actor].country == actors[r.actor].country;
    });
  };
  if (std::all_of(recipients.list.begin(), recipients.list.end(), own)) {
    if (frame.sense.type != "PROTEST") drop_shared(recipients, initiators);
    return;
  }
  std::erase_if(recipients.list, own);
}

/// "Gunmen killed 20 soldiers in Mali", "students clashed with police in Bangladesh": people of
/// whom nothing else is said belong to the country that they are in.
void fill_by_place(const FrameContext& in, const Frame& frame, WordNumber trigger, Role& role) {
  constexpr std::array<const char*, 6> kWhere = {"in", "at", "near", "outside", "across", "inside"};
  const bool local = std::any_of(role.open.begin(), role.open.end(), [&](WordNumber w) {
    return in.lexicon.locals.contains(in.tree.lemma(w));
  });
  if (!local) return;
  for (const char* preposition : kWhere) {
    Words words = words_of(in, frame, trigger, {preposition});
    for (const WordNumber c : in.tree.children(trigger)) {  // "clashed with police in Bangladesh"
      const Words more = prepositional_arguments(in.tree, c, preposition);
      words.insert(words.end(), more.begin(), more.end());
    }
    std::erase_if(words, [&](WordNumber w) { return in.tree.word(w).upos != Upos::PROPN; });
    role.actors = in.mentions.actors_of(in.tree, in.sentence, words, Reach::Itself);
    if (role.actors.empty()) continue;
    role.words = role.open;
    role.trace = std::string(preposition) + "(" + in.tree.lemma(trigger) + ",...)";
    return;
  }
}

bool is_local_affair(const std::string& type) {
  return type == "PROTEST" || type == "ASSAULT" || type == "COERCE" || type == "REQUEST";
}

}  // namespace

std::optional<Roles> fill_roles(const FrameContext& in, const Frame& frame, WordNumber trigger) {
  Role recipient;
  const bool handed = hands_over(in.lexicon, in.tree, trigger);  // "has the support of Oman"
  if (handed) fill_receiver(in, frame, trigger, recipient);
  if (recipient.actors.empty())
    recipient = fill_role(in, frame, trigger, frame.recipient, frame.direct_recipient, {});
  if (recipient.actors.empty()) fill_receiver(in, frame, trigger, recipient);
  keep_types(in, frame.recipient_types, recipient.actors);
  if (!frame.recipient_types.empty() && recipient.actors.empty()) return {};
  Role initiator = fill_role(in, frame, trigger, frame.initiator, false, recipient.words);
  keep_types(in, frame.initiator_types, initiator.actors);
  if (!frame.initiator_types.empty() && initiator.actors.empty()) return {};
  if (!fill_sides(in, frame, trigger, initiator, recipient)) return {};
  if (recipient.actors.empty() && initiator.actors.empty() && is_local_affair(frame.sense.type)) {
    fill_by_place(in, frame, trigger, frame.sense.type == "PROTEST" ? initiator : recipient);
  }
  if (frame.sense.is_relation) {
    drop_whole(initiator.actors, recipient.actors);
    drop_shared(recipient.actors, initiator.actors);
  } else
    drop_own_country(in, frame, recipient.actors, initiator.actors);
  return Roles{std::move(initiator), std::move(recipient)};
}

}  // namespace entente
