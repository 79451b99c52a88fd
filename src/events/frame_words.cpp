// SPDX-License-Identifier: ISC
#include "events/frame_words.h"

#include "events/arguments.h"
#include "events/light_verbs.h"

#include <algorithm>

namespace entente {

bool is_nominal_place(const Tree& tree, WordNumber n) {
  for (const std::string_view relation : {"nsubj", "obj", "obl", "nmod"}) {
    if (tree.has_relation(n, relation)) return true;
  }
  return false;
}

namespace {

/// Prepositional phrases are often attached to the neighbour: to the object instead of the verb
/// ("fired missiles at X"), or to the verb instead of its object ("launched a raid on X").
Words neighbours_argument(const FrameContext& in, WordNumber predicate,
                          const std::string& preposition) {
  Words out;
  const auto add = [&](WordNumber from) {
    for (const WordNumber w : prepositional_arguments(in.tree, from, preposition)) {
      if (!in.tree.dominates(w, predicate)) out.push_back(w);
    }
  };
  if (in.tree.is_verbal(predicate)) {
    for (const WordNumber object : logical_objects(in.tree, in.lexicon, predicate)) {
      for (const WordNumber each : with_conjuncts(in.tree, object)) add(each);
      // "sent a number of tanks and guns to Belarus"
      for (const WordNumber c : prepositional_arguments(in.tree, object, "of")) {
        for (const WordNumber each : with_conjuncts(in.tree, c)) add(each);
      }
      // "sent the frigate HMS Kent to Chile", however the name is tied to its noun
      for (const WordNumber c : in.tree.children(object)) {
        if (c > object && in.tree.has_relation(c, "appos")) add(c);
      }
    }
    return out.empty() ? arguments_of_conjuncts(in.tree, predicate, preposition) : out;
  }
  // "the stationing of weapons in Belarus"
  for (const WordNumber of : prepositional_arguments(in.tree, predicate, "of")) add(of);
  if (!out.empty()) return out;
  const WordNumber head = in.tree.head(predicate);
  // "The allegations were rejected by the Kremlin" are not the Kremlin's.
  if (preposition == "by" && light_verb_of(in.tree, in.lexicon, predicate) != head) return out;
  if (head == 0) return arguments_of_conjuncts(in.tree, predicate, preposition);
  const bool object = in.tree.has_relation(predicate, "obj") ||
                      in.tree.has_relation(predicate, "nsubj") ||
                      in.tree.has_relation(predicate, "xcomp") ||
                      light_verb_of(in.tree, in.lexicon, predicate) == head;
  // "The attack was claimed by the Houthis in Yemen" does not say that Yemen was attacked.
  const bool place = preposition == "in" && in.tree.is_passive(head);
  if (object && in.tree.is_verbal(head) && !place) add(head);
  if (in.tree.has_relation(predicate, "conj")) add(head);
  return out.empty() ? arguments_of_conjuncts(in.tree, predicate, preposition) : out;
}

/// Two steps down through noun phrases after the predicate, the nearest with that preposition.
Words nearest_below(const FrameContext& in, WordNumber predicate, WordNumber top,
                    const std::string& preposition) {
  Words level = {top};
  for (int depth = 0; depth < 2; ++depth) {
    Words next, out;
    for (const WordNumber from : level) {
      for (const WordNumber c : in.tree.children(from)) {
        if (c < predicate || in.tree.is_clause(c) || !is_nominal_place(in.tree, c)) continue;
        if (in.tree.has_relation(c, "nsubj")) continue;
        if (from != predicate && in.tree.preposition(c) == preposition) out.push_back(c);
        // "flew on his way to X" is no flight to X
        if (preposition != "to" || from != predicate || in.tree.has_relation(c, "obj"))
          next.push_back(c);
      }
    }
    if (!out.empty()) return {out.front()};
    level = std::move(next);
  }
  return {};
}

bool is_preposition_step(const Frame& frame, const std::string& step) {
  for (const std::string_view name :
       {"nsubj", "obj", "iobj", "poss", "whom", "mod", "premod", "about", "self", "light", "xcomp",
        "ccomp", "appos", "acl", "advcl", "csubj", "clause", "speaker", "subject"}) {
    if (step == name) return false;
  }
  return std::find(frame.fixed.begin(), frame.fixed.end(), step) == frame.fixed.end();
}

bool has_lemma(const Tree& tree, WordNumber word, const std::vector<std::string>& lemmas) {
  const auto is = [&](WordNumber n) {
    const std::string form = tree.lower_form(n);
    const auto listed = [&](const std::string& text) {
      return std::binary_search(lemmas.begin(), lemmas.end(), text);
    };
    return listed(tree.lemma(n)) || listed(form) ||
           (form.ends_with('s') && listed(form.substr(0, form.size() - 1)));
  };
  if (is(word)) return true;
  for (const WordNumber c : tree.children(word)) {
    if (tree.has_relation(c, "conj") && has_lemma(tree, c, lemmas)) return true;
    // "a large number of missiles", "missile systems"
    if (tree.has_relation(c, "nmod") && tree.preposition(c) == "of" && has_lemma(tree, c, lemmas)) {
      return true;
    }
    // but not "Friendship Bridge"
    if (tree.has_relation(c, "compound") && tree.word(c).upos != Upos::PROPN && is(c)) return true;
  }
  return false;
}

}  // namespace

Words words_of(const FrameContext& in, const Frame& frame, WordNumber trigger, const Path& path) {
  // Participles used as adjectives ("is allied with") are no passives.
  const bool stative = frame.word_class == WordClass::Adjective && path.front() == "nsubj";
  Words words =
      words_at(in.tree, in.lexicon, trigger, stative ? Path{"subject"} : path, frame.fixed);
  if (words.empty() && path.size() == 1 && is_preposition_step(frame, path[0])) {
    words = neighbours_argument(in, trigger, path[0]);
    for (const WordNumber w : find_fixed(in.tree, trigger, frame.fixed)) {
      const Words more = prepositional_arguments(in.tree, w, path[0]);
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  return words;
}

Words distant_argument(const FrameContext& in, WordNumber predicate,
                       const std::string& preposition) {
  Words out = nearest_below(in, predicate, predicate, preposition);
  const WordNumber object = in.tree.child(predicate, "obj");
  return out.empty() && object != 0 ? nearest_below(in, predicate, object, preposition) : out;
}

bool is_distant(const std::string& preposition) {
  return preposition == "with" || preposition == "to" || preposition == "from" ||
         preposition == "against" || preposition == "between";
}

Words words_that_meet(const FrameContext& in, const Frame& frame, WordNumber trigger,
                      const Condition& condition) {
  Words words = words_of(in, frame, trigger, condition.at);
  std::erase_if(words, [&](WordNumber w) { return !has_lemma(in.tree, w, condition.lemmas); });
  return words;
}

}  // namespace entente
