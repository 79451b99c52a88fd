// SPDX-License-Identifier: ISC
#include "events/relations.h"

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

}  // namespace

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
