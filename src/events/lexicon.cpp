// SPDX-License-Identifier: ISC
#include "events/lexicon.h"

namespace entente {

Path parse_path(std::string_view text) {
  Path path;
  while (true) {
    const std::size_t dot = text.find('.');
    path.emplace_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return path;
    text.remove_prefix(dot + 1);
  }
}

void index_lexicon(EventLexicon& lexicon) {
  lexicon.frames_of.clear();
  lexicon.cues_of.clear();
  for (std::uint32_t i = 0; i < lexicon.frames.size(); ++i) {
    lexicon.frames_of[lexicon.frames[i].head].push_back(i);
  }
  for (std::uint32_t i = 0; i < lexicon.cues.size(); ++i) {
    lexicon.cues_of[lexicon.cues[i].head].push_back(i);
  }
}

}  // namespace entente
