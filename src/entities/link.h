// SPDX-License-Identifier: ISC
/// @file
/// Finds who is spoken of in an article and ties every mention to its actor.
#pragma once

#include "entities/actor.h"
#include "entities/mention.h"
#include "syntax/sentence.h"
#include "text/document.h"

#include <memory>
#include <span>

namespace entente {

/// The names of all known actors, compiled for matching. Immutable; shared by any number of
/// threads.
class Gazetteer {
 public:
  /// Keeps `knowledge` by reference: it must outlive the gazetteer.
  explicit Gazetteer(const ActorKnowledge& knowledge);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<const Impl> impl_;
};

/// Reads Sentence::words (form, lemma, upos, feats, head, deprel, ner) and Document::info.date;
/// changes neither. Pure; unknown names become actors that are not vetted.
Entities find_entities(const Gazetteer& gazetteer, const Document& document,
                       std::span<const Sentence> sentences);

}  // namespace entente
