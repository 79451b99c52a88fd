// SPDX-License-Identifier: ISC
/// @file
/// Small graphs for tests, written as a few lines of claims.
#pragma once

#include "graph/consolidate.h"
#include "graph/hash.h"

#include <string>
#include <utility>
#include <vector>

namespace entente::example {

inline Actor actor(std::string id, ActorType type, std::string country = "",
                   std::string acts_for = "") {
  Actor a;
  a.label = id;
  a.id = std::move(id);
  a.type = type;
  a.country = std::move(country);
  a.acts_for = std::move(acts_for);
  a.vetted = true;
  a.names = {{a.label, NameKind::Label}};
  return a;
}

/// Two neighbours at odds, their leaders, and the forces of one of them.
inline std::vector<Actor> actors() {
  Actor belarus = actor("BLR", ActorType::State, "BLR");
  belarus.label = "Belarus";
  belarus.names = {{"Belarus", NameKind::Label}, {"Minsk", NameKind::Capital}};
  Actor russia = actor("RUS", ActorType::State, "RUS");
  russia.label = "Russia";
  russia.names = {{"Russia", NameKind::Label}, {"Moscow", NameKind::Capital}};
  Actor ukraine = actor("UKR", ActorType::State, "UKR");
  ukraine.label = "Ukraine";
  ukraine.names = {{"Ukraine", NameKind::Label}, {"Kyiv", NameKind::Capital}};
  Actor lukashenko = actor("alexander-lukashenko", ActorType::Person, "BLR", "BLR");
  lukashenko.label = "Alexander Lukashenko";
  lukashenko.names = {{"Alexander Lukashenko", NameKind::Label},
                      {"Lukashenka", NameKind::Alternative}};
  lukashenko.offices = {{"president", "BLR", true, Date{1994, 7, 20}, {}}};
  Actor putin = actor("vladimir-putin", ActorType::Person, "RUS", "RUS");
  putin.label = "Vladimir Putin";
  putin.names = {{"Vladimir Putin", NameKind::Label}, {"Putin", NameKind::Surname}};
  putin.offices = {{"president", "RUS", true, Date{2012, 5, 7}, {}}};
  Actor forces = actor("russian-armed-forces", ActorType::ArmedForce, "RUS", "RUS");
  forces.label = "Russian Armed Forces";
  forces.names = {{"Russian Armed Forces", NameKind::Label}};
  return {belarus, russia, ukraine, lukashenko, putin, forces};
}

inline ArticleRecord article(const std::string& name, std::optional<Date> date = {},
                             std::string publisher = "") {
  ArticleRecord a;
  a.sha256 = sha256_hex(name);
  a.id = a.sha256.substr(0, 16);
  a.input_id = name;
  a.title = "Title of " + name;
  a.publisher = std::move(publisher);
  a.date = date;
  a.length = 1000;
  return a;
}

/// A claim of article `in`, affirmed as fact in the article's own voice; chain the rest.
struct ClaimBuilder {
  ClaimRecord claim;

  ClaimBuilder(const std::string& in, std::string type, std::string initiator,
               std::string recipient) {
    claim.article = article(in).id;
    claim.is_relation = type.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos;
    claim.type = std::move(type);
    if (!initiator.empty()) claim.initiators = {{initiator, initiator}};
    if (!recipient.empty()) claim.recipients = {{recipient, recipient}};
    claim.confidence = 0.8;
    claim.rule = "test:rule";
  }
  ClaimBuilder& action(std::string name) { return claim.action = std::move(name), *this; }
  ClaimBuilder& by(std::string speaker) { return claim.speakers = {std::move(speaker)}, *this; }
  ClaimBuilder& denied() { return claim.polarity = Polarity::Denied, *this; }
  ClaimBuilder& as(Modality modality) { return claim.modality = modality, *this; }
  ClaimBuilder& on(Date day) { return between(day, day); }
  ClaimBuilder& between(Date from, Date to) { return claim.date = DateInterval{from, to}, *this; }
  ClaimBuilder& at(std::string label, std::string country) {
    return claim.place = PlaceRecord{std::move(label), std::move(country)}, *this;
  }
  ClaimBuilder& count(std::string unit, double low, double high) {
    return claim.quantities.push_back({std::move(unit), low, high}), *this;
  }
  ClaimBuilder& quote(std::string words) {
    return claim.quote = claim.sentence = std::move(words), *this;
  }
  ClaimBuilder& sure(double confidence) { return claim.confidence = confidence, *this; }

  /// With the id that its content gives it.
  operator ClaimRecord() const {  // NOLINT: meant to be used as the record itself
    ClaimRecord done = claim;
    std::string content;
    for (const SharedText& text :
         {done.article, done.type, done.action, done.quote, done.sentence}) {
      content += text;
    }
    for (const auto& p : done.initiators) content += "i" + p.actor;
    for (const auto& p : done.recipients) content += "r" + p.actor;
    for (const auto& s : done.speakers) content += "s" + s;
    content += to_string(done.polarity);
    content += to_string(done.modality);
    if (done.date) content += to_iso_string(done.date->from) + to_iso_string(done.date->to);
    if (done.place) content += std::string() + done.place->label + done.place->country;
    for (const auto& q : done.quantities) content += std::string() + q.unit + std::to_string(q.low);
    done.id = sha256_hex(content).substr(0, 16);
    return done;
  }
};

/// The graph of those claims; their articles are made by name, without date or publisher.
inline KnowledgeGraph graph_of(std::vector<ClaimRecord> claims,
                               std::vector<ArticleRecord> articles = {}) {
  for (const char* name : {"a", "b", "c", "d"}) {
    const ArticleRecord made = article(name);
    for (const ClaimRecord& claim : claims) {
      if (claim.article == made.id) articles.push_back(made);
    }
  }
  return consolidate(actors(), std::move(articles), std::move(claims));
}

}  // namespace entente::example
