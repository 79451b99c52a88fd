// SPDX-License-Identifier: ISC
#include "render/picture.h"

#include "analysis/path_question.h"
#include "analysis/tie_index.h"
#include "analysis/words.h"
#include "render/dot_text.h"
#include "render/picture_edges.h"
#include "render/reports.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t kMostRelations = 2;  // named on one edge; more are counted
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
  const auto add = [&](const std::string& what) { words += (words.empty() ? "" : ", ") + what; };
  if (picture.left_out_actors > 0) add(count_of(picture.left_out_actors, "actor"));
  if (picture.left_out_paths) add("weaker paths");
  if (picture.left_out_ties > 0) add(count_of(picture.left_out_ties, "weaker tie"));
  return words;
}

Picture make_picture(const KnowledgeGraph& graph, const Weights& weights,
                     const PictureOptions& options) {
  return make_picture(TieIndex(graph, weights), options);
}

Picture make_picture(const TieIndex& index, const PictureOptions& options) {
  const std::vector<Tie> ties = find_ties(index, {options.as_of, true, true, true});
  const Selection selection = select_edges(index, ties, options);
  Picture picture;
  picture.actors = selection.actors;
  picture.ties = selection.edges.size();
  picture.left_out_actors = selection.left_out_actors;
  picture.left_out_ties = selection.left_out_edges;
  picture.left_out_paths = selection.left_out_paths;
  picture.dot = DotWriter(index.graph, index.weights)
                    .write(selection.chosen, selection.edges, picture, options.around);
  return picture;
}

}  // namespace entente
