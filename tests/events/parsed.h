// SPDX-License-Identifier: ISC
// Parsed sentences by hand: one word a line, "form lemma UPOS head relation", and who is meant.
#pragma once

#include "events/analyze.h"
#include "rdf/load_lexicon.h"

#include <sstream>
#include <string>
#include <vector>

namespace entente::test {

inline const EventLexicon& lexicon() {
  static const EventLexicon kLexicon =
      rdf::load_lexicon(std::string(ENTENTE_ROOT) + "/ontology/lexicon");
  return kLexicon;
}

/// An article of one or more sentences; its text is the words with blanks between them.
class ParsedArticle {
 public:
  ParsedArticle& sentence(const std::string& lines) {
    Sentence out;
    std::istringstream in(lines);
    Word word;
    std::string upos;
    while (in >> word.form >> word.lemma >> upos >> word.head >> word.deprel) {
      word.upos = parse_upos(upos.substr(0, upos.find('/')));
      word.xpos = upos.find('/') == std::string::npos ? "" : upos.substr(upos.find('/') + 1);
      word.range.begin = static_cast<std::uint32_t>(document.text.size());
      document.text += word.form;
      word.range.end = static_cast<std::uint32_t>(document.text.size());
      document.text += ' ';
      out.words.push_back(word);
    }
    out.range = {out.words.front().range.begin, out.words.back().range.end};
    sentences.push_back(std::move(out));
    return *this;
  }

  /// Word `head` of the last sentence names the actor with that id.
  ParsedArticle& actor(std::uint16_t head, const std::string& id,
                       MentionKind kind = MentionKind::Name) {
    ActorIndex index = 0;
    while (index < entities.actors.size() && entities.actors[index].id != id) ++index;
    if (index == entities.actors.size()) {
      Actor one;
      one.id = one.label = id;
      one.country = id.substr(0, 3);
      one.type = id.size() == 3 ? ActorType::State : ActorType::Person;
      entities.actors.push_back(one);
    }
    Mention mention;
    mention.sentence = static_cast<std::uint32_t>(sentences.size() - 1);
    mention.first = mention.last = mention.head = head;
    mention.kind = kind;
    mention.actors = {index};
    entities.mentions.push_back(mention);
    return *this;
  }

  /// The claims as lines: "ASSAULT RUS > UKR denied planned by putin".
  std::vector<std::string> claims() const {
    std::vector<std::string> out;
    for (const Claim& claim : find_claims(lexicon(), document, sentences, entities)) {
      out.push_back(line_of(claim));
    }
    return out;
  }

  Document document;
  std::vector<Sentence> sentences;
  Entities entities;

 private:
  std::string names(const std::vector<Participant>& list) const {
    std::string out;
    for (const Participant& p : list) out += (out.empty() ? "" : ",") + entities.actors[p.actor].id;
    return out.empty() ? "-" : out;
  }

  std::string line_of(const Claim& claim) const {
    std::string out = claim.type + ' ' + names(claim.initiators) + " > " + names(claim.recipients);
    if (claim.polarity == Polarity::Denied) out += " denied";
    if (claim.modality != Modality::Actual) {
      std::string modality(to_string(claim.modality));
      modality[0] = static_cast<char>(modality[0] - 'A' + 'a');
      out += ' ' + modality;
    }
    for (const ActorIndex a : claim.speakers) out += " by " + entities.actors[a].id;
    return out;
  }
};

using Lines = std::vector<std::string>;

}  // namespace entente::test
