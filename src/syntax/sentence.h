// SPDX-License-Identifier: ISC
/// @file
/// Parsed sentences in Universal Dependencies v2. Field names are those of CoNLL-U.
#pragma once

#include "text/byte_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Universal part-of-speech tags, in the order of the UD documentation.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X,
};

std::string_view to_string(Upos upos);
/// X for a name that is none.
Upos parse_upos(std::string_view name);

/// A syntactic word. Words are numbered from 1 as in CoNLL-U; word i is Sentence::words[i - 1].
struct Word {
  ByteRange range;              ///< its characters in Document::text
  bool joined_to_next = false;  ///< see Token
  Upos upos = Upos::X;
  std::uint16_t head = 0;  ///< number of the governing word; 0 is root
  std::string form;
  std::string lemma;
  std::string xpos;    ///< Penn tag
  std::string feats;   ///< "Number=Sing|Person=3", sorted; empty for none
  std::string deprel;  ///< with subtype: "nsubj:pass"
  std::string ner;     ///< name finder's tag "B-PER", "I-ORG", ... ; empty for none ("O")
};

/// A parsed sentence. Exactly one word has head 0; heads form a tree.
struct Sentence {
  ByteRange range;
  std::uint32_t block = 0;  ///< index into Document::blocks
  std::vector<Word> words;

  const Word& word(std::uint32_t number) const { return words[number - 1]; }  ///< from 1
};

/// Relation without its subtype: "nsubj" of "nsubj:pass".
std::string_view base_relation(std::string_view deprel);

/// Children of every word: result[h] are the numbers of the words whose head is h, ascending;
/// result[0] holds the root. Size: words.size() + 1.
std::vector<std::vector<std::uint16_t>> children_of(const Sentence& sentence);

/// Value of a universal feature ("Number" of "Case=Nom|Number=Sing" is "Sing"); empty if absent.
std::string_view feature(const Word& word, std::string_view name);

}  // namespace entente
