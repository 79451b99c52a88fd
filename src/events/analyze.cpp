// SPDX-License-Identifier: ISC
#include "events/analyze.h"

#include "text/tokens.h"

#include <utility>

namespace entente {

std::vector<AnalyzedArticle> analyze(const Resources& resources, std::vector<Document> documents) {
  std::vector<TokenizedDocument> tokenized;
  tokenized.reserve(documents.size());
  for (const Document& document : documents) tokenized.push_back({&document, tokenize(document)});

  std::vector<std::vector<Sentence>> parsed = parse(resources.syntax, tokenized);

  std::vector<AnalyzedArticle> articles;
  articles.reserve(documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Entities entities = find_entities(resources.gazetteer, documents[i], parsed[i]);
    std::vector<Claim> claims = find_claims(resources.lexicon, documents[i], parsed[i], entities);
    articles.push_back(
        {std::move(documents[i]), std::move(parsed[i]), std::move(entities), std::move(claims)});
  }
  return articles;
}

}  // namespace entente
