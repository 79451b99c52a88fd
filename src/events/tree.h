// SPDX-License-Identifier: ISC
/// @file
/// A sentence as a tree that can be asked: children, prepositions, spans, voice.
#pragma once

#include "syntax/sentence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Number of a word in its sentence, from 1; 0 is no word.
using WordNumber = std::uint16_t;

/// A view of a sentence, which must outlive it.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  WordNumber size() const { return static_cast<WordNumber>(sentence_->words.size()); }
  const Sentence& sentence() const { return *sentence_; }
  const Word& word(WordNumber n) const { return sentence_->word(n); }
  /// Lower case; the form where the lemma is empty.
  const std::string& lemma(WordNumber n) const { return lemmas_[n]; }
  std::string lower_form(WordNumber n) const;
  /// 0 for the root, and for 0.
  WordNumber head(WordNumber n) const { return n == 0 ? WordNumber{0} : word(n).head; }
  const std::vector<WordNumber>& children(WordNumber n) const { return children_[n]; }

  /// True for the relation itself and its subtypes: "nsubj" covers "nsubj:pass".
  bool has_relation(WordNumber n, std::string_view relation) const;
  /// First child in that relation; 0 for none.
  WordNumber child(WordNumber n, std::string_view relation) const;
  /// First child with that lemma; 0 for none.
  WordNumber child_with_lemma(WordNumber n, std::string_view lemma) const;

  /// The preposition or marker of a word, in lower case, parts joined by spaces ("out of",
  /// "according to"); empty for none.
  std::string preposition(WordNumber n) const;
  /// First and last word below n, n included.
  struct Span {
    WordNumber first = 0, last = 0;
    bool contains(WordNumber n) const { return first <= n && n <= last; }
  };
  Span span(WordNumber n) const { return spans_[n]; }
  /// True if `below` is n or hangs on it.
  bool dominates(WordNumber n, WordNumber below) const;

  bool is_verbal(WordNumber n) const;
  /// The word heads a clause: a verb, or a predicate noun or adjective with its copula or subject.
  bool is_clause(WordNumber n) const;
  /// A noun in the singular with nothing before it but a preposition.
  bool is_bare(WordNumber n) const;
  bool is_passive(WordNumber n) const;
  bool is_past_participle(WordNumber n) const;

 private:
  const Sentence* sentence_;
  std::vector<std::vector<WordNumber>> children_;
  std::vector<std::string> lemmas_;
  std::vector<Span> spans_;

  bool stands_alone(WordNumber n) const;
};

/// ASCII lower case; other characters stay.
std::string lower_ascii(std::string_view text);

}  // namespace entente
