// SPDX-License-Identifier: ISC
#include "rdf/triple_table.h"

#include "rdf/file_text.h"
#include "rdf/xsd.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include <fmt/format.h>

namespace entente::rdf {

namespace {

// Blank nodes and IRIs as a message shows them.
std::string shown(const TermView& term) {
  return to_ntriples(to_term(term));
}

}  // namespace

std::span<const Statement> TripleTable::statements(Node subject, Node predicate) const {
  const auto of_subject = statements(subject);
  const auto first = std::ranges::lower_bound(of_subject, predicate, {}, &Statement::predicate);
  const auto last = std::ranges::upper_bound(of_subject, predicate, {}, &Statement::predicate);
  return {first, last};
}

std::span<const Statement> TripleTable::statements(Node subject, std::string_view predicate) const {
  const Node node = find_iri(predicate);
  return node == kNoTerm ? std::span<const Statement>{} : statements(subject, node);
}

std::span<const Statement> TripleTable::statements(Node subject) const {
  if (subject + std::size_t{1} >= first_.size()) return {};
  return std::span(statements_).subspan(first_[subject], first_[subject + 1] - first_[subject]);
}

std::vector<Node> TripleTable::objects(Node subject, std::string_view predicate) const {
  std::vector<Node> found;
  for (const Statement& s : statements(subject, predicate)) found.push_back(s.object);
  return found;
}

Node TripleTable::object(Node subject, std::string_view predicate) const {
  const auto found = statements(subject, predicate);
  if (found.size() > 1) {
    fail(found[1], fmt::format("found a second value of <{}>, expected one", predicate));
  }
  return found.empty() ? kNoTerm : found[0].object;
}

Node TripleTable::required(Node subject, std::string_view predicate) const {
  const Node node = object(subject, predicate);
  if (node == kNoTerm) {
    fail(subject, fmt::format("{} has no <{}>, expected one", shown(term(subject)), predicate));
  }
  return node;
}

std::string_view TripleTable::text_of(Node subject, std::string_view predicate) const {
  const Node node = object(subject, predicate);
  return node == kNoTerm ? std::string_view{} : text(node);
}

std::vector<Node> TripleTable::subjects_of_type(std::string_view type) const {
  const Node node = find_iri(type);
  return node == kNoTerm ? std::vector<Node>{} : subjects(kRdfType, node);
}

bool TripleTable::has_type(Node subject, std::string_view type) const {
  const Node node = find_iri(type);
  const auto found = statements(subject, kRdfType);
  return std::any_of(found.begin(), found.end(),
                     [&](const Statement& s) { return s.object == node; });
}

std::vector<Node> TripleTable::subjects(std::string_view predicate, Node object) const {
  std::vector<Node> found;
  const Node node = find_iri(predicate);
  if (node == kNoTerm) return found;
  for (const Node subject : subjects_) {
    const auto values = statements(subject, node);
    if (std::any_of(values.begin(), values.end(),
                    [&](const Statement& s) { return s.object == object; })) {
      found.push_back(subject);
    }
  }
  return found;
}

std::vector<Node> TripleTable::list(const Statement& statement) const {
  std::vector<Node> items;
  const Node nil = find_iri(kRdfNil);
  for (Node cell = statement.object; cell != nil;) {
    const auto first = statements(cell, kRdfFirst);
    const auto rest = statements(cell, kRdfRest);
    if (first.size() != 1 || rest.size() != 1 || items.size() > size()) {
      fail(statement, fmt::format("found {}, expected a list", shown(term(statement.object))));
    }
    items.push_back(first[0].object);
    cell = rest[0].object;
  }
  return items;
}

Node TripleTable::find_iri(std::string_view value) const {
  return dictionary_.find({TermKind::Iri, value, {}, {}});
}

std::string_view TripleTable::local_name(Node node) const {
  const std::string_view value = text(node);
  const std::size_t cut = value.find_last_of("#/");
  return cut == std::string_view::npos ? value : value.substr(cut + 1);
}

void TripleTable::fail(const Statement& statement, std::string message) const {
  throw ConfigError({Severity::Error, files_[statement.file], statement.position.line,
                     statement.position.column, std::move(message)});
}

void TripleTable::fail(Node subject, std::string message) const {
  const auto of_subject = statements(subject);
  if (of_subject.empty()) throw ConfigError({Severity::Error, {}, 0, 0, std::move(message)});
  const auto place = [](const Statement& s) {
    return std::tuple(s.file, s.position.line, s.position.column);
  };
  fail(*std::min_element(of_subject.begin(), of_subject.end(),
                         [&](const auto& a, const auto& b) { return place(a) < place(b); }),
       std::move(message));
}

void TripleTableBuilder::read_text(std::string_view text, std::string file, Format format,
                                   TableOptions wanted) {
  const auto number = static_cast<std::uint32_t>(table_.files_.size());
  ReadOptions options;
  options.file = file;
  options.base = std::move(wanted.base);
  options.positions = wanted.positions;
  if (number > 0) options.blank_prefix = fmt::format("f{}", number);
  table_.files_.push_back(std::move(file));
  const auto fault =
      read_rdf_views(text, format, options, [&](const QuadView& quad, Position position) {
        TermDictionary& dictionary = table_.dictionary_;
        const Node subject = dictionary.intern(quad.subject);
        table_.statements_.push_back({subject, dictionary.intern(quad.predicate),
                                      dictionary.intern(quad.object), number, position});
        return true;
      });
  if (fault) throw ConfigError(*fault);
}

// Statements about one thing mostly come together, so little is moved far.
TripleTable TripleTableBuilder::finish() {
  const std::size_t terms = table_.dictionary_.size();
  auto& first = table_.first_;
  first.assign(terms + 1, 0);
  for (const Statement& s : table_.statements_) {
    if (first[s.subject + 1]++ == 0) table_.subjects_.push_back(s.subject);
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  std::vector<Statement> sorted(table_.statements_.size());
  for (const Statement& s : table_.statements_) sorted[next[s.subject]++] = s;
  for (const Node subject : table_.subjects_) {
    std::stable_sort(sorted.begin() + first[subject], sorted.begin() + first[subject + 1],
                     [](const auto& a, const auto& b) { return a.predicate < b.predicate; });
  }
  table_.statements_ = std::move(sorted);
  return std::move(table_);
}

TripleTable read_triple_table(std::span<const std::filesystem::path> files) {
  TripleTableBuilder builder;
  for (const auto& path : files) {
    const std::string text = read_file_text(path);
    builder.read_text(text, path.string(), format_of(path.string()).value_or(Format::Turtle),
                      {.base = file_iri(path)});
  }
  return builder.finish();
}

TripleTable read_triple_table(std::initializer_list<std::filesystem::path> files) {
  return read_triple_table(std::span(files.begin(), files.size()));
}

TripleTable read_triple_table_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (auto at = std::filesystem::recursive_directory_iterator(folder, error);
       !error && at != std::filesystem::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().extension() == ".ttl") files.push_back(at->path());
  }
  if (error) throw ConfigError({Severity::Error, folder.string(), 0, 0, error.message()});
  std::sort(files.begin(), files.end());
  return read_triple_table(files);
}

TripleTable read_triple_table_text(std::string_view turtle, std::string file) {
  TripleTableBuilder builder;
  builder.read_text(turtle, std::move(file), Format::Turtle, {.base = "file:///"});
  return builder.finish();
}

}  // namespace entente::rdf
