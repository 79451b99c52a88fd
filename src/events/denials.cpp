// SPDX-License-Identifier: ISC
#include "events/denials.h"

#include "events/arguments.h"
#include "events/cue.h"
#include "events/factuality.h"
#include "events/sides.h"

#include <algorithm>

namespace entente {

namespace {

constexpr double kTakenUp = 0.75;   // judgement, not measured
constexpr std::uint32_t kBack = 2;  // sentences back in which what is denied was said (judgement)

/// "the claims", "any such allegation", but not "claims that" or "reports of": what they say is
/// said elsewhere.
bool is_bare_saying(const Article& article, const Tree& tree, WordNumber noun, WordNumber verb) {
  const Cue* cue = cue_at(article.lexicon, tree, noun);
  if (cue == nullptr || cue->word_class != WordClass::Noun || !cue->reports) return false;
  return std::none_of(tree.children(noun).begin(), tree.children(noun).end(), [&](WordNumber c) {
    return c > noun && c != verb &&
           (tree.has_relation(c, "acl") || tree.has_relation(c, "nmod") ||
            tree.has_relation(c, "ccomp"));
  });
}

/// "any involvement", "responsibility": in what, was said before.
bool is_bare_part(const Article& article, const Tree& tree, WordNumber noun) {
  if (!article.lexicon.parts.contains(tree.lemma(noun))) return false;
  const std::vector<WordNumber>& below = tree.children(noun);
  const auto says_of_what = [&](WordNumber c) {
    return c > noun && (tree.has_relation(c, "nmod") || tree.has_relation(c, "acl"));
  };
  return std::none_of(below.begin(), below.end(), says_of_what);
}

/// "doing so"
bool is_doing_so(const Tree& tree, WordNumber verb) {
  const WordNumber done = tree.child(verb, "xcomp");
  return done != 0 && tree.lemma(done) == "do" && tree.child_with_lemma(done, "so") != 0;
}

bool leaves_content_open(const Article& article, const Tree& tree, WordNumber verb) {
  if (is_doing_so(tree, verb)) return true;
  if (tree.child(verb, "ccomp") != 0) return false;
  WordNumber object = tree.child(verb, "obj");
  if (object == 0 && tree.is_passive(verb)) object = tree.child(verb, "nsubj");
  // "an allegation that he rejected", "a charge Iran denies"
  if (object == 0 && tree.word(verb).deprel == "acl:relcl") object = tree.head(verb);
  if (object == 0) return false;
  const std::string form = tree.lower_form(object);
  if (is_any(form, {"it", "this", "that", "which", "them", "these"})) return true;
  if (is_bare_part(article, tree, object)) return prepositional_arguments(tree, verb, "in").empty();
  return is_bare_saying(article, tree, object, verb);
}

std::string country_of(const Article& article, ActorIndex actor) {
  return article.entities.actors[actor].country;
}

bool is_of(const Article& article, ActorIndex one, ActorIndex other) {
  const std::string country = country_of(article, one);
  return one == other || (!country.empty() && country == country_of(article, other));
}

/// Somebody else's word, or nobody's in particular, about what the denier or his side has done.
bool is_deniable(const Article& article, const Claim& claim, const Participants& denier) {
  const bool saying = is_any(claim.type, {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONSULT"});
  if (saying || claim.is_relation || claim.polarity == Polarity::Denied) return false;
  if (claim.speakers.empty() && claim.modality == Modality::Actual) return false;
  const auto denies = [&](ActorIndex actor) {
    return std::any_of(denier.list.begin(), denier.list.end(),
                       [&](const Participant& d) { return is_of(article, d.actor, actor); });
  };
  if (std::any_of(claim.speakers.begin(), claim.speakers.end(), denies)) return false;
  return std::any_of(claim.initiators.begin(), claim.initiators.end(),
                     [&](const Participant& p) { return denies(p.actor); });
}

/// The claims of the nearest sentence, from that of the denial back, that have some.
std::vector<const Claim*> denied_claims(const Article& article, const std::vector<Draft>& drafts,
                                        std::uint32_t s, const Participants& denier) {
  std::vector<const Claim*> out;
  for (std::uint32_t back = 0; back <= std::min(kBack, s) && out.empty(); ++back) {
    for (const Draft& draft : drafts) {
      if (draft.claim.sentence == s - back && is_deniable(article, draft.claim, denier))
        out.push_back(&draft.claim);
    }
  }
  return out;
}

Claim denial_of(const Article& article, const Claim& said, std::uint32_t s, WordNumber verb,
                const Participants& denier) {
  const Tree& tree = article.trees[s];
  const Tree::Span span = tree.span(verb);
  Claim claim = said;
  claim.sentence = s;
  claim.evidence = article.sentences[s].range;
  claim.quote = {tree.word(span.first).range.begin, tree.word(span.last).range.end};
  for (std::vector<Participant>* side : {&claim.initiators, &claim.recipients}) {
    for (Participant& p : *side) p.text = claim.quote;
  }
  claim.polarity = Polarity::Denied;
  if (claim.modality != Modality::Planned) claim.modality = Modality::Actual;
  claim.speakers.clear();
  claim.quoted_by.clear();
  claim.quantities.clear();
  for (const Participant& d : denier.list) claim.speakers.push_back(d.actor);
  claim.confidence *= kTakenUp;
  claim.trace.rule = "denied before: " + tree.lemma(verb) + ", " + said.trace.rule;
  return claim;
}

}  // namespace

std::vector<Claim> claims_of_denials(const Article& article, const std::vector<Draft>& drafts) {
  std::vector<Claim> out;
  for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
    const Tree& tree = article.trees[s];
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      const Cue* cue = tree.is_verbal(n) ? cue_at(article.lexicon, tree, n) : nullptr;
      if (cue == nullptr || !cue->reports || !cue->affirmed.reversed) continue;
      if (!leaves_content_open(article, tree, n)) continue;
      const Factuality fact = factuality_of(article.lexicon, tree, n);
      if (fact.polarity == Polarity::Denied || fact.modality != Modality::Actual) continue;
      const std::vector<WordNumber> subjects = logical_subjects(tree, article.lexicon, n);
      const Participants denier = article.mentions.actors_of(tree, s, subjects, Reach::Itself);
      if (denier.empty()) continue;
      for (const Claim* said : denied_claims(article, drafts, s, denier)) {
        out.push_back(denial_of(article, *said, s, n, denier));
      }
    }
  }
  return out;
}

}  // namespace entente
