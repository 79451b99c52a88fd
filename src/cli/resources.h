// SPDX-License-Identifier: ISC
/// @file
/// Loads model, actors and lexicon once, for all articles and threads.
#pragma once

#include "events/analyze.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace entente::cli {

/// What the user may replace. Empty paths: what came with the program.
struct ResourceOptions {
  std::filesystem::path ontology;             ///< folder with actors/, lexicon/
  std::filesystem::path model;                ///< syntax model
  std::vector<std::filesystem::path> actors;  ///< further actor files (--actors)
};

/// Owns what Resources refers to; may be moved (the parts stay where they are).
class LoadedResources {
 public:
  /// Throws ConfigError, before anything is written, if a file cannot be used.
  static LoadedResources load(const ResourceOptions& options);

  Resources view() const { return {*syntax_, *gazetteer_, *lexicon_}; }
  const ActorKnowledge& knowledge() const { return *knowledge_; }

 private:
  std::unique_ptr<const SyntaxModel> syntax_;
  std::unique_ptr<const ActorKnowledge> knowledge_;
  std::unique_ptr<const Gazetteer> gazetteer_;
  std::unique_ptr<const EventLexicon> lexicon_;
};

}  // namespace entente::cli
