// SPDX-License-Identifier: ISC
/// @file
/// Trains the name finder's chain: a conditional random field (Lafferty, McCallum and Pereira 2001)
/// by stochastic gradient with Adagrad (Duchi, Hazan and Singer 2011).
#pragma once

#include "syntax/name_finder.h"
#include "train/random.h"

#include <cstdint>
#include <vector>

namespace entente::train {

/// A sentence's features and its right tags.
struct ChainExample {
  NameFeatures features;
  std::vector<NameTag> tags;
};

struct ChainOptions {
  std::size_t epochs = 5;
  std::size_t chains = 1;  ///< trained one after the other; their mean counts
  float rate = 0.07F;
  float shrink = 2e-6F;        ///< of a weight at each use (L2)
  float lexical_drop = 0.25F;  ///< how often a word is hidden: only what stands around it is seen
  float known_drop = 0.15F;    ///< how often the lists of known names are hidden
};

/// Weights rounded to 8 bits. Deterministic for a seed.
NameWeights train_chain(const std::vector<const ChainExample*>& examples,
                        const ChainOptions& options, Random random);

}  // namespace entente::train
