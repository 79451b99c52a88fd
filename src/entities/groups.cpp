// SPDX-License-Identifier: ISC
#include "entities/english.h"
#include "entities/nominal.h"
#include "entities/nominal_linker.h"
#include "entities/salience.h"
#include "entities/title.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace entente {

namespace {

// How often two states stand in one sentence, up to the one given.
std::map<std::pair<ActorIndex, ActorIndex>, int> count_pairs(const Reading& reading,
                                                             std::uint32_t until) {
  std::map<std::pair<ActorIndex, ActorIndex>, int> pairs;
  for (std::uint32_t s = 0; s < until; ++s) {
    std::set<ActorIndex> states;
    for (const std::uint32_t index : reading.by_sentence[s]) {
      for (const ActorIndex a : reading.mentions[index].actors) {
        const auto state = reading.actors[a].type == ActorType::State
                               ? std::optional(a)
                               : reading.actors.find(reading.actors[a].country);
        if (state && reading.actors[*state].type == ActorType::State) states.insert(*state);
      }
    }
    for (const ActorIndex a : states) {
      for (const ActorIndex b : states) {
        if (a < b) ++pairs[{a, b}];
      }
    }
  }
  return pairs;
}

// The parties to what the text is about: the two states that it names together most often, and
// at least so often.
std::vector<ActorIndex> parties(const Reading& reading, std::uint32_t sentence,
                                const std::set<ActorIndex>& others, int most) {
  std::vector<ActorIndex> best;
  for (const auto& [pair, count] : count_pairs(reading, sentence)) {
    if (others.contains(pair.first) || others.contains(pair.second) || count < most) continue;
    best =
        count > most ? std::vector<ActorIndex>{pair.first, pair.second} : std::vector<ActorIndex>();
    most = count;
  }
  return best;
}

// The two states that were spoken of last.
std::vector<ActorIndex> last_two(const Reading& reading, const Anaphor& anaphor,
                                 const std::set<ActorIndex>& others) {
  std::vector<ActorIndex> out;
  for (const ScoredActor& state : rank_states(reading, anaphor, 2)) {
    if (!others.contains(state.actor) && out.size() < 2) out.push_back(state.actor);
  }
  return out;
}

// A noun phrase that stands for several at once.
struct GroupPhrase {
  WordSpan span;
  std::size_t count = 2;
  bool of_people = false;   // "the two leaders"
  bool of_anybody = false;  // "the trio"
  bool opposed = false;     // "both sides"
  bool neighbours = false;  // "the two neighbours"
};

std::size_t number_of(const std::string& form) {
  constexpr std::array<std::string_view, 5> kNumbers = {"both", "two", "three", "four", "five"};
  const auto at = std::find(kNumbers.begin(), kNumbers.end(), form);
  if (at == kNumbers.end()) return 0;
  return std::max<std::size_t>(2, static_cast<std::size_t>(at - kNumbers.begin()) + 1);
}

std::size_t size_of_set(const std::string& noun) {
  if (noun == "duo" || noun == "pair") return 2;
  if (noun == "trio") return 3;
  return noun == "quartet" ? 4 : 0;
}

// "both sides", "the three countries", "the trio", "the warring parties", "the rivals".
std::optional<GroupPhrase> read_group(const SentenceView& view, std::uint16_t word) {
  if (view.word(word).upos != Upos::NOUN || view.headed[word] != kNoMention) return std::nullopt;
  const std::string noun = lower(view.word(word).lemma);
  GroupPhrase out;
  out.span = {word, word};
  out.count = size_of_set(noun);
  out.of_people = is_group_of_people(noun);
  out.of_anybody = out.count > 0;
  out.opposed = is_opposed(noun);
  out.neighbours = noun == "neighbour" || noun == "neighbor";
  if (!out.of_people && !out.of_anybody && !is_group_of_states(noun)) return std::nullopt;
  bool definite = false, qualified = false, warring = false;
  for (const std::uint16_t c : view.children[word]) {
    const std::string form = lower(view.word(c).form);
    definite = definite || form == "the" || form == "these" || form == "both";
    if (const std::size_t number = number_of(form); number > 0) out.count = number;
    if (view.relation(c) == "det" || view.relation(c) == "nummod")
      out.span.first = std::min(out.span.first, c);
    const bool mere = view.relation(c) == "amod" || view.relation(c) == "compound";
    warring = warring || form == "warring" || form == "rival";
    qualified = qualified || (mere && form != "warring" && form != "rival");
  }
  const bool counted = out.count > 0;
  // "the parties to the agreement", "the sides": often not those at odds.
  const bool vague = noun == "party" || noun == "side";
  const bool alone = (out.opposed && (!vague || warring)) || out.neighbours;
  const bool plural = feature(view.word(word), "Number") == "Plur";
  if (is_told_apart(view, word)) return std::nullopt;
  if (!definite || (!counted && (!alone || !plural)) || qualified) return std::nullopt;
  out.count = std::max<std::size_t>(out.count, 2);
  return out;
}

// Looks for those of whom a phrase speaks together.
class GroupFinder {
 public:
  GroupFinder(Reading& reading, std::uint32_t sentence, const GroupPhrase& phrase)
      : r_(reading), sentence_(sentence), phrase_(phrase), others_(speakers()) {}

  std::vector<ActorIndex> find() {
    if (phrase_.of_people) return found_or(coordinated(Kind::People), [&] { return facing(true); });
    if (phrase_.of_anybody)
      return found_or(coordinated(Kind::States), [&] { return coordinated(Kind::People); });
    if (phrase_.count > 2) return coordinated(Kind::States);
    if (phrase_.neighbours) return neighbours();
    const auto last = [&] { return last_two(r_, anaphor(), others_); };
    if (!phrase_.opposed) return found_or(coordinated(Kind::States), last);
    std::vector<ActorIndex> out = found_or(parties(r_, sentence_, others_, 2), [&] {
      return found_or(coordinated(Kind::Bodies), [&] { return facing(false); });
    });
    out = found_or(std::move(out), [&] { return parties(r_, sentence_, others_, 1); });
    return sentence_ > 1 ? out : found_or(std::move(out), last);
  }

 private:
  // What those joined by "and" are taken for.
  enum class Kind : std::uint8_t { States, Bodies, People };

  template <typename Next>
  std::vector<ActorIndex> found_or(std::vector<ActorIndex> found, const Next& next) const {
    return found.size() == phrase_.count ? found : next();
  }

  Anaphor anaphor() const { return {.sentence = sentence_, .word = phrase_.span.last}; }

  // Who speaks to both sides is none of them.
  std::set<ActorIndex> speakers() const {
    std::set<ActorIndex> out;
    const SentenceView& view = r_.sentences[sentence_];
    const std::uint16_t word = phrase_.span.last, verb = view.word(word).head;
    const std::uint16_t subject = verb == 0 ? 0 : view.child(verb, "nsubj");
    const Mention* speaker =
        subject == 0 || subject == word ? nullptr : r_.headed_by(sentence_, subject);
    if (speaker == nullptr) return out;
    for (const ActorIndex actor : with_joined(*speaker)) {
      out.insert(actor);
      if (const auto own = state_of(r_, actor)) out.insert(*own);
    }
    return out;
  }

  bool is_before(const Mention& m) const {
    return m.sentence < sentence_ || m.last < phrase_.span.first;
  }

  // A mention and what is joined to it.
  std::vector<ActorIndex> with_joined(const Mention& m) const {
    std::vector<ActorIndex> actors = m.actors;
    const SentenceView& view = r_.sentences[m.sentence];
    for (const std::uint16_t c : view.children[m.head]) {
      const Mention* other = view.relation(c) == "conj" ? r_.headed_by(m.sentence, c) : nullptr;
      if (other != nullptr) actors.insert(actors.end(), other->actors.begin(), other->actors.end());
    }
    return actors;
  }

  bool is_body(ActorIndex actor) const {
    const ActorType type = r_.actors[actor].type;
    return type == ActorType::ArmedGroup || type == ActorType::Alliance ||
           type == ActorType::Organization;
  }

  std::vector<ActorIndex> joined(const Mention& m, Kind kind) {
    std::set<ActorIndex> out;
    for (const ActorIndex actor : with_joined(m)) {
      if (kind == Kind::Bodies && is_body(actor) && !others_.contains(actor)) {
        out.insert(actor);
        continue;
      }
      if (kind == Kind::People) {
        if (r_.actors[actor].type != ActorType::Person) return {};
        out.insert(actor);
        continue;
      }
      const auto state = state_of(r_, actor);
      if (!state || r_.actors[*state].type != ActorType::State || others_.contains(*state))
        return {};
      out.insert(*state);
    }
    return {out.begin(), out.end()};
  }

  // The last ones that are joined by "and": "Mali, Niger and Burkina Faso". Two are soon forgotten.
  std::vector<ActorIndex> coordinated(Kind kind) {
    const std::uint32_t reach = phrase_.count > 2 || kind == Kind::People ? 3 : 1;
    for (std::uint32_t s = sentence_ + 1; s-- > 0 && s + reach >= sentence_;) {
      const std::vector<std::uint32_t> mentions = r_.by_sentence[s];
      for (auto at = mentions.rbegin(); at != mentions.rend(); ++at) {
        const Mention m = r_.mentions[*at];
        if (!is_before(m) || m.kind == MentionKind::Place) continue;
        std::vector<ActorIndex> group = joined(m, kind);
        if (group.size() == phrase_.count) return group;
      }
    }
    return {};
  }

  // The two states spoken of last that border each other.
  std::vector<ActorIndex> neighbours() {
    const std::vector<ScoredActor> states = rank_states(r_, anaphor(), 4);
    for (std::size_t i = 1; i < states.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const Actor& one = r_.actors[states[k].actor];
        const bool bordering = std::find(one.borders.begin(), one.borders.end(),
                                         r_.actors[states[i].actor].id) != one.borders.end();
        if (bordering && !others_.contains(states[i].actor) && !others_.contains(states[k].actor))
          return {states[k].actor, states[i].actor};
      }
    }
    return {};
  }

  // Whoever acts on whom in the sentence before: "Israel bombed Hamas", "Modi met Xi".
  std::vector<ActorIndex> facing(bool people) const {
    for (std::uint32_t s = sentence_; s-- > 0 && s + 2 >= sentence_;) {
      const SentenceView& view = r_.sentences[s];
      for (std::uint16_t verb = 1; verb <= view.size(); ++verb) {
        const std::uint16_t subject = view.child(verb, "nsubj"), object = view.child(verb, "obj");
        const Mention* one = subject == 0 ? nullptr : r_.headed_by(s, subject);
        const Mention* other = object == 0 ? nullptr : r_.headed_by(s, object);
        if (one == nullptr || other == nullptr || one->actors.size() != 1 ||
            other->actors.size() != 1 || one->actors == other->actors)
          continue;
        std::vector<ActorIndex> out = {one->actors.front(), other->actors.front()};
        if (std::all_of(out.begin(), out.end(), [&](ActorIndex a) {
              return (r_.actors[a].type == ActorType::Person) == people && !others_.contains(a);
            }))
          return out;
      }
    }
    return {};
  }

  Reading& r_;
  std::uint32_t sentence_;
  const GroupPhrase& phrase_;
  std::set<ActorIndex> others_;
};

}  // namespace

void link_group(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const auto phrase = read_group(reading.sentences[sentence], word);
  if (!phrase) return;
  std::vector<ActorIndex> actors = GroupFinder(reading, sentence, *phrase).find();
  if (actors.size() != phrase->count) return;
  std::sort(actors.begin(), actors.end());
  Mention mention;
  mention.sentence = sentence;
  mention.first = phrase->span.first;
  mention.last = mention.head = word;
  mention.kind = MentionKind::Nominal;
  mention.actors = std::move(actors);
  mention.confidence = kByContext;
  reading.add(std::move(mention));
}

}  // namespace entente
