// SPDX-License-Identifier: ISC
#include "events/predicate.h"

#include "events/arguments.h"
#include "events/frame_roles.h"

#include <algorithm>
#include <optional>

namespace entente {

namespace {

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

/// "gave them aid in response" is not "give in": the particle is some phrase's preposition.
bool has_mere_preposition(const FrameContext& in, const Frame& frame, WordNumber trigger,
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
bool is_gunfire(const FrameContext& in, WordNumber n) {
  if (in.tree.lemma(n) != "fire" || in.tree.child(n, "det") != 0) return false;
  const std::vector<WordNumber>& below = in.tree.children(n);
  return std::any_of(below.begin(), below.end(), [&](WordNumber c) {
    return c < n && in.mentions.at(in.sentence, c) != nullptr;
  });
}

/// "pulled out of backing Cuba": what is not done is no place to leave.
bool draws_back_from_doing(const FrameContext& in, WordNumber verb) {
  const std::vector<WordNumber>& below = in.tree.children(verb);
  return in.tree.is_verbal(verb) && std::any_of(below.begin(), below.end(), [&](WordNumber c) {
           const std::string marker = in.tree.preposition(c);
           return c > verb && in.tree.word(c).xpos == "VBG" && in.tree.is_verbal(c) &&
                  (marker == "of" || marker == "out of" || marker == "from");
         });
}

/// "strong-arm" is not "arm", but "flight-test" is "test"; "Oman-deployed" says where, not that.
bool is_compound_verb(const FrameContext& in, const Frame& frame, WordNumber verb) {
  if (verb < 3) return false;
  const Word& dash = in.tree.word(static_cast<WordNumber>(verb - 1));
  const Word& first = in.tree.word(static_cast<WordNumber>(verb - 2));
  const bool joined = dash.form == "-" && first.range.end == dash.range.begin &&
                      dash.range.end == in.tree.word(verb).range.begin;
  const bool posted = first.upos == Upos::PROPN && frame.sense.type == "MOBILIZE";
  return joined && first.head == verb && (first.upos == Upos::ADJ || posted);
}

/// Whether the frame's own words and conditions are met; notes by which words.
bool is_worded_so(const FrameContext& in, const Frame& frame, WordNumber trigger, Predicate& out) {
  if (!frame.fixed.empty()) {
    out.fixed = find_fixed(in.tree, trigger, frame.fixed);
    if (out.fixed.empty() || has_mere_preposition(in, frame, trigger, out.fixed)) return false;
  }
  for (const Path& path : frame.absent) {
    for (const WordNumber w : words_of(in, frame, trigger, path)) {
      // "As Kyiv claims, X attacked Y" says nothing of how it was done.
      const bool clause = in.tree.child(w, "nsubj") != 0 || in.tree.is_past_participle(w);
      if (!in.tree.is_verbal(w) || !clause) return false;
    }
  }
  for (const Condition& condition : frame.conditions) {
    const Words words = words_that_meet(in, frame, trigger, condition);
    if (words.empty()) return false;
    out.read.insert(out.read.end(), words.begin(), words.end());
  }
  out.read.insert(out.read.end(), out.fixed.begin(), out.fixed.end());
  return std::all_of(frame.exclusions.begin(), frame.exclusions.end(), [&](const Condition& one) {
    Words met = words_that_meet(in, frame, trigger, one);
    std::erase_if(met, [&](WordNumber w) { return is_gunfire(in, w); });
    return met.empty();
  });
}

/// Whether those are named of whom the frame cannot do without.
bool names_enough(const FrameContext& in, const Frame& frame, WordNumber trigger,
                  const Roles& roles) {
  const bool from = !roles.initiator.actors.empty(), to = !roles.recipient.actors.empty();
  if (!from && (frame.needs_initiator || !to)) return false;
  const bool each_other = frame.reciprocal && roles.initiator.actors.list.size() > 1;
  if (!to && frame.needs_recipient && !each_other) return false;
  // "captured fighters" says what they are rather than what is done.
  return from || frame.word_class != WordClass::Verb || !in.tree.has_relation(trigger, "amod");
}

std::optional<Predicate> match(const FrameContext& in, const Frame& frame, WordNumber trigger) {
  if (!fits_class(in.tree, trigger, frame.word_class)) return {};
  if (frame.sense.type == "RETREAT" && draws_back_from_doing(in, trigger)) return {};
  if (frame.word_class == WordClass::Verb && is_compound_verb(in, frame, trigger)) return {};
  Predicate out;
  out.frame = &frame;
  out.trigger = trigger;
  if (!is_worded_so(in, frame, trigger, out)) return {};
  std::optional<Roles> roles = fill_roles(in, frame, trigger);
  if (!roles || !names_enough(in, frame, trigger, *roles)) return {};
  auto& [initiator, recipient] = *roles;
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
  const FrameContext in{lexicon, tree, sentence, mentions};
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
