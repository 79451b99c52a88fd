// SPDX-License-Identifier: ISC
/// @file
/// How names are tied to actors: the state of the work over one article. Order of work: (1) people
/// with full names, known or not; (2) states, organisations and places, with the article's own
/// evidence for names that are ambiguous; (3) surnames in the light of 1 and 2; (4) names that
/// nobody knows. A short name never decides anything for a long one. Internal to src/entities.
#pragma once

#include "entities/match.h"
#include "entities/phrase.h"
#include "entities/reading.h"
#include "entities/title.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Judgement: how sure a link is by the way it was made.
inline constexpr double kFullName = 0.98;
inline constexpr double kShortName = 0.93;
inline constexpr double kAmbiguousName = 0.75;
inline constexpr double kUnknownName = 0.8;

/// Someone whose full name is in the article.
struct Bearer {
  ActorIndex actor = 0;
  std::vector<std::string> keys;  ///< folded pieces of the full name as it stands in the text
};

/// Ties the names of one article to actors. For one use of link().
class NameLinker {
 public:
  explicit NameLinker(Reading& reading)
      : r_(reading),
        names_(reading.names),
        phrases_(find_name_phrases(reading)),
        done_(phrases_.size(), false) {}
  void link();

 private:
  using Step = bool (NameLinker::*)(const NamePhrase&);

  // What the article speaks of.
  void each(Step step);
  const Actor& known(std::uint32_t index) const { return names_.knowledge.actors[index]; }
  const NameEntry& entry(std::uint32_t index) const { return names_.entries[index]; }
  const SentenceView& view(const NamePhrase& p) const { return r_.sentences[p.sentence]; }
  bool is_person_entry(const NameEntry& e) const;
  bool is_surname(const NameEntry& e) const;
  void count_evidence();
  int evidence(std::string_view country) const;
  bool is_international(std::string_view except) const;
  static Mention mention_of(const NamePhrase& phrase, ActorIndex actor, double confidence);
  void add_mention(const NamePhrase& phrase, ActorIndex actor, double confidence);

  // People.
  bool link_full_person(const NamePhrase& phrase);
  bool is_name_of_a_thing(const NamePhrase& phrase) const;
  bool is_ruled_out(const NamePhrase& phrase, std::uint32_t actor) const;
  bool add_person(const NamePhrase& phrase, ActorIndex actor, double confidence);
  void note_gender(const NamePhrase& phrase, ActorIndex actor,
                   const std::vector<std::string>& keys);
  bool link_longer_name(const NamePhrase& phrase);
  static bool bears_name(const Actor& actor, const std::vector<std::string>& keys);
  std::optional<ActorIndex> bearer_of_full_name(const std::vector<std::string>& keys) const;
  bool add_unknown_person(const NamePhrase& phrase);
  bool link_surname(const NamePhrase& phrase);
  std::optional<ActorIndex> bearer_of_surname(const NamePhrase& phrase,
                                              const std::vector<std::string>& keys,
                                              const std::set<std::uint32_t>& vetted) const;
  std::optional<ActorIndex> nearest(const NamePhrase& phrase,
                                    const std::set<ActorIndex>& people) const;
  void settle_spellings();
  std::optional<ActorIndex> misspelt(const std::string& surname) const;
  bool link_by_office(const NamePhrase& phrase, const std::set<std::uint32_t>& people);
  std::optional<std::uint32_t> nearest_holder(const std::set<std::uint32_t>& people,
                                              const Title& title) const;
  std::optional<Date> first_held(const Actor& person, const Title& title) const;
  static bool has_led(const Actor& person);
  bool leads_now(const Actor& person) const;
  bool holds(const Actor& person, const Title& title, const std::optional<Date>& date) const;
  bool link_lone_surname(const NamePhrase& phrase, const std::set<std::uint32_t>& vetted,
                         bool ambiguous);
  bool is_of_the_day(const Actor& person) const;

  // States, organisations, places.
  bool link_body(const NamePhrase& phrase);
  bool is_surely_state(const NamePhrase& phrase) const;
  bool is_state_entry(std::uint32_t e) const;
  bool is_beside_state(const NamePhrase& phrase) const;
  bool has_head_of_state(const NamePhrase& phrase) const;
  const NamePhrase* place_behind(const NamePhrase& phrase) const;
  bool is_plain_state(const NamePhrase& phrase) const;
  std::set<std::string> countries_of(const NamePhrase& phrase) const;
  bool link_located(const NamePhrase& phrase, const NamePhrase& whole,
                    const std::vector<std::uint32_t>& bodies);
  bool is_person_in_text(const NamePhrase& phrase) const;
  bool is_of_another_state(const NamePhrase& phrase, const Actor& body) const;
  std::optional<std::uint32_t> choose_body(const NamePhrase& phrase,
                                           const std::vector<std::uint32_t>& bodies, bool rivalled);
  std::optional<std::uint32_t> only_plain_state(
      const std::map<std::uint32_t, std::uint32_t>& by_actor) const;
  std::optional<std::uint32_t> kind_before(
      const NamePhrase& phrase, const std::map<std::uint32_t, std::uint32_t>& by_actor) const;
  static bool is_main_name(const NameEntry& e) { return e.kind != NameKind::Alternative; }
  bool is_supported(const NamePhrase& phrase, std::uint32_t e, bool rivalled) const;
  bool is_among_neighbours(const NamePhrase& phrase, const Actor& state) const;
  bool is_in_place(const NamePhrase& phrase) const;
  bool is_in_date(const NamePhrase& phrase) const;
  bool add_body(const NamePhrase& phrase, std::uint32_t e);
  bool is_part_of_longer_name(const NamePhrase& phrase, const NameEntry& name) const;
  bool is_unknown_name_word(std::uint32_t sentence, int at) const;
  bool is_public_role(std::uint32_t sentence, std::uint16_t word) const;
  bool is_name(std::uint32_t sentence, std::uint16_t word) const;
  bool is_single_person(const NamePhrase& phrase, const NameEntry& name) const;
  MentionKind kind_of(const NamePhrase& phrase, const NameEntry& name) const;
  bool is_mere_place(const NamePhrase& phrase, std::uint16_t head, NameKind kind) const;
  bool link_place(const NamePhrase& phrase, const std::vector<std::uint32_t>& places,
                  const std::vector<std::uint32_t>& bodies);
  std::uint32_t choose_place(const NamePhrase& phrase,
                             const std::vector<std::uint32_t>& places) const;

  // Names that nobody knows.
  bool link_unknown(const NamePhrase& phrase);
  bool add_lone_person(const NamePhrase& phrase);
  void link_unmarked_surnames();
  std::optional<ActorIndex> bearer_by_given_name(const std::string& given) const;
  std::string article_mark() const;
  bool add_organization(const NamePhrase& phrase);
  static std::string joined(const std::vector<std::string>& keys);
  std::optional<ActorIndex> organization_of(const std::vector<std::string>& keys) const;
  std::string country_of_inner(const NamePhrase& phrase) const;
  bool add_unknown_place(const NamePhrase& phrase);

  Reading& r_;
  const Gazetteer::Impl& names_;
  std::vector<NamePhrase> phrases_;
  std::vector<bool> done_;
  std::map<std::string, int, std::less<>> evidence_;                 // by country
  std::map<std::string, std::vector<Bearer>, std::less<>> bearers_;  // by surname
  std::map<std::string, ActorIndex, std::less<>> organizations_;
  std::map<ActorIndex, std::map<std::string, int>> spellings_;  // of surnames
};

}  // namespace entente
