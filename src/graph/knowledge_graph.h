// SPDX-License-Identifier: ISC
/// @file
/// The claims of many articles as one graph: the value that is written to RDF, read back from it,
/// merged, asked and drawn. Everything is named by IRI parts (ids), nothing by position in an
/// article, so graphs built apart can be united.
#pragma once

#include "entities/actor.h"
#include "events/claim.h"
#include "graph/shared_text.h"
#include "text/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// An article as the graph knows it. `id` is the IRI part: the first 16 digits of sha256.
struct ArticleRecord {
  SharedText id;
  std::string sha256;    ///< of Document::text
  std::string input_id;  ///< the input's id: file name or record id
  std::string title, publisher, url, author, language;
  std::optional<Date> date;
  std::uint32_t length = 0;  ///< code points of the text
  std::string agency;        ///< actor id of the news agency whose text it carries; empty if none
  std::vector<std::uint32_t> sketch;  ///< shingle sketch for near-duplicate detection, sorted
  friend bool operator==(const ArticleRecord&, const ArticleRecord&) = default;
};

/// A participant with the words of the article.
struct ParticipantRecord {
  SharedText actor;  ///< actor id
  SharedText text;
  friend auto operator<=>(const ParticipantRecord&, const ParticipantRecord&) = default;
};

/// Where something happened: EventPlace for the graph.
struct PlaceRecord {
  SharedText label;
  SharedText country;  ///< ISO 3166 alpha-3; empty if not known
  friend auto operator<=>(const PlaceRecord&, const PlaceRecord&) = default;
};

/// Index into KnowledgeGraph::claims.
using ClaimNumber = std::uint32_t;

/// A claim by ids. `id` is the first 16 digits of the SHA-256 of everything that makes it.
struct ClaimRecord {
  SharedText id;
  SharedText article;                            ///< ArticleRecord::id
  SharedText situation;                          ///< SituationRecord::id
  std::uint32_t start = 0, end = 0;              ///< evidence sentence, code points of the text
  std::uint32_t quote_start = 0, quote_end = 0;  ///< the words that carry it
  SharedText sentence;                           ///< text[start, end)
  SharedText quote;                              ///< text[quote_start, quote_end)
  SharedText type, action, mode;
  std::vector<SharedText> contexts;
  std::vector<ParticipantRecord> initiators, recipients;
  std::optional<PlaceRecord> place, launched_from;
  std::optional<DateInterval> date;
  std::vector<SharedText> speakers, quoted_by;  ///< actor ids
  bool is_relation = false;
  Polarity polarity = Polarity::Affirmed;
  Modality modality = Modality::Actual;
  double confidence = 0.5;
  struct Count {
    SharedText unit;
    double low = 0, high = 0;
    friend bool operator==(const Count&, const Count&) = default;
  };
  std::vector<Count> quantities;
  SharedText rule, path;  ///< trace
  friend bool operator==(const ClaimRecord&, const ClaimRecord&) = default;
};

/// How far a situation may be relied on; the rules are in graph/status.h.
enum class Status : std::uint8_t { Corroborated, SingleSource, Contested, Denied, Prospective };

std::string_view to_string(Status status);  ///< "Corroborated"
std::optional<Status> parse_status(std::string_view name);

/// What claims of one or more articles are about: an event or a lasting relation.
struct SituationRecord {
  SharedText id;
  SharedText type, action;
  bool is_relation = false;
  std::vector<SharedText> initiators, recipients;  ///< actor ids, sorted; one each for a relation
  std::optional<PlaceRecord> place, launched_from;
  std::optional<DateInterval> date;  ///< notBefore, notAfter
  Status status = Status::SingleSource;
  std::uint32_t claim_count = 0, article_count = 0;
  std::uint32_t source_count = 0;  ///< independent publishers and agencies behind the status
  std::optional<Date> first_reported, last_reported;
  std::vector<ClaimNumber> claims;  ///< ascending, so by id
  friend bool operator==(const SituationRecord&, const SituationRecord&) = default;
};

/// Actors, articles, claims and situations, each sorted by id. Invariants: every id that is used
/// is present; every claim is in exactly one situation.
struct KnowledgeGraph {
  std::vector<Actor> actors;
  std::vector<ArticleRecord> articles;
  std::vector<ClaimRecord> claims;
  std::vector<SituationRecord> situations;
  friend bool operator==(const KnowledgeGraph&, const KnowledgeGraph&) = default;
};

/// Null if there is none of that id. Cost: logarithmic.
const Actor* find_actor(const KnowledgeGraph& graph, std::string_view id);
const ArticleRecord* find_article(const KnowledgeGraph& graph, std::string_view id);
const ClaimRecord* find_claim(const KnowledgeGraph& graph, std::string_view id);
const SituationRecord* find_situation(const KnowledgeGraph& graph, std::string_view id);

}  // namespace entente
