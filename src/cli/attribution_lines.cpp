// SPDX-License-Identifier: ISC
#include "cli/attribution_lines.h"

#include "text/utf8.h"

#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

Json spans(const CodePointIndex& index, const std::vector<ByteRange>& ranges) {
  Json out = Json::array();
  for (const ByteRange range : ranges) {
    out.push_back({index.at_byte(range.begin), index.at_byte(range.end)});
  }
  return out;
}

}  // namespace

std::string attribution_line(const EventLexicon& lexicon, const AnalyzedArticle& article) {
  const CodePointIndex index(article.document.text);
  Json list = Json::array();
  for (const Attribution& one :
       find_attributions(lexicon, article.document, article.sentences, article.entities)) {
    Json speakers = Json::array();
    for (const ActorIndex actor : one.speakers) {
      speakers.push_back(article.entities.actors[actor].id);
    }
    list.push_back(Json{{"source", spans(index, one.source)},
                        {"cue", spans(index, one.cue)},
                        {"content", spans(index, one.content)},
                        {"speakers", std::move(speakers)}});
  }
  return Json{{"article", article.document.id}, {"attributions", std::move(list)}}.dump() + "\n";
}

}  // namespace entente::cli
