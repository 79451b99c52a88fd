// SPDX-License-Identifier: ISC
#include "events/analyze.h"
#include "rdf/load_actors.h"
#include "rdf/load_lexicon.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

ArticleInput input_of(const rdf::LexiconExample& example) {
  ArticleInput input;
  Document& document = input.document;
  document.id = example.entry;
  document.text = example.text;
  document.info.date = Date{2024, 5, 15};
  document.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(example.text.size())}}};
  return input;
}

bool is_understood(const rdf::LexiconExample& example, const std::vector<Claim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return (example.type.empty() || claim.type == example.type) &&
           (example.polarity.empty() || lower(to_string(claim.polarity)) == example.polarity) &&
           (example.modality.empty() || lower(to_string(claim.modality)) == example.modality);
  });
}

/// "entry: sentence" of the lines that are no comments.
std::set<std::string> known_failures(const std::string& root) {
  std::ifstream in(root + "/tests/suites/lexicon/known_failures.txt");
  std::set<std::string> out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') out.insert(line);
  }
  return out;
}

}  // namespace

TEST_CASE("every entry's example gives what the entry says", "[lexicon]") {
  const std::string root = ENTENTE_ROOT;
  const rdf::TripleTable table = rdf::read_triple_table_folder(root + "/ontology/lexicon");
  const EventLexicon lexicon = rdf::load_lexicon(table);
  const std::vector<rdf::LexiconExample> examples = rdf::load_lexicon_examples(table);
  REQUIRE(examples.size() > 500);
  const SyntaxModel model = SyntaxModel::load(root + "/models/english.entente");
  const ActorKnowledge knowledge = rdf::load_actors(rdf::actor_files(root + "/ontology"));
  const Gazetteer gazetteer(knowledge);

  std::vector<ArticleInput> inputs;
  for (const rdf::LexiconExample& example : examples) inputs.push_back(input_of(example));
  const auto articles = analyze({model, gazetteer, lexicon}, std::move(inputs));
  const std::set<std::string> known = known_failures(root);
  std::set<std::string> lines;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const std::string line = examples[i].entry + ": " + examples[i].text;
    lines.insert(line);
    INFO(line << "  (expected " << examples[i].type << ' ' << examples[i].polarity << ' '
              << examples[i].modality << ")");
    CHECK(is_understood(examples[i], articles[i].claims) != known.contains(line));
  }
  for (const std::string& line : known) {
    INFO(line);
    CHECK(lines.contains(line));  // no longer an example
  }
}
