// SPDX-License-Identifier: ISC
#include "store/quad_store.h"

#include "rdf/file_text.h"
#include "store/load_store.h"
#include "store/snapshot.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace entente;
using namespace entente::store;

namespace {

std::unique_ptr<QuadStore> store_of(std::string_view text,
                                    rdf::Format format = rdf::Format::NQuads) {
  StoreBuilder builder;
  const auto fault = builder.add_text(text, format, {});
  REQUIRE_FALSE(fault);
  return builder.build();
}

// Quads of small numbers, some of them twice.
std::string random_quads(int count, int graphs) {
  std::mt19937 random(7);
  std::string text;
  for (int i = 0; i < count; ++i) {
    const auto pick = [&](unsigned n) { return random() % n; };
    text += fmt::format("<s:{}> <p:{}> <o:{}> ", pick(20), pick(4), pick(15));
    text += graphs == 0 ? ".\n" : fmt::format("<g:{}> .\n", pick(static_cast<unsigned>(graphs)));
  }
  return text;
}

std::set<QuadIds> quads_of(const QuadStore& store, Order order) {
  std::set<QuadIds> quads;
  const auto& fields = kFields[static_cast<std::size_t>(order)];
  for (const Row& row : store.rows(order)) {
    QuadIds quad{};
    for (int i = 0; i < 4; ++i) quad[fields[i]] = row[i];
    quads.insert(quad);
  }
  return quads;
}

struct TemporaryFile {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / fmt::format("entente-test-{}.ekg", ::getpid());
  ~TemporaryFile() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("all orders are sorted and hold the same quads once", "[store]") {
  const auto store = store_of(random_quads(2000, 6));
  REQUIRE(store->has_graph_orders());
  const auto expected = quads_of(*store, Order::SPOG);
  CHECK(expected.size() == store->size());
  for (std::size_t i = 0; i < kOrders; ++i) {
    const auto rows = store->rows(static_cast<Order>(i));
    CHECK(std::is_sorted(rows.begin(), rows.end()));
    CHECK(rows.size() == store->size());
    CHECK(quads_of(*store, static_cast<Order>(i)) == expected);
  }
}

TEST_CASE("a range holds the rows that begin with its prefix", "[store]") {
  for (const int graphs : {0, 5}) {
    const auto store = store_of(random_quads(3000, graphs));
    for (std::size_t o = 0; o < kOrders; ++o) {
      const auto order = static_cast<Order>(o);
      const auto rows = store->rows(order);
      for (std::size_t i = 0; i < rows.size(); i += 37) {
        for (int length = 0; length <= 4; ++length) {
          const auto range = store->range(order, rows[i], length);
          const auto begins = [&](const Row& row) {
            return std::equal(row.begin(), row.begin() + length, rows[i].begin());
          };
          CHECK(std::all_of(range.begin(), range.end(), begins));
          CHECK(std::count_if(rows.begin(), rows.end(), begins) ==
                static_cast<std::ptrdiff_t>(range.size()));
        }
      }
      CHECK(store->range(order, {9999, 0, 0, 0}, 1).empty());
    }
  }
}

TEST_CASE("terms are found again by what they are", "[store]") {
  const auto store = store_of("<s:s> <p:p> \"a\"@en <g:g> .\n<s:s> <p:p> \"a\" <g:g> .\n");
  const Dictionary& words = store->dictionary();
  for (TermId id = 0; id < words.size(); ++id) CHECK(words.find(words.view(id)) == id);
  CHECK(words.find({TermKind::Iri, "s:t", {}, {}}) == kNoTerm);
  CHECK(words.find({TermKind::Literal, "a", "s:unknown", {}}) == kNoTerm);
  CHECK(words.find({TermKind::Literal, "a", "x", "de"}) == kNoTerm);
}

TEST_CASE("counts by predicate are exact", "[store]") {
  const auto store = store_of("<s:1> <p:p> <o:1> .\n<s:1> <p:p> <o:2> .\n<s:2> <p:p> <o:2> .\n");
  REQUIRE(store->predicates().size() == 1);
  CHECK(store->predicates()[0].quads == 3);
  CHECK(store->predicates()[0].subjects == 2);
  CHECK(store->predicates()[0].objects == 2);
}

TEST_CASE("a large text gives the same numbers as its parts", "[store]") {
  std::string text;
  for (int i = 0; text.size() < (9 << 20); ++i) {
    text += fmt::format("<http://example.org/subject/{}> <p:{}> \"value {}\" <g:{}> .\n", i % 5000,
                        i % 7, i, i % 3);
  }
  const auto whole = store_of(text);
  StoreBuilder builder;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        std::min(text.find('\n', std::min(at + 1000000, text.size() - 1)) + 1, text.size());
    REQUIRE_FALSE(
        builder.add_text(std::string_view(text).substr(at, end - at), rdf::Format::NQuads, {}));
    at = end;
  }
  const auto parts = builder.build();
  REQUIRE(whole->size() == parts->size());
  CHECK(quads_of(*whole, Order::SPOG) == quads_of(*parts, Order::SPOG));
}

TEST_CASE("a fault in a large text is told with its line", "[store][errors]") {
  std::string text;
  while (text.size() < (9 << 20)) text += "<s:s> <p:p> \"some words that fill the line up\" .\n";
  const auto lines = std::count(text.begin(), text.end(), '\n');
  StoreBuilder builder;
  const auto fault = builder.add_text(text + "<s:s> oops\n", rdf::Format::NQuads, {});
  REQUIRE(fault);
  CHECK(fault->line == lines + 1);
  CHECK(fault->column == 7);
}

TEST_CASE("a snapshot opens as the store that it was made of", "[snapshot]") {
  const auto store = store_of(random_quads(2000, 4) + "<s:s> <p:p> \"Ü\"@de <g:g> .\n");
  const TemporaryFile file;
  write_snapshot(*store, file.path);
  const auto opened = open_snapshot(file.path);
  REQUIRE(opened->size() == store->size());
  for (std::size_t i = 0; i < kOrders; ++i) {
    const auto order = static_cast<Order>(i);
    CHECK(std::equal(store->rows(order).begin(), store->rows(order).end(),
                     opened->rows(order).begin()));
  }
  for (TermId id = 0; id < store->dictionary().size(); ++id) {
    CHECK(opened->dictionary().view(id) == store->dictionary().view(id));
  }
}

TEST_CASE("damaged snapshots are refused", "[snapshot][errors]") {
  const auto store = store_of(random_quads(500, 4));
  const TemporaryFile file;
  write_snapshot(*store, file.path);
  const std::string good = rdf::read_file_text(file.path);
  const auto write = [&](std::string_view bytes) {
    std::ofstream(file.path, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  };
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{10}, std::size_t{300}, good.size() / 2, good.size() - 1}) {
    write(good.substr(0, length));
    CHECK_THROWS_AS(open_snapshot(file.path), ConfigError);
  }
  std::mt19937 random(3);
  for (int i = 0; i < 60; ++i) {
    // Any byte of the header's fields or of the sections; padding has no meaning.
    std::string bad = good;
    bad[i < 30 ? static_cast<std::size_t>(i) : 256 + random() % 4000] ^= 0x40;
    write(bad);
    CHECK_THROWS_AS(open_snapshot(file.path), ConfigError);
  }
}
