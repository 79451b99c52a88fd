// SPDX-License-Identifier: ISC
#include "events/analyze.h"

#include "syntax/conllu.h"

#include <utility>

namespace entente {

namespace {

std::vector<TokenizedDocument> tokenize_all(std::vector<ArticleInput>& inputs) {
  std::vector<TokenizedDocument> tokenized;
  tokenized.reserve(inputs.size());
  for (ArticleInput& input : inputs) {
    tokenized.push_back(
        {&input.document, input.has_tokens ? std::move(input.tokens) : tokenize(input.document)});
  }
  return tokenized;
}

// The annotation that the input brought wins over ours.
void keep_given_trees(const ArticleInput& input, std::vector<Sentence>& parsed) {
  for (std::size_t i = 0; i < input.has_tree.size() && i < parsed.size(); ++i) {
    if (!input.has_tree[i]) continue;
    Sentence given = input.trees[i];
    fill_gaps(parsed[i], given);
    parsed[i] = std::move(given);
  }
}

}  // namespace

std::vector<AnalyzedArticle> analyze(const Resources& resources, std::vector<ArticleInput> inputs) {
  const std::vector<TokenizedDocument> tokenized = tokenize_all(inputs);
  std::vector<std::vector<Sentence>> parsed = parse(resources.syntax, tokenized);

  std::vector<AnalyzedArticle> articles;
  articles.reserve(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    Document& document = inputs[i].document;
    keep_given_trees(inputs[i], parsed[i]);
    Entities entities = find_entities(resources.gazetteer, document, parsed[i]);
    std::vector<Claim> claims = find_claims(resources.lexicon, document, parsed[i], entities);
    articles.push_back(
        {std::move(document), std::move(parsed[i]), std::move(entities), std::move(claims)});
  }
  return articles;
}

}  // namespace entente
