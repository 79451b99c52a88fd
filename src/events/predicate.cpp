// SPDX-License-Identifier: ISC
#include "events/predicate.h"

#include "events/arguments.h"
#include "events/cue.h"
#include "events/light_verbs.h"

#include <algorithm>
#include <array>
#include <optional>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

struct Context {
  const EventLexicon& lexicon;
  const Tree& tree;
  std::uint32_t sentence;
  const MentionIndex& mentions;
};

/// "received aid from X": the subject gets it, another gives it.
bool hands_over(const EventLexicon& lexicon, const Tree& tree, WordNumber noun) {
  const Cue* cue = light_cue_of(tree, lexicon, noun);
  return cue != nullptr && !cue->reports && !cue->doer.empty();
}

bool is_nominal_place(const Tree& tree, WordNumber n) {
  for (const std::string_view relation : {"nsubj", "obj", "obl", "nmod"}) {
    if (tree.has_relation(n, relation)) return true;
  }
  return false;
}

bool fits_class(const Tree& tree, WordNumber n, WordClass wanted) {
  const Upos upos = tree.word(n).upos;
  switch (wanted) {
    case WordClass::Verb:
      return upos == Upos::VERB || upos == Upos::AUX;
    case WordClass::Noun:
      // Taggers take "ally" for an adverb and "offensive" for an adjective.
      return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADV ||
             (upos == Upos::ADJ && is_nominal_place(tree, n));
    case WordClass::Adjective:
      return upos == Upos::ADJ || (upos == Upos::VERB && tree.is_past_participle(n));
    default:
      return false;
  }
}

/// Prepositional phrases are often attached to the neighbour: to the object instead of the verb
/// ("fired missiles at X"), or to the verb instead of its object ("launched a raid on X").
Words neighbours_argument(const Context& in, WordNumber predicate, const std::string& preposition) {
  Words out;
  const auto add = [&](WordNumber from) {
    for (const WordNumber w : prepositional_arguments(in.tree, from, preposition)) {
      if (!in.tree.dominates(w, predicate)) out.push_back(w);
    }
  };
  if (in.tree.is_verbal(predicate)) {
    for (const WordNumber object : logical_objects(in.tree, in.lexicon, predicate)) {
      for (const WordNumber each : with_conjuncts(in.tree, object)) add(each);
      // "sent a number of tanks and guns to Belarus"
      for (const WordNumber c : prepositional_arguments(in.tree, object, "of")) {
        for (const WordNumber each : with_conjuncts(in.tree, c)) add(each);
      }
      // "sent the frigate HMS Kent to Chile", however the name is tied to its noun
      for (const WordNumber c : in.tree.children(object)) {
        if (c > object && in.tree.has_relation(c, "appos")) add(c);
      }
    }
    return out.empty() ? arguments_of_conjuncts(in.tree, predicate, preposition) : out;
  }
  // "the stationing of weapons in Belarus"
  for (const WordNumber of : prepositional_arguments(in.tree, predicate, "of")) add(of);
  if (!out.empty()) return out;
  const WordNumber head = in.tree.head(predicate);
  // "The allegations were rejected by the Kremlin" are not the Kremlin's.
  if (preposition == "by" && light_verb_of(in.tree, in.lexicon, predicate) != head) return out;
  if (head == 0) return arguments_of_conjuncts(in.tree, predicate, preposition);
  const bool object = in.tree.has_relation(predicate, "obj") ||
                      in.tree.has_relation(predicate, "nsubj") ||
                      in.tree.has_relation(predicate, "xcomp") ||
                      light_verb_of(in.tree, in.lexicon, predicate) == head;
  // "The attack was claimed by the Houthis in Yemen" does not say that Yemen was attacked.
  const bool place = preposition == "in" && in.tree.is_passive(head);
  if (object && in.tree.is_verbal(head) && !place) add(head);
  if (in.tree.has_relation(predicate, "conj")) add(head);
  return out.empty() ? arguments_of_conjuncts(in.tree, predicate, preposition) : out;
}

/// Two steps down through noun phrases after the predicate, the nearest with that preposition.
Words nearest_below(const Context& in, WordNumber predicate, WordNumber top,
                    const std::string& preposition) {
  Words level = {top};
  for (int depth = 0; depth < 2; ++depth) {
    Words next, out;
    for (const WordNumber from : level) {
      for (const WordNumber c : in.tree.children(from)) {
        if (c < predicate || in.tree.is_clause(c) || !is_nominal_place(in.tree, c)) continue;
        if (in.tree.has_relation(c, "nsubj")) continue;
        if (from != predicate && in.tree.preposition(c) == preposition) out.push_back(c);
        // "flew on his way to X" is no flight to X
        if (preposition != "to" || from != predicate || in.tree.has_relation(c, "obj"))
          next.push_back(c);
      }
    }
    if (!out.empty()) return {out.front()};
    level = std::move(next);
  }
  return {};
}

/// "spoke on Sunday by telephone with Putin", "ratified an agreement on fishing with Norway": the
/// phrase may hang on any noun of the verb's that stands before it.
Words distant_argument(const Context& in, WordNumber predicate, const std::string& preposition) {
  Words out = nearest_below(in, predicate, predicate, preposition);
  const WordNumber object = in.tree.child(predicate, "obj");
  return out.empty() && object != 0 ? nearest_below(in, predicate, object, preposition) : out;
}

bool is_distant(const std::string& preposition) {
  return preposition == "with" || preposition == "to" || preposition == "from" ||
         preposition == "against" || preposition == "between";
}

bool is_preposition_step(const Frame& frame, const std::string& step) {
  for (const std::string_view name :
       {"nsubj", "obj", "iobj", "poss", "whom", "mod", "premod", "about", "self", "light", "xcomp",
        "ccomp", "appos", "acl", "advcl", "csubj", "clause", "speaker", "subject"}) {
    if (step == name) return false;
  }
  return std::find(frame.fixed.begin(), frame.fixed.end(), step) == frame.fixed.end();
}

Words words_of(const Context& in, const Frame& frame, WordNumber trigger, const Path& path) {
  // Participles used as adjectives ("is allied with") are no passives.
  const bool stative = frame.word_class == WordClass::Adjective && path.front() == "nsubj";
  Words words =
      words_at(in.tree, in.lexicon, trigger, stative ? Path{"subject"} : path, frame.fixed);
  if (words.empty() && path.size() == 1 && is_preposition_step(frame, path[0])) {
    words = neighbours_argument(in, trigger, path[0]);
    for (const WordNumber w : find_fixed(in.tree, trigger, frame.fixed)) {
      const Words more = prepositional_arguments(in.tree, w, path[0]);
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  return words;
}

/// "the Ukraine war", "Syria strikes": a state's full name before a noun is where it happens;
/// adjectives, seats, abbreviations and alliances act ("US strikes", "the Kremlin attack").
bool is_territory(const Context& in, WordNumber n) {
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

std::optional<Sides> dashed_sides(const Context& in, WordNumber noun) {
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
bool is_event_noun(const Context& in, WordNumber n) {
  if (in.tree.is_clause(n)) return false;
  const auto found = in.lexicon.frames_of.find(in.tree.lemma(n));
  return found != in.lexicon.frames_of.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
           const Frame& frame = in.lexicon.frames[i];
           return frame.word_class == WordClass::Noun && frame.fixed.empty() &&
                  !frame.sense.is_relation;
         });
}

struct Role {
  Participants actors;
  Words words;
  Words open;  ///< the first words in its place, if they name nobody
  std::string trace;
};

/// "denies allegations", "rejected the demand": they are somebody else's.
bool is_denied_saying(const Context& in, const Frame& frame, WordNumber noun) {
  const std::string& type = frame.sense.type;
  if (type != "ACCUSE" && type != "REQUEST" && type != "THREATEN") return false;
  const Cue* cue = light_cue_of(in.tree, in.lexicon, noun);
  return cue != nullptr && cue->reports && cue->affirmed.reversed;
}

/// "rejected the idea of Poland joining": nobody has the idea, and nobody is rejected.
bool is_mere_content(const Context& in, const Frame& frame, WordNumber word) {
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
bool is_told_of(const Context& in, WordNumber noun) {
  const Cue* cue = light_cue_of(in.tree, in.lexicon, noun);
  return cue != nullptr && cue->reports && cue->affirmed.modality == Modality::Actual;
}

bool is_person(const Context& in, WordNumber n) {
  const Mention* m = in.mentions.at(in.sentence, n);
  return m != nullptr && !m->actors.empty() &&
         in.mentions.entities().actors[m->actors.front()].type == ActorType::Person;
}

/// "had ten years of war": whoever has a war may be the one who suffers it.
bool is_suffered(const Context& in, const Frame& frame, WordNumber noun) {
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
Words owners_of_things(const Context& in, const Words& words) {
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
void keep_types(const Context& in, const std::vector<ActorType>& types, Participants& side) {
  if (types.empty()) return;
  std::erase_if(side.list, [&](const Participant& p) {
    const ActorType type = in.mentions.entities().actors[p.actor].type;
    return std::find(types.begin(), types.end(), type) == types.end();
  });
}

/// The first alternative that names an actor. `taken`: words that another role has.
Role fill_role(const Context& in, const Frame& frame, WordNumber trigger,
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

Role role_of(const Context& in, WordNumber trigger, WordNumber word, const char* step) {
  Role role;
  role.actors = in.mentions.actors_of(in.tree, in.sentence, word, Reach::Itself);
  role.words = {word};
  role.trace =
      std::string(step) + "(" + in.tree.lemma(trigger) + "," + in.tree.word(word).form + ")";
  return role;
}

/// Gives a fight or meeting its two sides. False if it has two, of which one is not known.
bool fill_sides(const Context& in, const Frame& frame, WordNumber noun, Role& initiator,
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
void fill_receiver(const Context& in, const Frame& frame, WordNumber noun, Role& recipient) {
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

bool has_lemma(const Tree& tree, WordNumber word, const std::vector<std::string>& lemmas) {
  const auto is = [&](WordNumber n) {
    const std::string form = tree.lower_form(n);
    const auto listed = [&](const std::string& text) {
      return std::binary_search(lemmas.begin(), lemmas.end(), text);
    };
    return listed(tree.lemma(n)) || listed(form) ||
           (form.ends_with('s') && listed(form.substr(0, form.size() - 1)));
  };
  if (is(word)) return true;
  for (const WordNumber c : tree.children(word)) {
    if (tree.has_relation(c, "conj") && has_lemma(tree, c, lemmas)) return true;
    // "a large number of missiles", "missile systems"
    if (tree.has_relation(c, "nmod") && tree.preposition(c) == "of" && has_lemma(tree, c, lemmas)) {
      return true;
    }
    // but not "Friendship Bridge"
    if (tree.has_relation(c, "compound") && tree.word(c).upos != Upos::PROPN && is(c)) return true;
  }
  return false;
}

/// The words by which the condition holds; empty if it does not.
Words words_that_meet(const Context& in, const Frame& frame, WordNumber trigger,
                      const Condition& condition) {
  Words words = words_of(in, frame, trigger, condition.at);
  std::erase_if(words, [&](WordNumber w) { return !has_lemma(in.tree, w, condition.lemmas); });
  return words;
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
void drop_own_country(const Context& in, const Frame& frame, Participants& recipients,
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
void fill_by_place(const Context& in, const Frame& frame, WordNumber trigger, Role& role) {
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

/// "gave them aid in response" is not "give in": the particle is some phrase's preposition.
bool has_mere_preposition(const Context& in, const Frame& frame, WordNumber trigger,
                          const Words& fixed) {
  const auto reads = [&](const std::vector<Path>& paths, const std::string& step) {
    return std::any_of(paths.begin(), paths.end(), [&](const Path& path) {
      return std::find(path.begin(), path.end(), step) != path.end();
    });
  };
  return frame.word_class == WordClass::Verb &&
         std::any_of(fixed.begin(), fixed.end(), [&](WordNumber w) {
           const std::string& step = in.tree.lemma(w);
           if (!in.tree.has_relation(w, "case") || w == trigger + 1) return false;
           if (in.tree.preposition(in.tree.head(w)) != step) return false;
           const bool asked = std::any_of(frame.conditions.begin(), frame.conditions.end(),
                                          [&](const Condition& c) { return reads({c.at}, step); });
           return !asked && !reads(frame.initiator, step) && !reads(frame.recipient, step);
         });
}

/// "Cuban fire", unlike "a fire".
bool is_gunfire(const Context& in, WordNumber n) {
  if (in.tree.lemma(n) != "fire" || in.tree.child(n, "det") != 0) return false;
  const std::vector<WordNumber>& below = in.tree.children(n);
  return std::any_of(below.begin(), below.end(), [&](WordNumber c) {
    return c < n && in.mentions.at(in.sentence, c) != nullptr;
  });
}

/// "pulled out of backing Cuba": what is not done is no place to leave.
bool draws_back_from_doing(const Context& in, WordNumber verb) {
  const std::vector<WordNumber>& below = in.tree.children(verb);
  return in.tree.is_verbal(verb) && std::any_of(below.begin(), below.end(), [&](WordNumber c) {
           const std::string marker = in.tree.preposition(c);
           return c > verb && in.tree.word(c).xpos == "VBG" && in.tree.is_verbal(c) &&
                  (marker == "of" || marker == "out of" || marker == "from");
         });
}

/// "strong-arm" is not "arm", but "flight-test" is "test"; "Oman-deployed" says where, not that.
bool is_compound_verb(const Context& in, const Frame& frame, WordNumber verb) {
  if (verb < 3) return false;
  const Word& dash = in.tree.word(static_cast<WordNumber>(verb - 1));
  const Word& first = in.tree.word(static_cast<WordNumber>(verb - 2));
  const bool joined = dash.form == "-" && first.range.end == dash.range.begin &&
                      dash.range.end == in.tree.word(verb).range.begin;
  const bool posted = first.upos == Upos::PROPN && frame.sense.type == "MOBILIZE";
  return joined && first.head == verb && (first.upos == Upos::ADJ || posted);
}

std::optional<Predicate> match(const Context& in, const Frame& frame, WordNumber trigger) {
  if (!fits_class(in.tree, trigger, frame.word_class)) return {};
  Predicate out;
  out.frame = &frame;
  out.trigger = trigger;
  if (!frame.fixed.empty()) {
    out.fixed = find_fixed(in.tree, trigger, frame.fixed);
    if (out.fixed.empty() || has_mere_preposition(in, frame, trigger, out.fixed)) return {};
  }
  if (frame.sense.type == "RETREAT" && draws_back_from_doing(in, trigger)) return {};
  if (frame.word_class == WordClass::Verb && is_compound_verb(in, frame, trigger)) return {};
  for (const Path& path : frame.absent) {
    for (const WordNumber w : words_of(in, frame, trigger, path)) {
      // "As Kyiv claims, X attacked Y" says nothing of how it was done.
      const bool clause = in.tree.child(w, "nsubj") != 0 || in.tree.is_past_participle(w);
      if (!in.tree.is_verbal(w) || !clause) return {};
    }
  }
  for (const Condition& condition : frame.conditions) {
    const Words words = words_that_meet(in, frame, trigger, condition);
    if (words.empty()) return {};
    out.read.insert(out.read.end(), words.begin(), words.end());
  }
  out.read.insert(out.read.end(), out.fixed.begin(), out.fixed.end());
  for (const Condition& exclusion : frame.exclusions) {
    Words met = words_that_meet(in, frame, trigger, exclusion);
    std::erase_if(met, [&](WordNumber w) { return is_gunfire(in, w); });
    if (!met.empty()) return {};
  }
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
  if (frame.needs_initiator && initiator.actors.empty()) return {};
  if (frame.needs_recipient && recipient.actors.empty() &&
      !(frame.reciprocal && initiator.actors.list.size() > 1)) {
    return {};
  }
  if (initiator.actors.empty() && recipient.actors.empty()) return {};
  // "captured fighters" says what they are rather than what is done.
  if (frame.word_class == WordClass::Verb && initiator.actors.empty() &&
      in.tree.has_relation(trigger, "amod")) {
    return {};
  }
  if (recipient.actors.empty()) out.open_recipient = std::move(recipient.open);
  out.initiators = std::move(initiator.actors);
  out.recipients = std::move(recipient.actors);
  out.initiator_words = std::move(initiator.words);
  out.recipient_words = std::move(recipient.words);
  out.path = initiator.trace + (initiator.trace.empty() || recipient.trace.empty() ? "" : " ") +
             recipient.trace;
  return out;
}

/// By lemma, and by form for participles that are adjectives of their own ("allied").
std::vector<std::uint32_t> frames_at(const EventLexicon& lexicon, const Tree& tree, WordNumber n) {
  std::vector<std::uint32_t> out;
  for (const std::string& key : {tree.lemma(n), tree.lower_form(n)}) {
    const auto found = lexicon.frames_of.find(key);
    if (found != lexicon.frames_of.end()) {
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// What a frame asks for beyond its head: more is more certain to be meant.
std::size_t specificity(const Predicate& predicate) {
  return 4 * predicate.frame->fixed.size() + 3 * predicate.frame->conditions.size() +
         (predicate.frame->recipient_types.empty() ? 0 : 3) +
         (predicate.frame->initiator_types.empty() ? 0 : 2) +
         (predicate.initiators.empty() ? 0 : 1) + (predicate.recipients.empty() ? 0 : 1);
}

/// "lifted the embargo", "called off the strike": the verb's entry has told of its noun already.
/// What one says about an act leaves the act to be told ("rejected the ultimatum").
bool is_told_by_verb(const Predicate& noun, const std::vector<Predicate>& all) {
  const std::string& told = noun.frame->sense.type;
  if (noun.frame->word_class != WordClass::Noun || noun.frame->sense.is_relation) return false;
  const bool bond = told == "AGREE" || told == "COOPERATE";
  return std::any_of(all.begin(), all.end(), [&](const Predicate& verb) {
    const std::string& type = verb.frame->sense.type;
    return verb.frame->word_class == WordClass::Verb && !verb.frame->sense.is_relation &&
           type != "REJECT" && type != "REQUEST" && type != "ACCUSE" && type != "THREATEN" &&
           type != "AGREE" && type != "SUPPORT" &&
           // "scrapped the accord": there is none any more
           (!bond || type == "SANCTION") &&
           // an ended war was a war, and others join a war that is somebody's
           (told != "ASSAULT" || (type != "RETREAT" && !verb.frame->joins)) &&
           std::find(verb.read.begin(), verb.read.end(), noun.trigger) != verb.read.end();
  });
}

}  // namespace

std::vector<Predicate> find_predicates(const EventLexicon& lexicon, const Tree& tree,
                                       std::uint32_t sentence, const MentionIndex& mentions) {
  const Context in{lexicon, tree, sentence, mentions};
  std::vector<Predicate> out;
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    std::optional<Predicate> best;
    for (const std::uint32_t i : frames_at(lexicon, tree, n)) {
      std::optional<Predicate> one = match(in, lexicon.frames[i], n);
      if (one && (!best || specificity(*one) > specificity(*best))) best = std::move(one);
    }
    if (best) out.push_back(std::move(*best));
  }
  const std::vector<Predicate> all = out;
  std::erase_if(out, [&](const Predicate& one) { return is_told_by_verb(one, all); });
  return out;
}

}  // namespace entente
