// SPDX-License-Identifier: ISC
// Articles, their claims, and the evidence of these.
#include "rdf/describe_parts.h"
#include "text/utf8.h"

#include <set>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

namespace ent = vocab::ent;

void add_type(const ClaimRecord& claim, Resource& resource) {
  if (claim.is_relation) {
    resource.add_iri(ent::kClaimedRelation, ontology_term(claim.type));
  } else {
    resource.add_iri(ent::kEventType, event_class(claim.type));
  }
  if (!claim.action.empty()) resource.add_iri(ent::kAction, ontology_term(claim.action));
  if (!claim.mode.empty()) resource.add_iri(ent::kMode, mode_iri(claim.mode));
  for (const auto& context : claim.contexts) {
    resource.add_iri(ent::kContext, context_iri(context));
  }
}

void add_actors(std::string_view predicate, const std::vector<ParticipantRecord>& participants,
                const GraphIris& iris, Resource& resource) {
  std::set<std::string_view> seen;
  for (const auto& participant : participants) {
    if (!seen.insert(participant.actor).second) continue;
    resource.add_iri(predicate, iris.actor(participant.actor));
  }
}

void add_mention(const ClaimRecord& claim, const ParticipantRecord& participant,
                 std::string_view part, std::size_t number, const GraphIris& iris,
                 Resource& resource) {
  resource.add_nested(ent::kMention, label("m", claim.id, number), [&] {
    resource.add_iri(vocab::rdf::kType, ent::kMentionClass);
    resource.add_iri(ent::kPart, part);
    resource.add_iri(ent::kActorOf, iris.actor(participant.actor));
    resource.add_text(vocab::oa::kExact, participant.text);
  });
}

void add_participants(const ClaimRecord& claim, const GraphIris& iris, Resource& resource) {
  add_actors(ent::kInitiator, claim.initiators, iris, resource);
  add_actors(ent::kRecipient, claim.recipients, iris, resource);
  std::size_t number = 0;
  for (const auto& participant : claim.initiators) {
    add_mention(claim, participant, ent::kInitiatorPart, number++, iris, resource);
  }
  for (const auto& participant : claim.recipients) {
    add_mention(claim, participant, ent::kRecipientPart, number++, iris, resource);
  }
}

void add_quoted_by(const ClaimRecord& claim, const GraphIris& iris, Resource& resource) {
  std::vector<std::string> chain;
  for (const SharedText& id : claim.quoted_by) chain.push_back(iris.actor(id));
  resource.add_list(ent::kQuotedBy, "l", claim.id, chain);
}

void add_quantities(const ClaimRecord& claim, Resource& resource) {
  std::size_t number = 0;
  for (const auto& count : claim.quantities) {
    resource.add_nested(ent::kQuantity, label("n", claim.id, number++), [&] {
      resource.add_iri(vocab::rdf::kType, ent::kQuantityClass);
      resource.add_iri(ent::kUnit, unit_iri(count.unit));
      resource.add(ent::kLow, decimal(count.low));
      resource.add(ent::kHigh, decimal(count.high));
    });
  }
}

/// Byte at which the code point of that number starts.
std::size_t byte_of(std::string_view text, std::uint32_t code_points) {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text.size()) next_code_point(text, at);
  return at;
}

/// The position selector gives the sentence; the quote selector the words that carry the claim,
/// with the rest of the sentence as prefix and suffix.
void add_evidence(const ClaimRecord& claim, const GraphIris& iris, Resource& resource) {
  const std::size_t before = byte_of(claim.sentence, claim.quote_start - claim.start);
  const std::string_view sentence = claim.sentence;
  resource.add_nested(ent::kEvidence, label("e", claim.id), [&] {
    resource.add_iri(vocab::rdf::kType, vocab::oa::kSpecificResource);
    resource.add_iri(vocab::oa::kHasSource, iris.article(claim.article));
    resource.add_nested(vocab::oa::kHasSelector, label("p", claim.id), [&] {
      resource.add_iri(vocab::rdf::kType, vocab::oa::kTextPositionSelector);
      resource.add_count(vocab::oa::kStart, claim.start);
      resource.add_count(vocab::oa::kEnd, claim.end);
    });
    resource.add_nested(vocab::oa::kHasSelector, label("q", claim.id), [&] {
      resource.add_iri(vocab::rdf::kType, vocab::oa::kTextQuoteSelector);
      resource.add_string(vocab::oa::kExact, claim.quote);
      resource.add_text(vocab::oa::kPrefix, sentence.substr(0, before));
      const std::size_t after = before + claim.quote.size();
      if (after <= sentence.size()) {
        resource.add_text(vocab::oa::kSuffix, sentence.substr(after));
      }
    });
  });
}

void add_trace(const ClaimRecord& claim, Resource& resource) {
  if (claim.rule.empty() && claim.path.empty()) return;
  resource.add_nested(ent::kTrace, label("t", claim.id), [&] {
    resource.add_iri(vocab::rdf::kType, ent::kTraceClass);
    resource.add_text(ent::kRule, claim.rule);
    resource.add_text(ent::kTreePath, claim.path);
  });
}

}  // namespace

void describe_article(const ArticleRecord& article, const GraphIris& iris, const ResourceSink& sink,
                      Sheet& sheet) {
  const std::string subject = iris.article(article.id);
  Resource resource(subject, subject, sheet);
  resource.add_iri(vocab::rdf::kType, ent::kArticle);
  resource.add_text(vocab::schema::kHeadline, article.title);
  resource.add_date(vocab::schema::kDatePublished, article.date);
  resource.add_text(vocab::schema::kPublisher, article.publisher);
  resource.add_text(vocab::schema::kAuthor, article.author);
  resource.add_text(vocab::schema::kUrl, article.url);
  resource.add_text(vocab::schema::kInLanguage, article.language);
  resource.add_text(ent::kInputId, article.input_id);
  resource.add_text(ent::kSha256, article.sha256);
  resource.add_count(ent::kLength, article.length);
  if (!article.agency.empty()) resource.add_iri(ent::kAgency, iris.actor(article.agency));
  if (!article.sketch.empty()) {
    resource.add_text(ent::kSketch, fmt::format("{:08x}", fmt::join(article.sketch, " ")));
  }
  resource.hand_to(sink);
}

void describe_claim(const ClaimRecord& claim, const PlaceIris& places, const ResourceSink& sink,
                    Sheet& sheet) {
  const GraphIris& iris = places.iris();
  Resource resource(iris.claim(claim.id), iris.article(claim.article), sheet);
  resource.add_iri(vocab::rdf::kType, ent::kClaim);
  resource.add_iri(ent::kAbout, iris.situation(claim.situation));
  add_type(claim, resource);
  add_participants(claim, iris, resource);
  add_circumstances(claim, places, resource);
  for (const SharedText& id : claim.speakers) {
    resource.add_iri(ent::kAssertedBy, iris.actor(id));
  }
  resource.add_iri(ent::kPolarity, ontology_term(to_string(claim.polarity)));
  resource.add_iri(ent::kModality, ontology_term(to_string(claim.modality)));
  resource.add(ent::kConfidence, decimal(claim.confidence));
  add_quantities(claim, resource);
  resource.add_iri(vocab::prov::kWasDerivedFrom, iris.article(claim.article));
  add_evidence(claim, iris, resource);
  add_trace(claim, resource);
  add_quoted_by(claim, iris, resource);  // last: serd ends the subject after a list
  resource.hand_to(sink);
}

}  // namespace entente::rdf
