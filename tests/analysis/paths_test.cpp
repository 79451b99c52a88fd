// SPDX-License-Identifier: ISC
#include "analysis/paths.h"

#include "analysis/example_network.h"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::example;

namespace {

// 0 -> 1 -> 3 is strong, 0 -> 2 -> 3 weaker, 0 -> 3 weakest; 1 -> 2 joins the two.
ActorNetwork diamond() {
  return network_of(4,
                    {{0, 1, 0.9}, {1, 3, 0.8}, {0, 2, 0.5}, {2, 3, 0.9}, {0, 3, 0.2}, {1, 2, 0.7}});
}

std::vector<std::string> texts(const ActorNetwork& network, const std::vector<Path>& paths) {
  std::vector<std::string> result;
  for (const Path& path : paths) result.push_back(to_text(network, path.links));
  return result;
}

ActorNetwork random_network(std::uint32_t seed, std::size_t actors, std::size_t edges) {
  std::mt19937 random(seed);
  std::vector<Edge> list;
  for (std::size_t i = 0; i < edges; ++i) {
    const auto from = static_cast<ActorNumber>(random() % actors);
    const auto to = static_cast<ActorNumber>(random() % actors);
    if (from != to)
      list.push_back({from, to, 0.05 + 0.9 * static_cast<double>(random() % 1000) / 1000});
  }
  return network_of(actors, list);
}

// Every simple path, by walking all of them.
std::vector<Path> all_paths(const ActorNetwork& network, ActorNumber from, ActorNumber to,
                            std::size_t max_steps) {
  std::vector<Path> found;
  std::vector<std::uint32_t> links;
  std::vector<bool> visited(network.actor_count);
  const std::function<void(ActorNumber, double)> walk = [&](ActorNumber actor, double strength) {
    if (actor == to) return found.push_back({links, strength});
    if (links.size() == max_steps) return;
    visited[actor] = true;
    for (const Link& link : network.links_from(actor)) {
      if (visited[link.to]) continue;
      links.push_back(static_cast<std::uint32_t>(&link - network.links.data()));
      walk(link.to, strength * link.strength);
      links.pop_back();
    }
    visited[actor] = false;
  };
  walk(from, 1);
  std::sort(found.begin(), found.end(),
            [](const Path& a, const Path& b) { return a.strength > b.strength; });
  return found;
}

}  // namespace

TEST_CASE("paths come strongest first", "[paths]") {
  // 0.9*0.8 = 0.72, 0.9*0.7*0.9 = 0.567, 0.5*0.9 = 0.45, 0.2
  const ActorNetwork network = diamond();
  const std::vector<Path> paths = find_paths(network, 0, 3, {.count = 9, .max_steps = 6});
  CHECK(texts(network, paths) == std::vector<std::string>{"0-1-3", "0-1-2-3", "0-2-3", "0-3"});
  CHECK(paths[0].strength == Approx(0.72));
  CHECK(paths[1].strength == Approx(0.567));
}

TEST_CASE("no path has more steps than are allowed", "[paths]") {
  const ActorNetwork network = diamond();
  CHECK(texts(network, find_paths(network, 0, 3, {.count = 9, .max_steps = 2})) ==
        std::vector<std::string>{"0-1-3", "0-2-3", "0-3"});
  CHECK(texts(network, find_paths(network, 0, 3, {.count = 9, .max_steps = 1})) ==
        std::vector<std::string>{"0-3"});
}

TEST_CASE("a cheap detour does not hide the dearer way with fewer steps", "[paths]") {
  // The best way to 2 takes two steps, which leaves none for 2 -> 3 -> 4.
  const ActorNetwork network =
      network_of(5, {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, 0.5}, {2, 3, 0.9}, {3, 4, 0.9}});
  CHECK(texts(network, find_paths(network, 0, 4, {.count = 1, .max_steps = 3})) ==
        std::vector<std::string>{"0-2-3-4"});
}

TEST_CASE("there is no path to oneself, nor against the links", "[paths]") {
  const ActorNetwork network = diamond();
  CHECK(find_paths(network, 0, 0, {}).empty());
  CHECK(find_paths(network, 3, 0, {}).empty());
}

TEST_CASE("paths are those that a walk over all simple paths finds", "[paths]") {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const ActorNetwork network = random_network(seed, 9, 30);
    const std::size_t max_steps = 2 + seed % 5;
    const std::vector<Path> expected = all_paths(network, 0, 8, max_steps);
    const std::vector<Path> paths =
        find_paths(network, 0, 8, {.count = 10, .max_steps = max_steps});
    REQUIRE(paths.size() == std::min<std::size_t>(10, expected.size()));
    for (std::size_t i = 0; i < paths.size(); ++i) {
      CHECK(paths[i].strength == Approx(expected[i].strength));
    }
  }
}

TEST_CASE("a path is never stronger than its weakest step", "[paths]") {
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const ActorNetwork network = random_network(seed, 40, 200);
    for (const Path& path : find_paths(network, 0, 39, {.count = 8, .max_steps = 6})) {
      for (const std::uint32_t link : path.links)
        CHECK(path.strength <= network.links[link].strength);
    }
  }
}

TEST_CASE("links that two paths share count once in the combined strength", "[paths]") {
  // 0-1-3 (0.72) and 0-3 (0.2) share nothing; 0-1-2-3 shares 0-1.
  const ActorNetwork network = diamond();
  const std::vector<Path> paths = find_paths(network, 0, 3, {.count = 9, .max_steps = 6});
  const std::vector<Path> two = {paths[0], paths[1], paths[3]};
  CHECK(combined_strength(network, two) == Approx(1 - (1 - 0.72) * (1 - 0.2)));
}

TEST_CASE("the minimum cut is the weakest set of links that separates", "[paths]") {
  // Into 3: 0.8 + 0.9 + 0.2; out of 0: 0.9 + 0.5 + 0.2 = 1.6, the least.
  const ActorNetwork network = diamond();
  const Bottleneck found = find_bottleneck(network, 0, 3, 6, find_paths(network, 0, 3, {}));
  CHECK(found.cut_strength == Approx(1.6));
  CHECK(found.cut.size() == 3);
  CHECK(found.dominators.empty());
}

TEST_CASE("a bridge is the cut and its ends are on every path", "[paths]") {
  const ActorNetwork network =
      network_of(6, {{0, 1, 0.9}, {0, 2, 0.9}, {1, 3, 0.9}, {2, 3, 0.9}, {3, 4, 0.3}, {4, 5, 0.9}});
  const Bottleneck found = find_bottleneck(network, 0, 5, 6, find_paths(network, 0, 5, {}));
  CHECK(to_text(network, found.cut) == "3-4");
  CHECK(found.dominators == std::vector<ActorNumber>{3, 4});
}

TEST_CASE("what lies behind the end does not hide who is on every path", "[paths]") {
  const ActorNetwork network = network_of(4, {{0, 1, 0.9}, {1, 2, 0.9}, {2, 3, 0.9}, {3, 2, 0.9}});
  CHECK(find_bottleneck(network, 0, 2, 6, find_paths(network, 0, 2, {})).dominators ==
        std::vector<ActorNumber>{1});
}

TEST_CASE("weak links that no path uses are left out of cut and dominators", "[paths]") {
  const ActorNetwork network = network_of(4, {{0, 1, 0.9}, {1, 2, 0.8}, {0, 3, 0.02}, {3, 2, 0.9}});
  const std::vector<Path> strongest = find_paths(network, 0, 2, {.count = 1, .max_steps = 6});
  CHECK(find_bottleneck(network, 0, 2, 6, strongest).dominators.empty());
  const Bottleneck found = find_bottleneck(network, 0, 2, 6, strongest, 0.05);
  CHECK(to_text(network, found.cut) == "1-2");
  CHECK(found.dominators == std::vector<ActorNumber>{1});
}

TEST_CASE("without the links of the cut no path is left", "[paths]") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const ActorNetwork network = random_network(seed, 30, 90);
    const Bottleneck found = find_bottleneck(network, 0, 29, 5, find_paths(network, 0, 29, {}));
    const std::set<std::uint32_t> cut(found.cut.begin(), found.cut.end());
    std::vector<Edge> rest;
    for (std::uint32_t i = 0; i < network.links.size(); ++i) {
      const Link& link = network.links[i];
      if (!cut.contains(i)) rest.push_back({link.from, link.to, link.strength});
    }
    CHECK(find_paths(network_of(30, rest), 0, 29, {.count = 1, .max_steps = 5}).empty());
  }
}
