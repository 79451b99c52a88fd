// SPDX-License-Identifier: ISC
// Measures loading and analysis on a synthetic graph: by default 100,000 actors and 2,000,000
// edges, each a relation that one claim affirms. Actors are picked so that few have many edges, as
// in news. usage: bench-graph [ACTORS [EDGES [FILE.nq]]]   With a file: if it is not there it is
// written, and nothing else is done; else it is read, so that memory is what reading takes.
#include "analysis/balance.h"
#include "analysis/path_question.h"
#include "analysis/rank.h"
#include "analysis/tie_index.h"
#include "graph/knowledge_graph.h"
#include "rdf/read_graph.h"
#include "rdf/vocab.h"
#include "rdf/write_graph.h"
#include "render/graphviz.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <fmt/format.h>
#include <malloc.h>

using namespace entente;

namespace {

double seconds_of_cpu() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double seconds_of_wall() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

// "VmRSS:" now, "VmHWM:" at most, files' pages included.
double megabytes(std::string_view what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(what)) return std::atof(line.c_str() + what.size()) * 1024 / 1e6;
  }
  return 0;
}

template <typename Work>
auto measure(const std::string& name, Work&& work) {
  const double cpu = seconds_of_cpu(), wall = seconds_of_wall();
  auto result = work();
  fmt::print("{:<28} {:8.3f} s {:8.3f} s cpu {:8.0f} MB now {:8.0f} MB at most\n", name,
             seconds_of_wall() - wall, seconds_of_cpu() - cpu, megabytes("VmRSS:"),
             megabytes("VmHWM:"));
  std::fflush(stdout);
  return result;
}

std::string id_of(char kind, std::uint32_t number) {
  return fmt::format("{}{:015x}", kind, number);
}

KnowledgeGraph make_graph(std::uint32_t actors, std::uint32_t edges) {
  KnowledgeGraph graph;
  std::vector<SharedText> ids;
  for (std::uint32_t i = 0; i < actors; ++i) {
    ids.push_back(id_of('a', i));
    Actor actor;
    actor.id = actor.label = ids.back().str();
    actor.names = {{actor.label, NameKind::Label, false}};
    actor.vetted = true;
    graph.actors.push_back(std::move(actor));
  }
  ArticleRecord article;
  article.id = id_of('0', 1);
  article.sha256 = std::string(64, '0');
  article.date = Date{2022, 8, 5};
  graph.articles.push_back(article);
  const SharedText types[] = {"dependsOn", "alliedWith"};
  const SharedText words[] = {"A", "B", "A and B"};
  std::mt19937_64 random(1);
  const auto pick = [&] {
    const double u = static_cast<double>(random() % 1'000'000 + 1) / 1e6;
    return static_cast<std::uint32_t>(u * u * u * (actors - 1));
  };
  for (std::uint32_t i = 0; i < edges; ++i) {
    SituationRecord situation;
    situation.id = id_of('5', i);
    situation.type = types[i % 3 == 0 ? 0 : 1];
    situation.is_relation = true;
    situation.initiators = {ids[pick()]};
    situation.recipients = {ids[pick()]};
    situation.claim_count = situation.article_count = situation.source_count = 1;
    situation.claims = {i};
    ClaimRecord claim;
    claim.id = id_of('c', i);
    claim.article = article.id;
    claim.situation = situation.id;
    claim.type = situation.type;
    claim.is_relation = true;
    claim.initiators = {{situation.initiators[0], words[0]}};
    claim.recipients = {{situation.recipients[0], words[1]}};
    claim.sentence = claim.quote = words[2];
    claim.end = claim.quote_end = 7;
    claim.confidence = 0.3 + 0.001 * static_cast<double>(random() % 600);
    graph.situations.push_back(std::move(situation));
    graph.claims.push_back(std::move(claim));
  }
  return graph;
}

Weights make_weights() {
  Weights weights;
  weights.types["dependsOn"] = {
      Sign::Cooperation, 0.8, Dependence::OfInitiator, 0.9, false, "", ""};
  weights.types["alliedWith"] = {Sign::Cooperation, 0.8, Dependence::Mutual, 0.4, false, "", ""};
  return weights;
}

void write_file(const KnowledgeGraph& graph, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  rdf::write_graph(graph, rdf::Format::NQuads, std::string(rdf::vocab::kDefaultBase),
                   [&](std::string_view bytes) { out << bytes; });
}

void ask(const KnowledgeGraph& graph, const Weights& weights) {
  const TieIndex index = measure("index of the ties", [&] { return TieIndex(graph, weights); });
  const auto actors = static_cast<ActorNumber>(graph.actors.size());
  PathQuestion question;
  question.from = actors - 1;
  question.to = actors / 2;
  const PathAnswer found = measure("path -k 5, all of it", [&] { return answer(index, question); });
  fmt::print("{} ties, {} links, {} paths\n", found.network.ties.size(), found.network.links.size(),
             found.paths.size());
  const ActorNetwork& network = found.network;
  measure("  ties of the whole graph", [&] { return find_ties(index, {}).size(); });
  measure("  links of the ties", [&] {
    return build_network(network.ties, actors, Kind::Dependence, weights.most).links.size();
  });
  measure("  the search alone",
          [&] { return find_paths(network, question.from, question.to, question.paths); });
  measure("  cut and dominators", [&] {
    return find_bottleneck(network, question.from, question.to, question.paths.max_steps,
                           found.paths)
        .cut;
  });
  for (const Measure m : {Measure::Dependence, Measure::PageRank, Measure::Betweenness,
                          Measure::Degree, Measure::Conflict}) {
    measure(std::string("rank by ").append(to_string(m)), [&] { return rank_actors(network, m); });
  }
  const auto draw_picture = [&](const std::string& name, const PictureOptions& options) {
    const Picture picture = measure(name, [&] { return make_picture(index, options); });
    fmt::print("{} actors, {} ties, left out {}\n", picture.actors, picture.ties,
               describe_left_out(picture));
    measure("  layout of it", [&] { return draw(picture, PictureFormat::Svg); });
  };
  draw_picture("picture of the strongest", {});
  draw_picture("picture around one", {.around = question.from});
  draw_picture("picture between two", {.between = {{question.from, question.to}}});
  measure("camps and triads", [&] { return find_balance(graph, find_ties(index, {})).camps; });
}

}  // namespace

int main(int argc, char** argv) {
  const auto actors = static_cast<std::uint32_t>(argc > 1 ? std::atol(argv[1]) : 100'000);
  const auto edges = static_cast<std::uint32_t>(argc > 2 ? std::atol(argv[2]) : 2'000'000);
  const std::string file = argc > 3 ? argv[3] : "";
  const bool read = !file.empty() && std::filesystem::exists(file);
  const double before = megabytes("VmRSS:");
  const KnowledgeGraph graph =
      read ? measure("read N-Quads", [&] { return rdf::read_graph(file).graph; })
           : measure("make", [&] { return make_graph(actors, edges); });
  if (!read && !file.empty()) {
    measure("write N-Quads", [&] { return write_file(graph, file), 0; });
    return 0;
  }
  malloc_trim(0);
  fmt::print("{:.0f} bytes an edge\n", (megabytes("VmRSS:") - before) * 1e6 / edges);
  ask(graph, make_weights());
  return 0;
}
