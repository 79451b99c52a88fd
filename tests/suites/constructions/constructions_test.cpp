// SPDX-License-Identifier: ISC
#include "events/analyze.h"
#include "rdf/load_actors.h"
#include "rdf/load_lexicon.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

const std::string kRoot = ENTENTE_ROOT;
const std::string kSuite = kRoot + "/tests/suites/constructions/";

/// A sentence and what it must and must not give.
struct Case {
  std::string text;
  std::vector<std::string> wanted, unwanted;
};

std::vector<Case> read_cases(const std::string& file) {
  std::ifstream in(kSuite + file);
  std::vector<Case> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("+ ")) {
      out.back().wanted.push_back(line.substr(2));
    } else if (line.starts_with("- ")) {
      out.back().unwanted.push_back(line.substr(2));
    } else {
      out.push_back({line, {}, {}});
    }
  }
  return out;
}

ArticleInput input_of(const std::string& text) {
  ArticleInput input;
  input.document.text = text;
  input.document.info.date = Date{2022, 9, 15};
  input.document.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(text.size())}}};
  return input;
}

std::vector<AnalyzedArticle> analyzed(const std::vector<Case>& cases) {
  static const SyntaxModel kModel = SyntaxModel::load(kRoot + "/models/english.entente");
  static const ActorKnowledge kActors = rdf::load_actors(rdf::actor_files(kRoot + "/ontology"));
  static const Gazetteer kGazetteer(kActors);
  static const EventLexicon kLexicon = rdf::load_lexicon(kRoot + "/ontology/lexicon");
  std::vector<ArticleInput> inputs;
  for (const Case& one : cases) inputs.push_back(input_of(one.text));
  return analyze({kModel, kGazetteer, kLexicon}, std::move(inputs));
}

std::string names(const AnalyzedArticle& article, const std::vector<Participant>& side) {
  std::string out;
  for (const Participant& p : side) {
    out += (out.empty() ? "" : ",") + article.entities.actors[p.actor].id;
  }
  return out.empty() ? "-" : out;
}

std::string line_of(const AnalyzedArticle& article, const Claim& claim) {
  std::string out = claim.type + ' ' + names(article, claim.initiators) + " > " +
                    names(article, claim.recipients);
  if (claim.polarity == Polarity::Denied) out += " denied";
  if (claim.modality != Modality::Actual) {
    std::string modality(to_string(claim.modality));
    modality[0] = static_cast<char>(modality[0] - 'A' + 'a');
    out += ' ' + modality;
  }
  for (const ActorIndex a : claim.speakers) out += " by " + article.entities.actors[a].id;
  return out;
}

std::vector<std::string> lines_of(const AnalyzedArticle& article) {
  std::vector<std::string> out;
  for (const Claim& claim : article.claims) out.push_back(line_of(article, claim));
  return out;
}

bool contains(const std::vector<std::string>& lines, const std::string& line) {
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "\n  " + line;
  return out;
}

/// What a sentence that denies something may affirm all the same: that somebody denies, accuses or
/// asks, holds a post, or draws back.
bool may_be_affirmed(const Claim& claim) {
  for (const char* type : {"REJECT", "ACCUSE", "REQUEST", "SANCTION", "RETREAT", "leads"}) {
    if (claim.type == type) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("constructions give the claims that they state", "[constructions]") {
  const std::vector<Case> cases = read_cases("cases.txt");
  REQUIRE(!cases.empty());
  const std::vector<AnalyzedArticle> articles = analyzed(cases);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::vector<std::string> made = lines_of(articles[i]);
    INFO(cases[i].text << joined(made));
    for (const std::string& line : cases[i].wanted) {
      INFO("wanted: " << line);
      CHECK(contains(made, line));
    }
    for (const std::string& line : cases[i].unwanted) {
      INFO("not wanted: " << line);
      CHECK_FALSE(contains(made, line));
    }
  }
}

TEST_CASE("what is denied never comes out as affirmed", "[constructions]") {
  const std::vector<Case> cases = read_cases("denials.txt");
  REQUIRE(!cases.empty());
  const std::vector<AnalyzedArticle> articles = analyzed(cases);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    INFO(cases[i].text << joined(lines_of(articles[i])));
    for (const Claim& claim : articles[i].claims) {
      CHECK((claim.polarity == Polarity::Denied || may_be_affirmed(claim)));
    }
  }
}
