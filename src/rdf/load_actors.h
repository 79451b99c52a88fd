// SPDX-License-Identifier: ISC
/// @file
/// Reads what is known of actors from Turtle. The terms are listed in ontology/actors/README.md.
#pragma once

#include "entities/actor.h"
#include "text/diagnostic.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace entente::rdf {

/// A Turtle file and what is in it.
struct TurtleText {
  std::string file;  ///< named in diagnostics
  std::string text;
};

struct ActorReading {
  ActorKnowledge knowledge;  ///< whatever could be understood
  Diagnostics diagnostics;   ///< in the order of the files; errors first say where
};

/// Understands the texts together: a later one may add to or correct the actors of an earlier one
/// (its label and type win, the earlier label stays as another name). Things that are no actors,
/// role nouns or places are passed over. Pure. Cost: linear in the text, times a logarithm.
ActorReading read_actors(std::span<const TurtleText> texts);

/// The files that `entente` reads by itself: actors/*.ttl, then local/*.ttl, each sorted by name.
std::vector<std::filesystem::path> actor_files(const std::filesystem::path& ontology);

/// Reads the files in this order, with all that is wrong in them. Throws ConfigError if one cannot
/// be read at all.
ActorReading read_actor_files(std::span<const std::filesystem::path> files);

/// Reads the files in this order. Throws ConfigError with the first error, also if a file cannot
/// be read; warnings are dropped.
ActorKnowledge load_actors(std::span<const std::filesystem::path> files);

}  // namespace entente::rdf
