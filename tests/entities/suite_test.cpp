// SPDX-License-Identifier: ISC
// Runs tests/suites/entities with the shipped model and knowledge; see the README there.
#include "entities/link.h"
#include "rdf/load_actors.h"
#include "syntax/parser.h"
#include "text/tokens.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

struct Case {
  std::string name;
  std::optional<Date> date;
  std::vector<std::string> paragraphs;
  std::vector<std::string> expectations;
};

std::vector<Case> read_cases() {
  std::ifstream in(ENTENTE_ROOT "/tests/suites/entities/cases.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("== "))
      cases.push_back({line.substr(3), {}, {}, {}});
    else if (line.starts_with("date: "))
      cases.back().date = parse_iso_date(line.substr(6));
    else if (line.starts_with("text: "))
      cases.back().paragraphs.push_back(line.substr(6));
    else if (!line.empty())
      cases.back().expectations.push_back(line);
  }
  return cases;
}

Document document_of(const Case& one) {
  Document document;
  document.info.date = one.date;
  for (const std::string& paragraph : one.paragraphs) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += paragraph;
    document.blocks.push_back(
        {BlockKind::Body, {begin, static_cast<std::uint32_t>(document.text.size())}});
    document.text += "\n\n";
  }
  return document;
}

struct Tools {
  ActorKnowledge knowledge = rdf::load_actors(rdf::actor_files(ENTENTE_ROOT "/ontology"));
  Gazetteer gazetteer{knowledge};
  SyntaxModel model = SyntaxModel::load(ENTENTE_ROOT "/models/english.entente");
};

// The mentions of one case, by word.
struct Found {
  Entities entities;
  std::vector<Sentence> sentences;

  // The longest mention that holds the nth occurrence of a word, and is no longer than a name:
  // mentions that are headed elsewhere count only if none is headed by the word.
  const Mention* mention(const std::string& word, int nth) const {
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      for (std::uint16_t w = 1; w <= sentences[s].words.size(); ++w) {
        if (sentences[s].word(w).form == word && --nth == 0) return at(s, w);
      }
    }
    FAIL("no such word: " + word);
    return nullptr;
  }

  const Mention* at(std::uint32_t s, std::uint16_t w) const {
    const Mention* best = nullptr;
    for (const Mention& m : entities.mentions) {
      if (m.sentence != s || m.first > w || m.last < w) continue;
      if (best == nullptr || m.last - m.first < best->last - best->first) best = &m;
    }
    return best;
  }

  std::string ids(const Mention* m) const {
    std::string out;
    if (m == nullptr) return "-";
    for (const ActorIndex a : m->actors) out += (out.empty() ? "" : "+") + entities.actors.at(a).id;
    return out;
  }

  bool is_unknown(const Mention* m) const {
    if (m == nullptr) return true;
    for (const ActorIndex a : m->actors) {
      if (entities.actors.at(a).vetted) return false;
    }
    return true;
  }
};

Found find(const Tools& tools, const Document& document) {
  const TokenizedDocument tokenized{&document, tokenize(document)};
  Found found;
  found.sentences = parse(tools.model, std::span(&tokenized, 1)).front();
  found.entities = find_entities(tools.gazetteer, document, found.sentences);
  return found;
}

void check(const Found& found, const std::string& expectation) {
  std::istringstream in(expectation);
  std::string word, sign, id;
  in >> word >> sign >> id;
  const auto hash = word.find('#');
  const int nth = hash == std::string::npos ? 1 : std::stoi(word.substr(hash + 1));
  const Mention* mention = found.mention(word.substr(0, hash), nth);
  INFO(expectation << ", found " << found.ids(mention));
  if (sign == "=" && id == "-")
    CHECK(found.is_unknown(mention));
  else if (sign == "=")
    CHECK(found.ids(mention) == id);
  else if (sign == "!=")
    CHECK(found.ids(mention) != id);
  else
    CHECK((mention != nullptr && mention->kind == MentionKind::Place && found.ids(mention) == id));
}

}  // namespace

TEST_CASE("names that look alike are kept apart", "[entities][suite]") {
  const Tools tools;
  const std::vector<Case> cases = read_cases();
  REQUIRE(cases.size() >= 20);
  for (const Case& one : cases) {
    INFO("== " << one.name);
    const Found found = find(tools, document_of(one));
    for (const std::string& expectation : one.expectations) check(found, expectation);
  }
}
