// SPDX-License-Identifier: ISC
#include "events/analyze.h"
#include "rdf/load_actors.h"
#include "rdf/load_lexicon.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Countries = std::set<std::string>;

struct Coded {
  std::string type, text;
  Countries initiators, recipients;  ///< empty: not asked for
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Countries countries_in(const std::string& list) {
  Countries out;
  std::istringstream in(list);
  for (std::string code; std::getline(in, code, ',');) {
    if (trimmed(code) != "-") out.insert(trimmed(code));
  }
  return out;
}

/// The lines that are neither empty nor comments.
std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') out.push_back(line);
  }
  return out;
}

Coded coded_of(const std::string& line) {
  std::istringstream in(line);
  std::string type, initiators, recipients, text;
  std::getline(in, type, '|');
  std::getline(in, initiators, '|');
  std::getline(in, recipients, '|');
  std::getline(in, text);
  return {trimmed(type), trimmed(text), countries_in(initiators), countries_in(recipients)};
}

ArticleInput input_of(const Coded& coded) {
  ArticleInput input;
  Document& document = input.document;
  document.text = coded.text;
  document.info.date = Date{2024, 5, 15};
  document.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(coded.text.size())}}};
  return input;
}

bool names(const AnalyzedArticle& article, const std::vector<Participant>& side,
           const Countries& wanted) {
  return wanted.empty() || std::any_of(side.begin(), side.end(), [&](const Participant& p) {
           return wanted.contains(article.entities.actors[p.actor].country);
         });
}

bool is_two_sided(const std::string& type) {
  return type == "AGREE" || type == "CONSULT" || type == "COOPERATE" || type == "SUPPORT";
}

bool is_understood(const Coded& coded, const AnalyzedArticle& article) {
  return std::any_of(article.claims.begin(), article.claims.end(), [&](const Claim& claim) {
    if (claim.type != coded.type) return false;
    const auto fits = [&](const Countries& one, const Countries& other) {
      return names(article, claim.initiators, one) && names(article, claim.recipients, other);
    };
    return fits(coded.initiators, coded.recipients) ||
           (is_two_sided(coded.type) && fits(coded.recipients, coded.initiators));
  });
}

}  // namespace

TEST_CASE("a sentence for every code gives the event between the two", "[plover]") {
  const std::string root = ENTENTE_ROOT;
  const EventLexicon lexicon = rdf::load_lexicon(root + "/ontology");
  const SyntaxModel model = SyntaxModel::load(root + "/models/english.entente");
  const ActorKnowledge knowledge = rdf::load_actors(rdf::actor_files(root + "/ontology"));
  const Gazetteer gazetteer(knowledge);

  std::vector<Coded> sentences;
  for (const std::string& line : lines_of(root + "/tests/suites/plover/sentences.txt")) {
    sentences.push_back(coded_of(line));
  }
  REQUIRE(sentences.size() > 200);
  std::vector<ArticleInput> inputs;
  for (const Coded& coded : sentences) inputs.push_back(input_of(coded));
  const auto articles = analyze({model, gazetteer, lexicon}, std::move(inputs));
  const std::vector<std::string> listed =
      lines_of(root + "/tests/suites/plover/known_failures.txt");
  const std::set<std::string> known(listed.begin(), listed.end());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    INFO(sentences[i].type << ": " << sentences[i].text);
    CHECK(is_understood(sentences[i], articles[i]) != known.contains(sentences[i].text));
  }
}
