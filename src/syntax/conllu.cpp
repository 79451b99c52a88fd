// SPDX-License-Identifier: ISC
#include "syntax/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using Row = std::array<std::string_view, kColumns>;

// A line that is a word or a range of words ("3-4").
struct Line {
  std::uint32_t number = 0;  // in the file, from 1
  std::uint32_t first = 0;   // word number
  std::uint32_t last = 0;    // > first: a range line; else equal
  Row row;
};

// A sentence's lines before they are understood.
struct RawSentence {
  std::uint32_t number = 0;  // line on which it begins
  std::string_view text;     // of `# text`; empty: none
  bool new_paragraph = false;
  std::vector<Line> lines;
};

std::optional<std::uint32_t> parse_number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string_view or_empty(std::string_view field) {
  return field == "_" ? "" : field;
}

// Value of `key` in a MISC or FEATS column.
std::string_view value_of(std::string_view column, std::string_view key) {
  Word word;
  word.feats = std::string(column);
  const std::string_view value = feature(word, key);
  return value.empty() ? value : column.substr(value.data() - word.feats.data(), value.size());
}

bool split_row(std::string_view line, Row& row) {
  std::size_t column = 0;
  for (; column < kColumns; ++column) {
    const std::size_t tab = line.find('\t');
    row[column] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  return column == kColumns - 1 && line.find('\t') == std::string_view::npos;
}

// Thrown inside this file only: what is wrong with a sentence, and on which line.
struct Fault {
  std::uint32_t line = 0;
  std::string message;
};

class Reader {
 public:
  Reader(const std::string& file, ConlluInput& input) : file_(file), input_(input) {}

  void read(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      std::string_view line = bytes.substr(0, end);
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
      ++number_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      take_line(line);
    }
    close_sentence();
  }

 private:
  void take_line(std::string_view line) {
    if (line.empty()) return close_sentence();
    if (raw_.number == 0) raw_.number = number_;
    if (line.front() == '#') return take_comment(line);
    if (fault_.line != 0) return;
    Line word{number_, 0, 0, {}};
    if (!split_row(line, word.row)) {
      fault_ = Fault{number_, "expected ten columns parted by tabs"};
      return;
    }
    const std::string_view id = word.row[kId];
    if (id.find('.') != std::string_view::npos) return;  // an empty node
    const std::size_t dash = id.find('-');
    const auto first = parse_number(id.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_number(id.substr(dash + 1));
    if (!first || !last || *last < *first) {
      fault_ = Fault{number_, "found \"" + std::string(id) + "\", expected a word number"};
      return;
    }
    word.first = *first;
    word.last = *last;
    raw_.lines.push_back(word);
  }

  void take_comment(std::string_view line) {
    line.remove_prefix(1);
    while (line.starts_with(' ')) line.remove_prefix(1);
    const auto is = [&](std::string_view key) {
      return line == key || (line.starts_with(key) && line[key.size()] == ' ');
    };
    const std::size_t equals = line.find("= ");
    const std::string_view value = equals == std::string_view::npos ? "" : line.substr(equals + 2);
    if (is("text")) raw_.text = value;
    if (is("newpar")) raw_.new_paragraph = true;
    if (is("newdoc")) open_document(std::string(value));
  }

  void open_document(std::string id) {
    ConlluDocument next;
    next.document.id = id.empty() ? file_ : std::move(id);
    next.document.info.language = "en";
    input_.documents.push_back(std::move(next));
    raw_.new_paragraph = true;
  }

  void close_sentence() {
    if (fault_.line != 0) report(fault_);
    if (fault_.line == 0 && !raw_.lines.empty()) {
      try {
        add_sentence();
      } catch (const Fault& fault) {
        report(fault);
      }
    }
    const bool pending_paragraph = raw_.lines.empty() && raw_.new_paragraph;
    raw_ = {};
    raw_.new_paragraph = pending_paragraph;
    fault_ = {};
  }

  void report(const Fault& fault) {
    input_.diagnostics.push_back({Severity::Warning, file_, fault.line, 0,
                                  fault.message + "; the sentence was passed over"});
  }

  void add_sentence() {
    Sentence sentence = read_words();
    const bool has_tree = check_tree(sentence);
    if (input_.documents.empty()) open_document("");
    ConlluDocument& into = input_.documents.back();
    place(sentence, into.document);
    TokenizedSentence tokens{sentence.range, sentence.block, {}};
    for (const Word& word : sentence.words)
      tokens.tokens.push_back({word.range, word.joined_to_next});
    into.tokens.push_back(std::move(tokens));
    into.sentences.push_back(std::move(sentence));
    into.has_tree.push_back(has_tree);
  }

  Sentence read_words() const {
    Sentence sentence;
    std::uint32_t range_end = 0;
    for (const Line& line : raw_.lines) {
      const auto expected = static_cast<std::uint32_t>(sentence.words.size() + 1);
      if (line.first != expected) {
        throw Fault{line.number, "found word number " + std::to_string(line.first) + ", expected " +
                                     std::to_string(expected)};
      }
      if (line.last > line.first) {
        range_end = line.last;
        continue;
      }
      sentence.words.push_back(read_word(line));
      sentence.words.back().joined_to_next = line.first < range_end;
    }
    if (sentence.words.empty()) throw Fault{raw_.number, "expected a word"};
    if (sentence.words.size() < range_end)
      throw Fault{raw_.number, "a range line ends behind the sentence"};
    return sentence;
  }

  static Word read_word(const Line& line) {
    const Row& row = line.row;
    Word word;
    word.form = row[kForm];
    word.lemma = row[kForm] == "_" ? row[kLemma] : or_empty(row[kLemma]);
    word.upos = parse_upos(row[kUpos]);
    word.xpos = or_empty(row[kXpos]);
    word.feats = or_empty(row[kFeats]);
    word.deprel = or_empty(row[kDeprel]);
    const std::string_view ner = value_of(row[kMisc], "NER");
    word.ner = ner == "O" ? "" : ner;
    if (row[kHead] == "_") return word;
    const auto head = parse_number(row[kHead]);
    if (!head || *head > 0xFFFF) {
      throw Fault{line.number,
                  "found \"" + std::string(row[kHead]) + "\", expected the head's number"};
    }
    word.head = static_cast<std::uint16_t>(*head);
    return word;
  }

  // True if the sentence has a tree, false if it has no heads at all; throws if it has neither.
  bool check_tree(const Sentence& sentence) const {
    const auto given = [](const Line& line) {
      return line.last == line.first && line.row[kHead] != "_";
    };
    const auto heads = std::count_if(raw_.lines.begin(), raw_.lines.end(), given);
    if (heads == 0) return false;
    const std::size_t size = sentence.words.size();
    if (static_cast<std::size_t>(heads) < size) throw Fault{raw_.number, "some words have no head"};
    std::size_t roots = 0;
    for (const Word& word : sentence.words) {
      if (word.head > size) throw Fault{raw_.number, "a head lies outside the sentence"};
      roots += word.head == 0;
    }
    if (roots != 1) {
      throw Fault{raw_.number, "found " + std::to_string(roots) + " roots, expected one"};
    }
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t at = i + 1, steps = 0;
      while (at != 0 && steps++ <= size) at = sentence.words[at - 1].head;
      if (at != 0) throw Fault{raw_.number, "the heads form a circle"};
    }
    return true;
  }

  // Puts the sentence's text behind the document's and gives every word its range.
  void place(Sentence& sentence, Document& document) {
    std::string& text = document.text;
    const bool new_block = raw_.new_paragraph || document.blocks.empty();
    if (!text.empty()) text += new_block ? "\n\n" : " ";
    const auto begin = static_cast<std::uint32_t>(text.size());
    const std::string plain = raw_.text.empty() ? joined_forms() : std::string(raw_.text);
    text += plain;
    if (new_block) document.blocks.push_back({BlockKind::Body, {begin, begin}});
    document.blocks.back().range.end = static_cast<std::uint32_t>(text.size());
    sentence.block = static_cast<std::uint32_t>(document.blocks.size() - 1);
    find_ranges(plain, begin, sentence);
    sentence.range = {sentence.words.front().range.begin, sentence.words.back().range.end};
  }

  std::string joined_forms() const {
    std::string text;
    std::uint32_t covered = 0;
    for (const Line& line : raw_.lines) {
      if (line.last <= covered) continue;
      covered = line.last;
      text += line.row[kForm];
      if (value_of(line.row[kMisc], "SpaceAfter") != "No") text += ' ';
    }
    while (text.ends_with(' ')) text.pop_back();
    return text;
  }

  // Written tokens are looked for one behind the other; what the text has not gets an empty range.
  void find_ranges(std::string_view text, std::uint32_t base, Sentence& sentence) const {
    std::size_t at = 0, inner = 0;
    std::uint32_t covered = 0, token_end = 0;
    for (const Line& line : raw_.lines) {
      const std::string_view form = line.row[kForm];
      const bool written = line.last > covered;
      const std::size_t from = written ? at : inner;
      const std::size_t limit = written ? text.size() : token_end;
      std::size_t found = text.substr(0, limit).find(form, from);
      std::size_t end = found + form.size();
      if (found == std::string_view::npos) found = end = from;
      if (written) at = token_end = static_cast<std::uint32_t>(end), covered = line.last;
      if (line.last > line.first) {
        inner = found;
        continue;
      }
      inner = end;
      sentence.words[line.first - 1].range = {static_cast<std::uint32_t>(base + found),
                                              static_cast<std::uint32_t>(base + end)};
    }
  }

  const std::string& file_;
  ConlluInput& input_;
  std::uint32_t number_ = 0;
  RawSentence raw_;
  Fault fault_;  // of the sentence being read; line 0: none
};

std::string_view or_blank(std::string_view field) {
  return field.empty() ? "_" : field;
}

void append_fields(std::initializer_list<std::string_view> fields, std::string& out) {
  bool first = true;
  for (const std::string_view field : fields) {
    if (!first) out += '\t';
    out += field;
    first = false;
  }
  out += '\n';
}

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// The sentence's text on one line.
std::string text_line(const Document& document, ByteRange range) {
  std::string line;
  for (const char byte : range.in(document.text)) {
    if (!is_space(byte)) {
      line += byte;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

// True if the word is followed at once by the next one in the text.
bool touches_next(const Sentence& sentence, std::size_t i) {
  return i + 1 < sentence.words.size() &&
         sentence.words[i].range.end >= sentence.words[i + 1].range.begin;
}

// Writes the line "3-4" before the first word of a token that was split.
void append_range_line(const Document& document, const Sentence& sentence, std::size_t i,
                       std::string& out) {
  if (!sentence.words[i].joined_to_next || (i > 0 && sentence.words[i - 1].joined_to_next)) return;
  std::size_t last = i;
  while (last + 1 < sentence.words.size() && sentence.words[last].joined_to_next) ++last;
  const ByteRange range{sentence.words[i].range.begin, sentence.words[last].range.end};
  append_fields(
      {std::to_string(i + 1) + "-" + std::to_string(last + 1), or_blank(text_line(document, range)),
       "_", "_", "_", "_", "_", "_", "_", touches_next(sentence, last) ? "SpaceAfter=No" : "_"},
      out);
}

bool inside_token(const Sentence& sentence, std::size_t i) {
  return sentence.words[i].joined_to_next || (i > 0 && sentence.words[i - 1].joined_to_next);
}

std::string misc(const Sentence& sentence, std::size_t i) {
  std::string fields;
  if (!sentence.words[i].ner.empty()) fields = "NER=" + sentence.words[i].ner;
  if (touches_next(sentence, i) && !inside_token(sentence, i)) {
    fields += fields.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  }
  return fields;
}

void append_word(const Sentence& sentence, std::size_t i, std::string& out) {
  const Word& word = sentence.words[i];
  append_fields(
      {std::to_string(i + 1), or_blank(word.form), or_blank(word.lemma), to_string(word.upos),
       or_blank(word.xpos), or_blank(word.feats), std::to_string(word.head), or_blank(word.deprel),
       "_", or_blank(misc(sentence, i))},
      out);
}

}  // namespace

ConlluInput read_conllu(std::string_view bytes, const std::string& file) {
  ConlluInput input;
  Reader(file, input).read(bytes);
  return input;
}

void fill_gaps(const Sentence& parsed, Sentence& given) {
  const bool has_names = std::any_of(given.words.begin(), given.words.end(),
                                     [](const Word& word) { return !word.ner.empty(); });
  const auto fill = [](std::string& field, const std::string& ours) {
    if (field.empty()) field = ours;
  };
  const std::size_t size = std::min(given.words.size(), parsed.words.size());
  for (std::size_t i = 0; i < size; ++i) {
    Word& word = given.words[i];
    fill(word.lemma, parsed.words[i].lemma);
    fill(word.xpos, parsed.words[i].xpos);
    if (!has_names) word.ner = parsed.words[i].ner;
  }
}

void write_conllu(const Document& document, std::span<const Sentence> sentences, std::string& out) {
  out += "# newdoc id = " + document.id + "\n";
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    if (s == 0 || sentences[s - 1].block != sentence.block) out += "# newpar\n";
    out += "# sent_id = " + document.id + "-" + std::to_string(s + 1) + "\n";
    out += "# text = " + text_line(document, sentence.range) + "\n";
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      append_range_line(document, sentence, i, out);
      append_word(sentence, i, out);
    }
    out += '\n';
  }
}

}  // namespace entente
