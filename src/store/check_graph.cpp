// SPDX-License-Identifier: ISC
#include "store/check_graph.h"

#include "graph/hash.h"
#include "graph/sources.h"
#include "graph/status.h"
#include "text/utf8.h"

#include <map>
#include <set>

#include <fmt/format.h>

namespace entente::store {

namespace {

void check_evidence(const KnowledgeGraph& graph, std::vector<GraphFault>& faults) {
  for (const ClaimRecord& claim : graph.claims) {
    const auto fail = [&](std::string message) {
      faults.push_back({"claim", claim.id.str(), std::move(message)});
    };
    const ArticleRecord* const article = find_article(graph, claim.article);
    if (article == nullptr) {
      fail(fmt::format("found no article \"{}\", expected the one that it is derived from",
                       claim.article));
      continue;
    }
    if (claim.start >= claim.end || claim.end > article->length) {
      fail(fmt::format(
          "found evidence from {} to {}, expected a place inside the {} characters of its article",
          claim.start, claim.end, article->length));
    } else if (claim.end - claim.start != count_code_points(claim.sentence)) {
      fail(fmt::format("found {} characters of evidence and a sentence of {}",
                       claim.end - claim.start, count_code_points(claim.sentence)));
    }
  }
}

struct SituationClaims {
  std::vector<SourcedClaim> claims;
  std::set<std::string_view> articles;
};

/// The claims name their sources by views of `sources`, one for each article of the graph.
std::map<std::string_view, SituationClaims> claims_by_situation(
    const KnowledgeGraph& graph, const std::vector<std::string>& sources) {
  std::map<std::string_view, SituationClaims> all;
  for (const ClaimRecord& claim : graph.claims) {
    const ArticleRecord* const article = find_article(graph, claim.article);
    SituationClaims& of = all[claim.situation];
    of.articles.insert(claim.article);
    of.claims.push_back(
        {&claim, article == nullptr
                     ? claim.article.view()
                     : sources[static_cast<std::size_t>(article - graph.articles.data())]});
  }
  return all;
}

void check_situations(const KnowledgeGraph& graph, std::vector<GraphFault>& faults) {
  const std::vector<std::string> sources = independent_sources(graph.articles, graph.actors);
  const auto all = claims_by_situation(graph, sources);
  for (const SituationRecord& situation : graph.situations) {
    const auto differs = [&](std::string_view what, auto found, auto expected) {
      if (found == expected) return;
      faults.push_back({"situation", situation.id.str(),
                        fmt::format("found the {} {}, expected {} as its claims have it", what,
                                    found, expected)});
    };
    const auto at = all.find(situation.id);
    if (at == all.end()) {
      faults.push_back(
          {"situation", situation.id.str(), "found no claim about it, expected one at least"});
      continue;
    }
    const StatusFinding finding = find_status(at->second.claims);
    differs("status", to_string(situation.status), to_string(finding.status));
    differs("claim count", situation.claim_count, at->second.claims.size());
    differs("article count", situation.article_count, at->second.articles.size());
    differs("source count", situation.source_count, finding.source_count);
  }
}

// Views of a text by code points; text that is not there is empty.
class Slices {
 public:
  explicit Slices(std::string_view text) : text_(text) {
    for (std::size_t at = 0, count = 0; at < text.size(); ++count) {
      if (count % kStep == 0) marks_.push_back(at);
      next_code_point(text, at);
    }
  }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t from = byte_of(begin);
    return text_.substr(from, byte_of(end) - from);
  }

 private:
  static constexpr std::size_t kStep = 256;
  std::size_t byte_of(std::uint32_t code_point) const {
    if (code_point / kStep >= marks_.size()) return text_.size();
    std::size_t at = marks_[code_point / kStep];
    for (std::size_t i = 0; i < code_point % kStep && at < text_.size(); ++i)
      next_code_point(text_, at);
    return at;
  }

  std::string_view text_;
  std::vector<std::size_t> marks_;  // bytes before every 256th code point
};

}  // namespace

std::vector<GraphFault> check_graph(const KnowledgeGraph& graph) {
  std::vector<GraphFault> faults;
  check_evidence(graph, faults);
  check_situations(graph, faults);
  return faults;
}

std::vector<GraphFault> check_quotes(const KnowledgeGraph& graph, const ArticleRecord& article,
                                     std::string_view text) {
  std::vector<GraphFault> faults;
  if (sha256_hex(text) != article.sha256) {
    faults.push_back(
        {"article", article.id.str(), "found another text than the graph was built from"});
  }
  const Slices slices(text);
  for (const ClaimRecord& claim : graph.claims) {
    if (claim.article != article.id) continue;
    const auto compare = [&](std::string_view what, std::uint32_t begin, std::uint32_t end,
                             std::string_view words) {
      const std::string_view found = slices.slice(begin, end);
      if (found == words) return;
      faults.push_back({"claim", claim.id.str(),
                        fmt::format("found the {} \"{}\", but the article has \"{}\" there", what,
                                    words, found)});
    };
    compare("sentence", claim.start, claim.end, claim.sentence);
    compare("quote", claim.quote_start, claim.quote_end, claim.quote);
  }
  return faults;
}

}  // namespace entente::store
