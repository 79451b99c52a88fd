// SPDX-License-Identifier: ISC
/// @file
/// From words to the actors that they name.
#pragma once

#include "entities/mention.h"
#include "events/claim.h"
#include "events/tree.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace entente {

/// How far from the word itself an actor may stand.
enum class Reach : std::uint8_t {
  Itself,   ///< the phrase names the actor: "Russian troops"
  Related,  ///< or something of the actor's: "oil refineries in Russia", "Putin's decision"
};

/// The actors of some words.
struct Participants {
  std::vector<Participant> list;  ///< in text order, each actor once
  double confidence = 1.0;        ///< lower where the phrase only relates to the actor
  bool is_place = false;          ///< all stand in the text as mere places ("in Minsk")
  bool empty() const { return list.empty(); }
};

/// The mentions of an article, by sentence and head.
class MentionIndex {
 public:
  /// `others`: nouns of people who are others than whose they are (EventLexicon::others). All three
  /// must outlive it.
  MentionIndex(std::span<const Sentence> sentences, const Entities& entities,
               const std::unordered_set<std::string>& others);

  /// The mention that `head` heads: the longest, names and phrases before places; null if none.
  const Mention* at(std::uint32_t sentence, WordNumber head) const;
  const Entities& entities() const { return *entities_; }

  /// The actors that the phrase of `word` and its coordinates name.
  Participants actors_of(const Tree& tree, std::uint32_t sentence, WordNumber word,
                         Reach reach) const;
  /// The same for several words, united.
  Participants actors_of(const Tree& tree, std::uint32_t sentence,
                         std::span<const WordNumber> words, Reach reach) const;

 private:
  const Entities* entities_;
  std::span<const Sentence> sentences_;
  const std::unordered_set<std::string>* others_;
  std::map<std::pair<std::uint32_t, WordNumber>, std::vector<std::uint32_t>> by_head_;
  void add_leaders(const Tree& tree, std::uint32_t sentence, WordNumber word, int depth,
                   Participants& out) const;
  Participants of_phrase(const Tree& tree, std::uint32_t sentence, WordNumber word, Reach reach,
                         int depth) const;
};

/// Adds those of `more` that are not yet in `all`.
void unite(Participants& all, const Participants& more);

}  // namespace entente
