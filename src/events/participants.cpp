// SPDX-License-Identifier: ISC
#include "events/participants.h"

#include "events/arguments.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// Each step away from the phrase itself makes the reading less certain (judgement, not measured).
constexpr double kStep = 0.85;
constexpr int kMaxSteps = 3;

int rank(const Mention& mention) {
  return mention.kind == MentionKind::Place ? 0 : mention.kind == MentionKind::Adjective ? 1 : 2;
}

bool is_name_part(const Tree& tree, WordNumber n) {
  // "Former Ambassador Nikki Haley", however the parser ties title and name
  if (tree.has_relation(n, "nmod") && tree.word(n).deprel != "nmod:poss" && n > tree.head(n) &&
      tree.word(n).upos == Upos::PROPN && tree.preposition(n).empty()) {
    return true;
  }
  // "Wagner Group founder Yevgeny Prigozhin"
  if (tree.has_relation(n, "compound") && n > tree.head(n) && tree.word(n).upos == Upos::PROPN) {
    return true;
  }
  return tree.has_relation(n, "flat") || tree.has_relation(n, "appos");
}

/// "facilities belonging to Aramco", "a group based in Yemen", "refugees fleeing Syria", "crimes
/// committed by rebels": whom a participle ties its noun to.
void add_participle(const Tree& tree, WordNumber participle, std::vector<WordNumber>& out) {
  const std::string lemma = tree.lemma(participle);
  const bool passive = tree.is_past_participle(participle);
  for (const WordNumber c : tree.children(participle)) {
    const std::string preposition = tree.preposition(c);
    const bool oblique = tree.has_relation(c, "obl");
    if ((oblique && (lemma == "belong" || lemma == "own")) ||
        (oblique && lemma == "base" && preposition == "in") ||
        (oblique && passive && preposition == "by") ||
        (lemma == "flee" && (tree.has_relation(c, "obj") || preposition == "from"))) {
      out.push_back(c);
    }
  }
}

/// Children through which a phrase relates to somebody, the closest tie first.
std::vector<WordNumber> related_words(const Tree& tree, WordNumber word) {
  std::vector<WordNumber> out;
  const auto add = [&](auto&& wanted) {
    for (const WordNumber c : tree.children(word)) {
      if (wanted(c)) out.push_back(c);
    }
  };
  add([&](WordNumber c) { return tree.word(c).deprel == "nmod:poss"; });
  for (WordNumber& owner : out) owner = resolve_relative(tree, owner);  // "whose"
  add([&](WordNumber c) {
    return c < word && (tree.has_relation(c, "amod") || tree.has_relation(c, "compound"));
  });
  for (const std::string_view preposition :
       {"by", "of", "from", "in", "at", "near", "inside", "throughout", "across"}) {
    add([&](WordNumber c) {
      return (tree.has_relation(c, "nmod") || tree.has_relation(c, "obl")) &&
             tree.preposition(c) == preposition;
    });
  }
  for (const WordNumber c : tree.children(word)) {
    if (tree.has_relation(c, "acl")) add_participle(tree, c, out);
  }
  // "is investigating crimes by the rebels", with the phrase tied to the active verb
  const WordNumber verb = tree.head(word);
  if (verb != 0 && tree.has_relation(word, "obj") && !tree.is_passive(verb)) {
    for (const WordNumber c : tree.children(verb)) {
      if (c > word && tree.has_relation(c, "obl") && tree.preposition(c) == "by") out.push_back(c);
    }
  }
  return out;
}

}  // namespace

void unite(Participants& all, const Participants& more) {
  if (more.empty()) return;
  all.confidence = all.empty() ? more.confidence : std::min(all.confidence, more.confidence);
  all.is_place = (all.empty() || all.is_place) && more.is_place;
  for (const Participant& p : more.list) {
    const bool known = std::any_of(all.list.begin(), all.list.end(),
                                   [&](const Participant& q) { return q.actor == p.actor; });
    if (!known) all.list.push_back(p);
  }
}

MentionIndex::MentionIndex(std::span<const Sentence> sentences, const Entities& entities,
                           const std::unordered_set<std::string>& others)
    : entities_(&entities), sentences_(sentences), others_(&others) {
  for (std::uint32_t i = 0; i < entities.mentions.size(); ++i) {
    const Mention& m = entities.mentions[i];
    by_head_[{m.sentence, m.head}].push_back(i);
  }
}

const Mention* MentionIndex::at(std::uint32_t sentence, WordNumber head) const {
  const auto found = by_head_.find({sentence, head});
  if (found == by_head_.end()) return nullptr;
  const Mention* best = nullptr;
  for (const std::uint32_t i : found->second) {
    const Mention& m = entities_->mentions[i];
    if (m.actors.empty()) continue;
    if (best == nullptr || rank(m) > rank(*best)) best = &m;
  }
  return best;
}

/// "a U.S.-led coalition" that nobody knows acts for the United States.
void MentionIndex::add_leaders(const Tree& tree, std::uint32_t sentence, WordNumber word, int depth,
                               Participants& out) const {
  const bool known = std::any_of(out.list.begin(), out.list.end(), [&](const Participant& p) {
    return !entities_->actors[p.actor].country.empty();
  });
  if (known || depth >= kMaxSteps) return;
  for (const WordNumber c : tree.children(word)) {
    if (c > word || tree.lemma(c) != "lead") continue;
    for (const WordNumber leader : tree.children(c)) {
      if (leader < c) unite(out, of_phrase(tree, sentence, leader, Reach::Itself, depth + 1));
    }
  }
}

Participants MentionIndex::of_phrase(const Tree& tree, std::uint32_t sentence, WordNumber word,
                                     Reach reach, int depth) const {
  Participants out;
  if (const Mention* m = at(sentence, word); m != nullptr) {
    const ByteRange text{tree.word(m->first).range.begin, tree.word(m->last).range.end};
    for (const ActorIndex actor : m->actors) out.list.push_back({actor, text});
    out.confidence = m->confidence;
    out.is_place = m->kind == MentionKind::Place;
    add_leaders(tree, sentence, word, depth, out);
    return out;
  }
  for (const WordNumber c : tree.children(word)) {
    if (!is_name_part(tree, c)) continue;
    if (const Mention* m = at(sentence, c); m != nullptr && m->kind != MentionKind::Place) {
      return of_phrase(tree, sentence, c, reach, depth);
    }
  }
  // "U.N. mediator Diego Cordovez", whoever that is
  for (const WordNumber c : tree.children(word)) {
    if (c > word || tree.word(c).deprel != "nmod:desc") continue;
    if (const Mention* m = at(sentence, c); m != nullptr && m->kind == MentionKind::Nominal) {
      return of_phrase(tree, sentence, c, reach, depth);
    }
  }
  // "thousands of Russian troops", "members of the opposition": the phrase counts them.
  if (reach == Reach::Itself) {
    for (const WordNumber c : tree.children(word)) {
      if (tree.has_relation(c, "nmod") && tree.preposition(c) == "of" && depth < kMaxSteps &&
          (tree.word(word).upos == Upos::NUM || tree.word(word).upos == Upos::NOUN ||
           tree.word(word).upos == Upos::PRON || tree.word(word).upos == Upos::DET)) {
        out = of_phrase(tree, sentence, c, reach, depth + 1);
        if (out.is_place) return {};
        out.confidence *= kStep;
        return out;
      }
    }
    add_leaders(tree, sentence, word, depth, out);
    return out;
  }
  if (depth >= kMaxSteps) return out;
  add_leaders(tree, sentence, word, depth, out);
  if (!out.empty()) return out;
  const bool others = others_->contains(tree.lemma(word));
  for (const WordNumber c : related_words(tree, word)) {
    // "Putin's critics", "critics of Putin", but "Russian critics"
    if (others && (tree.word(c).deprel == "nmod:poss" || tree.preposition(c) == "of")) continue;
    for (const WordNumber each : with_conjuncts(tree, c)) {
      unite(out, of_phrase(tree, sentence, each, reach, depth + 1));
    }
    if (!out.empty()) {
      out.confidence *= kStep;
      return out;
    }
  }
  return out;
}

Participants MentionIndex::actors_of(const Tree& tree, std::uint32_t sentence, WordNumber word,
                                     Reach reach) const {
  Participants out;
  for (const WordNumber each : with_conjuncts(tree, word)) {
    unite(out, of_phrase(tree, sentence, each, reach, 0));
  }
  return out;
}

Participants MentionIndex::actors_of(const Tree& tree, std::uint32_t sentence,
                                     std::span<const WordNumber> words, Reach reach) const {
  Participants out;
  for (const WordNumber word : words) unite(out, actors_of(tree, sentence, word, reach));
  return out;
}

}  // namespace entente
