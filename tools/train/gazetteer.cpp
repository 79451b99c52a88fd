// SPDX-License-Identifier: ISC
#include "train/gazetteer.h"

#include "rdf/load_actors.h"
#include "syntax/conllu.h"
#include "syntax/letters.h"

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

// The lists that an actor's names belong to.
std::string kind_of(const Actor& actor, const ActorName& name) {
  if (name.kind == NameKind::Adjective || name.kind == NameKind::Demonym) return "demonym";
  if (name.kind == NameKind::Capital) return "place";
  switch (actor.type) {
    case ActorType::State:
      return "country";
    case ActorType::Media:
      return "media";
    case ActorType::Company:
      return "company";
    default:
      return "org";
  }
}

// A person's surname is known as such; the first word of a full name is a given name if it is
// not.
void read_person(const Actor& person, Sets& sets) {
  std::set<std::string> surnames;
  for (const ActorName& name : person.names) {
    if (name.kind == NameKind::Surname) surnames.insert(name.text);
  }
  for (const std::string& surname : surnames) {
    if (surname.find(' ') == std::string::npos) sets["last"].insert(surname);
  }
  const std::string first = person.label.substr(0, person.label.find(' '));
  const bool full = first.size() > 2 && first.size() < person.label.size();
  if (full && !surnames.contains(first) && has_capital(first)) sets["first"].insert(first);
}

void read_actors(const std::string& ontology, Sets& sets) {
  const ActorKnowledge knowledge = rdf::load_actors(rdf::actor_files(ontology));
  for (const Actor& actor : knowledge.actors) {
    if (actor.type == ActorType::Person) {
      read_person(actor, sets);
      continue;
    }
    for (const ActorName& name : actor.names) {
      if (has_capital(name.text) && name.kind != NameKind::Seat && name.text.size() > 1)
        sets[kind_of(actor, name)].insert(name.text);
    }
  }
  for (const Place& place : knowledge.places) {
    if (!place.ambiguous && has_capital(place.name)) sets["place"].insert(place.name);
  }
}

// Words of a name that are no ordinary ones.
bool is_telling(const std::string& name, const std::set<std::string>& ordinary) {
  std::istringstream words(name);
  std::string word;
  while (words >> word) {
    if (word.size() > 3 && !ordinary.contains(word)) return true;
  }
  return false;
}

}  // namespace

Lists read_lists(const ListSources& sources) {
  Sets sets;
  for (const std::string& path : sources.files) read_file(path, sets);
  if (!sources.towns.empty()) read_towns(sources.towns, sets["town"]);
  if (!sources.actors.empty()) read_actors(sources.actors, sets);
  Lists lists;
  for (const auto& [kind, names] : sets) lists.push_back({kind, {names.begin(), names.end()}});
  return lists;
}

std::set<std::string> ordinary_words(const std::vector<std::string>& treebanks) {
  std::set<std::string> words;
  for (const std::string& path : treebanks) {
    const ConlluInput input = read_conllu(read_bytes(path), path);
    for (const ConlluDocument& document : input.documents) {
      for (const Sentence& sentence : document.sentences) {
        for (const Word& word : sentence.words) {
          if (word.upos != Upos::PROPN && word.upos != Upos::X && !has_capital(word.form))
            words.insert(word.form);
        }
      }
    }
  }
  return words;
}

void add_small_lists(const std::set<std::string>& ordinary, Lists& lists) {
  const std::map<std::string, std::string> small_kinds = {
      {"country", "small-place"}, {"place", "small-place"}, {"town", "small-town"},
      {"first", "small-person"},  {"company", "small-org"}, {"org", "small-org"},
  };
  Sets sets;
  for (const List& list : lists) {
    const auto kind = small_kinds.find(list.kind);
    if (kind == small_kinds.end()) continue;
    for (const std::string& name : list.names) {
      const std::string small = to_lower(name);
      if (is_telling(small, ordinary)) sets[kind->second].insert(small);
    }
  }
  for (const auto& [kind, names] : sets) lists.push_back({kind, {names.begin(), names.end()}});
}

}  // namespace entente::train
