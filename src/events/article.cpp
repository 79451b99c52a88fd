// SPDX-License-Identifier: ISC
#include "events/article.h"

#include "events/repair.h"

#include <algorithm>

namespace entente {

namespace {

bool is_speech_act(const std::string& type) {
  return type == "THREATEN" || type == "ACCUSE" || type == "REQUEST" || type == "REJECT" ||
         type == "SUPPORT";
}

/// "asked Oman, which had shelled Yemen, to stop"; "…, a charge that Iran rejected": what is added
/// between commas to a name is the article's, unless it is quoted.
bool is_aside(const Tree& tree, const Speech& speech, WordNumber trigger) {
  for (WordNumber up = trigger; up != 0; up = tree.head(up)) {
    const bool added = tree.word(up).deprel == "acl:relcl" || tree.has_relation(up, "appos");
    if (!added || tree.dominates(up, speech.cue)) continue;
    const WordNumber first = tree.span(up).first;
    if (first > 1 && tree.word(static_cast<WordNumber>(first - 1)).form == ",") return true;
    if (tree.word(first).form == ",") return true;
  }
  return false;
}

bool is_by(const Article& article, const Claim& claim, const std::vector<ActorIndex>& speakers) {
  return std::any_of(claim.initiators.begin(), claim.initiators.end(), [&](const Participant& p) {
    const std::string text = lower_ascii(p.text.in(article.document.text));
    return text == "we" || text == "i" || text == "our" || text == "my" ||
           std::find(speakers.begin(), speakers.end(), p.actor) != speakers.end();
  });
}

}  // namespace

Article::Article(const EventLexicon& lexicon_, const Document& document_,
                 std::span<const Sentence> sentences_, const Entities& entities_)
    : lexicon(lexicon_),
      document(document_),
      repaired_sentences(repaired(lexicon_, sentences_)),
      sentences(repaired_sentences),
      entities(entities_),
      trees(sentences.begin(), sentences.end()),
      mentions(sentences, entities_, lexicon_.others),
      speech(find_speech(lexicon_, document_, sentences, trees, mentions)) {}

void set_speakers(const Article& article, std::uint32_t sentence, WordNumber trigger,
                  bool presupposed, Claim& claim) {
  const bool quoted = article.speech.is_quoted(sentence, trigger);
  bool own_act = is_speech_act(claim.type) && claim.polarity == Polarity::Affirmed;
  for (const Speech* speech : article.speech.around(sentence, trigger)) {
    if (presupposed && !quoted) continue;
    if (speech->speakers.empty()) continue;
    const bool here = speech->sentence == sentence && speech->cue != 0 && !quoted;
    if (here && is_aside(article.trees[sentence], *speech, trigger)) continue;
    // "we warn the Saudis", says X: the article says that X threatens.
    if (own_act && is_by(article, claim, speech->speakers)) {
      own_act = false;
      continue;
    }
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
