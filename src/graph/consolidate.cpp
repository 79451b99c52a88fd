// SPDX-License-Identifier: ISC
#include "graph/consolidate.h"

#include "graph/merge_actors.h"
#include "graph/situations.h"
#include "graph/sort_by_id.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace entente {

namespace {

// Of two records of one text: what either knows; where both know, the first in byte order.
void absorb(ArticleRecord& into, const ArticleRecord& other) {
  const auto keep = [](std::string& a, const std::string& b) {
    if (a.empty() || (!b.empty() && b < a)) a = b;
  };
  keep(into.input_id, other.input_id);
  keep(into.title, other.title);
  keep(into.publisher, other.publisher);
  keep(into.url, other.url);
  keep(into.author, other.author);
  keep(into.language, other.language);
  keep(into.agency, other.agency);
  if (!into.date || (other.date && *other.date < *into.date)) into.date = other.date;
  if (into.sketch.empty()) into.sketch = other.sketch;
}

template <typename Record, typename Absorb>
std::vector<Record> unite_by_id(std::vector<Record> records, Absorb&& absorb_into) {
  sort_by_id(records);
  std::size_t kept = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[kept].id == records[i].id) {
      absorb_into(records[kept], records[i]);
    } else if (++kept != i) {
      records[kept] = std::move(records[i]);
    }
  }
  if (!records.empty()) records.erase(records.begin() + kept + 1, records.end());
  return records;
}

template <typename T>
void append(std::vector<T>& into, std::vector<T>&& other) {
  into.insert(into.end(), std::make_move_iterator(other.begin()),
              std::make_move_iterator(other.end()));
}

bool contains(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_retracted(const ArticleRecord& article, const Retraction& retraction) {
  return contains(retraction.articles, article.id) ||
         contains(retraction.articles, article.input_id) ||
         contains(retraction.publishers, article.publisher);
}

}  // namespace

KnowledgeGraph consolidate(std::vector<Actor> actors, std::vector<ArticleRecord> articles,
                           std::vector<ClaimRecord> claims) {
  KnowledgeGraph graph;
  // A claim's id stands for all that makes it, so claims of one id are equal.
  graph.claims = unite_by_id(std::move(claims), [](ClaimRecord&, const ClaimRecord&) {});
  graph.articles = unite_by_id(std::move(articles), absorb);
  graph.actors = merge_actors(std::move(actors));
  separate_article_own_actors(graph.actors, graph.claims);
  graph.actors =
      keep_named_actors(merge_actors(std::move(graph.actors)), graph.articles, graph.claims);
  form_situations(graph);
  return graph;
}

KnowledgeGraph merge(std::vector<KnowledgeGraph> graphs) {
  KnowledgeGraph all;
  for (KnowledgeGraph& graph : graphs) {
    append(all.actors, std::move(graph.actors));
    append(all.articles, std::move(graph.articles));
    append(all.claims, std::move(graph.claims));
  }
  return consolidate(std::move(all.actors), std::move(all.articles), std::move(all.claims));
}

std::vector<const ArticleRecord*> find_retracted(const KnowledgeGraph& graph,
                                                 const Retraction& retraction) {
  std::vector<const ArticleRecord*> found;
  for (const ArticleRecord& article : graph.articles) {
    if (is_retracted(article, retraction)) found.push_back(&article);
  }
  return found;
}

KnowledgeGraph drop(KnowledgeGraph graph, const Retraction& retraction) {
  std::unordered_set<SharedText> gone;
  for (const ArticleRecord* article : find_retracted(graph, retraction)) gone.insert(article->id);
  std::erase_if(graph.articles, [&](const ArticleRecord& a) { return gone.contains(a.id); });
  std::erase_if(graph.claims, [&](const ClaimRecord& c) { return gone.contains(c.article); });
  return consolidate(std::move(graph.actors), std::move(graph.articles), std::move(graph.claims));
}

}  // namespace entente
