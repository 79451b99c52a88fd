// SPDX-License-Identifier: ISC
#include "entities/salience.h"

#include "entities/english.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace entente {

namespace {

// Judgement, in units of one sentence of distance.
constexpr double kSubject = 1.0;
constexpr double kObject = 0.4;
constexpr double kParallel = 0.4;
constexpr double kModifier = -0.7;
constexpr double kPlace = -1.0;
constexpr double kSingularForThey = -0.6;
constexpr double kName = 0.1;
constexpr double kInsideQuotation = -1.0;  // seen from outside of it
constexpr double kPerDoublingOfState = 0.15;
constexpr std::uint32_t kMemory = 200;  // sentences whose mentions count as earlier ones
constexpr double kGoverningSubject = 0.4;
constexpr double kOtherBlock = -0.3;
constexpr double kRival = -0.2;
constexpr double kOwnerOfSubject = 0.6;
constexpr double kSpoke = 0.8;

bool is_subject(const SentenceView& view, std::uint16_t word) {
  return view.relation(word) == "nsubj";
}

// "those", "others", "many": people or things that no name tells.
bool is_plural_pronoun(const Word& word) {
  const bool pronoun = word.upos == Upos::PRON || word.upos == Upos::NOUN || word.upos == Upos::ADJ;
  const std::string form = lower(word.form);
  return pronoun && (form == "those" || form == "others" || form == "many" || form == "some");
}

// The verb or other predicate whose argument a word is.
std::uint16_t clause_of(const SentenceView& view, std::uint16_t word) {
  for (std::uint16_t steps = 0; word != 0 && steps <= view.size(); ++steps) {
    const std::string_view relation = view.relation(word);
    const std::uint16_t head = view.word(word).head;
    if (relation == "nsubj" || relation == "obj" || relation == "iobj" || relation == "obl")
      return head;
    if (relation == "conj" || relation == "appos" || relation == "flat" || relation == "nmod" ||
        relation == "compound" || relation == "amod") {
      word = head;
      continue;
    }
    return head;
  }
  return 0;
}

constexpr double kOwnClause = 0.6;  // "Poland may close its border"
constexpr double kNobody = -1e9;

class Search {
 public:
  Search(const Reading& reading, const Anaphor& anaphor, const SearchOptions& options)
      : r_(reading),
        anaphor_(anaphor),
        options_(options),
        view_(reading.sentences[anaphor.sentence]) {}

  // Sentences between; speech of others is soon forgotten.
  double distance(std::uint32_t sentence) const {
    return r_.sentences[anaphor_.sentence].position - r_.sentences[sentence].position;
  }

  // Those within reach, nearest sentence first.
  std::vector<const Mention*> mentions() const {
    std::vector<const Mention*> out;
    for (std::uint32_t s = anaphor_.sentence + 1; s-- > 0 && distance(s) <= options_.sentences;) {
      for (const std::uint32_t index : r_.by_sentence[s]) out.push_back(&r_.mentions[index]);
    }
    return out;
  }

  bool is_before(std::uint32_t sentence, std::uint16_t last) const {
    if (sentence != anaphor_.sentence)
      return sentence < anaphor_.sentence && distance(sentence) <= options_.sentences;
    return last < anaphor_.word;
  }

  // "In her speech, Merkel said", "As he left, Putin smiled": the subject of the clause comes after
  // what is put before it.
  bool is_announced(const Mention& m) const {
    if (m.sentence != anaphor_.sentence || m.first <= anaphor_.word || !is_subject(view_, m.head))
      return false;
    const std::uint16_t verb = view_.word(m.head).head;
    for (std::uint16_t w = anaphor_.word; w != 0 && w != verb; w = view_.word(w).head) {
      if (view_.word(w).head != verb) continue;
      const std::string_view relation = view_.relation(w);
      return (relation == "advcl" || relation == "obl") && w < m.head;
    }
    return false;
  }

  // Not the subject of the same clause for a plain object; not a part of the anaphor's own phrase.
  bool is_barred(std::uint32_t sentence, std::uint16_t head) const {
    if (options_.own_quotation != 0 &&
        r_.sentences[sentence].quotation[head] == options_.own_quotation)
      return true;
    if (sentence != anaphor_.sentence) return false;
    if (anaphor_.bound && is_subject(view_, head) && is_own_clause(view_.word(head).head))
      return true;
    const bool same_phrase = view_.dominates(head, anaphor_.word) && !in_clause_below(head);
    return same_phrase || view_.dominates(anaphor_.word, head);
  }

  // The clause of the anaphor, or one that it shares its subject with ("remains close to him").
  bool is_own_clause(std::uint16_t verb) const {
    std::uint16_t clause = clause_of(view_, anaphor_.word);
    while (clause != verb && clause != 0 && view_.relation(clause) == "xcomp")
      clause = view_.word(clause).head;
    return clause == verb;
  }

  // A relative clause or complement lies between a noun and the anaphor.
  bool in_clause_below(std::uint16_t head) const {
    for (std::uint16_t w = anaphor_.word; w != head && w != 0; w = view_.word(w).head) {
      const std::string_view relation = view_.relation(w);
      if (relation == "acl" || relation == "advcl" || relation == "ccomp" || relation == "appos" ||
          relation == "xcomp" || relation == "parataxis" || relation == "conj" ||
          (relation == "amod" && w > head))
        return true;
    }
    return false;
  }

  double score(std::uint32_t sentence, std::uint16_t head) const {
    const SentenceView& there = r_.sentences[sentence];
    double score = -distance(sentence);
    if (view_.quotation[anaphor_.word] == 0 && there.quotation[head] != 0)
      score += kInsideQuotation;
    head = carrier(there, head);
    const std::string_view relation = there.relation(head);
    if (relation == "nsubj") score += kSubject + (anaphor_.subject ? kParallel : 0);
    const std::uint16_t owned = there.word(head).head;
    if (there.word(head).deprel == "nmod:poss" && owned != 0 && is_subject(there, owned))
      score += kOwnerOfSubject;
    if (relation == "obj" || relation == "iobj")
      score += kObject + (anaphor_.subject ? 0 : kParallel / 2);
    if (sentence != anaphor_.sentence) return score + block_change(there);
    const std::uint16_t verb = view_.word(head).head;
    if (is_controller(head)) score += kSubject + kGoverningSubject + kOwnClause;
    if (relation == "nsubj" && view_.dominates(verb, anaphor_.word)) {
      score += kGoverningSubject;
      if (anaphor_.possessive && verb == predicate_around()) score += kOwnClause;
    }
    return score;
  }

  double block_change(const SentenceView& there) const {
    return there.sentence->block != view_.sentence->block ? kOtherBlock : 0;
  }

  // The nearest verb or clause above the anaphor.
  std::uint16_t clause_around() const {
    std::uint16_t w = view_.word(anaphor_.word).head;
    for (std::uint16_t steps = 0; w != 0 && steps < view_.size(); ++steps, w = view_.word(w).head) {
      if (view_.child(w, "nsubj") != 0 || view_.word(w).upos == Upos::VERB) return w;
    }
    return 0;
  }

  // The nearest predicate above the anaphor that has a subject.
  std::uint16_t predicate_around() const {
    std::uint16_t w = view_.word(anaphor_.word).head;
    for (std::uint16_t steps = 0; w != 0 && steps < view_.size(); ++steps, w = view_.word(w).head) {
      const std::uint16_t subject = view_.child(w, "nsubj");
      if (subject != 0 && !view_.dominates(subject, anaphor_.word)) return w;
    }
    return 0;
  }

  // "Zelensky urged Putin to withdraw his troops": the object of the verb above is who withdraws.
  bool is_controller(std::uint16_t head) const {
    const std::uint16_t clause = clause_around();
    if (clause == 0 || view_.relation(clause) != "xcomp" || view_.child(clause, "nsubj") != 0)
      return false;
    const std::uint16_t verb = view_.word(clause).head;
    if (is_permission(lower(view_.word(verb).lemma)))
      return false;  // "allowed him to use its soil"
    return view_.word(head).head == verb &&
           (view_.relation(head) == "obj" || view_.relation(head) == "iobj");
  }

  // What an apposition or a conjunct is, its head says.
  static std::uint16_t carrier(const SentenceView& there, std::uint16_t word) {
    for (std::uint16_t steps = 0; steps < there.size(); ++steps) {
      const std::string_view relation = there.relation(word);
      const std::uint16_t up = there.word(word).head;
      const bool nominal =
          up != 0 && (there.word(up).upos == Upos::NOUN || there.word(up).upos == Upos::PROPN ||
                      there.word(up).upos == Upos::PRON || there.word(up).upos == Upos::NUM);
      if (!nominal || (relation != "appos" && relation != "conj" && relation != "flat")) break;
      word = up;
    }
    return word;
  }

  double score(const Mention& m) const {
    double value = score(m.sentence, m.head);
    const std::string_view relation = r_.sentences[m.sentence].relation(m.head);
    if (m.kind == MentionKind::Adjective || (m.kind == MentionKind::Name && relation == "compound"))
      value += kModifier;
    if (m.kind == MentionKind::Place) value += kPlace;
    if (m.kind == MentionKind::Name) value += kName;
    return value;
  }

  // Best score of the nouns that are no actors.
  double best_rival() const {
    double best = kNobody;
    if (options_.rivals == Rivals::None) return best;
    for (std::uint32_t s = anaphor_.sentence + 1; s-- > 0 && distance(s) <= options_.sentences;) {
      for (std::uint16_t w = 1; w <= r_.sentences[s].size(); ++w) {
        if (is_rival(s, w) && is_before(s, w) && !is_barred(s, w))
          best = std::max(best, score(s, w) + kRival);
      }
    }
    return best;
  }

  bool is_rival(std::uint32_t s, std::uint16_t w) const {
    const SentenceView& there = r_.sentences[s];
    const Word& word = there.word(w);
    if (options_.rivals == Rivals::PluralNouns && is_plural_pronoun(word)) return true;
    if (word.upos != Upos::NOUN && word.upos != Upos::PROPN) return false;
    if (there.headed[w] != kNoMention || r_.covering(s, w) != nullptr) return false;
    const std::string_view relation = there.relation(w);
    if (relation == "compound" || relation == "flat" || relation == "fixed" ||
        word.deprel == "obl:unmarked" || word.deprel == "nmod:desc")
      return false;
    const bool plural = feature(word, "Number") == "Plur";
    const RoleMatch* role = r_.role_ending(s, w);
    const bool person = role != nullptr && r_.noun(*role).type == ActorType::Person;
    const Gender gender = gender_of_noun(lower(word.lemma));
    switch (options_.rivals) {
      case Rivals::Things:
        return !plural && !person && gender == Gender::Unknown;
      case Rivals::PluralNouns:
        return plural;
      case Rivals::Men:
        return !plural && (gender == Gender::Masculine || (person && gender == Gender::Unknown));
      case Rivals::Women:
        return !plural && (gender == Gender::Feminine || (person && gender == Gender::Unknown));
      case Rivals::None:
        return false;
    }
    return false;
  }

  double frequency(const std::vector<ActorIndex>& actors) const {
    int count = 0;
    const std::uint32_t from = anaphor_.sentence - std::min(anaphor_.sentence, kMemory);
    for (std::uint32_t s = from; s <= anaphor_.sentence; ++s) {
      for (const std::uint32_t index : r_.by_sentence[s]) {
        const Mention& m = r_.mentions[index];
        count += m.actors == actors && (s < anaphor_.sentence || m.last < anaphor_.word) ? 1 : 0;
      }
    }
    return count < 1 ? 0 : options_.per_doubling * std::log2(count);
  }

 private:
  const Reading& r_;
  const Anaphor& anaphor_;
  const SearchOptions& options_;
  const SentenceView& view_;
};

// Actors that are coordinated with a mention: "Putin and Lukashenko" from "Putin".
std::vector<ActorIndex> group_of(const Reading& r, const Mention& m) {
  std::vector<ActorIndex> group = m.actors;
  const SentenceView& view = r.sentences[m.sentence];
  for (const std::uint16_t c : view.children[m.head]) {
    const Mention* other = view.relation(c) == "conj" ? r.headed_by(m.sentence, c) : nullptr;
    if (other != nullptr) group.insert(group.end(), other->actors.begin(), other->actors.end());
  }
  std::sort(group.begin(), group.end());
  group.erase(std::unique(group.begin(), group.end()), group.end());
  return group;
}

}  // namespace

std::vector<ActorIndex> find_antecedent(const Reading& reading, const Anaphor& anaphor,
                                        const ActorTest& fits, const SearchOptions& options) {
  const Search search(reading, anaphor, options);
  std::map<std::vector<ActorIndex>, double> best;
  double place = kNobody;
  const auto offer = [&](const std::vector<ActorIndex>& actors, double score) {
    const auto [at, is_new] = best.try_emplace(actors, score);
    at->second = std::max(at->second, score);
  };
  for (const Mention* mention : search.mentions()) {
    const Mention& m = *mention;
    if (m.actors.empty()) continue;
    const bool before =
        search.is_before(m.sentence, m.last) && !search.is_barred(m.sentence, m.head);
    if (!before && !search.is_announced(m)) continue;
    if (m.kind == MentionKind::Adjective && !options.modifiers) continue;
    if (m.kind == MentionKind::Place && options.rivals == Rivals::Things) {
      place = std::max(place, search.score(m) - kPlace);  // "Crimea ... it was annexed"
      continue;
    }
    const bool plural = feature(reading.sentences[m.sentence].word(m.head), "Number") == "Plur";
    double score = search.score(m);
    if (options.groups && !plural) score += kSingularForThey;
    if (options.groups) {
      const std::vector<ActorIndex> group = group_of(reading, m);
      if (group.size() > 1) offer(group, score + kParallel);
    }
    const bool all_fit = std::all_of(m.actors.begin(), m.actors.end(),
                                     [&](ActorIndex a) { return fits(reading.actors[a], plural); });
    if (all_fit && (m.actors.size() == 1 || options.groups)) offer(m.actors, score);
  }
  const std::vector<ActorIndex>* winner = nullptr;
  double first = kNobody, second = std::max(place, search.best_rival());
  for (auto& [actors, score] : best) {
    score += search.frequency(actors);
    if (!options.spoke.empty() && actors == options.spoke) score += kSpoke;
    if (score > first) {
      second = std::max(second, first);
      first = score;
      winner = &actors;
    } else {
      second = std::max(second, score);
    }
  }
  if (winner == nullptr || first - second < options.margin) return {};
  return *winner;
}

std::vector<ScoredActor> rank_states(const Reading& reading, const Anaphor& anaphor,
                                     double sentences) {
  const SearchOptions options{.sentences = sentences, .per_doubling = kPerDoublingOfState};
  const Search search(reading, anaphor, options);
  std::map<ActorIndex, double> best;
  for (const Mention* mention : search.mentions()) {
    const Mention& m = *mention;
    if (!search.is_before(m.sentence, m.last)) continue;
    for (const ActorIndex a : m.actors) {
      std::optional<ActorIndex> state = a;
      if (reading.actors[a].type != ActorType::State)
        state = reading.actors.find(reading.actors[a].country);
      if (!state || reading.actors[*state].type != ActorType::State) continue;
      const double score = search.score(m) + search.frequency({*state});
      const auto [at, is_new] = best.try_emplace(*state, score);
      at->second = std::max(at->second, score);
    }
  }
  std::vector<ScoredActor> out;
  for (const auto& [actor, score] : best) out.push_back({actor, score});
  std::stable_sort(out.begin(), out.end(),
                   [](const ScoredActor& a, const ScoredActor& b) { return a.score > b.score; });
  return out;
}

std::optional<ActorIndex> state_of(Reading& reading, ActorIndex actor) {
  const Actor& a = reading.actors[actor];
  if (a.type == ActorType::State) return actor;
  const std::string country = a.country;
  return country.empty() ? std::nullopt : reading.actors.known_id(country);
}

}  // namespace entente
