// SPDX-License-Identifier: ISC
#include "events/infer.h"

#include "events/cue.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

namespace {

constexpr double kInferred = 0.75;  // judgement, not measured

bool is_any(const std::string& type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string country_of(const Article& article, const std::vector<Participant>& side) {
  for (const Participant& p : side) {
    const std::string& country = article.entities.actors[p.actor].country;
    if (!country.empty()) return country;
  }
  return {};
}

std::optional<ActorIndex> state(const Article& article, const std::string& country) {
  if (country.empty()) return {};
  for (ActorIndex i = 0; i < article.entities.actors.size(); ++i) {
    if (article.entities.actors[i].id == country) return i;
  }
  return {};
}

void fill(Claim& claim, std::vector<Participant>& side, std::vector<Participant> with) {
  for (Participant& p : with) p.text = claim.quote;
  side = std::move(with);
  claim.confidence *= kInferred;
}

bool share_actor(const std::vector<Participant>& one, const std::vector<Participant>& other) {
  return std::any_of(one.begin(), one.end(), [&](const Participant& p) {
    return std::any_of(other.begin(), other.end(),
                       [&](const Participant& q) { return p.actor == q.actor; });
  });
}

/// A state, or what speaks and acts for it. People of one country may well be at odds.
bool is_one_side(const Article& article, const std::vector<Participant>& one,
                 const std::vector<Participant>& other) {
  const auto is_person = [&](const Participant& p) {
    return article.entities.actors[p.actor].type == ActorType::Person;
  };
  const std::string country = country_of(article, one);
  return share_actor(one, other) || (!country.empty() && country == country_of(article, other) &&
                                     std::none_of(one.begin(), one.end(), is_person) &&
                                     std::none_of(other.begin(), other.end(), is_person));
}

/// Event types that a noun can tell of; "the operation" is one even where nobody is named.
bool tells_of_event(const EventLexicon& lexicon, const std::string& lemma,
                    const std::string& type) {
  const auto found = lexicon.frames_of.find(lemma);
  if (found == lexicon.frames_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Frame& frame = lexicon.frames[i];
    return frame.word_class == WordClass::Noun && frame.sense.type == type;
  });
}

/// "the decision", "the statement": whoever acted last. Not "the idea", which is nobody's.
bool tells_of_doing(const EventLexicon& lexicon, const std::string& lemma) {
  const auto found = lexicon.cues_of.find(lemma);
  if (found == lexicon.cues_of.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Cue& cue = lexicon.cues[i];
    return cue.word_class == WordClass::Noun && cue.affirmed.modality != Modality::Possible &&
           cue.affirmed.modality != Modality::Conditional;
  });
}

bool has_happened(const Claim& claim) {
  return claim.polarity == Polarity::Affirmed && claim.modality == Modality::Actual;
}

/// "reports that Libya arms rebels", "normalisation with Libya" say themselves what they tell of;
/// "any step" is none that was told.
bool is_told_before(const Tree& tree, WordNumber noun) {
  const std::vector<WordNumber>& below = tree.children(noun);
  return std::none_of(below.begin(), below.end(), [&](WordNumber c) {
    if (c < noun) return tree.lower_form(c) == "any";
    return tree.has_relation(c, "acl") || tree.has_relation(c, "ccomp") ||
           tree.has_relation(c, "nmod");
  });
}

/// Whoever does what the judged event noun tells of.
const Draft* judged_event(const Article& article, const std::vector<Draft>& drafts,
                          std::size_t at) {
  const Draft& judging = drafts[at];
  const Tree& tree = article.trees[judging.claim.sentence];
  for (const WordNumber word : judging.predicate.open_recipient) {
    if (!is_told_before(tree, word)) continue;
    for (const Draft& other : drafts) {
      if (other.claim.sentence != judging.claim.sentence || other.predicate.trigger != word)
        continue;
      if (share_actor(other.claim.initiators, judging.claim.initiators)) return nullptr;
      if (!other.claim.initiators.empty()) return &other;
    }
    for (std::size_t i = at; i-- > 0;) {
      const Draft& before = drafts[i];
      if (before.claim.initiators.empty() || before.claim.is_relation) continue;
      if (is_one_side(article, before.claim.initiators, judging.claim.initiators)) continue;
      if ((has_happened(before.claim) &&
           tells_of_event(article.lexicon, tree.lemma(word), before.claim.type)) ||
          tells_of_doing(article.lexicon, tree.lemma(word))) {
        return &before;
      }
    }
  }
  return nullptr;
}

void infer_judged(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (!claim.recipients.empty() || !is_any(claim.type, {"ACCUSE", "SUPPORT", "REJECT"})) return;
  if (const Draft* event = judged_event(article, drafts, at)) {
    fill(claim, claim.recipients, event->claim.initiators);
  }
}

/// True if the act stands in what the governor is about, not beside it ("opposes it and keeps
/// troops there") or told of somebody in passing ("opposes Assad, who was attacked").
bool governs(const Tree& tree, WordNumber governor, WordNumber act) {
  WordNumber below = act;
  for (WordNumber up = tree.head(act); below != governor; below = up, up = tree.head(up)) {
    if (below == 0 || tree.word(below).deprel == "acl:relcl") return false;
    if (up == governor && tree.has_relation(below, "conj")) return false;
  }
  return true;
}

/// What the word governs: "threatened to impose sanctions on Iran", "demanded the withdrawal".
std::vector<const Draft*> governed(const Article& article, const std::vector<Draft>& drafts,
                                   std::size_t at) {
  const Draft& governor = drafts[at];
  const Tree& tree = article.trees[governor.claim.sentence];
  std::vector<const Draft*> out;
  for (const Draft& other : drafts) {
    if (&other == &governor || other.claim.sentence != governor.claim.sentence) continue;
    if (other.claim.is_relation) continue;
    if (governs(tree, governor.predicate.trigger, other.predicate.trigger)) out.push_back(&other);
  }
  return out;
}

/// "threatened to strike unless Israel withdraws", "refuses to talk unless it does": to whoever can
/// change it.
void infer_averting(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!is_any(claim.type, {"THREATEN", "REJECT"}) || !claim.recipients.empty()) return;
  const Tree& tree = article.trees[claim.sentence];
  for (WordNumber n = 1; n <= tree.size(); ++n) {
    if (!tree.dominates(draft.predicate.trigger, n) || !tree.has_relation(n, "advcl")) continue;
    const std::string marker = tree.preposition(n);
    if (marker != "unless" && marker != "if" && marker != "until") continue;
    const WordNumber subject = tree.child(n, "nsubj");
    if (subject == 0) continue;
    Participants who = article.mentions.actors_of(tree, claim.sentence, subject, Reach::Related);
    if (who.empty() || share_actor(who.list, claim.initiators)) continue;
    fill(claim, claim.recipients, std::move(who.list));
    return;
  }
}

/// "rejects claims that it shelled Kharkiv" rejects nothing of Ukraine's.
bool is_denied_by(const Claim& act, const Claim& rejection) {
  if (act.polarity != Polarity::Denied) return false;
  return std::any_of(
      rejection.initiators.begin(), rejection.initiators.end(), [&](const Participant& p) {
        return std::find(act.speakers.begin(), act.speakers.end(), p.actor) != act.speakers.end();
      });
}

/// "threatened to veto sanctions on Iran" is no threat to Iran.
bool is_opposed(const Article& article, const std::vector<Draft>& drafts, const Draft& governor,
                const Draft& act) {
  const Tree& tree = article.trees[act.claim.sentence];
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& between) {
    const WordNumber word = between.predicate.trigger;
    return between.claim.sentence == act.claim.sentence && between.claim.type == "REJECT" &&
           word != governor.predicate.trigger && word != act.predicate.trigger &&
           tree.dominates(governor.predicate.trigger, word) &&
           tree.dominates(word, act.predicate.trigger);
  });
}

/// A threat or promise is to whom the act would be done to; a demand is on whoever is to act.
void infer_addressed(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  const bool demand = claim.type == "REQUEST";
  if (!is_any(claim.type, {"THREATEN", "AGREE", "REJECT", "REQUEST"})) return;
  const Tree& tree = article.trees[claim.sentence];
  // "rejected the idea of Poland joining the war": the object is of nobody.
  const Predicate& told = drafts[at].predicate;
  if (claim.type == "REJECT" && told.open_recipient.empty() &&
      tree.child(told.trigger, "obj") != 0) {
    return;
  }
  for (const Draft* act : governed(article, drafts, at)) {
    const std::vector<Participant>& side = demand ? act->claim.initiators : act->claim.recipients;
    if (side.empty() || share_actor(side, claim.initiators)) continue;
    if (act->claim.modality == Modality::Conditional) continue;  // "unless Serbia recognises it"
    if (claim.type == "REJECT" && is_denied_by(act->claim, claim)) continue;
    if (is_opposed(article, drafts, drafts[at], *act)) continue;
    const bool direct = tree.head(act->predicate.trigger) == drafts[at].predicate.trigger &&
                        tree.has_relation(act->predicate.trigger, "obj");
    if (claim.recipients.empty() || (demand && direct)) {
      fill(claim, claim.recipients, std::vector<Participant>(side));
      return;
    }
  }
}

/// Who fought one person need not have fought him ever since.
bool is_person(const Article& article, const Draft& draft) {
  const ActorIndex first = draft.claim.recipients.front().actor;
  return article.entities.actors[first].type == ActorType::Person;
}

/// The last ASSAULT before (or else the first after) that names the side which is missing here.
const Draft* same_fight(const Article& article, const std::vector<Draft>& drafts, std::size_t at) {
  const Claim& claim = drafts[at].claim;
  const std::string country = country_of(article, claim.initiators);
  const auto fits = [&](const Draft& other) {
    if (other.claim.type != "ASSAULT" || other.claim.recipients.empty()) return false;
    // A "civil war" has no side from without.
    const Frame& told = *other.predicate.frame;
    if (other.claim.initiators.empty() && told.word_class == WordClass::Noun && !told.fixed.empty())
      return false;
    const std::string from = country_of(article, other.claim.initiators);
    const std::string to = country_of(article, other.claim.recipients);
    return to != country && (from.empty() || from == country) &&
           (!is_person(article, other) || other.claim.sentence == claim.sentence);
  };
  // "was killed in an American raid"
  const Tree& here = article.trees[claim.sentence];
  for (const Draft& other : drafts) {
    if (other.claim.sentence == claim.sentence && other.claim.initiators.empty() && fits(other) &&
        here.head(drafts[at].predicate.trigger) == other.predicate.trigger &&
        here.preposition(drafts[at].predicate.trigger) == "in") {
      return &other;
    }
  }
  // Who takes part in "the war" takes part in the one that the article is about.
  if (drafts[at].predicate.frame->joins) {
    for (std::size_t i = at; i-- > 0;) {
      const Claim& other = drafts[i].claim;
      if (other.type == "ASSAULT" && !other.recipients.empty() && !other.initiators.empty() &&
          country_of(article, other.recipients) != country) {
        return &drafts[i];
      }
    }
  }
  // "the attack", said again
  const auto lemma = [&](const Draft& draft) {
    return article.trees[draft.claim.sentence].lemma(draft.predicate.trigger);
  };
  for (std::size_t i = at; i-- > 0;) {
    const Claim& other = drafts[i].claim;
    if (drafts[at].predicate.frame->word_class == WordClass::Noun && other.type == "ASSAULT" &&
        !other.recipients.empty() && lemma(drafts[i]) == lemma(drafts[at]) &&
        country_of(article, other.recipients) != country &&
        (other.initiators.empty() || country_of(article, other.initiators) == country)) {
      return &drafts[i];
    }
  }
  // "the Libyan Civil War": a fight with a name is not the one of which only the victim is known.
  const Tree& tree = article.trees[claim.sentence];
  const bool named = tree.word(drafts[at].predicate.trigger).upos == Upos::PROPN;
  for (const bool exact : {true, false}) {
    if (!exact && named) break;
    const auto good = [&](const Draft& other) {
      return fits(other) && (!exact || !other.claim.initiators.empty());
    };
    for (std::size_t i = at; i-- > 0;) {
      if (good(drafts[i])) return &drafts[i];
    }
    for (std::size_t i = at + 1; i < drafts.size(); ++i) {
      if (good(drafts[i])) return &drafts[i];
    }
  }
  return nullptr;
}

/// "people", "rebel positions", "the offices of activists": they belong where it happens.
bool is_local(const Article& article, const Tree& tree, WordNumber n) {
  const auto listed = [&](WordNumber m) { return article.lexicon.locals.contains(tree.lemma(m)); };
  if (listed(n)) return true;
  const std::vector<WordNumber>& below = tree.children(n);
  return std::any_of(below.begin(), below.end(), [&](WordNumber c) {
    return listed(c) && (tree.has_relation(c, "compound") || tree.has_relation(c, "nmod"));
  });
}

/// "shot down missiles", "killed thirty of the attackers": whoever is hit is told, though it is
/// not known who that is.
bool names_stranger(const Article& article, const Draft& draft) {
  const Predicate& predicate = draft.predicate;
  if (predicate.frame->word_class != WordClass::Verb) return false;
  const Tree& tree = article.trees[draft.claim.sentence];
  const std::vector<WordNumber>& open = predicate.open_recipient;
  const auto means = [&](WordNumber n) {  // "fired missiles"
    return std::find(predicate.read.begin(), predicate.read.end(), n) != predicate.read.end();
  };
  return !open.empty() && std::none_of(open.begin(), open.end(), [&](WordNumber n) {
    return tree.word(n).upos == Upos::PRON || means(n) || is_local(article, tree, n) ||
           article.lexicon.targets.contains(tree.lemma(n));
  });
}

/// "1,000 people were killed by Israeli strikes": the verb that tells of the noun's attack.
const Draft* told_by_verb(const Article& article, const std::vector<Draft>& drafts,
                          std::size_t at) {
  const Draft& noun = drafts[at];
  const Tree& tree = article.trees[noun.claim.sentence];
  const WordNumber trigger = noun.predicate.trigger;
  if (!tree.has_relation(trigger, "nsubj") && tree.preposition(trigger) != "by") return nullptr;
  for (const Draft& verb : drafts) {
    if (verb.claim.sentence == noun.claim.sentence && verb.claim.type == noun.claim.type &&
        verb.predicate.trigger == tree.head(trigger)) {
      return &verb;
    }
  }
  return nullptr;
}

void infer_attacked(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "ASSAULT" || !claim.recipients.empty()) return;
  if (const Draft* verb = told_by_verb(article, drafts, at)) {
    if (!verb->claim.recipients.empty())
      fill(claim, claim.recipients, std::vector<Participant>(verb->claim.recipients));
    return;
  }
  // A civil war is fought at home.
  if (article.trees[claim.sentence].child_with_lemma(drafts[at].predicate.trigger, "civil") != 0)
    return;
  if (claim.place) {
    const auto where = state(article, claim.place->country);
    if (where && claim.place->country != country_of(article, claim.initiators)) {
      fill(claim, claim.recipients, {{*where, claim.quote}});
      return;
    }
  }
  if (names_stranger(article, drafts[at])) return;
  if (const Draft* other = same_fight(article, drafts, at)) {
    fill(claim, claim.recipients, {other->claim.recipients.front()});
  }
}

/// "were killed in clashes with Hezbollah": by those whom they fought.
void infer_opponent(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (claim.type != "ASSAULT" || !claim.initiators.empty() || claim.recipients.empty()) return;
  const Tree& tree = article.trees[claim.sentence];
  for (const WordNumber fight : tree.children(draft.predicate.trigger)) {
    if (!tree.has_relation(fight, "obl") ||
        !tells_of_event(article.lexicon, tree.lemma(fight), claim.type)) {
      continue;
    }
    for (const WordNumber other : tree.children(fight)) {
      if (!tree.has_relation(other, "nmod") || tree.preposition(other) != "with") continue;
      Participants who = article.mentions.actors_of(tree, claim.sentence, other, Reach::Related);
      if (who.empty() || share_actor(who.list, claim.recipients)) continue;
      fill(claim, claim.initiators, std::move(who.list));
      return;
    }
  }
}

/// An article in which only one country attacks another, and more than once, means that one where
/// it names nobody: "offensives into Ukraine".
void infer_attacker(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "ASSAULT" || !claim.initiators.empty() || claim.recipients.empty()) return;
  if (claim.polarity == Polarity::Denied) return;
  const std::string attacked = country_of(article, claim.recipients);
  const Draft* only = nullptr;
  int told = 0;
  for (const Draft& other : drafts) {
    if (other.claim.type != "ASSAULT" || other.claim.initiators.empty()) continue;
    if (country_of(article, other.claim.recipients) != attacked) continue;
    if (!has_happened(other.claim)) continue;
    const std::string by = country_of(article, other.claim.initiators);
    if (by == attacked) continue;
    if (only != nullptr && country_of(article, only->claim.initiators) != by) return;
    if (only == nullptr) only = &other;
    ++told;
  }
  if (attacked.empty() || told < 2) return;
  const auto attacker = state(article, country_of(article, only->claim.initiators));
  if (attacker) fill(claim, claim.initiators, {{*attacker, claim.quote}});
}

/// "barricaded the border with Belarus and deployed 120,000 soldiers": against the same side.
void infer_faced(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "MOBILIZE" || !claim.recipients.empty()) return;
  for (std::size_t i = at; i-- > 0;) {
    const Claim& before = drafts[i].claim;
    if (before.sentence + 2 < claim.sentence) return;
    if (before.type != "MOBILIZE" || before.recipients.empty()) continue;
    if (country_of(article, before.initiators) != country_of(article, claim.initiators)) continue;
    fill(claim, claim.recipients, before.recipients);
    return;
  }
}

/// "“An agreement was reached with Syria,” the SDF said": between speaker and Syria.
void infer_party(Claim& claim) {
  if (claim.type != "AGREE" && claim.type != "CONSULT" && claim.type != "COOPERATE") return;
  if (!claim.initiators.empty() || claim.recipients.empty() || claim.speakers.empty()) return;
  std::vector<Participant> speakers;
  for (const ActorIndex actor : claim.speakers) speakers.push_back({actor, claim.quote});
  if (!share_actor(speakers, claim.recipients)) fill(claim, claim.initiators, std::move(speakers));
}

bool is_of_a_state(const Article& article, const Participant& p) {
  const ActorType type = article.entities.actors[p.actor].type;
  return type == ActorType::State || type == ActorType::Government ||
         type == ActorType::ArmedForce || type == ActorType::Population;
}

void infer_domestic(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!is_any(claim.type, {"PROTEST", "COERCE", "CONCEDE"})) return;
  if (claim.action == "Blockade") return;
  const std::string where = claim.place ? claim.place->country : std::string();
  if (claim.recipients.empty()) {
    auto own = state(article, where);
    if (!own) own = state(article, country_of(article, claim.initiators));
    if (own) {
      fill(claim, claim.recipients, {{*own, claim.quote}});
    } else if (!country_of(article, claim.initiators).empty() &&
               is_of_a_state(article, claim.initiators.front())) {
      fill(claim, claim.recipients, {claim.initiators.front()});
    }
  } else if (claim.initiators.empty() && claim.type == "PROTEST") {
    // "protests in Georgia" are Georgians'; those against Israel are somebody else's.
    if (draft.predicate.path.find("in(") == std::string::npos) return;
    fill(claim, claim.initiators, {claim.recipients.front()});
  } else if (claim.initiators.empty()) {
    if (const auto own = state(article, where))
      fill(claim, claim.initiators, {{*own, claim.quote}});
  }
}

bool is_conflict(const std::string& type) {
  return is_any(type,
                {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "PROTEST"});
}

/// The complement of a promise that has a "not" of its own: "vowed never to return"; 0 for none.
WordNumber negated_complement(const Article& article, const Tree& tree, WordNumber verb) {
  for (const WordNumber c : tree.children(verb)) {
    const bool complement = tree.has_relation(c, "xcomp") || tree.has_relation(c, "ccomp") ||
                            (tree.has_relation(c, "advcl") && tree.preposition(c) == "to");
    if (!complement) continue;
    for (const WordNumber d : tree.children(c)) {
      const Cue* cue = tree.has_relation(d, "advmod") ? cue_at(article.lexicon, tree, d) : nullptr;
      if (cue != nullptr && cue->word_class == WordClass::Adverb && cue->affirmed.reversed)
        return c;
    }
  }
  return 0;
}

/// A promise not to do something is a refusal, unless what is forgone is hostile.
void infer_refusal(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  const Predicate& predicate = drafts[at].predicate;
  const Tree& tree = article.trees[claim.sentence];
  if (claim.type != "AGREE" || predicate.frame->word_class != WordClass::Verb) return;
  const WordNumber forgone = negated_complement(article, tree, predicate.trigger);
  if (forgone == 0) return;
  const bool hostile = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    return other.claim.sentence == claim.sentence && is_conflict(other.claim.type) &&
           tree.dominates(forgone, other.predicate.trigger);
  });
  if (!hostile) claim.type = "REJECT";
}

/// "began a hunger strike to protest against X": what the purpose is against, the protest is.
/// The purpose is the protest's own ("to demand reforms"): it is told once.
void infer_protested(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "PROTEST") return;
  const Tree& tree = article.trees[claim.sentence];
  const WordNumber trigger = drafts[at].predicate.trigger;
  for (Draft& other : drafts) {
    if (&other == &drafts[at] || other.claim.sentence != claim.sentence) continue;
    if (!is_any(other.claim.type, {"PROTEST", "ACCUSE", "REJECT", "REQUEST"})) continue;
    const WordNumber purpose = other.predicate.trigger;
    const bool during = other.claim.type == "PROTEST" && tree.has_relation(purpose, "obl");
    if (tree.preposition(purpose) != "to" && !during) continue;
    const WordNumber governor = tree.head(purpose);
    if (governor != trigger && governor != tree.head(trigger)) continue;
    if (claim.recipients.empty() && !other.claim.recipients.empty() &&
        !share_actor(other.claim.recipients, claim.initiators)) {
      fill(claim, claim.recipients, std::vector<Participant>(other.claim.recipients));
    }
    other.claim.type = "PROTEST";
    other.claim.initiators = claim.initiators;
    other.claim.recipients = claim.recipients;
    return;
  }
}

/// "Israeli police arrested protesters", "rebels freed hostages near Aleppo": people of whom
/// nothing else is said belong to the place, or else to the country of whoever acts on them.
void infer_locals(const Article& article, Draft& draft) {
  Claim& claim = draft.claim;
  if (!claim.recipients.empty() || claim.initiators.empty()) return;
  if (!is_any(claim.type, {"ASSAULT", "RETREAT", "COERCE", "ACCUSE", "AID", "CONCEDE"})) return;
  const Tree& tree = article.trees[claim.sentence];
  const std::vector<WordNumber>& open = draft.predicate.open_recipient;
  if (std::none_of(open.begin(), open.end(),
                   [&](WordNumber n) { return is_local(article, tree, n); })) {
    return;
  }
  auto home = state(article, claim.place ? claim.place->country : std::string());
  if (!home) home = state(article, country_of(article, claim.initiators));
  if (home) fill(claim, claim.recipients, {{*home, claim.quote}});
}

/// "threatened to ban the party", "threatened to go on strike": what would happen at home
/// threatens home.
void infer_threatened_home(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Claim& claim = drafts[at].claim;
  if (claim.type != "THREATEN" || !claim.recipients.empty() || claim.initiators.empty()) return;
  const std::string own = country_of(article, claim.initiators);
  for (const Draft* act : governed(article, drafts, at)) {
    if (!is_any(act->claim.type, {"COERCE", "PROTEST"}) || own.empty()) continue;
    if (country_of(article, act->claim.recipients) != own) continue;
    fill(claim, claim.recipients, std::vector<Participant>(act->claim.recipients));
    return;
  }
}

}  // namespace

void infer_participants(const Article& article, std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    infer_attacked(article, drafts, i);
    infer_faced(article, drafts, i);
    infer_judged(article, drafts, i);
    infer_refusal(article, drafts, i);
    infer_protested(article, drafts, i);
    infer_opponent(article, drafts[i]);
    infer_locals(article, drafts[i]);
    infer_averting(article, drafts[i]);
    infer_addressed(article, drafts, i);
    infer_party(drafts[i].claim);
    infer_domestic(article, drafts[i]);
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_threatened_home(article, drafts, i);
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_attacked(article, drafts, i);
  for (std::size_t i = 0; i < drafts.size(); ++i) infer_attacker(article, drafts, i);
}

}  // namespace entente
