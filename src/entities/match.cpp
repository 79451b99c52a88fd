// SPDX-License-Identifier: ISC
#include "entities/match.h"

#include <algorithm>

namespace entente {

namespace {

// A piece of the sentence and where it comes from.
struct Step {
  Piece piece;
  std::uint32_t id = PieceTrie::kNone;
  std::uint32_t lemma_id = PieceTrie::kNone;  ///< roles only
  std::uint16_t word = 0;
};

std::vector<Step> steps_of(const PieceTrie& trie, const Sentence& sentence) {
  std::vector<Step> steps;
  for (std::uint16_t w = 1; w <= sentence.words.size(); ++w) {
    for (Piece& piece : pieces_of(sentence.word(w).form)) {
      const std::uint32_t id = trie.piece_id(piece.key);
      steps.push_back({std::move(piece), id, PieceTrie::kNone, w});
    }
  }
  return steps;
}

bool is_letters_of_acronym(const Piece& piece) {
  const bool as_word = piece.capital && piece.key.size() >= 4;
  return piece.all_capitals || as_word || (piece.key.size() == 1 && piece.capital);
}

bool is_written_as(const NameEntry& entry, const Step* steps) {
  for (std::size_t i = 0; i < entry.needs_capital.size(); ++i) {
    const Piece& piece = steps[i].piece;
    if (entry.needs_capital[i] && !piece.capital) return false;
    if (entry.kind == NameKind::Acronym && entry.needs_capital[i] && !is_letters_of_acronym(piece))
      return false;
  }
  return true;
}

// The longest name that begins at steps[begin]; `length` in steps, 0 for none.
struct Longest {
  std::size_t length = 0;
  std::vector<std::uint32_t> entries;
};

Longest longest_name(const Gazetteer::Impl& names, const std::vector<Step>& steps,
                     std::size_t begin) {
  Longest best;
  std::uint32_t node = 0;
  for (std::size_t i = begin; i < steps.size(); ++i) {
    node = names.names.step(node, steps[i].id);
    if (node == PieceTrie::kNone) break;
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t entry : names.names.payloads(node)) {
      if (is_written_as(names.entries[entry], &steps[begin])) fitting.push_back(entry);
    }
    if (!fitting.empty()) best = {i - begin + 1, std::move(fitting)};
  }
  return best;
}

bool all_have_article(const Gazetteer::Impl& names, const std::vector<std::uint32_t>& entries) {
  return std::all_of(entries.begin(), entries.end(),
                     [&](std::uint32_t e) { return names.entries[e].has_article; });
}

}  // namespace

// "US$ 40 million", "AU$".
static bool is_currency(const Word& word) {
  return word.form.ends_with('$');
}

std::vector<NameMatch> match_names(const Gazetteer::Impl& names, const Sentence& sentence) {
  const std::vector<Step> steps = steps_of(names.names, sentence);
  std::vector<NameMatch> out;
  for (std::size_t at = 0; at < steps.size();) {
    Longest found = longest_name(names, steps, at);
    if (found.length == 0) {
      ++at;
      continue;
    }
    if (all_have_article(names, found.entries)) {  // "the Alliance of Sahel States" is not NATO
      Longest inner = longest_name(names, steps, at + 1);
      if (inner.length >= found.length) {
        found = std::move(inner);
        ++at;
      }
    }
    const std::size_t first = at + (all_have_article(names, found.entries) ? 1U : 0U);
    const WordSpan span{steps[first].word, steps[at + found.length - 1].word};
    at += found.length;
    if (!is_currency(sentence.word(span.last))) out.push_back({span, std::move(found.entries)});
  }
  return out;
}

std::vector<RoleMatch> match_roles(const Gazetteer::Impl& names, const Sentence& sentence) {
  const PieceTrie& trie = names.roles;
  std::vector<Step> steps = steps_of(trie, sentence);
  for (Step& step : steps) step.lemma_id = trie.piece_id(fold(sentence.word(step.word).lemma));
  std::vector<RoleMatch> out;
  for (std::size_t at = 0; at < steps.size();) {
    std::size_t length = 0;
    std::uint32_t role = 0, node = 0;
    for (std::size_t i = at; i < steps.size() && node != PieceTrie::kNone; ++i) {
      for (const std::uint32_t id : {steps[i].id, steps[i].lemma_id}) {
        const std::uint32_t end = trie.step(node, id);
        if (end == PieceTrie::kNone || trie.payloads(end).empty()) continue;
        length = i - at + 1;
        role = trie.payloads(end).front();
        break;
      }
      const std::uint32_t next = trie.step(node, steps[i].id);
      node = next != PieceTrie::kNone ? next : trie.step(node, steps[i].lemma_id);
    }
    if (length > 0) out.push_back({{steps[at].word, steps[at + length - 1].word}, role});
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace entente
