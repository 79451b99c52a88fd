// SPDX-License-Identifier: ISC
#include "events/relations.h"

#include "events/factuality.h"

#include <optional>
#include <set>
#include <tuple>

namespace entente {

namespace {

constexpr double kStatedPost = 0.9;  // judgement, not measured

Claim claim_of(const Article& article, const StatedPost& post) {
  const Sentence& sentence = article.sentences[post.sentence];
  const ByteRange words{sentence.word(post.first).range.begin, sentence.word(post.last).range.end};
  Claim claim;
  claim.sentence = post.sentence;
  claim.evidence = sentence.range;
  claim.quote = words;
  claim.type = post.leads ? "leads" : "affiliatedWith";
  claim.is_relation = true;
  claim.initiators = {{post.person, words}};
  claim.recipients = {{post.body, words}};
  claim.polarity = post.former ? Polarity::Denied : Polarity::Affirmed;
  claim.confidence = kStatedPost;
  claim.trace = {"post:" + post.role, {}};
  return claim;
}

/// The word that says where: the predicate of "are in Iraq", or the place of "there are ... in".
WordNumber place_word(const Tree& tree, WordNumber forces) {
  const WordNumber head = tree.head(forces);
  if (head == 0 || !tree.has_relation(forces, "nsubj")) return 0;
  const auto is_inside = [&](WordNumber n) {
    const std::string preposition = tree.preposition(n);
    // "on Belarusian soil", but not "on Belarus"
    const bool on_soil = preposition == "on" && tree.word(n).upos == Upos::NOUN;
    return on_soil || preposition == "in" || preposition == "inside" || preposition == "across";
  };
  if (tree.child(head, "cop") != 0) return is_inside(head) ? head : 0;
  if (tree.lemma(head) != "be" && tree.lemma(head) != "remain" && tree.lemma(head) != "stay")
    return 0;
  for (const WordNumber from : {head, forces}) {
    for (const WordNumber c : tree.children(from)) {
      if ((tree.has_relation(c, "obl") || tree.has_relation(c, "nmod")) && is_inside(c)) return c;
    }
  }
  return 0;
}

std::optional<Claim> presence_at(const Article& article, std::uint32_t s, WordNumber n) {
  const Tree& tree = article.trees[s];
  const Mention* forces = article.mentions.at(s, n);
  if (forces == nullptr || forces->actors.empty()) return {};
  const Actor& actor = article.entities.actors[forces->actors.front()];
  const WordNumber where = place_word(tree, n);
  if (where == 0 || (actor.type != ActorType::ArmedForce && actor.sector != "MIL")) return {};
  const Participants hosts = article.mentions.actors_of(tree, s, where, Reach::Related);
  if (hosts.empty()) return {};
  const Actor& host = article.entities.actors[hosts.list.front().actor];
  if (host.type != ActorType::State || host.country == actor.country) return {};
  const Factuality fact = factuality_of(article.lexicon, tree, tree.head(n));
  Claim claim;
  claim.sentence = s;
  claim.evidence = article.sentences[s].range;
  claim.quote = claim.evidence;
  claim.type = "hostsForcesOf";
  claim.is_relation = true;
  claim.initiators = {hosts.list.front()};
  claim.recipients = {{forces->actors.front(), tree.word(n).range}};
  claim.polarity = fact.polarity;
  claim.modality = fact.modality;
  claim.confidence = kStatedPost * forces->confidence * hosts.confidence;
  claim.trace = {"presence",
                 "nsubj(be," + tree.word(n).form + ") in(be," + tree.word(where).form + ")"};
  set_speakers(article, s, n, false, claim);
  return claim;
}

}  // namespace

std::vector<Claim> claims_of_presence(const Article& article) {
  std::vector<Claim> out;
  for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
    for (WordNumber n = 1; n <= article.trees[s].size(); ++n) {
      if (auto claim = presence_at(article, s, n)) out.push_back(std::move(*claim));
    }
  }
  return out;
}

std::vector<Claim> claims_of_posts(const Article& article) {
  std::vector<Claim> out;
  std::set<std::pair<ActorIndex, ActorIndex>> seen;
  for (const StatedPost& post : article.entities.posts) {
    if (post.person == post.body) continue;
    if (!seen.insert({post.person, post.body}).second) continue;
    out.push_back(claim_of(article, post));
  }
  return out;
}

}  // namespace entente
