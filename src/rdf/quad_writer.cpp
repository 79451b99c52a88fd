// SPDX-License-Identifier: ISC
#include "rdf/quad_writer.h"

#include "rdf/iri_encoding.h"
#include "rdf/literal.h"

#include <map>
#include <set>
#include <stdexcept>
#include <vector>

#include <serd/serd.h>

namespace entente::rdf {

namespace {

constexpr std::size_t kFlushBytes = 1 << 16;

SerdSyntax serd_syntax(Format format) {
  switch (format) {
    case Format::Turtle:
      return SERD_TURTLE;
    case Format::TriG:
      return SERD_TRIG;
    case Format::NTriples:
      return SERD_NTRIPLES;
    case Format::NQuads:
      return SERD_NQUADS;
  }
  return SERD_TURTLE;
}

bool has_graphs(Format format) {
  return format == Format::TriG || format == Format::NQuads;
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

/// Which statements of a resource hang on which blank node.
struct Tree {
  std::map<std::string_view, std::vector<const Quad*>> statements;  // by blank node's label
  std::map<std::string_view, int> uses;                             // as an object

  explicit Tree(std::span<const Quad> quads) {
    for (const Quad& quad : quads) {
      if (quad.subject.kind == TermKind::BlankNode) {
        statements[quad.subject.value].push_back(&quad);
      }
      if (quad.object.kind == TermKind::BlankNode) ++uses[quad.object.value];
    }
  }

  bool can_nest(const Term& term) const {
    if (term.kind != TermKind::BlankNode || !statements.contains(term.value)) return false;
    return uses.at(term.value) == 1;
  }

  /// Statements that are written when these are, with all that nests in them.
  std::size_t count(const std::vector<const Quad*>& quads) const {
    std::size_t total = quads.size();
    for (const Quad* quad : quads) {
      if (can_nest(quad->object)) total += count(statements.at(quad->object.value));
    }
    return total;
  }

  /// A list cell has exactly rdf:first and rdf:rest, the rest being nil or such a cell.
  bool is_list(const Term& term) const {
    const Term* cell = &term;
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
    env = serd_env_new(nullptr);
    const int style =
        is_abbreviated(options.format) ? SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED : 0;
    writer = serd_writer_new(serd_syntax(options.format), static_cast<SerdStyle>(style), env,
                             nullptr, &Impl::take, this);
    if (!is_abbreviated(options.format)) return;
    if (!options.base.empty()) {
      const SerdNode base = node(SERD_URI, options.base);
      serd_writer_set_base_uri(writer, &base);
    }
    for (const Prefix& prefix : options.prefixes) declare(prefix);
    if (!declared.contains(vocab::xsd::kNamespace)) declare({"xsd", vocab::xsd::kNamespace});
  }

  ~Impl() {
    serd_writer_free(writer);
    serd_env_free(env);
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Called by C code: must not throw, so it only collects.
  static std::size_t take(const void* data, std::size_t size, void* self) {
    static_cast<Impl*>(self)->buffer.append(static_cast<const char*>(data), size);
    return size;
  }

  void flush() {
    if (buffer.empty()) return;
    std::string full;
    full.swap(buffer);
    sink(full);
  }

  void declare(const Prefix& prefix) {
    const std::string name(prefix.name), iri(prefix.iri);
    const SerdNode name_node = node(SERD_LITERAL, name);
    const SerdNode iri_node = node(SERD_URI, iri);
    serd_writer_set_prefix(writer, &name_node, &iri_node);
    declared.insert(iri);
  }

  /// What is handed to serd must live until the call returns.
  struct Text {
    std::string value, datatype;
    SerdNode node = SERD_NODE_NULL, datatype_node = SERD_NODE_NULL, language_node = SERD_NODE_NULL;
  };

  std::string shorten(const std::string& iri) const {
    if (!is_abbreviated(options.format) || options.base.empty()) return iri;
    if (!iri.starts_with(options.base)) return iri;
    const std::string_view rest = std::string_view(iri).substr(options.base.size());
    return can_be_relative(rest) ? std::string(rest) : iri;
  }

  void convert(const Term& term, Text& text) const {
    switch (term.kind) {
      case TermKind::None:
        return;
      case TermKind::Iri:
        text.value = shorten(repair_iri(term.value));
        text.node = entente::rdf::node(SERD_URI, text.value);
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

  void convert_literal(const Term& term, Text& text) const {
    text.value = repair_text(term.value);
    text.node = entente::rdf::node(SERD_LITERAL, text.value);
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

  void statement(const Quad& quad, SerdStatementFlags flags) {
    Text graph, subject, predicate, object;
    if (has_graphs(options.format)) convert(quad.graph, graph);
    convert(quad.subject, subject);
    convert(quad.predicate, predicate);
    convert(quad.object, object);
    const SerdStatus status = serd_writer_write_statement(
        writer, flags, graph.node.buf ? &graph.node : nullptr, &subject.node, &predicate.node,
        &object.node, object.datatype_node.buf ? &object.datatype_node : nullptr,
        object.language_node.buf ? &object.language_node : nullptr);
    if (status != SERD_SUCCESS) {
      throw std::logic_error("cannot write statement: " +
                             std::string(reinterpret_cast<const char*>(serd_strerror(status))) +
                             ": " + to_ntriples(quad.subject) + " " + to_ntriples(quad.predicate) +
                             " " + to_ntriples(quad.object));
    }
    if (buffer.size() >= kFlushBytes) flush();
  }

  void write_tree(const Tree& tree, const std::vector<const Quad*>& quads,
                  SerdStatementFlags flags) {
    for (const Quad* quad : quads) {
      if (!tree.can_nest(quad->object)) {
        statement(*quad, flags);
      } else if (tree.is_list(quad->object)) {
        write_list(tree, *quad, flags);
      } else {
        statement(*quad, flags | SERD_ANON_O_BEGIN);
        write_tree(tree, tree.statements.at(quad->object.value), SERD_ANON_CONT);
        const std::string label = quad->object.value;
        const SerdNode end = node(SERD_BLANK, label);
        serd_writer_end_anon(writer, &end);
      }
    }
  }

  void write_list(const Tree& tree, const Quad& quad, SerdStatementFlags flags) {
    statement(quad, flags | SERD_LIST_O_BEGIN);
    const Term* cell = &quad.object;
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
  std::set<std::string, std::less<>> declared;
  SerdEnv* env = nullptr;
  SerdWriter* writer = nullptr;
};

QuadWriter::QuadWriter(WriterOptions options, ByteSink sink)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(sink))) {}
QuadWriter::~QuadWriter() = default;

void QuadWriter::write(const Quad& quad) {
  impl_->statement(quad, 0);
}

void QuadWriter::write_resource(std::span<const Quad> quads) {
  const Tree tree(quads);
  std::vector<const Quad*> top;
  for (const Quad& quad : quads) {
    if (!tree.can_nest(quad.subject)) top.push_back(&quad);
  }
  // Blank nodes that hang on each other in a circle would never be reached.
  if (is_abbreviated(impl_->options.format) && tree.count(top) == quads.size()) {
    impl_->write_tree(tree, top, 0);
  } else {
    for (const Quad& quad : quads) write(quad);
  }
}

void QuadWriter::finish() {
  serd_writer_finish(impl_->writer);
  impl_->flush();
}

}  // namespace entente::rdf
