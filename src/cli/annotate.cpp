// SPDX-License-Identifier: ISC
#include "cli/app.h"
#include "cli/articles.h"
#include "cli/attribution_lines.h"
#include "cli/data_files.h"
#include "cli/entity_lines.h"
#include "cli/fact_lines.h"
#include "cli/resources.h"
#include "syntax/conllu.h"
#include "syntax/parser.h"
#include "text/read.h"
#include "text/tokens.h"

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// Judgement: enough words to fill the parser's batches.
constexpr std::size_t kBatchBytes = 64 * 1024;

struct AnnotateOptions {
  std::vector<std::string> inputs;
  std::string layer = "syntax", input_format, model;
  std::vector<std::string> actors;
};

void report(const Diagnostics& diagnostics, bool& skipped) {
  for (const Diagnostic& diagnostic : diagnostics) {
    fmt::print(stderr, "{}\n", to_string(diagnostic));
    skipped |= diagnostic.severity == Severity::Error;
  }
}

void print_syntax(const SyntaxModel& model, std::vector<ArticleInput>& articles) {
  std::vector<TokenizedDocument> tokenized;
  for (ArticleInput& article : articles) {
    if (!article.has_tokens) article.tokens = tokenize(article.document);
    tokenized.push_back({&article.document, article.tokens});
  }
  std::vector<std::vector<Sentence>> parsed = parse(model, tokenized);
  std::string out;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (std::size_t s = 0; s < articles[a].has_tree.size(); ++s) {
      if (!articles[a].has_tree[s]) continue;
      fill_gaps(parsed[a][s], articles[a].trees[s]);
      parsed[a][s] = std::move(articles[a].trees[s]);
    }
    write_conllu(articles[a].document, parsed[a], out);
  }
  fmt::print("{}", out);
  articles.clear();
}

std::string line_of(const std::string& layer, const EventLexicon& lexicon,
                    const AnalyzedArticle& article) {
  if (layer == "factuality") return factuality_line(lexicon, article);
  if (layer == "times") return times_line(article);
  if (layer == "entities") return entity_line(article);
  return attribution_line(lexicon, article);
}

void print_lines(const std::string& layer, const Resources& resources,
                 std::vector<ArticleInput>& articles) {
  for (const AnalyzedArticle& article : analyze(resources, std::move(articles))) {
    fmt::print("{}", line_of(layer, resources.lexicon, article));
  }
  articles.clear();
}

using PrintLayer = std::function<void(std::vector<ArticleInput>&)>;

// Loads what the layer needs.
PrintLayer printer_of(const AnnotateOptions& options) {
  if (options.layer != "syntax") {
    ResourceOptions files;
    files.model = options.model;
    files.actors.assign(options.actors.begin(), options.actors.end());
    auto loaded = std::make_shared<const LoadedResources>(LoadedResources::load(files));
    return [loaded, layer = options.layer](std::vector<ArticleInput>& articles) {
      print_lines(layer, loaded->view(), articles);
    };
  }
  const std::string shipped = (data_root() / "models" / "english.entente").string();
  auto model = std::make_shared<const SyntaxModel>(
      SyntaxModel::load(options.model.empty() ? shipped : options.model));
  return [model](std::vector<ArticleInput>& articles) { print_syntax(*model, articles); };
}

int annotate(const AnnotateOptions& options) {
  ReadOptions read;
  if (!options.input_format.empty()) read.format = parse_input_format(options.input_format);
  Reader reader(options.inputs, read);
  const PrintLayer print = printer_of(options);
  std::vector<ArticleInput> articles;
  std::size_t bytes = 0;
  bool skipped = false, any = false;
  while (std::optional<Record> record = reader.next()) {
    Diagnostics diagnostics;
    for (ArticleInput& article : take_articles(std::move(*record), diagnostics)) {
      bytes += article.document.text.size();
      articles.push_back(std::move(article));
    }
    report(diagnostics, skipped);
    any |= !articles.empty();
    if (bytes < kBatchBytes) continue;
    print(articles);
    bytes = 0;
  }
  print(articles);
  return !any ? kNothingBuilt : skipped ? kSkipped : kOk;
}

}  // namespace

void add_annotate(CLI::App& app, Action& action) {
  auto options = std::make_shared<AnnotateOptions>();
  auto* command = app.add_subcommand("annotate", "Print a language layer of articles");
  command->footer(
      "Layers: syntax (CoNLL-U: words, tags, lemmas, trees, and names as NER=B-PER in MISC);\n"
      "entities (JSON Lines: for each article its actors, mentions, chains and stated posts);\n"
      "attributions (JSON Lines: who says what, as spans of source, cue and content);\n"
      "factuality (JSON Lines: what each verb is said to be); times (JSON Lines: time "
      "expressions).\n"
      "Exit status: 0 all well, 1 some inputs skipped, 2 wrong usage or configuration,\n"
      "3 nothing could be read.");
  command
      ->add_option("INPUT", options->inputs,
                   "Files, folders (with all in them), or - for standard input")
      ->required();
  command->add_option("--layer", options->layer, "What to print")
      ->check(CLI::IsMember({"syntax", "entities", "attributions", "factuality", "times"}))
      ->capture_default_str();
  command
      ->add_option("--input-format", options->input_format,
                   "Format of standard input and of files with unknown extensions")
      ->check(CLI::IsMember({"txt", "html", "jsonl", "conllu"}));
  command->add_option("--model", options->model, "Syntax model instead of the shipped one")
      ->type_name("FILE");
  command
      ->add_option("--actors", options->actors,
                   "Turtle file with further actors, names and rulings; may be given several times")
      ->check(CLI::ExistingFile)
      ->type_name("FILE");
  command->callback([options, &action] { action = [options] { return annotate(*options); }; });
}

}  // namespace entente::cli
