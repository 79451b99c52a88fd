// SPDX-License-Identifier: ISC
/// @file
/// Other names in place of those of a training sentence, so that names are known by what stands
/// around them and by how they are made.
#pragma once

#include "syntax/name_features.h"
#include "train/gazetteer.h"
#include "train/random.h"

#include <array>
#include <string>
#include <vector>

namespace entente::train {

class Substitutes {
 public:
  /// Takes names from the lists; they must outlive this.
  explicit Substitutes(const Lists& lists);
  /// Puts other names in place of most of those that `tags` tell; both may become longer or
  /// shorter.
  void rename(Random& random, std::vector<std::string>& words, std::vector<NameTag>& tags) const;

 private:
  using Words = std::vector<std::string>;
  Words person(std::size_t length, Random& random) const;
  Words organization(Random& random) const;
  Words invented_organization(Random& random) const;
  Words place(Random& random) const;
  const std::string& any(const std::vector<const List*>& lists, Random& random) const;

  std::vector<const List*> first_, last_, org_, place_, town_, orgword_;
};

}  // namespace entente::train
