// SPDX-License-Identifier: ISC
#include "rdf/quad_writer.h"

#include "rdf/iri_encoding.h"
#include "rdf/literal.h"
#include "rdf/write_line.h"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>
#include <serd/serd.h>

namespace entente::rdf {

namespace {

constexpr std::size_t kFlushBytes = 1 << 16;

SerdSyntax serd_syntax(Format format) {
  return format == Format::TriG ? SERD_TRIG : SERD_TURTLE;
}

bool is_abbreviated(Format format) {
  return format == Format::Turtle || format == Format::TriG;
}

const std::uint8_t* bytes(const std::string& text) {
  return reinterpret_cast<const std::uint8_t*>(text.c_str());
}

SerdNode node(SerdType type, const std::string& text) {
  return serd_node_from_substring(type, bytes(text), text.size());
}

/// True if `rest`, alone in an IRI reference, resolves against the base that was cut off.
bool can_be_relative(std::string_view rest) {
  if (rest.empty() || rest.front() == '/' || rest.front() == '?' || rest.front() == '#')
    return false;
  if (rest.front() == '.' || rest.find("/.") != std::string_view::npos) return false;
  return rest.substr(0, rest.find('/')).find(':') == std::string_view::npos;
}

/// A cautious subset of Turtle's PN_LOCAL; rdf:type is left to serd, which writes `a`.
bool is_local_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_part = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !name.empty() && is_letter(name.front()) && std::ranges::all_of(name, is_part);
}

/// Which statements of a resource hang on which blank node.
struct Tree {
  std::map<std::string_view, std::vector<const QuadView*>> statements;  // by blank node's label
  std::map<std::string_view, int> uses;                                 // as an object

  explicit Tree(std::span<const QuadView> quads) {
    for (const QuadView& quad : quads) {
      if (quad.subject.kind == TermKind::BlankNode) {
        statements[quad.subject.value].push_back(&quad);
      }
      if (quad.object.kind == TermKind::BlankNode) ++uses[quad.object.value];
    }
  }

  bool can_nest(const TermView& term) const {
    if (term.kind != TermKind::BlankNode || !statements.contains(term.value)) return false;
    const auto used = uses.find(term.value);
    return used != uses.end() && used->second == 1;
  }

  /// Statements that are written when these are, with all that nests in them.
  std::size_t count(const std::vector<const QuadView*>& quads) const {
    std::size_t total = quads.size();
    for (const QuadView* quad : quads) {
      if (can_nest(quad->object)) total += count(statements.at(quad->object.value));
    }
    return total;
  }

  /// A list cell has exactly rdf:first and rdf:rest, the rest being nil or such a cell.
  bool is_list(const TermView& term) const {
    const TermView* cell = &term;
    while (can_nest(*cell)) {
      const auto& cells = statements.at(cell->value);
      if (cells.size() != 2 || cells[0]->predicate.value != vocab::rdf::kFirst ||
          cells[1]->predicate.value != vocab::rdf::kRest) {
        return false;
      }
      cell = &cells[1]->object;
    }
    return cell != &term && cell->value == vocab::rdf::kNil;
  }
};

}  // namespace

struct QuadWriter::Impl {
  Impl(WriterOptions given, ByteSink to) : options(std::move(given)), sink(std::move(to)) {
    if (!is_abbreviated(options.format)) return;
    env = serd_env_new(nullptr);
    restart();
    if (!options.base.empty()) {
      const SerdNode base = node(SERD_URI, options.base);
      serd_writer_set_base_uri(writer, &base);
    }
    for (const Prefix& prefix : options.prefixes) declare(prefix);
    if (!declared.contains(vocab::xsd::kNamespace)) declare({"xsd", vocab::xsd::kNamespace});
  }

  ~Impl() {
    if (writer != nullptr) serd_writer_free(writer);
    if (env != nullptr) serd_env_free(env);
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// A writer that has finished keeps its indentation; a new one starts at the margin.
  void restart() {
    const int style = SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED;
    if (writer != nullptr) serd_writer_free(writer);
    writer = serd_writer_new(serd_syntax(options.format), static_cast<SerdStyle>(style), env,
                             nullptr, &Impl::take, this);
  }

  /// Called by C code: must not throw, so it only collects.
  static std::size_t take(const void* data, std::size_t size, void* self) {
    static_cast<Impl*>(self)->buffer.append(static_cast<const char*>(data), size);
    return size;
  }

  void flush() {
    if (buffer.empty() || !sink) return;
    std::string full;
    full.swap(buffer);
    sink(full);
  }

  void declare(const Prefix& prefix) {
    const std::string name(prefix.name), iri(prefix.iri);
    const SerdNode name_node = node(SERD_LITERAL, name);
    const SerdNode iri_node = node(SERD_URI, iri);
    serd_writer_set_prefix(writer, &name_node, &iri_node);
    declared.emplace(iri, name);
  }

  /// What is handed to serd must live until the call returns.
  struct Text {
    std::string value, datatype;
    SerdNode node = SERD_NODE_NULL, datatype_node = SERD_NODE_NULL, language_node = SERD_NODE_NULL;
  };

  /// "ent:Claim"; nothing if no prefix fits.
  std::optional<std::string> curie(std::string_view iri) const {
    for (const auto& [start, name] : declared) {
      if (iri.starts_with(start) && is_local_name(iri.substr(start.size()))) {
        return name + ":" + std::string(iri.substr(start.size()));
      }
    }
    return std::nullopt;
  }

  void convert_iri(const TermView& term, Text& text) const {
    text.value = repair_iri(term.value);
    SerdType type = SERD_URI;
    // Serd knows rdf:type, rdf:first and so on by their IRI only.
    if (is_abbreviated(options.format) && !text.value.starts_with(vocab::rdf::kNamespace)) {
      if (auto short_name = curie(text.value)) {
        text.value = std::move(*short_name);
        type = SERD_CURIE;
      } else if (!options.base.empty() && text.value.starts_with(options.base) &&
                 can_be_relative(std::string_view(text.value).substr(options.base.size()))) {
        text.value.erase(0, options.base.size());
      }
    }
    text.node = entente::rdf::node(type, text.value);
  }

  void convert(const TermView& term, Text& text) const {
    switch (term.kind) {
      case TermKind::None:
        return;
      case TermKind::Iri:
        convert_iri(term, text);
        return;
      case TermKind::BlankNode:
        text.value = term.value;
        text.node = entente::rdf::node(SERD_BLANK, text.value);
        return;
      case TermKind::Literal:
        convert_literal(term, text);
        return;
    }
  }

  void convert_literal(const TermView& term, Text& text) const {
    text.value = repair_text(term.value);
    text.node = entente::rdf::node(SERD_LITERAL, text.value);
    text.node.flags = 0;  // else """...""", which serd itself misreads if it ends in a quote
    if (!term.language.empty()) {
      text.datatype = term.language;
      text.language_node = entente::rdf::node(SERD_LITERAL, text.datatype);
    } else if (term.datatype != vocab::xsd::kString && !term.datatype.empty()) {
      text.datatype = repair_iri(term.datatype);
      text.datatype_node = entente::rdf::node(SERD_URI, text.datatype);
      if (is_abbreviated(options.format) && !can_stand_bare(term)) name_datatype(text);
    }
  }

  /// Serd recognises the datatypes that it writes bare by their IRI, not by their short name.
  static void name_datatype(Text& text) {
    if (!text.datatype.starts_with(vocab::xsd::kNamespace)) return;
    text.datatype = "xsd:" + text.datatype.substr(vocab::xsd::kNamespace.size());
    text.datatype_node = entente::rdf::node(SERD_CURIE, text.datatype);
  }

  void line(const QuadView& quad) {
    append_line(buffer, quad, options.format == Format::NQuads);
    if (buffer.size() >= kFlushBytes) flush();
  }

  void statement(const QuadView& quad, SerdStatementFlags flags) {
    Text subject, predicate, object;
    if (options.format == Format::TriG) enter(quad.graph);
    convert(quad.subject, subject);
    convert(quad.predicate, predicate);
    convert(quad.object, object);
    const SerdStatus status = serd_writer_write_statement(
        writer, flags, nullptr, &subject.node, &predicate.node, &object.node,
        object.datatype_node.buf ? &object.datatype_node : nullptr,
        object.language_node.buf ? &object.language_node : nullptr);
    if (status != SERD_SUCCESS) {
      throw std::logic_error("cannot write statement: " +
                             std::string(reinterpret_cast<const char*>(serd_strerror(status))) +
                             ": " + to_ntriples(to_term(quad.subject)) + " " +
                             to_ntriples(to_term(quad.predicate)) + " " +
                             to_ntriples(to_term(quad.object)));
    }
    if (buffer.size() >= kFlushBytes) flush();
  }

  /// TriG: closes the graph that is open and opens `wanted`.
  void enter(const TermView& wanted) {
    if (!first_graph) first_graph = to_term(wanted);
    if (wanted == to_view(open_graph)) return;
    close_graph();
    if (wanted.kind == TermKind::None) {
      buffer += '\n';
      return;
    }
    Text graph;
    convert(wanted, graph);
    const char* const form = wanted.kind == TermKind::BlankNode ? "\n_:{} {{\n"
                             : graph.node.type == SERD_CURIE    ? "\n{} {{\n"
                                                                : "\n<{}> {{\n";
    buffer += fmt::format(fmt::runtime(form), graph.value);
    open_graph = to_term(wanted);
  }

  /// The subject that is open ends without the empty line that would part it from the next.
  void end_subject() {
    if (!is_abbreviated(options.format)) return;
    restart();
    if (buffer.ends_with("\n\n")) buffer.pop_back();
  }

  void close_graph() {
    end_subject();
    if (open_graph.kind != TermKind::None) buffer += "}\n";
    open_graph = Term{};
  }

  void add(const Piece& piece) {
    if (piece.continues) buffer += '\n';  // the empty line before a subject
    flush();
    sink(piece.text);
    open_graph = piece.graph;
  }

  void write_tree(const Tree& tree, const std::vector<const QuadView*>& quads,
                  SerdStatementFlags flags) {
    for (const QuadView* quad : quads) {
      if (!tree.can_nest(quad->object)) {
        statement(*quad, flags);
      } else if (tree.is_list(quad->object)) {
        write_list(tree, *quad, flags);
      } else {
        statement(*quad, flags | SERD_ANON_O_BEGIN);
        write_tree(tree, tree.statements.at(quad->object.value), SERD_ANON_CONT);
        const std::string label(quad->object.value);
        const SerdNode end = node(SERD_BLANK, label);
        serd_writer_end_anon(writer, &end);
      }
    }
  }

  void write_list(const Tree& tree, const QuadView& quad, SerdStatementFlags flags) {
    statement(quad, flags | SERD_LIST_O_BEGIN);
    const TermView* cell = &quad.object;
    while (tree.can_nest(*cell)) {
      const auto& statements = tree.statements.at(cell->value);
      write_tree(tree, {statements[0]}, SERD_LIST_CONT);
      statement(*statements[1], SERD_LIST_CONT);
      cell = &statements[1]->object;
    }
  }

  WriterOptions options;
  ByteSink sink;
  std::string buffer;
  Term open_graph;                                           // TriG: the one whose braces are open
  Term graph_before;                                         // TriG: open before this piece
  std::optional<Term> first_graph;                           // TriG: of the first statement
  std::map<std::string, std::string, std::less<>> declared;  // namespace -> prefix
  SerdEnv* env = nullptr;
  SerdWriter* writer = nullptr;
};

QuadWriter::QuadWriter(WriterOptions options, ByteSink sink)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(sink))) {}
QuadWriter::~QuadWriter() = default;

void QuadWriter::write(const QuadView& quad) {
  if (is_abbreviated(impl_->options.format)) {
    impl_->statement(quad, 0);
  } else {
    impl_->line(quad);
  }
}

void QuadWriter::write(const Quad& quad) {
  write(to_view(quad));
}

void QuadWriter::write_resource(std::span<const QuadView> quads) {
  if (is_abbreviated(impl_->options.format)) {
    const Tree tree(quads);
    std::vector<const QuadView*> top;
    for (const QuadView& quad : quads) {
      if (!tree.can_nest(quad.subject)) top.push_back(&quad);
    }
    // Blank nodes that hang on each other in a circle would never be reached.
    if (tree.count(top) == quads.size()) return impl_->write_tree(tree, top, 0);
  }
  for (const QuadView& quad : quads) write(quad);
}

void QuadWriter::write_resource(std::span<const Quad> quads) {
  std::vector<QuadView> views;
  for (const Quad& quad : quads) views.push_back(to_view(quad));
  write_resource(views);
}

void QuadWriter::finish() {
  impl_->close_graph();
  impl_->flush();
}

QuadWriter::QuadWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

QuadWriter QuadWriter::for_piece(WriterOptions options, Term open_graph) {
  auto impl = std::make_unique<Impl>(std::move(options), ByteSink());
  if (is_abbreviated(impl->options.format)) impl->restart();
  impl->buffer.clear();  // the declarations
  if (impl->options.format == Format::TriG) {
    impl->open_graph = impl->graph_before = std::move(open_graph);
  }
  return QuadWriter(std::move(impl));
}

QuadWriter::Piece QuadWriter::take_piece() {
  impl_->end_subject();
  const bool trig = impl_->options.format == Format::TriG;
  const bool continues = impl_->options.format == Format::Turtle ||
                         (trig && impl_->first_graph == impl_->graph_before);
  return {std::move(impl_->buffer), impl_->open_graph, continues};
}

void QuadWriter::append(const Piece& piece) {
  impl_->add(piece);
}

}  // namespace entente::rdf
