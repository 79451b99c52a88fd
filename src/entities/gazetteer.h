// SPDX-License-Identifier: ISC
/// @file
/// The compiled form of ActorKnowledge: an automaton over the pieces of names (a trie whose edges
/// are pieces; see fold.h), and indexes over posts and forces. Internal to src/entities.
#pragma once

#include "entities/actor.h"
#include "entities/fold.h"
#include "entities/link.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A trie over pieces. Payloads are numbers that the owner of the trie gives meaning to.
class PieceTrie {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  void add(std::span<const Piece> pieces, std::uint32_t payload);
  /// Number of a piece; kNone if no name has it.
  std::uint32_t piece_id(const std::string& key) const;
  /// Node behind `node` (0 is the root) along a piece; kNone if there is none.
  std::uint32_t step(std::uint32_t node, std::uint32_t piece) const;
  /// Payloads of the names that end at a node, in the order in which they were added.
  std::span<const std::uint32_t> payloads(std::uint32_t node) const { return ends_[node]; }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<std::vector<std::uint32_t>> ends_{1};
};

/// A name as it is matched. `actor` counts in ActorKnowledge::actors, `place` in places; exactly
/// one of them is set.
struct NameEntry {
  std::uint32_t actor = PieceTrie::kNone;
  std::uint32_t place = PieceTrie::kNone;
  NameKind kind = NameKind::Alternative;
  bool ambiguous = false;
  bool has_article = false;              ///< begins with "the", which is no part of the mention
  std::vector<bool> needs_capital = {};  ///< per piece: written with a capital where it is authored
};

struct Gazetteer::Impl {
  explicit Impl(const ActorKnowledge& knowledge);

  const ActorKnowledge& knowledge;
  std::vector<NameEntry> entries;
  PieceTrie names;  ///< payload: index into entries
  PieceTrie roles;  ///< payload: index into knowledge.role_nouns

  /// Knowledge index of the actor that `id` stands for under the analyst's "same as" rulings.
  std::optional<std::uint32_t> canonical(std::string_view id) const;
  /// Canonical form of any id, known or not.
  std::string canonical_id(std::string_view id) const;
  /// Gender that a given name tells; Unknown for most.
  Gender gender_of_given_name(const std::string& key) const;
  bool ruled_different(std::string_view one, std::string_view other) const;

  /// The role noun that is written so; null if there is none.
  const RoleNoun* role(std::string_view lemma) const;
  /// The armed forces that act for a state; nothing if none is known.
  std::optional<std::uint32_t> forces_of(std::string_view state_id) const;
  /// A vetted body of a state (type Government) called `role`: "foreign ministry".
  /// People who hold the post `role` of `body` on `date`; all who ever held it if there is no date.
  std::vector<std::uint32_t> holders(std::string_view role, std::string_view body,
                                     const std::optional<Date>& date) const;
  /// Same for whatever post leads the body.
  std::vector<std::uint32_t> leaders(std::string_view body, const std::optional<Date>& date) const;

 private:
  struct Post {
    std::uint32_t person = 0;
    const Office* office = nullptr;
  };
  void add_actor_names();
  void add_name(std::uint32_t actor, const std::string& text, NameKind kind, bool ambiguous);
  void add_entry(std::span<const Piece> pieces, NameEntry entry);
  void add_places();
  void add_roles();
  void index_posts();
  void index_rulings();

  std::map<std::string, Gender, std::less<>> given_names_;  ///< by folded name
  std::map<std::string, std::string, std::less<>> same_as_;
  std::map<std::string, std::uint32_t, std::less<>> forces_;
  std::map<std::string, std::vector<Post>, std::less<>> posts_;  ///< by body
};

/// True if the office is held on `date`; without a date always.
bool is_held(const Office& office, const std::optional<Date>& date);

}  // namespace entente
