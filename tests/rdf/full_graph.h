// SPDX-License-Identifier: ISC
/// @file
/// A small graph in which every field is used at least once.
#pragma once

#include "graph/records.h"
#include "text/utf8.h"

#include <algorithm>

namespace entente {

inline Actor make_actor(std::string id, std::string label, ActorType type) {
  Actor actor;
  actor.id = std::move(id);
  actor.label = std::move(label);
  actor.type = type;
  actor.vetted = true;
  actor.names = {{actor.label, NameKind::Label, false}};
  return actor;
}

inline KnowledgeGraph full_graph() {
  Actor freedonia = make_actor("FRE", "Freedonia", ActorType::State);
  freedonia.country = "FRE";
  freedonia.sector = "GOV";
  freedonia.wikidata = "Q1";
  freedonia.names.push_back({"Republic of Freedonia", NameKind::Alternative, false});
  freedonia.names.push_back({"Freedonian", NameKind::Adjective, false});
  freedonia.names.push_back({"Glorious", NameKind::Capital, true});
  freedonia.borders = {"SYL"};
  freedonia.memberships = {{"league", Date{1990, 1, 1}, std::nullopt}};
  Actor sylvania = make_actor("SYL", "Sylvania", ActorType::State);
  sylvania.country = "SYL";
  Actor league = make_actor("league", "League of Small States", ActorType::Alliance);
  Actor firefly = make_actor("rufus-firefly", "Rufus \"T\" Firefly", ActorType::Person);
  firefly.vetted = false;
  firefly.gender = Gender::Masculine;
  firefly.acts_for = "FRE";
  firefly.country = "FRE";
  firefly.offices = {{"president", "FRE", true, Date{2020, 2, 29}, Date{2024, 12, 31}}};

  for (Actor* actor : {&freedonia, &sylvania, &league, &firefly}) std::ranges::sort(actor->names);

  ArticleRecord article;
  article.sha256 = std::string(64, 'a');
  article.id = article.sha256.substr(0, 16);
  article.input_id = "war.txt";
  article.title = "Élan, \"war\"\nand peace";
  article.publisher = "The Daily Example";
  article.url = "https://example.org/war?a=1&b=<2>";
  article.author = "A. Writer";
  article.language = "en";
  article.date = Date{2024, 5, 6};
  article.length = 400;
  article.agency = "league";
  article.sketch = {1, 4294967295U};

  ClaimRecord strike;
  strike.article = article.id;
  strike.situation = "00000000000000aa";
  strike.start = 10;
  strike.sentence = "“Élite” Freedonian guns shelled Sylvania, Firefly said.";
  strike.end = strike.start + 55;
  strike.quote = "Freedonian guns shelled Sylvania";
  strike.quote_start = 18;
  strike.quote_end = 50;
  strike.type = "ASSAULT";
  strike.action = "Shelling";
  strike.mode = "heavy-weapons";
  strike.contexts = {"military", "rights_freedoms"};
  strike.initiators = {{"FRE", "Freedonian guns"}, {"FRE", "guns"}};
  strike.recipients = {{"SYL", "Sylvania"}};
  strike.place = PlaceRecord{"Old Town", "SYL"};
  strike.launched_from = PlaceRecord{"Freedonia", "FRE"};
  strike.date = DateInterval{{2024, 5, 1}, {2024, 5, 5}};
  strike.speakers = {"rufus-firefly"};
  strike.quoted_by = {"league", "FRE"};
  strike.polarity = Polarity::Denied;
  strike.modality = Modality::Possible;
  strike.confidence = 0.86;
  strike.quantities = {{"troops", 120000, 150000}, {"wounded", 2.5, 2.5}};
  strike.rule = "verb:shell";
  strike.path = "nsubj(shelled,guns) obj(shelled,Sylvania)";
  strike.id = claim_id(strike);

  ClaimRecord alliance;
  alliance.article = article.id;
  alliance.situation = "00000000000000bb";
  alliance.start = 100;
  alliance.end = 134;
  alliance.quote_start = 100;
  alliance.quote_end = 134;
  alliance.sentence = alliance.quote = "Freedonia is allied with Sylvania.";
  alliance.type = "alliedWith";
  alliance.is_relation = true;
  alliance.initiators = {{"FRE", "Freedonia"}};
  alliance.recipients = {{"SYL", ""}};
  alliance.confidence = 1;
  alliance.id = claim_id(alliance);

  SituationRecord event;
  event.id = strike.situation;
  event.type = strike.type;
  event.action = strike.action;
  event.initiators = {"FRE"};
  event.recipients = {"SYL"};
  event.place = PlaceRecord{"Nowhere/Narnia", ""};
  event.launched_from = PlaceRecord{"", "FRE"};
  event.date = strike.date;
  event.status = Status::Denied;
  event.claim_count = event.article_count = 1;
  event.source_count = 0;
  event.first_reported = event.last_reported = article.date;
  SituationRecord relation;
  relation.id = alliance.situation;
  relation.type = "alliedWith";
  relation.is_relation = true;
  relation.initiators = {"FRE"};
  relation.recipients = {"SYL"};
  relation.status = Status::SingleSource;
  relation.claim_count = relation.article_count = relation.source_count = 1;

  KnowledgeGraph graph{
      {freedonia, sylvania, league, firefly}, {article}, {strike, alliance}, {event, relation}};
  std::ranges::sort(graph.claims, {}, &ClaimRecord::id);
  const bool strike_is_first = graph.claims[0].id == strike.id;
  graph.situations[0].claims = {strike_is_first ? 0U : 1U};
  graph.situations[1].claims = {strike_is_first ? 1U : 0U};
  return graph;
}

}  // namespace entente
