// SPDX-License-Identifier: ISC
#include "article.h"

#include <algorithm>
#include <sstream>

namespace entente::test {

namespace {

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (c == at)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return text;
}

Word word_of(const std::string& description) {
  const std::vector<std::string> fields = split(description, '|');
  Word word;
  word.form = fields.at(0);
  word.upos = parse_upos(fields.at(1));
  word.lemma = word.upos == Upos::PROPN ? word.form : lower(word.form);
  word.head = static_cast<std::uint16_t>(std::stoi(fields.at(2)));
  word.deprel = fields.at(3);
  for (std::size_t i = 4; i < fields.size(); ++i) {
    if (fields[i].find('=') != std::string::npos)
      word.feats += (word.feats.empty() ? "" : "|") + fields[i];
    else if (fields[i].starts_with("B-") || fields[i].starts_with("I-"))
      word.ner = fields[i];
    else
      word.lemma = fields[i];
  }
  return word;
}

Actor state(std::string id, std::string label, std::vector<ActorName> names) {
  Actor actor;
  actor.id = actor.country = std::move(id);
  actor.label = std::move(label);
  actor.type = ActorType::State;
  actor.sector = "GOV";
  actor.names = std::move(names);
  actor.vetted = true;
  return actor;
}

Actor body(std::string id, std::string label, ActorType type, std::string acts_for,
           std::vector<ActorName> names = {}) {
  Actor actor;
  actor.id = std::move(id);
  actor.label = std::move(label);
  actor.type = type;
  actor.country = acts_for.empty() ? actor.id : acts_for;
  actor.acts_for = std::move(acts_for);
  actor.names = std::move(names);
  actor.vetted = true;
  return actor;
}

Actor person(std::string id, std::string label, std::string country, std::vector<Office> offices,
             std::vector<ActorName> names = {}, Gender gender = Gender::Masculine) {
  Actor actor = body(std::move(id), std::move(label), ActorType::Person, std::move(country),
                     std::move(names));
  actor.offices = std::move(offices);
  actor.gender = gender;
  actor.sector = "GOV";
  return actor;
}

std::vector<Actor> people() {
  const Date y1989{1989, 1, 20}, y1993{1993, 1, 20}, y2001{2001, 1, 20}, y2009{2009, 1, 20};
  return {
      person("alexander-lukashenko", "Alexander Lukashenko", "BLR",
             {{"president", "BLR", true, Date{1994, 7, 20}, {}}},
             {{"Alyaksandr Lukashenka", NameKind::Alternative},
              {"Lukashenko", NameKind::Surname},
              {"Lukashenka", NameKind::Surname}}),
      person("vladimir-putin", "Vladimir Putin", "RUS",
             {{"president", "RUS", true, Date{2012, 5, 7}, {}}}, {{"Putin", NameKind::Surname}}),
      person("theresa-may", "Theresa May", "GBR",
             {{"prime minister", "GBR", true, Date{2016, 7, 13}, Date{2019, 7, 24}}},
             {{"May", NameKind::Surname, true}}, Gender::Feminine),
      person("george-h-w-bush", "George H. W. Bush", "USA",
             {{"president", "USA", true, y1989, y1993}}, {{"Bush", NameKind::Surname}}),
      person("george-w-bush", "George W. Bush", "USA", {{"president", "USA", true, y2001, y2009}},
             {{"Bush", NameKind::Surname}}),
      person("joe-biden", "Joe Biden", "USA",
             {{"president", "USA", true, Date{2021, 1, 20}, Date{2025, 1, 20}}},
             {{"Biden", NameKind::Surname}}),
      person("bashar-al-assad", "Bashar al-Assad", "SYR",
             {{"president", "SYR", true, Date{2000, 7, 17}, Date{2024, 12, 8}}},
             {{"Assad", NameKind::Surname}}),
  };
}

std::vector<Actor> states() {
  using enum NameKind;
  return {
      state("BLR", "Belarus",
            {{"Belarusian", Adjective}, {"Belarusians", Demonym}, {"Minsk", Capital}}),
      state("RUS", "Russia",
            {{"Russian", Adjective},
             {"Russians", Demonym},
             {"Russian", Demonym},
             {"Moscow", Capital},
             {"Kremlin", Seat}}),
      state("UKR", "Ukraine",
            {{"Ukrainian", Adjective}, {"Ukrainians", Demonym}, {"Kyiv", Capital}}),
      state("USA", "United States",
            {{"US", Acronym},
             {"U.S.", Acronym},
             {"American", Adjective},
             {"Washington", Capital},
             {"White House", Seat}}),
      state(
          "GBR", "United Kingdom",
          {{"UK", Acronym}, {"Britain", Alternative}, {"British", Adjective}, {"London", Capital}}),
      state("SYR", "Syria", {{"Syrian", Adjective}, {"Damascus", Capital}}),
      state("EST", "Estonia", {{"Estonian", Adjective}, {"Tallinn", Capital}}),
      state("GEO", "Georgia",
            {{"Georgia", Alternative, true}, {"Georgian", Adjective}, {"Tbilisi", Capital}}),
      state("TUR", "Turkey",
            {{"Turkey", Alternative, true}, {"Turkish", Adjective}, {"Ankara", Capital}}),
      state("COD", "Democratic Republic of the Congo",
            {{"Congo", Alternative, true}, {"Kinshasa", Capital}}),
      state("COG", "Republic of the Congo",
            {{"Congo", Alternative, true}, {"Brazzaville", Capital}}),
  };
}

std::vector<Actor> bodies() {
  using enum NameKind;
  return {
      body("NATO", "NATO", ActorType::Alliance, "", {{"NATO", Acronym}}),
      body("EU", "European Union", ActorType::Alliance, "",
           {{"EU", Acronym}, {"European", Adjective}}),
      body("WEST", "the West", ActorType::Alliance, "", {{"Western", Adjective}}),
      body("russian-armed-forces", "Russian Armed Forces", ActorType::ArmedForce, "RUS"),
      body("belarusian-armed-forces", "Belarusian Armed Forces", ActorType::ArmedForce, "BLR"),
      body("belta", "Belta", ActorType::Media, "BLR"),
      body("syrian-democratic-forces", "Syrian Democratic Forces", ActorType::ArmedGroup, "SYR",
           {{"SDF", Acronym}}),
  };
}

std::vector<RoleNoun> role_nouns() {
  using enum ActorType;
  return {
      {"president", "GOV", Person, true, true, false},
      {"prime minister", "GOV", Person, true, true, false},
      {"leader", "GOV", Person, false, true, false},
      {"defence minister", "GOV", Person, true, false, false},
      {"director", "GOV", Person, false, true, false},
      {"diplomat", "GOV", Person, false, false, false},
      {"official", "GOV", Person, false, false, false},
      {"officials", "GOV", Person, false, false, false},
      {"ally", "GOV", Person, false, false, false, true},
      {"regime", "GOV", Government, false, true, false},
      {"government", "GOV", Government, false, true, false},
      {"troops", "MIL", ArmedForce, false, false, true},
      {"forces", "MIL", ArmedForce, false, false, true},
      {"units", "MIL", ArmedForce, false, false, true},
      {"military", "MIL", ArmedForce, false, false, true},
      {"opposition", "OPP", Party, false, false, false},
      {"country", "GOV", State, false, false, false},
      {"alliance", "IGO", Organization, false, false, false},
      {"state media", "MED", Media, false, false, false},
      {"agency", "MED", Media, false, false, false},
  };
}

ActorKnowledge make_world() {
  ActorKnowledge world;
  for (const auto& part : {people(), states(), bodies()})
    world.actors.insert(world.actors.end(), part.begin(), part.end());
  std::sort(world.actors.begin(), world.actors.end(),
            [](const Actor& a, const Actor& b) { return a.id < b.id; });
  world.role_nouns = role_nouns();
  world.places = {{"Georgia", "USA", true}, {"Atlanta", "USA", false}, {"Kharkiv", "UKR", false}};
  return world;
}

const Mention* headed(const Entities& entities, std::uint32_t sentence, std::uint16_t word) {
  const Mention* best = nullptr;
  for (const Mention& m : entities.mentions) {
    const bool fits = m.sentence == sentence && m.head == word;
    if (fits && (best == nullptr || m.last - m.first > best->last - best->first)) best = &m;
  }
  return best;
}

}  // namespace

ArticleBuilder& ArticleBuilder::sentence(std::string_view words) {
  Sentence sentence;
  sentence.block = block_;
  for (const std::string& description : split(words, ' ')) {
    if (description.empty()) continue;
    Word word = word_of(description);
    if (!document_.text.empty()) document_.text += ' ';
    word.range.begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += word.form;
    word.range.end = static_cast<std::uint32_t>(document_.text.size());
    sentence.words.push_back(std::move(word));
  }
  sentence.range = {sentence.words.front().range.begin, sentence.words.back().range.end};
  sentences_.push_back(std::move(sentence));
  return *this;
}

ArticleBuilder& ArticleBuilder::paragraph() {
  ++block_;
  return *this;
}

ArticleBuilder& ArticleBuilder::date(int year, int month, int day) {
  document_.info.date = Date{year, month, day};
  return *this;
}

Entities ArticleBuilder::find(const ActorKnowledge& knowledge) const {
  return find_entities(Gazetteer(knowledge), document_, sentences_);
}

const ActorKnowledge& small_world() {
  static const ActorKnowledge world = make_world();
  return world;
}

std::string who(const Entities& entities, std::uint32_t sentence, std::uint16_t word) {
  const Mention* m = headed(entities, sentence, word);
  if (m == nullptr) return "-";
  std::string out;
  for (const ActorIndex a : m->actors) out += (out.empty() ? "" : "+") + entities.actors.at(a).id;
  return out;
}

std::string who(const Entities& entities, const ArticleBuilder& article, std::uint32_t sentence,
                std::string_view form) {
  const std::vector<Word>& words = article.sentences().at(sentence).words;
  for (std::size_t w = words.size(); w > 0; --w) {
    if (words[w - 1].form == form) return who(entities, sentence, static_cast<std::uint16_t>(w));
  }
  return "no such word";
}

std::optional<MentionKind> kind(const Entities& entities, std::uint32_t sentence,
                                std::uint16_t word) {
  const Mention* m = headed(entities, sentence, word);
  return m == nullptr ? std::nullopt : std::optional(m->kind);
}

std::vector<std::string> posts(const Entities& entities) {
  std::vector<std::string> out;
  for (const StatedPost& p : entities.posts) {
    out.push_back(entities.actors.at(p.person).id + (p.former ? " ex-" : " ") +
                  (p.leads ? "leads " : "of ") + entities.actors.at(p.body).id + " (" + p.role +
                  ")");
  }
  return out;
}

}  // namespace entente::test
