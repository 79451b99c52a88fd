// SPDX-License-Identifier: ISC
#include "graph/shared_text.h"

#include "graph/id_index.h"
#include "graph/sort_by_id.h"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

struct Record {
  SharedText id;
  int number = 0;
};

}  // namespace

TEST_CASE("a copy of a shared text has the characters of its origin, and outlives it", "[text]") {
  SharedText copy;
  {
    const SharedText origin = std::string("Belarus");
    copy = origin;
    CHECK(copy.view().data() == origin.view().data());
  }
  CHECK(copy == "Belarus");
  const SharedText taken = std::move(copy);
  CHECK(taken.str() == "Belarus");
}

TEST_CASE("shared texts are ordered like the characters that they hold", "[text]") {
  CHECK(SharedText("a") < SharedText("b"));
  CHECK(SharedText("") < SharedText("a"));
  CHECK(SharedText("a") == std::string("a"));
  CHECK(SharedText().empty());
  CHECK(SharedText("") == SharedText());
}

TEST_CASE("a pool gives equal texts the same characters", "[text]") {
  TextPool pool;
  const SharedText one = pool.share("Minsk"), other = pool.share(std::string("Minsk"));
  CHECK(one.view().data() == other.view().data());
  CHECK(pool.share("Moscow") == "Moscow");
}

TEST_CASE("an index finds every record and nobody else", "[text]") {
  std::vector<Record> records;
  for (int i = 0; i < 500; ++i) records.push_back({std::to_string(i), i});
  const IdIndex index(records);
  for (std::uint32_t i = 0; i < 500; ++i) CHECK(index.find(std::to_string(i)) == i);
  CHECK(!index.find("500"));
  CHECK(!index.find(""));
  CHECK(!IdIndex(std::vector<Record>()).find("1"));
}

TEST_CASE("records are sorted by the whole id, equal ones in their order", "[text]") {
  std::vector<Record> records = {{"same-head-2", 1}, {"b", 2},        {"same-head-1", 3}, {"", 4},
                                 {"b", 5},           {"same-head", 6}};
  sort_by_id(records);
  std::string numbers;
  for (const Record& record : records) numbers += std::to_string(record.number);
  CHECK(numbers == "425631");
}

TEST_CASE("a memo of an index finds what the index finds, however little room it has", "[graph]") {
  const std::vector<Record> records = {{"b", 0}, {"a", 1}, {"c", 2}};
  const IdIndex index(records);
  const SharedText ids[] = {"a", "b", "c", "nobody", "", "a", "b"};
  for (const std::size_t room : {0, 1, 100}) {
    IdMemo memo(index, room);
    for (int round = 0; round < 2; ++round) {
      for (const SharedText& id : ids) CHECK(memo.find(id) == index.find(id));
    }
  }
}
