// SPDX-License-Identifier: ISC
#include "events/article.h"

#include <algorithm>

namespace entente {

namespace {

/// What a regular verb form may be inflected from: "shelled" from "shell", "shelle", "shel".
std::vector<std::string> stems_of(const std::string& form) {
  std::vector<std::string> out;
  for (const std::string_view ending : {"ed", "ing", "es", "s", "d"}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    out.push_back(stem);
    out.push_back(stem + 'e');
    if (stem[stem.size() - 1] == stem[stem.size() - 2])
      out.push_back(stem.substr(0, stem.size() - 1));
    if (stem.ends_with('i')) out.push_back(stem.substr(0, stem.size() - 1) + 'y');
  }
  return out;
}

bool is_head(const EventLexicon& lexicon, const std::string& lemma) {
  return lexicon.frames_of.contains(lemma) || lexicon.cues_of.contains(lemma);
}

/// The lemmatiser guesses verbs that it has not met ("telephon"); the lexicon knows many of them.
std::vector<Tree> trees_of(const EventLexicon& lexicon, std::span<const Sentence> sentences) {
  std::vector<Tree> trees(sentences.begin(), sentences.end());
  for (Tree& tree : trees) {
    for (WordNumber n = 1; n <= tree.size(); ++n) {
      if (tree.word(n).upos != Upos::VERB || is_head(lexicon, tree.lemma(n))) continue;
      for (const std::string& stem : stems_of(tree.lower_form(n))) {
        if (!is_head(lexicon, stem)) continue;
        tree.set_lemma(n, stem);
        break;
      }
    }
  }
  return trees;
}

}  // namespace

Article::Article(const EventLexicon& lexicon_, const Document& document_,
                 std::span<const Sentence> sentences_, const Entities& entities_)
    : lexicon(lexicon_),
      document(document_),
      sentences(sentences_),
      entities(entities_),
      trees(trees_of(lexicon_, sentences_)),
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
