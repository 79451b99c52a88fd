// SPDX-License-Identifier: ISC
#include "events/repair_particles.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// An entry whose first further word is that particle: "hand over", "seal off".
bool takes_particle(const EventLexicon& lexicon, const std::string& verb,
                    const std::string& particle) {
  const auto fits = [&](const auto& entries, const auto& index) {
    const auto found = index.find(verb);
    return found != index.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
             return !entries[i].fixed.empty() && entries[i].fixed.front() == particle;
           });
  };
  return fits(lexicon.frames, lexicon.frames_of) || fits(lexicon.cues, lexicon.cues_of);
}

void repair_particle(const EventLexicon& lexicon, const Tree& tree, WordNumber verb,
                     Sentence& sentence) {
  constexpr std::array<std::string_view, 7> kParticles = {"away", "back", "down", "off",
                                                          "out",  "over", "up"};
  const WordNumber particle = static_cast<WordNumber>(verb + 1);
  if (particle >= tree.size() || !tree.is_verbal(verb)) return;
  const std::string form = tree.lower_form(particle);
  if (std::find(kParticles.begin(), kParticles.end(), form) == kParticles.end()) return;
  if (!takes_particle(lexicon, tree.lemma(verb), form)) return;
  const WordNumber noun = tree.head(particle);
  if (tree.word(particle).deprel == "case" && tree.head(noun) == verb) {
    if (tree.word(static_cast<WordNumber>(particle + 1)).upos == Upos::ADP) return;  // "out of"
    if (!tree.is_passive(verb)) sentence.words[noun - 1].deprel = "obj";
  } else if (tree.word(particle).deprel != "advmod" || noun == verb) {
    return;
  }
  sentence.words[particle - 1].head = verb;
  sentence.words[particle - 1].deprel = "compound:prt";
}

}  // namespace

void repair_particles(const EventLexicon& lexicon, Sentence& sentence) {
  const Sentence given = sentence;
  const Tree tree(given);
  for (WordNumber n = 1; n <= tree.size(); ++n) repair_particle(lexicon, tree, n, sentence);
}

}  // namespace entente
