// SPDX-License-Identifier: ISC
#include "events/analyze.h"
#include "events/article.h"

namespace entente {

namespace {

ByteRange bytes_of(std::span<const Sentence> sentences, WordRange range) {
  const Sentence& sentence = sentences[range.sentence];
  return {sentence.word(range.first).range.begin, sentence.word(range.last).range.end};
}

}  // namespace

std::vector<Attribution> find_attributions(const EventLexicon& lexicon, const Document& document,
                                           std::span<const Sentence> sentences,
                                           const Entities& entities) {
  const Article article(lexicon, document, sentences, entities);
  std::vector<Attribution> out;
  for (const Speech& speech : article.speech.speeches) {
    Attribution one;
    for (const WordRange& r : speech.source) one.source.push_back(bytes_of(sentences, r));
    for (const WordRange& r : speech.content) one.content.push_back(bytes_of(sentences, r));
    if (speech.cue != 0) one.cue.push_back(sentences[speech.sentence].word(speech.cue).range);
    one.speakers = speech.speakers;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace entente
