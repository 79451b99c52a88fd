// SPDX-License-Identifier: ISC
/// @file
/// Articles for tests, built by hand: sentences with their trees, without a parser.
#pragma once

#include "entities/link.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

/// An article whose words are joined by single spaces.
class ArticleBuilder {
 public:
  /// A sentence: words separated by spaces, each "form|UPOS|head|deprel", then, where it matters,
  /// "|feats", "|NER tag" (of any number of fields: those with '=' are features, those that begin
  /// with "B-" or "I-" tags, others lemmas). The lemma is the form in lower case if none is given.
  ArticleBuilder& sentence(std::string_view words);
  /// The next sentences begin a new paragraph.
  ArticleBuilder& paragraph();
  ArticleBuilder& date(int year, int month, int day);

  Entities find(const ActorKnowledge& knowledge) const;
  const Document& document() const { return document_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }

 private:
  Document document_;
  std::vector<Sentence> sentences_;
  std::uint32_t block_ = 0;
};

/// A few states, people and organisations, enough for the tests.
const ActorKnowledge& small_world();

/// Ids of the actors of the mention headed by a word, "+" between several; "-" if there is none.
std::string who(const Entities& entities, std::uint32_t sentence, std::uint16_t word);
/// Same for the word with this form (its last occurrence in the sentence).
std::string who(const Entities& entities, const ArticleBuilder& article, std::uint32_t sentence,
                std::string_view form);
/// Kind of that mention; nothing if there is none.
std::optional<MentionKind> kind(const Entities& entities, std::uint32_t sentence,
                                std::uint16_t word);
/// Posts as "person leads body (role)" or "person of body (role)", "ex-" before former ones.
std::vector<std::string> posts(const Entities& entities);

}  // namespace entente::test
