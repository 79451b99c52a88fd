// SPDX-License-Identifier: ISC
/// @file
/// Which news agency's text an article carries, from its dateline, credits and author.
#pragma once

#include "entities/actor.h"
#include "text/document.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

/// Names of news media as credits give them.
class AgencyNames {
 public:
  AgencyNames() = default;
  /// Takes the labels, other names and acronyms of actors of type Media; keeps references to them.
  explicit AgencyNames(const ActorKnowledge& knowledge);

  /// Who is credited as `name`: without a "the", in any case. Null if that is nobody's name or
  /// that of several.
  const Actor* find(std::string_view name) const;

 private:
  std::unordered_map<std::string, const Actor*> actors_;  // null: several have the name
};

/// The one news agency (or other medium) whose text the article says that it carries; null if it
/// names none or several. Looked for:
/// - a dateline at the start of one of the first paragraphs: "KYIV, July 5 (Reuters) - ...",
///   "MOSCOW, March 3. /TASS/. ...";
/// - a paragraph that is nothing but a credit: "Source: Interfax", "(AFP)", "— AP", "Copyright 2022
///   The Associated Press. All rights reserved.";
/// - a credit behind the last sentence of one of the last paragraphs: "... he said. (AFP)";
/// - the author: "Reuters", "By Ann Example, Associated Press".
/// Credits of pictures are none: captions are not looked at, nor are lines that say "photo".
const Actor* find_agency(const Document& document, const AgencyNames& names);

}  // namespace entente
