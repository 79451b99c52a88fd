// SPDX-License-Identifier: ISC
#include "events/tree.h"

#include <algorithm>

namespace entente {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), children_(children_of(sentence)) {
  lemmas_.resize(size() + 1u);
  spans_.resize(size() + 1u);
  for (WordNumber n = 1; n <= size(); ++n) {
    lemmas_[n] = lower_ascii(word(n).lemma.empty() ? word(n).form : word(n).lemma);
    spans_[n] = {n, n};
  }
  for (WordNumber n = 1; n <= size(); ++n) {
    for (WordNumber up = head(n); up != 0; up = head(up)) {
      spans_[up].first = std::min(spans_[up].first, n);
      spans_[up].last = std::max(spans_[up].last, n);
    }
  }
}

std::string Tree::lower_form(WordNumber n) const {
  return lower_ascii(word(n).form);
}

bool Tree::has_relation(WordNumber n, std::string_view relation) const {
  const std::string_view mine = word(n).deprel;
  return mine == relation || base_relation(mine) == relation;
}

WordNumber Tree::child(WordNumber n, std::string_view relation) const {
  for (const WordNumber c : children_[n]) {
    if (has_relation(c, relation)) return c;
  }
  return 0;
}

WordNumber Tree::child_with_lemma(WordNumber n, std::string_view lemma) const {
  for (const WordNumber c : children_[n]) {
    if (lemmas_[c] == lemma || lower_form(c) == lemma) return c;
  }
  return 0;
}

std::string Tree::preposition(WordNumber n) const {
  std::string out;
  const auto add = [&](WordNumber c) {
    if (!out.empty()) out += ' ';
    out += lower_form(c);
  };
  for (const WordNumber c : children_[n]) {
    if (c >= n && !has_relation(c, "mark")) continue;
    if (!has_relation(c, "case") && !has_relation(c, "mark")) continue;
    if (word(c).xpos == "POS") continue;
    add(c);
    for (const WordNumber f : children_[c]) {
      if (has_relation(f, "fixed")) add(f);
    }
  }
  return out;
}

bool Tree::dominates(WordNumber n, WordNumber below) const {
  for (WordNumber up = below; up != 0; up = head(up)) {
    if (up == n) return true;
  }
  return false;
}

bool Tree::is_verbal(WordNumber n) const {
  return word(n).upos == Upos::VERB || word(n).upos == Upos::AUX;
}

bool Tree::is_clause(WordNumber n) const {
  return is_verbal(n) || child(n, "cop") != 0 || child(n, "nsubj") != 0;
}

bool Tree::is_past_participle(WordNumber n) const {
  return word(n).xpos == "VBN" ||
         (feature(word(n), "VerbForm") == "Part" && feature(word(n), "Tense") == "Past");
}

/// "by telephone", "by force": a means, not an agent.
bool Tree::is_bare(WordNumber n) const {
  if (word(n).xpos != "NN") return false;
  for (const std::string_view relation : {"det", "amod", "compound", "nmod", "nummod"}) {
    const WordNumber c = child(n, relation);
    if (c != 0 && c < n) return false;
  }
  return true;
}

/// "The troops crossed into Chad.": in a whole sentence the main verb of a passive has an
/// auxiliary.
bool Tree::stands_alone(WordNumber n) const {
  return head(n) == 0 && child(n, "aux") == 0 && child(n, "cop") == 0 && word(size()).form == ".";
}

/// "stood by Serbia": verbs that are never passive.
static bool stands_by(const std::string& lemma) {
  return lemma == "stand" || lemma == "abide" || lemma == "swear" || lemma == "go" ||
         lemma == "come";
}

bool Tree::is_passive(WordNumber n) const {
  if (stands_by(lemma(n))) return false;
  bool by_agent = false;
  for (const WordNumber c : children_[n]) {
    const std::string_view relation = word(c).deprel;
    if (relation == "aux:pass") return true;
    // Parsers take the subject of an intransitive past tense for a passive one.
    const bool may_be_passive = word(n).xpos != "VBD" && word(n).xpos != "VBZ" &&
                                word(n).xpos != "VBP" && word(n).xpos != "VBG";
    if (may_be_passive && relation == "nsubj:pass" && !stands_alone(n)) return true;
    if (may_be_passive && relation == "obl:agent") return true;
    by_agent = by_agent || (has_relation(c, "obl") && preposition(c) == "by" && !is_bare(c));
  }
  if (child(n, "obj") != 0) return false;
  // "hit by drones" in a headline has neither auxiliary nor subtype.
  if (by_agent && child(n, "aux") == 0 && (word(n).xpos == "VBN" || word(n).xpos == "VBD")) {
    return true;
  }
  if (!is_past_participle(n) || child(n, "aux") != 0) return false;
  if (has_relation(n, "conj")) return is_passive(head(n)) && child(n, "nsubj") == 0;
  return (has_relation(n, "acl") || has_relation(n, "advcl") || has_relation(n, "amod") ||
          has_relation(n, "xcomp")) &&
         child(n, "nsubj") == 0;
}

}  // namespace entente
