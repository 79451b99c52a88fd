// SPDX-License-Identifier: ISC
#include "rdf/write_network.h"

#include "rdf/escape.h"
#include "text/date.h"

#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

/// A column of the lists and an attribute of the XML formats.
struct Column {
  std::string_view name;
  std::string_view type;  ///< of GraphML and GEXF: "string" or "int"
};

constexpr std::array kNodeColumns = std::to_array<Column>({{"id", ""},
                                                           {"label", "string"},
                                                           {"type", "string"},
                                                           {"country", "string"},
                                                           {"sector", "string"}});
constexpr std::array kEdgeColumns = std::to_array<Column>({{"source", ""},
                                                           {"target", ""},
                                                           {"type", "string"},
                                                           {"action", "string"},
                                                           {"kind", "string"},
                                                           {"status", "string"},
                                                           {"claims", "int"},
                                                           {"articles", "int"},
                                                           {"sources", "int"},
                                                           {"from", "string"},
                                                           {"until", "string"},
                                                           {"situation", "string"}});

using Cells = std::vector<std::string>;

std::vector<Cells> nodes_of(const KnowledgeGraph& graph) {
  std::vector<Cells> nodes;
  for (const Actor& actor : graph.actors) {
    nodes.push_back(
        {actor.id, actor.label, std::string(to_string(actor.type)), actor.country, actor.sector});
  }
  return nodes;
}

std::vector<Cells> edges_of(const KnowledgeGraph& graph) {
  std::vector<Cells> edges;
  for (const SituationRecord& s : graph.situations) {
    for (const SharedText& initiator : s.initiators) {
      for (const SharedText& recipient : s.recipients) {
        edges.push_back({initiator.str(), recipient.str(), s.type.str(), s.action.str(),
                         s.is_relation ? "relation" : "event", std::string(to_string(s.status)),
                         std::to_string(s.claim_count), std::to_string(s.article_count),
                         std::to_string(s.source_count), s.date ? to_iso_string(s.date->from) : "",
                         s.date ? to_iso_string(s.date->to) : "", s.id.str()});
      }
    }
  }
  return edges;
}

std::string csv(std::span<const Column> columns, const std::vector<Cells>& rows) {
  std::string out;
  for (std::size_t i = 0; i < columns.size(); ++i) (out += i > 0 ? "," : "") += columns[i].name;
  out += "\r\n";
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) (out += i > 0 ? "," : "") += csv_field(row[i]);
    out += "\r\n";
  }
  return out;
}

// Data of one node or edge; `first` is the first column that is data.
std::string graphml_data(std::span<const Column> columns, const Cells& row, std::size_t first,
                         char prefix) {
  std::string out;
  for (std::size_t i = first; i < row.size(); ++i) {
    if (!row[i].empty())
      out += fmt::format("<data key=\"{}{}\">{}</data>", prefix, columns[i].name, xml_text(row[i]));
  }
  return out;
}

std::string graphml(const std::vector<Cells>& nodes, const std::vector<Cells>& edges) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  const auto keys = [&](std::span<const Column> columns, std::string_view of, char prefix) {
    for (const Column& column : columns) {
      if (column.type.empty()) continue;
      out += fmt::format("  <key id=\"{0}{1}\" for=\"{2}\" attr.name=\"{1}\" attr.type=\"{3}\"/>\n",
                         prefix, column.name, of, column.type);
    }
  };
  keys(kNodeColumns, "node", 'n');
  keys(kEdgeColumns, "edge", 'e');
  out += "  <graph id=\"entente\" edgedefault=\"directed\">\n";
  for (const Cells& node : nodes) {
    out += fmt::format("    <node id=\"{}\">{}</node>\n", xml_text(node[0]),
                       graphml_data(kNodeColumns, node, 1, 'n'));
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    out += fmt::format("    <edge id=\"e{}\" source=\"{}\" target=\"{}\">{}</edge>\n", i,
                       xml_text(edges[i][0]), xml_text(edges[i][1]),
                       graphml_data(kEdgeColumns, edges[i], 2, 'e'));
  }
  return out + "  </graph>\n</graphml>\n";
}

std::string gexf_values(std::span<const Column> columns, const Cells& row, std::size_t first) {
  std::string out = "<attvalues>";
  for (std::size_t i = first; i < row.size(); ++i) {
    if (!row[i].empty())
      out += fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", columns[i].name, xml_text(row[i]));
  }
  return out + "</attvalues>";
}

std::string gexf(const std::vector<Cells>& nodes, const std::vector<Cells>& edges) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
      "version=\"1.2\">\n"
      "  <graph defaultedgetype=\"directed\">\n";
  const auto attributes = [&](std::span<const Column> columns, std::string_view of,
                              std::size_t first) {
    out += fmt::format("    <attributes class=\"{}\">\n", of);
    for (std::size_t i = first; i < columns.size(); ++i) {
      const std::string_view type = columns[i].type == "int" ? "integer" : "string";
      out += fmt::format("      <attribute id=\"{0}\" title=\"{0}\" type=\"{1}\"/>\n",
                         columns[i].name, type);
    }
    out += "    </attributes>\n";
  };
  attributes(kNodeColumns, "node", 2);
  attributes(kEdgeColumns, "edge", 2);
  out += "    <nodes>\n";
  for (const Cells& node : nodes) {
    out += fmt::format("      <node id=\"{}\" label=\"{}\">{}</node>\n", xml_text(node[0]),
                       xml_text(node[1]), gexf_values(kNodeColumns, node, 2));
  }
  out += "    </nodes>\n    <edges>\n";
  for (std::size_t i = 0; i < edges.size(); ++i) {
    out += fmt::format(
        "      <edge id=\"e{}\" source=\"{}\" target=\"{}\" label=\"{}\" weight=\"{}\">{}</edge>\n",
        i, xml_text(edges[i][0]), xml_text(edges[i][1]), xml_text(edges[i][2]), edges[i][6],
        gexf_values(kEdgeColumns, edges[i], 2));
  }
  return out + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace

std::optional<NetworkFormat> network_format_of(std::string_view path) {
  if (path.ends_with(".graphml")) return NetworkFormat::GraphMl;
  if (path.ends_with(".gexf")) return NetworkFormat::Gexf;
  if (path.ends_with(".nodes.csv")) return NetworkFormat::Nodes;
  if (path.ends_with(".edges.csv")) return NetworkFormat::Edges;
  return std::nullopt;
}

std::string write_network(const KnowledgeGraph& graph, NetworkFormat format) {
  switch (format) {
    case NetworkFormat::Nodes:
      return csv(kNodeColumns, nodes_of(graph));
    case NetworkFormat::Edges:
      return csv(kEdgeColumns, edges_of(graph));
    case NetworkFormat::GraphMl:
      return graphml(nodes_of(graph), edges_of(graph));
    case NetworkFormat::Gexf:
      break;
  }
  return gexf(nodes_of(graph), edges_of(graph));
}

}  // namespace entente::rdf
