// SPDX-License-Identifier: ISC
#include "events/light_verbs.h"

#include "events/arguments.h"
#include "events/subjects.h"

#include <algorithm>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

struct LightVerb {
  WordNumber verb = 0;
  const Cue* cue = nullptr;
};

/// "use ... as a base for": takes nothing but what stands at the end of such a path.
bool is_idiom_only(const Cue& cue) {
  return cue.fixed.empty() && !cue.content.empty() &&
         std::all_of(cue.content.begin(), cue.content.end(),
                     [](const Path& path) { return path.size() > 1; });
}

bool takes_noun(const Tree& tree, const Cue& cue, WordNumber verb, WordNumber noun) {
  if (!cue.light || cue.word_class != WordClass::Verb || is_idiom_only(cue)) return false;
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

/// "claimed responsibility for the attacks", "used Belarus as a base for the attack": the phrase
/// hangs on the idiom's noun.
const Cue* idiom_cue(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const WordNumber inner = tree.head(noun), verb = tree.head(inner);
  if (verb == 0 || !tree.has_relation(noun, "nmod")) return nullptr;
  const auto found = lexicon.cues_of.find(tree.lemma(verb));
  if (found == lexicon.cues_of.end()) return nullptr;
  const Path named = {tree.lemma(inner), tree.preposition(noun)};
  const Path placed = {tree.preposition(inner), tree.preposition(noun)};
  for (const std::uint32_t i : found->second) {
    const Cue& cue = lexicon.cues[i];
    if (!cue.light) continue;
    const Path& path = cue.fixed.empty() ? placed : named;
    if (!cue.fixed.empty() && find_fixed(tree, verb, cue.fixed).empty()) continue;
    if (std::find(cue.content.begin(), cue.content.end(), path) != cue.content.end()) return &cue;
  }
  return nullptr;
}

/// "the strikes that Russia carried out", "the strikes carried out by Russia"
LightVerb light_verb_below(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  for (const WordNumber c : tree.children(noun)) {
    if (!tree.has_relation(c, "acl") || tree.child(c, "obj") != 0) continue;
    const bool relative = tree.word(c).deprel == "acl:relcl" && tree.child(c, "nsubj") != 0;
    if (!relative && !tree.is_past_participle(c)) continue;
    const auto found = lexicon.cues_of.find(tree.lemma(c));
    if (found == lexicon.cues_of.end()) continue;
    for (const std::uint32_t i : found->second) {
      const Cue& cue = lexicon.cues[i];
      if (!cue.light || is_idiom_only(cue)) continue;
      if (cue.fixed.empty() || !find_fixed(tree, c, cue.fixed).empty()) return {c, &cue};
    }
  }
  return {};
}

/// Up through coordinates and nouns of kind ("a series of strikes").
LightVerb light_verb(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  WordNumber at = noun;
  for (int i = 0; i < kMaxControl; ++i) {
    const WordNumber head = tree.head(at);
    if (head == 0) return {};
    if (tree.word(at).deprel == "acl:relcl") return {};
    if (const Cue* cue = light_cue(tree, lexicon, head, at)) return {head, cue};
    if (const Cue* cue = idiom_cue(tree, lexicon, at)) return {tree.head(head), cue};
    const bool climbs = tree.has_relation(at, "conj") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "of") ||
                        (tree.has_relation(at, "nmod") && tree.preposition(at) == "in");
    if (!climbs || tree.is_verbal(head)) break;
    at = head;
  }
  return light_verb_below(tree, lexicon, noun);
}

/// "are there in cooperation with Iraqi forces": whoever is there cooperates. "was behind the
/// attack": whoever was.
Words clause_doers(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  if (tree.child(noun, "cop") != 0 && tree.preposition(noun) == "behind") {
    return surface_subjects(tree, lexicon, noun);
  }
  const WordNumber head = tree.head(noun);
  if (head == 0 || tree.preposition(noun) != "in" || tree.child(noun, "det") != 0) return {};
  if (!tree.is_clause(head) || tree.is_passive(head)) return {};
  if (prepositional_arguments(tree, noun, "with").empty()) return {};
  return surface_subjects(tree, lexicon, head);
}

}  // namespace

Words doers_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  const LightVerb light = light_verb(tree, lexicon, noun);
  if (light.verb == 0) return clause_doers(tree, lexicon, noun);
  if (light.cue->doer.empty()) return logical_subjects(tree, lexicon, light.verb);
  for (const Path& path : light.cue->doer) {
    Words found = words_at(tree, lexicon, light.verb, path, light.cue->fixed);
    if (!found.empty()) return found;
  }
  return {};
}

const Cue* light_cue_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  return light_verb(tree, lexicon, noun).cue;
}

WordNumber light_verb_of(const Tree& tree, const EventLexicon& lexicon, WordNumber noun) {
  return light_verb(tree, lexicon, noun).verb;
}

}  // namespace entente
