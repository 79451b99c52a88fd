// SPDX-License-Identifier: ISC
#include "store/merge_join.h"

#include "store/evaluate.h"
#include "store/load_store.h"
#include "store/parse_query.h"

#include <random>
#include <tuple>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace entente;
using namespace entente::store;

namespace {

using Keys = std::vector<TermId>;

KeyColumn column_of(const Keys& keys) {
  return {keys.data(), keys.size(), 1};
}

unsigned below(std::mt19937& random, unsigned n) {
  return static_cast<unsigned>(random() % n);
}

Keys random_keys(std::mt19937& random, unsigned most, unsigned range) {
  Keys keys(below(random, most + 1));
  for (TermId& key : keys) key = below(random, range);
  std::sort(keys.begin(), keys.end());
  return keys;
}

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

Pairs merged(const KeyColumn& left, const KeyColumn& right) {
  Pairs pairs;
  merge_keys(left, right, [&](std::size_t l, std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) pairs.emplace_back(l, begin);
    return true;
  });
  return pairs;
}

Pairs equal_pairs(const Keys& left, const Keys& right) {
  Pairs pairs;
  for (std::size_t l = 0; l < left.size(); ++l) {
    for (std::size_t r = 0; r < right.size(); ++r) {
      if (left[l] == right[r]) pairs.emplace_back(l, r);
    }
  }
  return pairs;
}

std::unique_ptr<QuadStore> store_of(const std::string& quads) {
  StoreBuilder builder;
  REQUIRE_FALSE(builder.add_text(quads, rdf::Format::NQuads, {}));
  return builder.build();
}

// Nodes are subjects and objects; with no graphs all lies in the default graph.
std::unique_ptr<QuadStore> random_store(std::mt19937& random, int quads, unsigned graphs) {
  std::string text;
  for (int i = 0; i < quads; ++i) {
    const auto pick = [&](unsigned n) { return below(random, n); };
    text += fmt::format("<n:{}> <p:{}> <n:{}> ", pick(9), pick(3), pick(9));
    const unsigned graph = pick(graphs + 1);
    text += graph == 0 ? ".\n" : fmt::format("<g:{}> .\n", graph);
  }
  return store_of(text);
}

QueryResult ask(const QuadStore& store, const std::string& text, std::optional<JoinMethod> join,
                bool all_graphs = false) {
  QueryOptions options;
  options.join = join;
  options.union_default_graph = all_graphs;
  return evaluate(store, std::get<Query>(parse_query(text)), options);
}

std::vector<std::vector<rdf::Term>> sorted_rows(QueryResult result) {
  std::sort(result.rows.begin(), result.rows.end());
  return result.rows;
}

std::size_t count_of(const QueryResult& result, JoinMethod method) {
  return result.joins[static_cast<std::size_t>(method)];
}

const std::vector<std::string> kQueries = {
    "SELECT * { ?x <p:0> <n:1> . ?x <p:1> <n:2> }",
    "SELECT * { ?x <p:0> <n:1> . ?y <p:1> ?x }",
    "SELECT * { ?x <p:0> ?y . ?z <p:1> ?y }",
    "SELECT ?x { ?x <p:0> ?y . ?z <p:1> ?y . ?y <p:2> <n:3> }",
    "SELECT * { <n:1> ?p <n:2> . <n:3> ?p ?y }",
    "SELECT * { <n:1> <p:1> ?x . ?x ?q ?z }",
    "SELECT * { ?x <p:0> <n:1> . ?y ?q ?x }",
    "SELECT * { ?x <p:0> <n:1> . ?y ?y ?x }",
    "SELECT * { ?x <p:0> <n:1> . ?y <p:1> ?x . ?y <p:2> ?x }",
    "SELECT * { ?x <p:0> <n:1> OPTIONAL { ?y <p:1> ?x } ?z <p:2> ?x }",
    "SELECT * { VALUES ?x { <n:1> <n:1> <n:2> <n:none> } ?y <p:1> ?x }",
    "SELECT * { VALUES ?x { <n:1> UNDEF <n:2> } ?y <p:1> ?x }",
    "SELECT * { BIND(IRI(\"n:none\") AS ?x) ?y <p:1> ?x }",
    "SELECT * { ?x <p:0> <n:1> FILTER NOT EXISTS { ?x <p:1> <n:2> } }",
    "SELECT * { ?x <p:0> <n:none> . ?y <p:1> ?x }",
    "SELECT * { GRAPH ?g { ?x <p:0> <n:1> } ?y <p:1> ?x }",
    "SELECT * { ?x <p:0> <n:1> GRAPH ?g { ?y <p:1> ?x } }",
    "SELECT * { GRAPH ?g { ?x <p:0> <n:1> . ?y <p:1> ?x } }",
    "SELECT * { GRAPH ?g { <n:1> <p:0> <n:1> } GRAPH ?g { <n:1> <p:1> <n:2> } }",
    "SELECT * { GRAPH ?g { <n:1> ?p <n:1> } GRAPH ?g { <n:3> <p:1> <n:2> } }",
    "SELECT * { GRAPH ?x { ?x <p:0> <n:1> } ?y <p:1> ?x }",
    "SELECT * { GRAPH <g:1> { ?x <p:0> <n:1> } GRAPH <g:2> { ?y <p:1> ?x } }",
    "SELECT * FROM <g:1> FROM <g:2> { ?x <p:0> <n:1> . ?y <p:1> ?x }",
    "SELECT * FROM <g:1> { ?x <p:0> <n:1> . ?y <p:1> ?x }",
    "SELECT * FROM <g:1> FROM NAMED <g:2> { ?x <p:0> <n:1> GRAPH ?g { ?y <p:1> ?x } }",
    "SELECT * FROM NAMED <g:2> FROM NAMED <g:1> { GRAPH ?h { ?x <p:0> <n:1> } GRAPH ?g { ?y ?p ?x "
    "} }",
};

}  // namespace

TEST_CASE("skipping finds the first key that is not less, from wherever it starts", "[merge]") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const Keys keys = random_keys(random, 40, 30);
    for (std::size_t from = 0; from <= keys.size(); ++from) {
      const TermId key = below(random, 32);
      const auto at = std::lower_bound(keys.begin() + static_cast<long>(from), keys.end(), key);
      CHECK(skip_to(column_of(keys), from, key) == static_cast<std::size_t>(at - keys.begin()));
    }
  }
}

TEST_CASE("merging pairs all equal keys, however often they repeat", "[merge]") {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    const Keys left = random_keys(random, 30, 1 + below(random, 60));
    const Keys right = random_keys(random, round % 2 == 0 ? 30 : 300, 60);
    CHECK(merged(column_of(left), column_of(right)) == equal_pairs(left, right));
  }
}

TEST_CASE("merging reads columns of wider rows", "[merge]") {
  const Keys wide = {9, 1, 0, 2, 7, 2, 3, 4};
  CHECK(merged({&wide[1], 4, 2}, column_of({2, 4, 5})) == Pairs{{1, 0}, {2, 0}, {3, 1}});
}

TEST_CASE("merging stops when nobody wants more", "[merge]") {
  const Keys keys = {1, 2, 3};
  int calls = 0;
  merge_keys(column_of(keys), column_of(keys), [&](auto...) { return ++calls < 2; });
  CHECK(calls == 2);
}

TEST_CASE("the cheapest join depends on the sizes and the order of its sides", "[merge]") {
  const auto [rows, matches, mergeable, expected] =
      GENERATE(table<std::size_t, std::size_t, bool, JoinMethod>({
          {10, 10, true, JoinMethod::NestedLoops},
          {10, 1000000, true, JoinMethod::NestedLoops},
          {1000, 1000000, true, JoinMethod::NestedLoops},
          {1000, 1000000, false, JoinMethod::NestedLoops},
          {100000, 100000, true, JoinMethod::Merge},
          {100000, 200000, true, JoinMethod::Merge},
          {100000, 1600000, true, JoinMethod::Merge},
          {100000, 6400000, true, JoinMethod::NestedLoops},
          {100000, 50, true, JoinMethod::Merge},
          {100000, 0, true, JoinMethod::Merge},
          {100000, 100000, false, JoinMethod::Hash},
          {100000, 300000, false, JoinMethod::NestedLoops},
      }));
  CHECK(cheapest_join(rows, matches, mergeable) == expected);
}

TEST_CASE("all joins give the same rows", "[merge]") {
  std::mt19937 random(11);
  std::size_t merges = 0, hashes = 0;
  for (int round = 0; round < 60; ++round) {
    const auto store = random_store(random, round * 5, static_cast<unsigned>(round % 4));
    for (const std::string& query : kQueries) {
      for (const bool all_graphs : {false, true}) {
        CAPTURE(round, query, all_graphs);
        const auto nested = ask(*store, query, JoinMethod::NestedLoops, all_graphs);
        const auto hash = ask(*store, query, JoinMethod::Hash, all_graphs);
        const auto merge = ask(*store, query, JoinMethod::Merge, all_graphs);
        CHECK(sorted_rows(hash) == sorted_rows(nested));
        CHECK(sorted_rows(merge) == sorted_rows(nested));
        CHECK(count_of(nested, JoinMethod::Merge) + count_of(nested, JoinMethod::Hash) == 0);
        merges += count_of(merge, JoinMethod::Merge);
        hashes += count_of(hash, JoinMethod::Hash);
      }
    }
  }
  CHECK(merges > 1000);
  CHECK(hashes > 1000);
}

TEST_CASE("large sides in the same order are merged, small ones looked up", "[merge]") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += fmt::format("<n:{}> <p:is> <n:claim> .\n", i);
    if (i % 2 == 0) text += fmt::format("<n:{}> <p:says> <n:yes> .\n", i);
    if (i % 100 == 0) text += fmt::format("<n:{}> <p:says> <n:no> .\n", i);
  }
  const auto store = store_of(text);
  const auto large = ask(*store, "SELECT * { ?x <p:says> <n:yes> ; <p:is> <n:claim> }", {});
  CHECK(large.rows.size() == 500);
  CHECK(large.joins == JoinCounts{0, 0, 1});
  const auto small = ask(*store, "SELECT * { ?x <p:says> <n:no> ; <p:is> <n:claim> }", {});
  CHECK(small.rows.size() == 10);
  CHECK(small.joins == JoinCounts{1, 0, 0});
}

TEST_CASE("a merge heeds LIMIT", "[merge]") {
  const auto store = store_of(
      "<n:1> <p:0> <n:9> .\n<n:2> <p:0> <n:9> .\n<n:1> <p:1> <n:9> .\n<n:2> <p:1> <n:9> .\n");
  const auto result =
      ask(*store, "SELECT * { ?x <p:0> <n:9> ; <p:1> <n:9> } LIMIT 1", JoinMethod::Merge);
  CHECK(result.rows.size() == 1);
  CHECK(count_of(result, JoinMethod::Merge) == 1);
}
