// SPDX-License-Identifier: ISC
#include "train/gazetteer.h"

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace entente::train {

namespace {

using Sets = std::map<std::string, std::set<std::string>>;

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot open " + path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void read_file(const std::string& path, Sets& sets) {
  std::istringstream in(read_bytes(path));
  std::string line;
  while (std::getline(in, line)) {
    const std::size_t space = line.find(' ');
    if (line.empty() || line.front() == '#' || space == std::string::npos) continue;
    std::istringstream names(line.substr(space + 1));
    const bool by_semicolon = line.find(';') != std::string::npos;
    std::string name;
    while (by_semicolon ? bool(std::getline(names, name, ';')) : bool(names >> name)) {
      if (!name.empty()) sets[line.substr(0, space)].insert(name);
    }
  }
}

// GNU gettext's .mo: magic, revision, count, offset of originals, offset of translations; each
// entry a length and an offset.
void read_towns(const std::string& path, std::set<std::string>& towns) {
  const std::string bytes = read_bytes(path);
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    if (at + 4 > bytes.size()) throw std::runtime_error(path + " is no gettext catalogue");
    std::memcpy(&value, bytes.data() + at, 4);
    return value;
  };
  if (number(0) != 0x950412DEU) throw std::runtime_error(path + " is no gettext catalogue");
  const std::uint32_t count = number(8), translations = number(16);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t length = number(translations + 8 * i),
                        offset = number(translations + 8 * i + 4);
    const std::string name = bytes.substr(offset, length);
    if (name.find('\n') == std::string::npos && name.size() > 2) towns.insert(name);
  }
}

}  // namespace

Lists read_lists(const std::vector<std::string>& paths, const std::string& towns) {
  Sets sets;
  for (const std::string& path : paths) read_file(path, sets);
  if (!towns.empty()) read_towns(towns, sets["town"]);
  Lists lists;
  for (const auto& [kind, names] : sets) lists.push_back({kind, {names.begin(), names.end()}});
  return lists;
}

}  // namespace entente::train
