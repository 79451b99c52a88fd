// SPDX-License-Identifier: ISC
#include "events/event_date.h"

#include "events/timex.h"

namespace entente {

namespace {

WordNumber head_of(const Sentence& sentence, const Timex& timex) {
  for (WordNumber n = timex.first; n <= timex.last; ++n) {
    const WordNumber head = sentence.word(n).head;
    if (head < timex.first || head > timex.last) return n;
  }
  return timex.first;
}

/// Steps from the trigger up to the word that the expression hangs on; -1 beyond a clause that
/// dates something else.
int distance(const Tree& tree, WordNumber trigger, WordNumber timex_head) {
  const auto below = [&](WordNumber at) {
    int steps = 0;
    for (WordNumber up = timex_head; up != 0; up = tree.head(up), ++steps) {
      if (up == at) return steps;
      if (tree.has_relation(up, "ccomp") || tree.has_relation(up, "parataxis") ||
          tree.has_relation(up, "acl") || tree.has_relation(up, "advcl")) {
        return -1;
      }
    }
    return -1;
  };
  int up_steps = 0;
  for (WordNumber at = trigger; at != 0; at = tree.head(at), up_steps += 2) {
    if (const int down = below(at); down >= 0) return up_steps + down;
    if (tree.has_relation(at, "ccomp") || tree.has_relation(at, "parataxis") ||
        tree.word(at).deprel == "acl:relcl") {
      return -1;
    }
  }
  return -1;
}

bool is_since(const Tree& tree, WordNumber head) {
  for (WordNumber at = head; at != 0; at = tree.head(at)) {
    const std::string preposition = tree.preposition(at);
    if (!preposition.empty()) return preposition == "since";
    if (tree.is_verbal(at)) return false;
  }
  return false;
}

}  // namespace

std::optional<DateInterval> date_of(const Article& article, std::uint32_t sentence,
                                    WordNumber trigger, bool lasting) {
  const Tree& tree = article.trees[sentence];
  const bool aside = lasting && !tree.is_verbal(trigger) && tree.child(trigger, "cop") == 0;
  const std::optional<Date> published = article.document.info.date;
  std::optional<DateInterval> best;
  int nearest = -1;
  for (const Timex& timex : find_timexes(article.sentences[sentence], published)) {
    if (!timex.days) continue;
    const WordNumber head = head_of(article.sentences[sentence], timex);
    const int steps = distance(tree, trigger, head);
    if (steps < 0 || (nearest >= 0 && steps >= nearest)) continue;
    if (aside && !tree.dominates(trigger, head)) continue;
    nearest = steps;
    best = timex.days;
    if (published && is_since(tree, head) && best->from <= *published) best->to = *published;
  }
  if (!best && published && feature(tree.word(trigger), "Tense") == "Pres" &&
      tree.word(trigger).xpos != "VBG") {
    best = DateInterval{*published, *published};
  }
  return best;
}

}  // namespace entente
