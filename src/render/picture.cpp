// SPDX-License-Identifier: ISC
#include "render/picture.h"

#include "analysis/path_question.h"
#include "analysis/words.h"
#include "render/dot_text.h"
#include "render/reports.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t kMostRelations = 2;  // named on one edge; more are counted
constexpr std::size_t kTiesPerActor = 3;   // more would be a tangle
constexpr std::size_t kNodeColumns = 16, kEdgeColumns = 20;
constexpr std::size_t kTooltipQuotes = 4;

struct Look {
  std::string_view shape, style, fill, word;
};

// Shape tells the class where colour cannot.
Look look_of(ActorType type) {
  switch (type) {
    case ActorType::State:
      return {"box", "filled", "#cde6f5", "state"};
    case ActorType::Person:
      return {"ellipse", "filled", "#fdf3c0", "person"};
    case ActorType::Alliance:
    case ActorType::Organization:
      return {"hexagon", "filled", "#cfeadf", "alliance, organization"};
    case ActorType::ArmedForce:
    case ActorType::ArmedGroup:
      return {"octagon", "filled", "#f9dcc4", "force"};
    default:
      return {"box", "\"filled,rounded\"", "#ececec", "other"};
  }
}

std::string_view colour_of(Sign sign) {
  if (sign == Sign::Neutral) return "#6b6b6b";
  return sign == Sign::Cooperation ? "#0072b2" : "#d55e00";
}

// A tie as an edge reads it: from the edge's beginning to its end.
struct Reading {
  const Tie* tie = nullptr;
  bool forward = true;
};

// Ties of one pair, sign and standing are one edge, whichever way they run.
struct Edge {
  ActorNumber from = 0, to = 0;
  Sign sign = Sign::Neutral;
  int standing = 0;
  Status status = Status::SingleSource;  // the best of its ties
  bool representation = false;
  double strength = 0;
  std::vector<Reading> readings;  // strongest first
};

// What is affirmed is one standing, whether by one source or more.
int standing_of(Status status) {
  return static_cast<int>(status == Status::Corroborated ? Status::SingleSource : status);
}

bool fits_kind(const Tie& tie, Kind kind) {
  if (tie.relation == "borders") return false;
  if (kind == Kind::Any || tie.representation) return true;
  if (kind == Kind::Conflict) return tie.sign == Sign::Conflict;
  if (kind == Kind::Cooperation) return tie.sign == Sign::Cooperation;
  return tie.dependence != Dependence::None;
}

struct BundleKey {
  ActorNumber low, high;
  int standing;
  bool representation;
  Sign sign;
  friend auto operator<=>(const BundleKey&, const BundleKey&) = default;
};

using Bundles = std::map<BundleKey, std::vector<const Tie*>>;

Bundles sort_ties(const std::vector<Tie>& ties, Kind kind) {
  Bundles bundles;
  for (const Tie& tie : ties) {
    if (!fits_kind(tie, kind)) continue;
    const auto [low, high] = std::minmax(tie.from, tie.to);
    const Sign sign = tie.representation ? Sign::Neutral : tie.sign;
    bundles[{low, high, standing_of(tie.status), tie.representation, sign}].push_back(&tie);
  }
  return bundles;
}

// Forces sent to a friend go with the friendship, those sent to a foe with the enmity.
void fold_neutral(Bundles& bundles) {
  for (auto at = bundles.begin(); at != bundles.end();) {
    const BundleKey& key = at->first;
    auto best = bundles.end();
    for (const Sign sign : {Sign::Cooperation, Sign::Conflict}) {
      const auto other = bundles.find({key.low, key.high, key.standing, key.representation, sign});
      if (other == bundles.end()) continue;
      if (best == bundles.end() || other->second.size() > best->second.size()) best = other;
    }
    if (key.sign != Sign::Neutral || key.representation || best == bundles.end()) {
      ++at;
      continue;
    }
    best->second.insert(best->second.end(), at->second.begin(), at->second.end());
    at = bundles.erase(at);
  }
}

// What is threatened where the like is done already would only double the line.
bool is_prospect_of_fact(const Bundles& bundles, BundleKey key) {
  if (key.standing != standing_of(Status::Prospective)) return false;
  key.standing = standing_of(Status::SingleSource);
  return bundles.contains(key);
}

// Runs the way of its strongest tie that has one.
Edge to_edge(const Weights& weights, const BundleKey& key, std::vector<const Tie*> ties) {
  std::stable_sort(ties.begin(), ties.end(),
                   [](const Tie* a, const Tie* b) { return a->strength > b->strength; });
  const auto directed = std::find_if(ties.begin(), ties.end(), [&](const Tie* tie) {
    return !weights.of(tie->relation).is_mutual();
  });
  const Tie* leading = directed == ties.end() ? ties[0] : *directed;
  Edge edge;
  edge.from = leading->from;
  edge.to = leading->to;
  edge.sign = key.sign;
  edge.standing = key.standing;
  edge.representation = key.representation;
  edge.status = ties[0]->status;
  for (const Tie* tie : ties) {
    edge.strength = 1 - (1 - edge.strength) * (1 - tie->strength);
    edge.status = std::min(edge.status, tie->status);
    edge.readings.push_back({tie, tie->from == edge.from});
  }
  return edge;
}

std::vector<Edge> bundle(const Weights& weights, const std::vector<Tie>& ties, Kind kind) {
  Bundles bundles = sort_ties(ties, kind);
  fold_neutral(bundles);
  std::vector<Edge> edges;
  for (const auto& [key, bundled] : bundles) {
    if (!is_prospect_of_fact(bundles, key)) edges.push_back(to_edge(weights, key, bundled));
  }
  return edges;
}

bool is_background(const Edge& edge) {
  return std::all_of(edge.readings.begin(), edge.readings.end(),
                     [](const Reading& reading) { return reading.tie->is_only_known(); });
}

// Who stands for whom is worth drawing by itself; memberships only among those drawn anyway.
bool leads_on(const Edge& edge) {
  return !is_background(edge) || edge.representation;
}

using Chosen = std::vector<bool>;  // by actor

// How many steps each actor is from the start over edges that lead on.
std::vector<std::size_t> steps_around(const std::vector<Edge>& edges, std::size_t actors,
                                      ActorNumber start, std::size_t most) {
  std::vector<std::size_t> steps(actors, most + 1);
  steps[start] = 0;
  for (std::size_t step = 1; step <= most; ++step) {
    for (const Edge& edge : edges) {
      if (!leads_on(edge)) continue;
      if (steps[edge.from] == step - 1) steps[edge.to] = std::min(steps[edge.to], step);
      if (steps[edge.to] == step - 1) steps[edge.from] = std::min(steps[edge.from], step);
    }
  }
  return steps;
}

std::vector<double> weigh_actors(const std::vector<Edge>& edges, std::size_t actors) {
  std::vector<double> weight(actors, 0);
  for (const Edge& edge : edges) {
    if (is_background(edge)) continue;
    weight[edge.from] += edge.strength;
    weight[edge.to] += edge.strength;
  }
  return weight;
}

class Chooser {
 public:
  Chooser(const KnowledgeGraph& graph, const Weights& weights, const PictureOptions& options,
          const std::vector<Edge>& edges)
      : graph_(graph), weights_(weights), options_(options), edges_(edges) {}

  // Those to draw, at most options.top; `wanted` becomes how many there would be.
  Chosen choose(std::size_t& wanted) const {
    const std::size_t n = graph_.actors.size();
    if (options_.between) return between(wanted);
    std::vector<std::size_t> steps(n, 0);
    if (options_.around) steps = steps_around(edges_, n, *options_.around, options_.steps);
    const std::vector<double> weight = weigh_actors(edges_, n);
    std::vector<ActorNumber> order;
    for (ActorNumber i = 0; i < n; ++i) {
      const bool near = !options_.around || steps[i] <= options_.steps;
      if (near && (weight[i] > 0 || options_.around == i)) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](ActorNumber a, ActorNumber b) {
      return std::tuple(steps[a], -weight[a], a) < std::tuple(steps[b], -weight[b], b);
    });
    wanted = order.size();
    Chosen chosen(n, false);
    for (std::size_t i = 0; i < std::min(options_.top, order.size()); ++i) chosen[order[i]] = true;
    return chosen;
  }

 private:
  Chosen between(std::size_t& wanted) const {
    Chosen chosen(graph_.actors.size(), false);
    PathQuestion question;
    question.from = options_.between->first;
    question.to = options_.between->second;
    question.kind = options_.kind;
    question.ties = {options_.as_of, true, true, false};
    question.paths.count = options_.top;
    chosen[question.from] = chosen[question.to] = true;
    std::size_t count = 2;
    const PathAnswer found = answer(graph_, weights_, question);
    for (const Path& path : found.paths) {
      for (const std::uint32_t link : path.links) {
        const ActorNumber to = found.network.links[link].to;
        if (!chosen[to] && count < options_.top) {
          chosen[to] = true;
          ++count;
        }
      }
    }
    wanted = count;
    return chosen;
  }

  const KnowledgeGraph& graph_;
  const Weights& weights_;
  const PictureOptions& options_;
  const std::vector<Edge>& edges_;
};

std::vector<Edge> keep_strongest(std::vector<Edge> edges, const Chosen& chosen, std::size_t actors,
                                 std::size_t& left_out) {
  std::erase_if(edges, [&](const Edge& e) { return !chosen[e.from] || !chosen[e.to]; });
  const auto order = [](const Edge& e) {
    return std::tuple(is_background(e) && !e.representation, -e.strength, e.from, e.to, e.standing);
  };
  std::stable_sort(edges.begin(), edges.end(),
                   [&](const Edge& a, const Edge& b) { return order(a) < order(b); });
  const std::size_t most = std::max<std::size_t>(12, actors * kTiesPerActor);
  left_out = edges.size() > most ? edges.size() - most : 0;
  edges.resize(edges.size() - left_out);
  return edges;
}

class DotWriter {
 public:
  DotWriter(const KnowledgeGraph& graph, const Weights& weights)
      : graph_(graph), weights_(weights), context_{graph, weights, {}} {}

  std::string write(const Chosen& chosen, const std::vector<Edge>& edges, const Picture& counts,
                    std::optional<ActorNumber> centre) {
    dot_ =
        "digraph entente {\n"
        "  graph [rankdir=LR, bgcolor=white, fontname=\"Helvetica\", fontsize=13, nodesep=0.25,\n"
        "         ranksep=0.5, splines=true, overlap=prism, outputorder=edgesfirst, dpi=110, "
        "pad=0.2,\n"
        "         labelloc=b, labeljust=l, charset=\"UTF-8\"];\n"
        "  node [fontname=\"Helvetica\", fontsize=15, color=\"#444444\", penwidth=1, "
        "margin=\"0.12,0.07\"];\n"
        "  edge [fontname=\"Helvetica\", fontsize=12, arrowsize=0.7];\n";
    dot_ += "  label=" + legend(chosen, edges, counts) + ";\n";
    Chosen linked(chosen.size(), false);
    for (const Edge& edge : edges) linked[edge.from] = linked[edge.to] = true;
    for (ActorNumber i = 0; i < chosen.size(); ++i) {
      if (chosen[i] && (linked[i] || centre == i)) node(i, centre == i);
    }
    for (const Edge& edge : edges) write_edge(edge);
    return dot_ + "}\n";
  }

 private:
  void node(ActorNumber number, bool is_centre) {
    const Actor& actor = graph_.actors[number];
    const Look look = look_of(actor.type);
    dot_ += fmt::format("  {} [label={}, shape={}, style={}, fillcolor=\"{}\", tooltip={}{}{}];\n",
                        dot_string(actor.id), dot_string(break_lines(actor.label, kNodeColumns)),
                        look.shape, look.style, look.fill,
                        dot_string(fmt::format("{} ({})", actor.label, to_string(actor.type))),
                        is_centre ? ", penwidth=2.5" : "", link_of(actor));
  }

  static std::string link_of(const Actor& actor) {
    const std::string url = safe_url("https://www.wikidata.org/wiki/" + actor.wikidata);
    return actor.wikidata.empty() || url.empty() ? "" : ", URL=" + dot_string(url);
  }

  void write_edge(const Edge& edge) {
    const std::string colour(colour_of(edge.sign));
    const auto status = edge.status;
    dot_ += fmt::format("  {} -> {} [label={}, tooltip={}, labeltooltip={}",
                        dot_string(graph_.actors[edge.from].id),
                        dot_string(graph_.actors[edge.to].id), plate(label_of_edge(edge)),
                        dot_string(tooltip(edge)), dot_string(tooltip(edge)));
    dot_ += fmt::format(", color=\"{}\", fontcolor=\"{}\"{}{}{}{}];\n",
                        status == Status::Contested ? colour + ":white:" + colour : colour, colour,
                        line_of(edge, status), is_mutual(edge) ? ", dir=none" : "",
                        edge.representation ? ", weight=8" : "", url_of(edge));
  }

  // On a white plate, so that the line behind it does not strike the words through.
  static std::string plate(std::string_view label) {
    std::string lines = dot_html(label.substr(0, label.find('\n')));
    for (auto at = label.find('\n'); at != std::string_view::npos; at = label.find('\n')) {
      label.remove_prefix(at + 1);
      lines += "<BR/>" + dot_html(label.substr(0, label.find('\n')));
    }
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" "
           "BGCOLOR=\"#ffffffcc\"><TR><TD>" +
           lines + "</TD></TR></TABLE>>";
  }

  bool is_mutual(const Edge& edge) const {
    return std::all_of(edge.readings.begin(), edge.readings.end(), [&](const Reading& reading) {
      return weights_.of(reading.tie->relation).is_mutual();
    });
  }

  static std::string line_of(const Edge& edge, Status status) {
    const double width = edge.representation ? 1.2 : 1 + 3.5 * edge.strength;
    switch (status) {
      case Status::Corroborated:
        return fmt::format(", penwidth={:.1f}", width);
      case Status::SingleSource:
        return fmt::format(", penwidth={:.1f}, style=dashed", width);
      case Status::Prospective:
        return fmt::format(", penwidth={:.1f}, style=dotted", width);
      case Status::Contested:
        return ", penwidth=1.6";
      case Status::Denied:
        break;
    }
    return ", penwidth=1, style=dashed, arrowhead=odot, arrowtail=odot, arrowsize=1.1, dir=forward";
  }

  std::string label_of_edge(const Edge& edge) const {
    std::vector<std::string> words;
    for (const Reading& reading : edge.readings) {
      const bool said_better = edge.readings.size() > 1 && reading.tie->relation == "actsFor";
      std::string word = words_of(weights_, *reading.tie, reading.forward);
      const bool said = std::find(words.begin(), words.end(), word) != words.end();
      if (!said_better && !said) words.push_back(std::move(word));
    }
    std::string label;
    for (std::size_t i = 0; i < std::min(kMostRelations, words.size()); ++i) {
      label += (i == 0 ? "" : ", ") + words[i];
    }
    if (words.size() > kMostRelations)
      label += fmt::format("\u00A0+{}", words.size() - kMostRelations);
    if (edge.status == Status::Denied) label = "✗ denied: " + label;
    if (edge.status == Status::Contested) label = "contested: " + label;
    return break_lines(label, kEdgeColumns);
  }

  std::string tooltip(const Edge& edge) const {
    std::string text =
        fmt::format("{} – {} ({})", label_of(graph_, graph_.actors[edge.from].id),
                    label_of(graph_, graph_.actors[edge.to].id),
                    is_background(edge) ? "known beforehand" : to_words(edge.status));
    for (const ClaimRecord* claim : quotes_of(edge)) {
      text += fmt::format("\n“{}” — {}, {}", claim->sentence, name_speakers(graph_, *claim),
                          name_article(graph_, *claim));
    }
    return text;
  }

  std::vector<const ClaimRecord*> quotes_of(const Edge& edge) const {
    std::vector<const ClaimRecord*> quotes;
    std::set<std::string_view> sentences;
    for (const Reading& reading : edge.readings) {
      for (const ClaimRecord* claim : best_evidence(graph_, *reading.tie)) {
        if (quotes.size() == kTooltipQuotes) return quotes;
        if (sentences.insert(claim->sentence).second) quotes.push_back(claim);
      }
    }
    return quotes;
  }

  std::string url_of(const Edge& edge) const {
    for (const ClaimRecord* claim : quotes_of(edge)) {
      const ArticleRecord* article = find_article(graph_, claim->article);
      const std::string url = article == nullptr ? "" : safe_url(article->url);
      if (!url.empty()) return fmt::format(", URL={0}, labelURL={0}", dot_string(url));
    }
    return "";
  }

  // An HTML-like label, so that it can stand below any layout.
  std::string legend(const Chosen& chosen, const std::vector<Edge>& edges, const Picture& counts) {
    std::map<std::string_view, Look> looks;
    for (ActorNumber i = 0; i < chosen.size(); ++i) {
      if (chosen[i])
        looks.emplace(look_of(graph_.actors[i].type).word, look_of(graph_.actors[i].type));
    }
    std::string html =
        "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\"><TR><TD ALIGN=\"LEFT\">"
        "<TABLE BORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"3\"><TR>";
    for (const auto& [word, look] : looks) {
      html += fmt::format("<TD BGCOLOR=\"{}\" BORDER=\"1\" COLOR=\"#444444\"{}>{}</TD>", look.fill,
                          look.style == "filled" ? "" : " STYLE=\"rounded\"", dot_html(word));
    }
    for (const Sign sign : {Sign::Cooperation, Sign::Conflict, Sign::Neutral}) {
      constexpr std::array<std::string_view, 3> kWords = {"conflict", "other", "cooperation"};
      html += fmt::format("<TD><FONT COLOR=\"{}\"><B>— {}</B></FONT></TD>", colour_of(sign),
                          kWords[static_cast<std::size_t>(static_cast<int>(sign) + 1)]);
    }
    return html + "</TR></TABLE></TD></TR>" + lines_legend(edges, counts) + "</TABLE>>";
  }

  static std::string lines_legend(const std::vector<Edge>& edges, const Picture& counts) {
    std::set<Status> statuses;
    for (const Edge& edge : edges) statuses.insert(edge.status);
    constexpr std::array<std::string_view, 5> kLines = {
        "━━ corroborated", "╍╍ single source", "══ contested", "╍╍○ denied", "┈┈ prospective"};
    const auto row = [](const std::string& text) {
      return "<TR><TD ALIGN=\"LEFT\">" + text + "</TD></TR>";
    };
    std::string lines;
    for (const Status status : statuses) {
      lines += fmt::format("{}    ", kLines[static_cast<std::size_t>(status)]);
    }
    std::string html = row(lines + "wider: stronger");
    const std::string left_out = describe_left_out(counts);
    return left_out.empty() ? html : html + row("left out for room: " + left_out);
  }

  const KnowledgeGraph& graph_;
  const Weights& weights_;
  ReportContext context_;
  std::string dot_;
};

}  // namespace

std::string describe_left_out(const Picture& picture) {
  std::string words;
  if (picture.left_out_actors > 0) words = count_of(picture.left_out_actors, "actor");
  if (picture.left_out_ties == 0) return words;
  if (!words.empty()) words += ", ";
  return words + count_of(picture.left_out_ties, "weaker tie");
}

Picture make_picture(const KnowledgeGraph& graph, const Weights& weights,
                     const PictureOptions& options) {
  const std::vector<Tie> ties = find_ties(graph, weights, {options.as_of, true, true, true});
  const std::vector<Edge> edges = bundle(weights, ties, options.kind);
  std::size_t wanted = 0;
  const Chosen chosen = Chooser(graph, weights, options, edges).choose(wanted);
  Picture picture;
  picture.actors = static_cast<std::size_t>(std::count(chosen.begin(), chosen.end(), true));
  picture.left_out_actors = wanted - picture.actors;
  const std::vector<Edge> kept =
      keep_strongest(edges, chosen, picture.actors, picture.left_out_ties);
  picture.ties = kept.size();
  picture.dot = DotWriter(graph, weights).write(chosen, kept, picture, options.around);
  return picture;
}

}  // namespace entente
