// SPDX-License-Identifier: ISC
#include "events/article.h"

#include <algorithm>

namespace entente {

Article::Article(const EventLexicon& lexicon_, const Document& document_,
                 std::span<const Sentence> sentences_, const Entities& entities_)
    : lexicon(lexicon_),
      document(document_),
      sentences(sentences_),
      entities(entities_),
      trees(sentences_.begin(), sentences_.end()),
      mentions(sentences_, entities_),
      speech(find_speech(lexicon_, document_, sentences_, trees, mentions)) {}

void set_speakers(const Article& article, std::uint32_t sentence, WordNumber trigger,
                  bool presupposed, Claim& claim) {
  const bool quoted = article.speech.is_quoted(sentence, trigger);
  for (const Speech* speech : article.speech.around(sentence, trigger)) {
    if (presupposed && !quoted) continue;
    if (speech->speakers.empty()) continue;
    if (claim.speakers.empty()) {
      claim.speakers = speech->speakers;
      continue;
    }
    for (const ActorIndex actor : speech->speakers) {
      const auto known = [&](const std::vector<ActorIndex>& list) {
        return std::find(list.begin(), list.end(), actor) != list.end();
      };
      if (!known(claim.speakers) && !known(claim.quoted_by)) claim.quoted_by.push_back(actor);
    }
  }
}

}  // namespace entente
