// SPDX-License-Identifier: ISC
#include "cli/resources.h"

#include "cli/data_files.h"
#include "rdf/load_actors.h"
#include "rdf/load_lexicon.h"

namespace entente::cli {

LoadedResources LoadedResources::load(const ResourceOptions& options) {
  namespace fs = std::filesystem;
  const fs::path ontology = options.ontology.empty() ? data_root() / "ontology" : options.ontology;
  const fs::path model =
      options.model.empty() ? data_root() / "models/english.entente" : options.model;
  std::vector<fs::path> actors = rdf::actor_files(ontology);
  actors.insert(actors.end(), options.actors.begin(), options.actors.end());

  LoadedResources loaded;
  loaded.syntax_ = std::make_unique<const SyntaxModel>(SyntaxModel::load(model.string()));
  loaded.knowledge_ = std::make_unique<const ActorKnowledge>(rdf::load_actors(actors));
  loaded.gazetteer_ = std::make_unique<const Gazetteer>(*loaded.knowledge_);
  loaded.lexicon_ = std::make_unique<const EventLexicon>(rdf::load_lexicon(ontology));
  return loaded;
}

}  // namespace entente::cli
