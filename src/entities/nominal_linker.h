// SPDX-License-Identifier: ISC
/// @file
/// How a phrase around a role noun finds the actor for whom it stands. A name beside it decides
/// ("President X"); else the words themselves ("Russian troops"); else the text before ("the
/// president"). Internal to src/entities.
#pragma once

#include "entities/reading.h"
#include "entities/salience.h"
#include "entities/title.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

// How sure a link is (judgement).
inline constexpr double kByRule = 0.9;       // the words leave no choice
inline constexpr double kByContext = 0.7;    // the text before had to decide
inline constexpr double kLikelyFocus = 0.4;  // lead of the state in focus over the next (judgement)

/// Reads one phrase. For one use of link().
class NominalLinker {
 public:
  NominalLinker(Reading& reading, std::uint32_t sentence, const RoleMatch& match)
      : r_(reading),
        view_(reading.sentences[sentence]),
        sentence_(sentence),
        noun_(reading.noun(match)),
        head_(head_of(view_, match.span)),
        title_(read_title(reading, sentence, match)) {}
  void link();

 private:
  // The phrase.
  const Actor& actor(ActorIndex index) const { return r_.actors[index]; }
  bool is_plural() const { return feature(view_.word(head_), "Number") == "Plur"; }
  const Mention* name_around() const;
  void link_joined_adjective(const Mention& name);
  bool is_noun() const;
  bool is_mere_modifier() const;
  bool is_bare_office() const;
  void add(const std::vector<ActorIndex>& actors, double confidence);

  // A name stands beside it.
  void add_post(ActorIndex person, WordSpan words);
  std::vector<ActorIndex> bodies_of_post(ActorIndex person);
  ActorIndex part_of(ActorIndex body);
  void inform(ActorIndex person);
  bool link_title_of_name();
  int name_position() const;
  const Mention* name_beginning(std::uint16_t word) const;
  bool can_be_called(const Mention& name) const;
  bool link_apposition();
  const Mention* joined_to_apposition() const;
  bool link_predicate();
  bool is_negated() const;
  bool is_as_phrase() const;
  std::uint16_t subject_of(std::uint16_t verb) const;

  // The phrase says whose it is.
  std::vector<ActorIndex> from_bodies();
  std::vector<ActorIndex> from_body(ActorIndex body);
  bool is_group_of_states(ActorIndex body) const;
  std::vector<ActorIndex> member_of(ActorIndex body) const;
  void note_government_of(ActorIndex person);
  std::vector<ActorIndex> from_person_role(ActorIndex owner, ActorIndex body, bool by_person);
  std::optional<ActorIndex> holder_of(ActorIndex body);
  std::optional<ActorIndex> holder_in_text(ActorIndex body) const;
  std::vector<ActorIndex> from_group_role(ActorIndex state, bool by_person);
  bool is_collective() const;
  std::string adjective_of(ActorIndex body) const;
  ActorIndex forces_of(ActorIndex state);
  ActorIndex group(ActorIndex state, const RoleNoun& noun);
  ActorIndex add_nominal(Actor nominal, ActorIndex state);

  // The text before must say whose it is.
  Anaphor anaphor() const;
  bool refers_back() const;
  bool is_of_the_state() const;
  bool is_bare_group() const;
  std::vector<ActorIndex> from_context();
  bool has_participle() const;
  std::optional<ActorIndex> state_ruled_by_subject();
  bool is_modified_otherwise() const;
  std::optional<ActorIndex> speakers_state();
  std::vector<ActorIndex> from_last_person();
  std::optional<ActorIndex> focus(double margin = kLikelyFocus);
  std::vector<ActorIndex> from_focus(double margin);
  std::vector<ActorIndex> from_last_state();
  bool is_bare_group_noun() const;
  std::vector<ActorIndex> from_last_group();
  std::vector<ActorIndex> from_same_noun() const;
  std::optional<ActorIndex> foreign_subject();
  std::vector<ActorIndex> from_last_of_type();
  bool is_called_so(const Actor& candidate) const;
  bool is_kind_of(ActorType type) const;

  Reading& r_;
  const SentenceView& view_;
  std::uint32_t sentence_;
  const RoleNoun& noun_;
  std::uint16_t head_;
  Title title_;
};

}  // namespace entente
