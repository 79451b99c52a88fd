// SPDX-License-Identifier: ISC
#include "graph/records.h"

#include "graph/hash.h"
#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

ByteRange find(const std::string& text, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Actor actor(std::string id, std::string label) {
  Actor made;
  made.id = std::move(id);
  made.label = std::move(label);
  return made;
}

/// "Élise says that Freedonia shelled Sylvania." with one claim.
AnalyzedArticle analyzed(std::string id = "a.txt") {
  AnalyzedArticle article;
  Document& document = article.document;
  document.id = std::move(id);
  document.text = "« Nouvelles »\nÉlise says that Freedonia shelled Sylvania. More follows.";
  document.info.date = Date{2024, 5, 6};
  article.entities.actors = {actor("elise", "Élise"), actor("FRE", "Freedonia"),
                             actor("SYL", "Sylvania"), actor("nobody", "Nobody")};
  Claim claim;
  claim.evidence = find(document.text, "Élise says that Freedonia shelled Sylvania.");
  claim.quote = find(document.text, "Freedonia shelled Sylvania");
  claim.type = "ASSAULT";
  claim.action = "Shelling";
  claim.contexts = {"military", "legal", "military"};
  claim.initiators = {{1, find(document.text, "Freedonia")}};
  claim.recipients = {{2, find(document.text, "Sylvania")}};
  claim.speakers = {0};
  claim.confidence = 0.71234567;
  article.claims = {claim};
  return article;
}

}  // namespace

TEST_CASE("offsets of a claim count code points of the text", "[records]") {
  const ClaimRecord claim = make_records(analyzed()).claims.at(0);
  CHECK(claim.start == 14);
  CHECK(claim.end == 57);
  CHECK(claim.quote_start == 30);
  CHECK(claim.quote_end == 56);
  CHECK(claim.sentence == "Élise says that Freedonia shelled Sylvania.");
  CHECK(claim.quote == "Freedonia shelled Sylvania");
}

TEST_CASE("participants and speakers are named by actor id", "[records]") {
  const ClaimRecord claim = make_records(analyzed()).claims.at(0);
  CHECK(claim.initiators.at(0).actor == "FRE");
  CHECK(claim.initiators.at(0).text == "Freedonia");
  CHECK(claim.recipients.at(0).actor == "SYL");
  CHECK(claim.speakers == std::vector<SharedText>{"elise"});
}

TEST_CASE("lists are sorted without repetition and confidence is rounded", "[records]") {
  const ClaimRecord claim = make_records(analyzed()).claims.at(0);
  CHECK(claim.contexts == std::vector<SharedText>{"legal", "military"});
  CHECK(claim.confidence == 0.712);
}

TEST_CASE("only actors that the claims speak of go into the graph", "[records]") {
  std::vector<std::string> ids;
  for (const Actor& found : make_records(analyzed()).actors) ids.push_back(found.id);
  CHECK(ids == std::vector<std::string>{"FRE", "SYL", "elise"});
}

TEST_CASE("an article is named by its text, whatever its file is called", "[records]") {
  const ArticleRecord one = make_records(analyzed("a.txt")).article;
  const ArticleRecord other = make_records(analyzed("b.txt")).article;
  CHECK(one.id == other.id);
  CHECK(one.id == sha256_hex(analyzed().document.text).substr(0, 16));
  CHECK(one.length == count_code_points(analyzed().document.text));
}

TEST_CASE("a claim is named by all of its fields", "[records]") {
  ClaimRecord claim = make_records(analyzed()).claims.at(0);
  CHECK(claim.id == claim_id(claim));
  CHECK(claim.id.size() == 16);
  const SharedText before = claim.id;
  claim.polarity = Polarity::Denied;
  CHECK(claim_id(claim) != before);
}

TEST_CASE("a claim that is found twice is one claim", "[records]") {
  AnalyzedArticle article = analyzed();
  article.claims.push_back(article.claims[0]);
  CHECK(make_records(article).claims.size() == 1);
}

TEST_CASE("a quote outside of its sentence becomes the sentence", "[records]") {
  AnalyzedArticle article = analyzed();
  article.claims[0].quote = find(article.document.text, "More follows.");
  CHECK(make_records(article).claims.at(0).quote == "Élise says that Freedonia shelled Sylvania.");
}

TEST_CASE("the background of an actor is followed to its end", "[records]") {
  Actor minister = actor("minister", "Minister");
  minister.acts_for = "FRE";
  Actor state = actor("FRE", "Freedonia");
  state.memberships = {{"LEAGUE", {}, {}}};
  ActorKnowledge knowledge;
  knowledge.actors = {state, actor("LEAGUE", "League"), actor("SYL", "Sylvania")};
  KnowledgeGraph graph;
  graph.actors = {minister};
  add_background(graph, knowledge);
  std::vector<std::string> ids;
  for (const Actor& found : graph.actors) ids.push_back(found.id);
  CHECK(ids == std::vector<std::string>{"FRE", "LEAGUE", "minister"});
}

TEST_CASE("fields of a name cannot run into each other", "[hash]") {
  CHECK(ContentName().add("ab").add("c").id() != ContentName().add("a").add("bc").id());
  CHECK(ContentName().add("").id() != ContentName().id());
  CHECK(ContentName().add("x").id() == ContentName().add("x").id());
}
