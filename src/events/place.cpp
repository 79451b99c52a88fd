// SPDX-License-Identifier: ISC
#include "events/place.h"

#include "events/arguments.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Words = std::vector<WordNumber>;

constexpr std::array<std::string_view, 14> kLocative = {
    "in",     "at",   "near",    "on",     "across", "inside",     "outside",
    "around", "into", "towards", "toward", "along",  "throughout", "over"};
constexpr std::array<std::string_view, 3> kSource = {"from", "out of", "off"};

/// The trigger, what it governs as object, and the verb that governs it.
Words anchors(const Article& article, const Tree& tree, WordNumber trigger) {
  Words out = {trigger};
  if (tree.is_verbal(trigger)) {
    const Words objects = logical_objects(tree, article.lexicon, trigger);
    out.insert(out.end(), objects.begin(), objects.end());
  } else if (const WordNumber verb = light_verb_of(tree, article.lexicon, trigger); verb != 0) {
    out.push_back(verb);
  }
  return out;
}

std::optional<EventPlace> place_at(const Article& article, std::uint32_t s, WordNumber word,
                                   bool states_too) {
  const Tree& tree = article.trees[s];
  const auto named = [&](WordNumber n) -> std::optional<EventPlace> {
    const Mention* m = article.mentions.at(s, n);
    if (m == nullptr || m->actors.empty()) return {};
    const Actor& actor = article.entities.actors[m->actors.front()];
    if (!m->place.empty()) return EventPlace{m->place, actor.country};
    const bool place = m->kind == MentionKind::Place;
    if (place || (states_too && actor.type == ActorType::State)) {
      return EventPlace{actor.label, actor.country};
    }
    return {};
  };
  if (auto found = named(word)) return found;
  // "from the territory of Belarus", "at an airfield near Minsk", "the Donbas region"
  for (const WordNumber c : tree.children(word)) {
    if (tree.word(c).deprel == "nmod:poss") continue;
    if (tree.has_relation(c, "nmod") || tree.has_relation(c, "compound") ||
        tree.has_relation(c, "appos")) {
      if (auto found = named(c)) return found;
    }
  }
  return {};
}

std::optional<EventPlace> place_with(const Article& article, std::uint32_t s,
                                     const Predicate& predicate,
                                     std::span<const std::string_view> prepositions) {
  const Tree& tree = article.trees[s];
  for (const WordNumber anchor : anchors(article, tree, predicate.trigger)) {
    for (const std::string_view preposition : prepositions) {
      for (const WordNumber w : prepositional_arguments(tree, anchor, preposition)) {
        if (auto found = place_at(article, s, w, true)) return found;
      }
    }
  }
  return {};
}

}  // namespace

std::optional<EventPlace> place_of(const Article& article, std::uint32_t sentence,
                                   const Predicate& predicate) {
  if (predicate.frame->sense.is_relation) return {};
  return place_with(article, sentence, predicate, kLocative);
}

std::optional<EventPlace> launch_place_of(const Article& article, std::uint32_t sentence,
                                          const Predicate& predicate) {
  if (predicate.frame->sense.type != "ASSAULT") return {};
  return place_with(article, sentence, predicate, kSource);
}

}  // namespace entente
