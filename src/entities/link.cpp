// SPDX-License-Identifier: ISC
#include "entities/link.h"

#include "entities/english.h"
#include "entities/names.h"
#include "entities/nominal.h"
#include "entities/pronoun.h"
#include "entities/reading.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente {

namespace {

// Reads the text once from left to right, so that every phrase finds what stands before it done.
class Follower {
 public:
  explicit Follower(Reading& reading) : r_(reading) {}

  void follow() {
    for (std::uint32_t s = 0; s < r_.sentences.size(); ++s) {
      done_.assign(r_.roles[s].size(), false);
      first_.assign(r_.sentences[s].size() + 1U, false);
      read_speakers(s);
      for (std::uint16_t w = 1; w <= r_.sentences[s].size(); ++w) follow_word(s, w);
    }
  }

 private:
  // "“...,” he said": who speaks must be known before what is said is read.
  void read_speakers(std::uint32_t s) {
    const SentenceView& view = r_.sentences[s];
    const bool quotes = std::any_of(view.quotation.begin(), view.quotation.end(),
                                    [](std::uint32_t q) { return q != 0; });
    for (std::uint16_t w = 1; quotes && w <= view.size(); ++w) {
      const PronounClass cls = pronoun_class(view.word(w));
      const bool person = cls == PronounClass::He || cls == PronounClass::She;
      if (!person || view.quotation[w] != 0 || view.relation(w) != "nsubj") continue;
      first_[w] = true;
      link_pronoun(r_, s, w);
    }
  }

  void follow_word(std::uint32_t s, std::uint16_t w) {
    link_group(r_, s, w);
    if (r_.headed_by(s, w) == nullptr) link_epithet(r_, s, w);
    if (!first_[w]) link_pronoun(r_, s, w);
    link_employer(r_, s, w);
    for (std::size_t i = 0; i < r_.roles[s].size(); ++i) {
      if (r_.roles[s][i].span.last == w) link_role(s, i);
    }
  }

  // "the commander of the Russian army": what the of-phrase holds is read first.
  void link_role(std::uint32_t s, std::size_t i) {
    if (done_[i]) return;
    done_[i] = true;
    const SentenceView& view = r_.sentences[s];
    const WordSpan span = r_.roles[s][i].span;
    const auto next = static_cast<std::uint16_t>(span.last + 1);
    if (next <= view.size() && view.word(next).upos == Upos::ADP) {
      for (std::size_t k = i + 1; k < r_.roles[s].size(); ++k) {
        if (view.dominates(span.last, r_.roles[s][k].span.last)) link_role(s, k);
      }
    }
    link_nominal(r_, s, r_.roles[s][i]);
  }

  Reading& r_;
  std::vector<bool> done_;   // role nouns of the sentence
  std::vector<bool> first_;  // words that were read before the others
};

void sort_mentions(std::vector<Mention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tuple(a.sentence, a.first, -static_cast<int>(a.last)) <
           std::tuple(b.sentence, b.first, -static_cast<int>(b.last));
  });
}

// New number of every actor: those mentioned in order, then those that only posts name.
std::vector<ActorIndex> order_of_mention(const Reading& reading) {
  constexpr ActorIndex kUnused = 0xffffffff;
  std::vector<ActorIndex> order(reading.actors.size(), kUnused);
  ActorIndex next = 0;
  const auto number = [&](ActorIndex actor) {
    if (order[actor] == kUnused) order[actor] = next++;
  };
  for (const Mention& m : reading.mentions) std::for_each(m.actors.begin(), m.actors.end(), number);
  for (const StatedPost& p : reading.posts) {
    number(p.person);
    number(p.body);
  }
  return order;
}

Entities finish(Reading& reading) {
  sort_mentions(reading.mentions);
  const std::vector<ActorIndex> order = order_of_mention(reading);
  Entities out;
  const auto used = static_cast<std::size_t>(
      std::count_if(order.begin(), order.end(), [&](ActorIndex o) { return o < order.size(); }));
  out.actors.resize(used);
  std::vector<Actor> actors = reading.actors.take();
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (order[i] < used) out.actors[order[i]] = std::move(actors[i]);
  }
  for (Mention& m : reading.mentions) {
    for (ActorIndex& a : m.actors) a = order[a];
  }
  std::set<std::tuple<std::uint32_t, ActorIndex, ActorIndex, bool>> seen;
  for (StatedPost& p : reading.posts) {
    p.person = order[p.person];
    p.body = order[p.body];
    if (seen.emplace(p.sentence, p.person, p.body, p.leads).second) out.posts.push_back(p);
  }
  out.mentions = std::move(reading.mentions);
  return out;
}

}  // namespace

Entities find_entities(const Gazetteer& gazetteer, const Document& document,
                       std::span<const Sentence> sentences) {
  Reading reading(gazetteer.impl(), document, sentences);
  link_names(reading);
  Follower(reading).follow();
  link_first_person(reading);
  return finish(reading);
}

}  // namespace entente
