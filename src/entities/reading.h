// SPDX-License-Identifier: ISC
/// @file
/// One article while its mentions are being found: indexes over its sentences, and what has been
/// found so far. Internal to src/entities.
#pragma once

#include "entities/gazetteer.h"
#include "entities/mention.h"
#include "syntax/sentence.h"
#include "text/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

inline constexpr std::uint32_t kNoMention = 0xffffffff;

/// Words of a sentence, from 1, both ends included; empty if last < first.
struct WordSpan {
  std::uint16_t first = 1, last = 0;
  bool empty() const { return last < first; }
  bool contains(std::uint16_t word) const { return first <= word && word <= last; }
  friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

/// A sentence with its tree turned around.
struct SentenceView {
  const Sentence* sentence = nullptr;
  std::vector<std::vector<std::uint16_t>> children;  ///< see children_of
  std::vector<WordSpan> subtree;                     ///< by word; outermost words of its subtree
  std::vector<std::uint32_t> quotation;  ///< by word; number of the quotation around it, 0 for none
  std::vector<std::uint32_t> headed;     ///< by word; mention whose head it is, or kNoMention
  double position = 0;       ///< its distance from the first sentence; quoted sentences count less
  bool is_headline = false;  ///< most words begin with capitals, so capitals say little

  std::uint16_t size() const { return static_cast<std::uint16_t>(sentence->words.size()); }
  const Word& word(std::uint16_t number) const { return sentence->word(number); }
  std::string_view relation(std::uint16_t number) const {
    return base_relation(word(number).deprel);
  }
  /// First child with this relation (without subtype); 0 if there is none.
  std::uint16_t child(std::uint16_t head, std::string_view relation) const;
  /// True if `above` is `word` or one of its ancestors.
  bool dominates(std::uint16_t above, std::uint16_t word) const;
};

/// The actors of an article, each once.
class ActorTable {
 public:
  explicit ActorTable(const Gazetteer::Impl& names) : names_(names) {}
  /// The copy of a vetted actor; `index` counts in ActorKnowledge::actors.
  ActorIndex known(std::uint32_t index);
  /// The actor of this id, vetted if the knowledge (or a ruling) has it, else `actor` itself.
  ActorIndex add(Actor actor);
  std::optional<ActorIndex> find(std::string_view id) const;
  /// As known() by id; nothing if no such actor is vetted.
  std::optional<ActorIndex> known_id(std::string_view id);

  /// Gives an actor that is not vetted another name, and the id that follows from it; nothing
  /// happens if somebody else has it.
  void rename(ActorIndex index, const std::string& label);

  const Actor& operator[](ActorIndex index) const { return actors_[index]; }
  Actor& operator[](ActorIndex index) { return actors_[index]; }
  std::size_t size() const { return actors_.size(); }
  std::vector<Actor> take() { return std::move(actors_); }

 private:
  const Gazetteer::Impl& names_;
  std::vector<Actor> actors_;
  std::map<std::string, ActorIndex, std::less<>> by_id_;
};

/// A role noun in the text: "foreign minister", "troops". `role` counts in role_nouns.
struct RoleMatch {
  WordSpan span;
  std::uint32_t role = 0;
};

/// Sentences that a quotation spans, both ends included.
struct QuotedSentences {
  std::uint32_t first = 0, last = 0;
};

struct Reading {
  Reading(const Gazetteer::Impl& names, const Document& document,
          std::span<const Sentence> sentences);

  const Gazetteer::Impl& names;
  const Document& document;
  std::vector<SentenceView> sentences;
  std::vector<std::vector<RoleMatch>> roles;  ///< by sentence, in text order, longest only
  ActorTable actors;
  std::vector<Mention> mentions;  ///< in the order in which they were found
  std::vector<StatedPost> posts;
  /// First and last sentence of every quotation; the first entry stands for "none".
  std::vector<QuotedSentences> quotations;
  /// Mentions of each sentence, in the order in which they were found.
  std::vector<std::vector<std::uint32_t>> by_sentence;

  /// Adds a mention; its head is worked out. A word that already heads a mention of more words
  /// keeps it as the one that `headed` tells.
  std::uint32_t add(Mention mention);
  const Mention* headed_by(std::uint32_t sentence, std::uint16_t word) const;
  /// The role noun whose last word this is; null if it ends none.
  const RoleMatch* role_ending(std::uint32_t sentence, std::uint16_t word) const;
  /// The role noun that the word is a part of; null if there is none.
  const RoleMatch* role_at(std::uint32_t sentence, std::uint16_t word) const;
  const RoleNoun& noun(const RoleMatch& match) const {
    return names.knowledge.role_nouns[match.role];
  }
  /// The innermost mention that covers the word, of whatever head; null if there is none.
  const Mention* covering(std::uint32_t sentence, std::uint16_t word) const;
};

/// The word of the span that governs the others.
std::uint16_t head_of(const SentenceView& sentence, WordSpan span);

/// Words [first, last] as they stand in the text.
std::string text_of(const Reading& reading, std::uint32_t sentence, WordSpan span);

}  // namespace entente
