// SPDX-License-Identifier: ISC
#include "syntax/tree.h"

#include <limits>

namespace entente {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min() / 4;

// Scores between nodes 0 (root) and 1..n; cell (h, d) is the arc from h to d.
struct Graph {
  std::size_t size = 0;
  std::vector<std::int64_t> cells;
  std::int64_t& at(std::size_t head, std::size_t dependent) {
    return cells[head * size + dependent];
  }
};

std::size_t best_head(Graph& graph, std::size_t dependent) {
  std::size_t best = dependent == 0 ? 1 : 0;
  for (std::size_t h = 0; h < graph.size; ++h) {
    if (h != dependent && graph.at(h, dependent) > graph.at(best, dependent)) best = h;
  }
  return best;
}

// Nodes of a circle among the heads, or none.
std::vector<std::size_t> find_circle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size(), 0);  // by the walk that began at this node
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = heads[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::size_t> circle{at};
    for (std::size_t next = heads[at]; next != at; next = heads[next]) circle.push_back(next);
    return circle;
  }
  return {};
}

// Best head of every node but 0. A circle is drawn together to one node, which stands in the place
// of its first member, and the smaller problem is solved.
std::vector<std::size_t> solve(Graph graph) {
  std::vector<std::size_t> heads(graph.size, 0);
  for (std::size_t d = 1; d < graph.size; ++d) heads[d] = best_head(graph, d);
  const std::vector<std::size_t> circle = find_circle(heads);
  if (circle.empty()) return heads;

  std::vector<char> inside(graph.size, 0);
  for (const std::size_t node : circle) inside[node] = 1;
  std::vector<std::size_t> outside;  // old number of each new node
  for (std::size_t v = 0; v < graph.size; ++v) {
    if (!inside[v] || v == circle.front()) outside.push_back(v);
  }
  Graph small{outside.size(), std::vector<std::int64_t>(outside.size() * outside.size(), kNever)};
  std::vector<std::size_t> enters(outside.size()),
      leaves(outside.size());  // which member of the circle
  std::size_t joined = 0;
  for (std::size_t i = 0; i < outside.size(); ++i) {
    if (outside[i] == circle.front()) joined = i;
  }
  for (std::size_t i = 0; i < outside.size(); ++i) {
    for (std::size_t j = 1; j < outside.size(); ++j) {
      if (i != j && i != joined && j != joined) small.at(i, j) = graph.at(outside[i], outside[j]);
    }
    if (i == joined) continue;
    for (const std::size_t member : circle) {
      // Entering at this member gives up its arc inside the circle.
      const std::int64_t in = graph.at(outside[i], member) - graph.at(heads[member], member);
      if (in > small.at(i, joined)) small.at(i, joined) = in, enters[i] = member;
      const std::int64_t out = graph.at(member, outside[i]);
      if (i != 0 && out > small.at(joined, i)) small.at(joined, i) = out, leaves[i] = member;
    }
  }
  const std::vector<std::size_t> small_heads = solve(std::move(small));
  for (std::size_t j = 1; j < outside.size(); ++j) {
    const std::size_t h = small_heads[j];
    if (j == joined) {
      heads[enters[h]] = outside[h];
    } else {
      heads[outside[j]] = h == joined ? leaves[j] : outside[h];
    }
  }
  return heads;
}

bool is_tree_with_one_root(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t d = 1; d < heads.size(); ++d) roots += heads[d] == 0;
  return roots == 1 && find_circle(heads).empty();
}

}  // namespace

std::vector<std::uint16_t> best_tree(std::span<const std::int32_t> scores, std::size_t n) {
  Graph graph{n + 1, std::vector<std::int64_t>((n + 1) * (n + 1), kNever)};
  for (std::size_t d = 1; d <= n; ++d) {
    for (std::size_t h = 0; h <= n; ++h) {
      if (h != d) graph.at(h, d) = scores[(d - 1) * (n + 1) + h];
    }
  }
  std::vector<std::size_t> heads(n + 1, 0);
  for (std::size_t d = 1; d <= n; ++d) heads[d] = best_head(graph, d);
  if (!is_tree_with_one_root(heads)) {
    // One root exactly: an arc from the root costs more than all others together can gain.
    const std::int64_t penalty = std::int64_t{1} << 44;
    for (std::size_t d = 1; d <= n; ++d) graph.at(0, d) -= penalty;
    heads = solve(std::move(graph));
  }
  return {heads.begin() + 1, heads.end()};
}

}  // namespace entente
