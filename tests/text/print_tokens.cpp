// SPDX-License-Identifier: ISC
// Prints the sentences and words of a text as CoNLL-U without annotation, so that tokenisation can
// be scored and looked at by itself. usage: print_tokens [--plain] INPUT...
// With --plain every paragraph is taken as article text.
#include "text/read.h"
#include "text/tokens.h"

#include <cstdio>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace entente;

namespace {

void print_word(const Document& document, const TokenizedSentence& sentence, std::size_t i) {
  const Token& token = sentence.tokens[i];
  const bool starts_group =
      token.joined_to_next && (i == 0 || !sentence.tokens[i - 1].joined_to_next);
  if (starts_group) {
    std::size_t last = i;
    while (sentence.tokens[last].joined_to_next) ++last;
    const ByteRange whole{token.range.begin, sentence.tokens[last].range.end};
    fmt::print("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t_\n", i + 1, last + 1, whole.in(document.text));
  }
  const bool spaced = i + 1 == sentence.tokens.size() || token.joined_to_next ||
                      token.range.end < sentence.tokens[i + 1].range.begin;
  fmt::print("{}\t{}\t_\t_\t_\t_\t{}\t{}\t_\t{}\n", i + 1, token.range.in(document.text), i,
             i == 0 ? "root" : "dep", spaced ? "_" : "SpaceAfter=No");
}

void print_document(const Document& document) {
  fmt::print("# newdoc id = {}\n", document.id);
  for (const TokenizedSentence& sentence : tokenize(document)) {
    std::string text(sentence.range.in(document.text));
    for (char& c : text) c = c == '\n' || c == '\r' ? ' ' : c;
    fmt::print("# text = {}\n", text);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) print_word(document, sentence, i);
    fmt::print("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> names(argv + 1, argv + argc);
  ReadOptions options;
  options.format = InputFormat::Text;
  if (!names.empty() && names.front() == "--plain") {
    options.keep_all = true;
    names.erase(names.begin());
  }
  Reader reader(names, options);
  while (const auto record = reader.next()) {
    for (const Diagnostic& diagnostic : record->diagnostics) {
      fmt::print(stderr, "{}\n", to_string(diagnostic));
    }
    if (record->document) print_document(*record->document);
  }
}
