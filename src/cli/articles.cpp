// SPDX-License-Identifier: ISC
#include "cli/articles.h"

#include "syntax/conllu.h"

#include <iterator>
#include <utility>

namespace entente::cli {

namespace {

ArticleInput take_conllu(ConlluDocument&& given, const Document& record) {
  ArticleInput input;
  input.document = std::move(given.document);
  input.document.id = record.id;
  input.document.info = record.info;
  input.has_tokens = true;
  input.tokens = std::move(given.tokens);
  input.trees = std::move(given.sentences);
  input.has_tree = std::move(given.has_tree);
  return input;
}

}  // namespace

std::vector<ArticleInput> take_articles(Record&& record, Diagnostics& diagnostics) {
  std::move(record.diagnostics.begin(), record.diagnostics.end(), std::back_inserter(diagnostics));
  std::vector<ArticleInput> articles;
  if (!record.document) return articles;
  if (record.conllu.empty()) {
    articles.emplace_back().document = std::move(*record.document);
    return articles;
  }
  ConlluInput read = read_conllu(record.conllu, record.input);
  for (Diagnostic& diagnostic : read.diagnostics) {
    if (diagnostic.line > 0) diagnostic.line += record.first_line - 1;
    diagnostics.push_back(std::move(diagnostic));
  }
  for (ConlluDocument& given : read.documents) {
    articles.push_back(take_conllu(std::move(given), *record.document));
  }
  return articles;
}

}  // namespace entente::cli
