// SPDX-License-Identifier: ISC
#include "events/repair.h"
#include "rdf/load_lexicon.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

struct Case {
  std::string given, changed;  // the two lines
};

std::vector<Case> read_cases(const std::string& path) {
  std::ifstream in(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '+') {
      cases.back().changed = line.substr(1);
    } else {
      cases.push_back({line, {}});
    }
  }
  return cases;
}

std::vector<std::string> fields_of(const std::string& word) {
  std::vector<std::string> out;
  std::istringstream in(word);
  for (std::string field; std::getline(in, field, '/');) out.push_back(field);
  return out;
}

Upos upos_of(const std::string& xpos, const std::string& relation) {
  static const std::map<std::string, Upos> of_tag = {
      {"NNP", Upos::PROPN}, {"NNPS", Upos::PROPN}, {"NN", Upos::NOUN},  {"NNS", Upos::NOUN},
      {"JJ", Upos::ADJ},    {"RB", Upos::ADV},     {"RP", Upos::ADP},   {"DT", Upos::DET},
      {"PRP", Upos::PRON},  {"PRP$", Upos::PRON},  {"WDT", Upos::PRON}, {"WP", Upos::PRON},
      {"CC", Upos::CCONJ},  {"CD", Upos::NUM},     {"POS", Upos::PART}, {"TO", Upos::PART},
      {"MD", Upos::AUX},    {".", Upos::PUNCT},    {",", Upos::PUNCT},  {"-LRB-", Upos::PUNCT},
      {"AFX", Upos::X}};
  if (xpos == "IN") return relation == "mark" ? Upos::SCONJ : Upos::ADP;
  if (xpos.starts_with("VB"))
    return relation.starts_with("aux") || relation == "cop" ? Upos::AUX : Upos::VERB;
  return of_tag.at(xpos);
}

Sentence sentence_of(const std::string& line) {
  Sentence sentence;
  std::istringstream in(line);
  for (std::string text; in >> text;) {
    const std::vector<std::string> fields = fields_of(text);
    REQUIRE(fields.size() == 5);
    Word& word = sentence.words.emplace_back();
    word.form = fields[0];
    word.lemma = fields[1];
    word.xpos = fields[2];
    word.deprel = fields[3];
    word.head = static_cast<std::uint16_t>(std::stoi(fields[4]));
    word.upos = upos_of(word.xpos, word.deprel);
  }
  return sentence;
}

std::string line_of(const Word& word) {
  return word.form + "/" + word.xpos + "/" + word.deprel + "/" + std::to_string(word.head);
}

std::string changes(const Sentence& given, const Sentence& mended) {
  std::string out;
  for (std::size_t i = 0; i < given.words.size(); ++i) {
    const std::string line = line_of(mended.words[i]);
    if (line != line_of(given.words[i])) out += " " + line;
  }
  return out;
}

}  // namespace

TEST_CASE("misread trees are mended, and nothing else in them", "[repairs]") {
  const std::string root = ENTENTE_ROOT;
  const EventLexicon lexicon =
      rdf::load_lexicon(rdf::read_triple_table_folder(root + "/ontology/lexicon"));
  const std::vector<Case> cases = read_cases(root + "/tests/suites/repairs/cases.txt");
  REQUIRE(cases.size() > 20);
  for (const Case& c : cases) {
    INFO(c.given);
    const std::vector<Sentence> given = {sentence_of(c.given)};
    const std::vector<Sentence> mended = repaired(lexicon, given);
    REQUIRE(mended.size() == 1);
    CHECK(changes(given.front(), mended.front()) == c.changed);
  }
}

TEST_CASE("what is mended stays as it is when it is mended again", "[repairs]") {
  const std::string root = ENTENTE_ROOT;
  const EventLexicon lexicon =
      rdf::load_lexicon(rdf::read_triple_table_folder(root + "/ontology/lexicon"));
  for (const Case& c : read_cases(root + "/tests/suites/repairs/cases.txt")) {
    INFO(c.given);
    const std::vector<Sentence> given = {sentence_of(c.given)};
    const std::vector<Sentence> once = repaired(lexicon, given);
    CHECK(changes(once.front(), repaired(lexicon, once).front()).empty());
  }
}
