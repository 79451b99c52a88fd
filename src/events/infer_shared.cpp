// SPDX-License-Identifier: ISC
#include "events/infer_shared.h"

#include "events/sides.h"

namespace entente {

namespace {

bool is_hostile(const std::string& type) {
  return type == "ACCUSE" || type == "SANCTION" || type == "REJECT" || type == "THREATEN";
}

/// The first of the verbs that are joined by "and".
WordNumber first_of(const Tree& tree, WordNumber verb) {
  while (tree.has_relation(verb, "conj") && tree.head(verb) < verb) verb = tree.head(verb);
  return verb;
}

bool are_joined(const Article& article, const Draft& one, const Draft& other) {
  if (one.claim.sentence != other.claim.sentence) return false;
  const Tree& tree = article.trees[one.claim.sentence];
  return one.predicate.trigger != other.predicate.trigger &&
         first_of(tree, one.predicate.trigger) == first_of(tree, other.predicate.trigger);
}

}  // namespace

void infer_shared(const Article& article, std::vector<Draft>& drafts, std::size_t at) {
  Draft& draft = drafts[at];
  Claim& claim = draft.claim;
  if (claim.type != "SANCTION" || !claim.recipients.empty() || claim.initiators.empty()) return;
  if (!draft.predicate.open_recipient.empty()) return;
  const std::string own = country_of(article, claim.initiators);
  for (const Draft& other : drafts) {
    if (!is_hostile(other.claim.type) || other.claim.recipients.empty()) continue;
    if (!are_joined(article, draft, other) || other.claim.polarity != claim.polarity) continue;
    if (!share_actor(other.claim.initiators, claim.initiators)) continue;
    if (own.empty() || country_of(article, other.claim.recipients) == own) continue;
    fill_side(claim, claim.recipients, std::vector<Participant>(other.claim.recipients));
    return;
  }
}

}  // namespace entente
