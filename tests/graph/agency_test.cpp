// SPDX-License-Identifier: ISC
#include "graph/agency.h"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

Actor medium(std::string id, std::string label, std::string other) {
  Actor actor;
  actor.id = std::move(id);
  actor.label = std::move(label);
  actor.type = ActorType::Media;
  actor.names = {{actor.label, NameKind::Label}, {std::move(other), NameKind::Acronym}};
  return actor;
}

ActorKnowledge some_media() {
  ActorKnowledge knowledge;
  knowledge.actors = {medium("afp", "Agence France-Presse", "AFP"),
                      medium("associated-press", "Associated Press", "AP"),
                      medium("interfax", "Interfax", "IF"), medium("reuters", "Reuters", "RTRS"),
                      medium("tass", "TASS", "ITAR-TASS")};
  return knowledge;
}

/// Each line is a block: captions begin with '#', metadata with '%', the others are paragraphs.
Document document(const std::string& lines, std::string author = "") {
  Document made;
  made.text = lines;
  made.info.author = std::move(author);
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const char mark = lines[begin];
    const BlockKind kind = mark == '#'   ? BlockKind::Caption
                           : mark == '%' ? BlockKind::Metadata
                                         : BlockKind::Body;
    const std::size_t skip = kind == BlockKind::Body ? 0 : 1;
    made.blocks.push_back(
        {kind, {static_cast<std::uint32_t>(begin + skip), static_cast<std::uint32_t>(end)}});
    begin = end + 1;
  }
  return made;
}

std::string agency(const std::string& lines, std::string author = "") {
  const ActorKnowledge knowledge = some_media();
  const AgencyNames names(knowledge);
  const Actor* found = find_agency(document(lines, std::move(author)), names);
  return found == nullptr ? "" : found->id;
}

}  // namespace

TEST_CASE("a dateline names the agency", "[agency]") {
  CHECK(agency("KYIV, July 5 (Reuters) - Freedonia shelled Sylvania.") == "reuters");
  CHECK(agency("Kyiv (AFP) – Freedonia shelled Sylvania.") == "afp");
  CHECK(agency("(AP) — Freedonia shelled Sylvania.") == "associated-press");
  CHECK(agency("MOSCOW, March 3. /TASS/. Freedonia shelled Sylvania.") == "tass");
  CHECK(agency("By Ann Example\nMINSK (The Associated Press) -- It rained.") == "associated-press");
}

TEST_CASE("a paragraph that is a credit names the agency", "[agency]") {
  for (const char* credit :
       {"Source: Interfax", "source: INTERFAX.", "— Interfax", "(Interfax)", "(Source: Interfax)",
        "via Interfax", "%Source: Interfax", "Copyright 2022 Interfax. All rights reserved.",
        "© 2021-2022 The Interfax"}) {
    INFO(credit);
    CHECK(agency(std::string("Freedonia shelled Sylvania.\n") + credit) == "interfax");
  }
}

TEST_CASE("a credit behind the last sentence names the agency", "[agency]") {
  CHECK(agency("It rained.\nFreedonia shelled Sylvania, he said. (AFP)") == "afp");
  CHECK(agency("It rained.\n“Freedonia shelled Sylvania.” — Reuters") == "reuters");
}

TEST_CASE("the author may be an agency", "[agency]") {
  CHECK(agency("It rained.", "Reuters") == "reuters");
  CHECK(agency("It rained.", "By Ann Example, Associated Press") == "associated-press");
  CHECK(agency("It rained.", "Ann Example").empty());
}

TEST_CASE("whoever is only spoken of is not credited", "[agency]") {
  for (const char* text :
       {"Freedonia shelled Sylvania, Reuters reported.", "The agency (AP) said so.",
        "He told a reporter (AFP) - and left.", "#Soldiers in Kyiv. (AFP)", "Photo: Reuters",
        "The report was denied by the ministry (Interfax).", "Reuters contributed to this report.",
        "By the river", "Source: a ministry"}) {
    INFO(text);
    CHECK(agency(text).empty());
  }
}

TEST_CASE("an article with several agencies carries no single one's text", "[agency]") {
  CHECK(agency("KYIV (Reuters/AFP) - It rained.").empty());
  CHECK(agency("KYIV (Reuters) - It rained.\nSource: Interfax").empty());
  CHECK(agency("KYIV (Reuters) - It rained.\nSource: Reuters") == "reuters");
}
