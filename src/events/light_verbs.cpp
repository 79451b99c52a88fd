// SPDX-License-Identifier: ISC
#include "events/light_verbs.h"

#include "events/arguments.h"
#include "events/subjects.h"

#include <algorithm>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

bool takes_noun(const Tree& tree, const Cue& cue, WordNumber verb, WordNumber noun) {
  if (!cue.light || cue.word_class != WordClass::Verb) return false;
  if (!cue.fixed.empty() && find_fixed(tree, verb, cue.fixed).empty()) return false;
  if (tree.has_relation(noun, "obj") || tree.word(noun).deprel == "nsubj:pass" ||
      tree.has_relation(noun, "xcomp")) {
    return true;
  }
  const std::string preposition = tree.preposition(noun);
  return std::any_of(cue.content.begin(), cue.content.end(),
                     [&](const Path& path) { return path.size() == 1 && path[0] == preposition; });
}

const Cue* light_cue(const Tree& tree, const EventLexicon& lexicon, WordNumber verb,
                     WordNumber noun) {
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return nullptr;
  const Cue* best = nullptr;
  for (const std::uint32_t i : found->second) {
    const Cue& cue = lexicon.cues[i];
    if (!takes_noun(tree, cue, verb, noun)) continue;
    if (best == nullptr || cue.fixed.size() > best->fixed.size()) best = &cue;
  }
  return best;
}

/// "claimed responsibility for the attacks": the phrase hangs on the idiom's noun.
bool takes_noun_of_idiom(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber inner = tree.head(noun), verb = tree.head(inner);
  if (verb == 0 || !tree.has_relation(noun, "nmod")) return false;
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return false;
  const Path path = {tree.lemma(inner), tree.preposition(noun)};
  return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
    const Cue& cue = lexicon.cues[i];
    return cue.light && !find_fixed(tree, verb, cue.fixed).empty() &&
           std::find(cue.content.begin(), cue.content.end(), path) != cue.content.end();
  });
}

}  // namespace

Words doers_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber verb = light_verb_of(tree, lexicon, noun);
  if (verb == 0) return {};
  if (const Cue* cue = light_cue(tree, lexicon, verb, noun); cue != nullptr && !cue->doer.empty()) {
    for (const Path& path : cue->doer) {
      Words found = words_at(tree, lexicon, verb, path, cue->fixed);
      if (!found.empty()) return found;
    }
    return {};
  }
  return logical_subjects(tree, lexicon, verb);
}

const Cue* light_cue_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber verb = light_verb_of(tree, lexicon, noun);
  return verb == 0 ? nullptr : light_cue(tree, lexicon, verb, noun);
}

WordNumber light_verb_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  // Up through coordinates and nouns of kind ("a series of strikes").
  WordNumber at = noun;
  for (int i = 0; i < kMaxControl; ++i) {
    const WordNumber head = tree.head(at);
    if (head == 0) return 0;
    if (tree.word(at).deprel == "acl:relcl") return 0;
    if (light_cue(tree, lexicon, head, at) != nullptr) return head;
    if (takes_noun_of_idiom(tree, lexicon, at)) return tree.head(head);
    const bool climbs = tree.has_relation(at, "conj") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "of") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "in");
    if (!climbs || tree.is_verbal(head)) break;
    at = head;
  }
  // "the strikes that Russia carried out", "the strikes carried out by Russia"
  for (const WordNumber c : tree.children(noun)) {
    if (!tree.has_relation(c, "acl") || tree.child(c, "obj") != 0) continue;
    const bool relative = tree.word(c).deprel == "acl:relcl" && tree.child(c, "nsubj") != 0;
    if (!relative && !tree.is_past_participle(c)) continue;
    const auto found = lexicon.cues_of.find(tree.lemma(c));
    if (found == lexicon.cues_of.end()) continue;
    for (const std::uint32_t i : found->second) {
      const Cue& cue = lexicon.cues[i];
      if (cue.light && (cue.fixed.empty() || !find_fixed(tree, c, cue.fixed).empty())) return c;
    }
  }
  return 0;
}

}  // namespace entente
