// SPDX-License-Identifier: ISC
#include "cli/fact_lines.h"

#include "events/factuality.h"
#include "events/repair.h"
#include "events/timex.h"
#include "text/utf8.h"

#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

Json day(const std::optional<DateInterval>& days, bool last) {
  if (!days) return nullptr;
  return to_iso_string(last ? days->to : days->from);
}

}  // namespace

std::string factuality_line(const EventLexicon& lexicon, const AnalyzedArticle& article) {
  Json verbs = Json::array();
  const std::vector<Sentence> sentences = repaired(lexicon, article.sentences);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Tree tree(sentences[s]);
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      if (!tree.is_verbal(n)) continue;
      const Factuality fact = factuality_of(lexicon, tree, n);
      verbs.push_back(Json{{"sentence", s},
                           {"word", n},
                           {"form", tree.word(n).form},
                           {"polarity", lower_ascii(to_string(fact.polarity))},
                           {"modality", lower_ascii(to_string(fact.modality))}});
    }
  }
  return Json{{"article", article.document.id}, {"verbs", std::move(verbs)}}.dump() + "\n";
}

std::string times_line(const AnalyzedArticle& article) {
  const CodePointIndex index(article.document.text);
  Json times = Json::array();
  for (const Sentence& sentence : article.sentences) {
    for (const Timex& timex : find_timexes(sentence, article.document.info.date)) {
      times.push_back(Json{{"start", index.at_byte(sentence.word(timex.first).range.begin)},
                           {"end", index.at_byte(sentence.word(timex.last).range.end)},
                           {"value", timex.value},
                           {"from", day(timex.days, false)},
                           {"to", day(timex.days, true)}});
    }
  }
  return Json{{"article", article.document.id}, {"times", std::move(times)}}.dump() + "\n";
}

}  // namespace entente::cli
