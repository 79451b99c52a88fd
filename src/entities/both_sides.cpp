// SPDX-License-Identifier: ISC
#include "entities/english.h"
#include "entities/nominal.h"
#include "entities/nominal_linker.h"
#include "entities/salience.h"
#include "entities/title.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace entente {

namespace {

// How often two states stand in one sentence, up to the one given.
std::map<std::pair<ActorIndex, ActorIndex>, int> count_pairs(const Reading& reading,
                                                             std::uint32_t until) {
  std::map<std::pair<ActorIndex, ActorIndex>, int> pairs;
  for (std::uint32_t s = 0; s < until; ++s) {
    std::set<ActorIndex> states;
    for (const std::uint32_t index : reading.by_sentence[s]) {
      for (const ActorIndex a : reading.mentions[index].actors) {
        const auto state = reading.actors[a].type == ActorType::State
                               ? std::optional(a)
                               : reading.actors.find(reading.actors[a].country);
        if (state && reading.actors[*state].type == ActorType::State) states.insert(*state);
      }
    }
    for (const ActorIndex a : states) {
      for (const ActorIndex b : states) {
        if (a < b) ++pairs[{a, b}];
      }
    }
  }
  return pairs;
}

// The parties to what the text is about: the two states that it names together most often.
std::vector<ActorIndex> parties(const Reading& reading, std::uint32_t sentence,
                                const std::set<ActorIndex>& others) {
  std::vector<ActorIndex> best;
  int most = 0;
  for (const auto& [pair, count] : count_pairs(reading, sentence)) {
    if (others.contains(pair.first) || others.contains(pair.second) || count < most) continue;
    best =
        count > most ? std::vector<ActorIndex>{pair.first, pair.second} : std::vector<ActorIndex>();
    most = count;
  }
  return best;
}

// The two states that were spoken of last.
std::vector<ActorIndex> last_two(const Reading& reading, const Anaphor& anaphor,
                                 const std::set<ActorIndex>& others) {
  std::vector<ActorIndex> out;
  for (const ScoredActor& state : rank_states(reading, anaphor, 2)) {
    if (!others.contains(state.actor) && out.size() < 2) out.push_back(state.actor);
  }
  return out;
}

}  // namespace

void link_both(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  // Who speaks to both sides is none of them.
  std::set<ActorIndex> others;
  const std::uint16_t verb = view.word(word).head;
  const std::uint16_t subject = verb == 0 ? 0 : view.child(verb, "nsubj");
  if (const Mention* speaker =
          subject == 0 || subject == word ? nullptr : reading.headed_by(sentence, subject)) {
    const std::vector<ActorIndex> actors = speaker->actors;
    for (const ActorIndex actor : actors) {
      if (const auto own = state_of(reading, actor)) others.insert(*own);
    }
  }
  const std::string noun = lower(view.word(word).lemma);
  const bool of_conflict = noun == "side" || noun == "party";
  std::vector<ActorIndex> pair =
      of_conflict ? parties(reading, sentence, others) : std::vector<ActorIndex>();
  if (pair.empty() && !(of_conflict && sentence > 1))
    pair = last_two(reading, {.sentence = sentence, .word = word}, others);
  if (pair.size() != 2) return;
  Mention mention;
  mention.sentence = sentence;
  mention.first = mention.last = mention.head = word;
  for (const std::uint16_t c : view.children[word]) {
    if (view.relation(c) == "det" || view.relation(c) == "nummod")
      mention.first = std::min(mention.first, c);
  }
  mention.kind = MentionKind::Nominal;
  std::sort(pair.begin(), pair.end());
  mention.actors = pair;
  mention.confidence = kByContext;
  reading.add(std::move(mention));
}

}  // namespace entente
