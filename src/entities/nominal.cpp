// SPDX-License-Identifier: ISC
#include "entities/nominal.h"

#include "entities/english.h"
#include "entities/quotation.h"
#include "entities/salience.h"
#include "entities/title.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace entente {

namespace {

constexpr double kByRule = 0.9;     // judgement: the words leave no choice
constexpr double kByContext = 0.7;  // the text before had to decide
constexpr double kFocusSentences = 3;
constexpr double kLikelyFocus = 0.4;  // lead of the state in focus over the next (judgement)
constexpr double kSureFocus = 0.6;

class NominalLinker {
 public:
  NominalLinker(Reading& reading, std::uint32_t sentence, const RoleMatch& match)
      : r_(reading),
        view_(reading.sentences[sentence]),
        sentence_(sentence),
        noun_(reading.noun(match)),
        head_(head_of(view_, match.span)),
        title_(read_title(reading, sentence, match)) {}

  void link() {
    if (const Mention* name = name_around()) return link_joined_adjective(*name);
    if (link_title_of_name() || !is_noun() || is_mere_modifier()) return;
    if (link_apposition() || link_predicate() || noun_.relational) return;
    const std::vector<ActorIndex> actors = title_.bodies.empty() ? from_context() : from_bodies();
    const double confidence = title_.bodies.empty() ? kByContext : kByRule;
    if (!actors.empty()) add(actors, confidence);
  }

 private:
  const Actor& actor(ActorIndex index) const { return r_.actors[index]; }
  bool is_plural() const { return feature(view_.word(head_), "Number") == "Plur"; }

  const Mention* name_around() const {
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = r_.mentions[index];
      if (m.first <= head_ && head_ <= m.last) return &m;
    }
    return nullptr;
  }

  // "Belarusian and Russian forces", where "Russian forces" is a name.
  void link_joined_adjective(const Mention& name) {
    if (!noun_.stands_for_force || name.first < 3 || name.actors.size() != 1 ||
        name.last != head_ ||
        view_.word(static_cast<std::uint16_t>(name.first - 1)).upos != Upos::CCONJ)
      return;
    const auto before = static_cast<std::uint16_t>(name.first - 2);
    const Mention* other = r_.headed_by(sentence_, before);
    if (other == nullptr || other->kind != MentionKind::Adjective || other->actors.size() != 1)
      return;
    std::vector<ActorIndex> actors = from_body(other->actors.front());
    actors.push_back(name.actors.front());
    title_.span = {before, head_};
    add(actors, kByRule);
  }

  bool is_noun() const {
    const Upos upos = view_.word(head_).upos;
    return upos == Upos::NOUN || upos == Upos::PROPN;
  }

  // "military operation", "state border": tells of another noun. "Government" in "government
  // troops" still is one.
  bool is_mere_modifier() const {
    const std::string_view relation = view_.relation(head_);
    if (relation != "compound" && relation != "amod" && relation != "flat") return false;
    return noun_.type != ActorType::Government || view_.word(head_).upos == Upos::PROPN;
  }

  void add(const std::vector<ActorIndex>& actors, double confidence) {
    Mention mention;
    mention.sentence = sentence_;
    mention.first = title_.span.first;
    mention.last = title_.span.last;
    mention.head = head_;
    mention.kind = MentionKind::Nominal;
    mention.actors = actors;
    mention.confidence = confidence;
    r_.add(std::move(mention));
  }

  void add_post(ActorIndex person, WordSpan words) {
    if (actor(person).type != ActorType::Person || noun_.relational) return;
    for (const ActorIndex body : bodies_of_post(person)) {
      StatedPost post;
      post.sentence = sentence_;
      post.person = person;
      post.body = body;
      post.leads = noun_.leads && !title_.former && actor(body).type != ActorType::Person;
      post.former = title_.former;
      post.role = noun_.lemma;
      post.first = words.first;
      post.last = words.last;
      r_.posts.push_back(std::move(post));
    }
    inform(person);
  }

  // The bodies that the words name; "President Bashar al-Assad" names none, but everybody knows.
  std::vector<ActorIndex> bodies_of_post(ActorIndex person) {
    std::vector<ActorIndex> bodies;
    const std::vector<ActorIndex> named = title_.bodies;
    for (const ActorIndex body : named) {
      if (body != person) bodies.push_back(part_of(body));
    }
    if (!bodies.empty() || title_.former) return bodies;
    const std::vector<Office> offices = actor(person).offices;
    for (const Office& office : offices) {
      const bool fits =
          fold(office.role) == fold(noun_.lemma) && is_held(office, r_.document.info.date);
      const auto body = fits ? r_.actors.known_id(office.of) : std::nullopt;
      if (body && bodies.empty()) bodies.push_back(*body);
    }
    return bodies;
  }

  // An "opposition leader" of a state leads its opposition.
  ActorIndex part_of(ActorIndex body) {
    const auto space = noun_.lemma.find(' ');
    if (noun_.sector != "OPP" || space == std::string::npos || actor(body).type != ActorType::State)
      return body;
    const RoleNoun* part = r_.names.role(noun_.lemma.substr(0, space));
    return part != nullptr && part->sector == "OPP" ? group(body, *part) : body;
  }

  // What the phrase tells of somebody who is not known beforehand.
  void inform(ActorIndex person) {
    Actor& known = r_.actors[person];
    if (known.gender == Gender::Unknown)
      known.gender = gender_of_noun(lower(view_.word(head_).lemma));
    if (known.vetted) return;
    if (known.sector.empty()) known.sector = noun_.sector;
    for (const ActorIndex body : title_.bodies) {
      if (body == person) continue;
      if (known.country.empty()) known.country = actor(body).country;
      if (known.acts_for.empty() && !title_.former) known.acts_for = actor(body).id;
    }
  }

  // ---- a name stands beside it ---------------------------------------------------------------

  // "Belarusian President Alexander Lukashenko", "state news agency Belta".
  bool link_title_of_name() {
    const auto next = static_cast<std::uint16_t>(name_position());
    if (next > view_.size()) return false;
    const Mention* name = name_beginning(next);
    if (name == nullptr || !can_be_called(*name)) return false;
    const ActorIndex named = name->actors.front();
    const WordSpan words{title_.span.first, name->last};
    const bool role_governs = !view_.dominates(name->head, head_);
    if (role_governs) add({named}, kByRule);
    if (actor(named).type == ActorType::Person)
      add_post(named, words);
    else
      inform(named);
    return true;
  }

  int name_position() const {
    int next = title_.behind + 1;
    if (name_beginning(static_cast<std::uint16_t>(next)) == nullptr)
      next = title_.match->span.last + 1;
    while (next <= view_.size() && is_honorific(view_.word(static_cast<std::uint16_t>(next)).form))
      ++next;
    if (next < view_.size() && view_.word(static_cast<std::uint16_t>(next)).form == ",") {
      const auto after = static_cast<std::uint16_t>(next + 1);
      const Mention* m = name_beginning(after);
      if (m != nullptr && view_.relation(m->head) == "appos" && view_.word(m->head).head == head_)
        return after;
    }
    return next;
  }

  const Mention* name_beginning(std::uint16_t word) const {
    for (const std::uint32_t index : view_.headed) {
      if (index == kNoMention) continue;
      const Mention& m = r_.mentions[index];
      if (m.first == word && m.kind == MentionKind::Name && m.actors.size() == 1) return &m;
    }
    return nullptr;
  }

  // A person's role goes with a person; "Russian ally Belarus" with whatever there is.
  bool can_be_called(const Mention& name) const {
    const ActorType type = actor(name.actors.front()).type;
    const bool tied = view_.word(name.head).head == head_ || view_.word(head_).head == name.head;
    if (noun_.type == ActorType::Person)
      return !is_plural() && (type == ActorType::Person || (tied && noun_.relational));
    const bool same_kind = type == noun_.type && !title_.definite;  // "US company Maxar"
    return type != ActorType::Person && !is_plural() &&
           (same_kind || (tied && view_.relation(head_) != "nsubj"));
  }

  // "Pavel Slunkin, a former Belarusian diplomat"; "his closest ally, Vladimir Putin".
  bool link_apposition() {
    std::uint16_t other = 0;
    if (view_.relation(head_) == "appos")
      other = view_.word(head_).head;
    else
      other = view_.child(head_, "appos");
    const Mention* name = other == 0 ? nullptr : r_.headed_by(sentence_, other);
    if (name == nullptr) name = joined_to_apposition();
    if (name == nullptr || name->actors.size() != 1 || name->kind == MentionKind::Place)
      return false;
    const ActorIndex named = name->actors.front();
    const bool is_person = actor(named).type == ActorType::Person;
    if (is_person != (noun_.type == ActorType::Person) || is_plural()) return false;
    const WordSpan words{std::min(title_.span.first, name->first),
                         std::max(title_.span.last, name->last)};
    add({named}, kByRule);
    if (is_person)
      add_post(named, words);
    else
      inform(named);
    return true;
  }

  // "X, a diplomat and visiting fellow at Y": the second noun is joined to the first.
  const Mention* joined_to_apposition() const {
    if (view_.relation(head_) != "conj") return nullptr;
    const std::uint16_t first = view_.word(head_).head;
    if (view_.relation(first) != "appos") return nullptr;
    return r_.headed_by(sentence_, view_.word(first).head);
  }

  // "X is the president of Y", "X, who serves as the director of Y": says a post, is no mention.
  bool link_predicate() {
    if (noun_.type != ActorType::Person) return view_.child(head_, "cop") != 0;
    std::uint16_t subject = 0;
    if (view_.child(head_, "cop") != 0)
      subject = view_.child(head_, "nsubj");
    else if (is_as_phrase())
      subject = subject_of(view_.word(head_).head);
    const Mention* who = subject == 0 ? nullptr : r_.headed_by(sentence_, subject);
    if (who == nullptr) return false;
    if (who->actors.size() != 1 || actor(who->actors.front()).type != ActorType::Person ||
        is_negated())
      return true;
    if (!title_.bodies.empty())
      add_post(who->actors.front(),
               {std::min(who->first, title_.span.first), std::max(who->last, title_.span.last)});
    return true;
  }

  bool is_negated() const {
    return std::any_of(
        view_.children[head_].begin(), view_.children[head_].end(),
        [&](std::uint16_t c) { return feature(view_.word(c), "Polarity") == "Neg"; });
  }

  bool is_as_phrase() const {
    const std::uint16_t preposition = view_.child(head_, "case");
    return view_.relation(head_) == "obl" && preposition != 0 &&
           lower(view_.word(preposition).form) == "as";
  }

  std::uint16_t subject_of(std::uint16_t verb) const {
    const std::uint16_t subject = view_.child(verb, "nsubj");
    const bool passive = subject != 0 && view_.word(subject).deprel == "nsubj:pass";
    return passive || view_.child(verb, "obj") == 0 ? subject : 0;
  }

  // ---- the phrase says whose it is -----------------------------------------------------------

  std::vector<ActorIndex> from_bodies() {
    std::vector<ActorIndex> out;
    const std::vector<ActorIndex> bodies = title_.bodies;
    for (const ActorIndex body : bodies) {
      for (const ActorIndex found : from_body(body)) {
        if (std::find(out.begin(), out.end(), found) == out.end()) out.push_back(found);
      }
    }
    return out;
  }

  std::vector<ActorIndex> from_body(ActorIndex body) {
    if (noun_.type == ActorType::State && !is_plural() && is_group_of_states(body))
      return member_of(body);
    const bool by_person = actor(body).type == ActorType::Person;
    if (by_person && noun_.type == ActorType::Government) note_government_of(body);
    const auto state = state_of(r_, body);
    if (!state) return by_person ? std::vector<ActorIndex>() : std::vector<ActorIndex>{body};
    const ActorType type = actor(body).type;
    const bool of_people = type == ActorType::Population && noun_.type == ActorType::Government;
    const bool is_own_body =
        !of_people && !by_person && type != ActorType::State && type != ActorType::Government;
    if (noun_.stands_for_force) return {is_own_body ? body : forces_of(*state)};
    if (noun_.type == ActorType::Person)
      return from_person_role(body, is_own_body ? body : *state, by_person);
    if (is_own_body) return {body};
    return from_group_role(*state, by_person);
  }

  bool is_group_of_states(ActorIndex body) const {
    const ActorType type = actor(body).type;
    return type == ActorType::Alliance || type == ActorType::Organization;
  }

  // "the Baltic state": the last of its members that was spoken of.
  std::vector<ActorIndex> member_of(ActorIndex body) const {
    const std::string id = actor(body).id;
    const auto fits = [&](const Actor& a, bool) {
      return std::any_of(a.memberships.begin(), a.memberships.end(),
                         [&](const Membership& m) { return m.in == id; });
    };
    return find_antecedent(r_, anaphor(), fits, {.sentences = 2, .margin = 0});
  }

  // "Assad's government", "the Lukashenko regime": he leads it.
  void note_government_of(ActorIndex person) {
    const auto state = state_of(r_, person);
    if (!state || !noun_.leads) return;
    StatedPost post;
    post.sentence = sentence_;
    post.person = person;
    post.body = *state;
    post.leads = true;
    post.role = noun_.lemma;
    post.first = title_.span.first;
    post.last = title_.span.last;
    r_.posts.push_back(std::move(post));
  }

  std::vector<ActorIndex> from_person_role(ActorIndex owner, ActorIndex body, bool by_person) {
    if (title_.former) return {};
    if (!is_plural()) {
      if (const auto holder = holder_of(body)) return {*holder};
    }
    if (by_person && !noun_.office) return {};  // "Putin's aide": somebody unnamed
    if (noun_.sector == "GOV" || noun_.sector == "MIL" || noun_.office || noun_.leads)
      return {body};
    if (!is_plural()) return {};
    return {group(owner, noun_)};
  }

  // Who holds the post on the article's day; without a day, who of the article's people does.
  std::optional<ActorIndex> holder_of(ActorIndex body) {
    if (!noun_.office && !noun_.leads) return std::nullopt;
    const std::string id = actor(body).id;
    const auto& date = r_.document.info.date;
    std::vector<std::uint32_t> people = r_.names.holders(noun_.lemma, id, date);
    if (people.empty() && noun_.leads) people = r_.names.leaders(id, date);
    std::set<ActorIndex> named;
    for (const std::uint32_t p : people) {
      if (const auto found = r_.actors.find(r_.names.knowledge.actors[p].id)) named.insert(*found);
    }
    if (named.size() == 1) return *named.begin();
    if (const auto unvetted = holder_in_text(body)) return unvetted;
    if (date && people.size() == 1) return r_.actors.known(people.front());
    return std::nullopt;
  }

  // Somebody to whom the text has given this post.
  std::optional<ActorIndex> holder_in_text(ActorIndex body) const {
    for (auto post = r_.posts.rbegin(); post != r_.posts.rend(); ++post) {
      const bool same = post->role == noun_.lemma || (post->leads && noun_.leads && !noun_.office);
      if (same && post->body == body && !post->former) return post->person;
    }
    return std::nullopt;
  }

  std::vector<ActorIndex> from_group_role(ActorIndex state, bool by_person) {
    if (noun_.type == ActorType::State || noun_.type == ActorType::Government) {
      if (noun_.type == ActorType::State && is_plural()) return {};
      return {state};
    }
    if (noun_.sector == "CVL" || noun_.sector == "REF" || noun_.sector == "GOV") return {state};
    if (by_person || !is_collective()) return {};
    return {group(state, noun_)};
  }

  // One company is not the companies; an opposition or a militia is many.
  bool is_collective() const {
    return is_plural() || noun_.type == ActorType::Party || noun_.type == ActorType::ArmedGroup ||
           noun_.type == ActorType::Population;
  }

  std::string adjective_of(ActorIndex body) const {
    for (const ActorName& name : actor(body).names) {
      if (name.kind == NameKind::Adjective) return name.text;
    }
    return actor(body).label;
  }

  ActorIndex forces_of(ActorIndex state) {
    if (const auto forces = r_.names.forces_of(actor(state).id)) return r_.actors.known(*forces);
    Actor forces;
    forces.label = adjective_of(state) + " Armed Forces";
    forces.type = ActorType::ArmedForce;
    forces.sector = "MIL";
    return add_nominal(std::move(forces), state);
  }

  // "Belarusian opposition", "Iraqi militias": an actor of its own.
  ActorIndex group(ActorIndex state, const RoleNoun& noun) {
    Actor group;
    group.label = adjective_of(state) + " " + noun.lemma;
    group.type = noun.type == ActorType::Person ? ActorType::Population : noun.type;
    group.sector = noun.sector;
    return add_nominal(std::move(group), state);
  }

  ActorIndex add_nominal(Actor nominal, ActorIndex state) {
    nominal.id = make_actor_id(nominal.label);
    nominal.country = actor(state).country;
    nominal.acts_for = nominal.type == ActorType::ArmedForce ? actor(state).id : "";
    return r_.actors.add(std::move(nominal));
  }

  // ---- the text before must say whose it is --------------------------------------------------

  Anaphor anaphor() const {
    Anaphor out;
    out.sentence = sentence_;
    out.word = title_.span.first;
    out.subject = view_.relation(head_) == "nsubj";
    return out;
  }

  // True for "the president", "that country", "Coalition forces", and for the government of
  // "government forces" and "state media".
  bool refers_back() const {
    if (title_.owned) return false;
    if (title_.definite || is_of_the_state()) return true;
    if (view_.relation(head_) == "compound") return noun_.type == ActorType::Government;
    return view_.word(head_).upos == Upos::PROPN && !view_.is_headline && !title_.indefinite;
  }

  bool is_of_the_state() const {
    const auto space = noun_.lemma.find(' ');
    if (space == std::string::npos || noun_.type == ActorType::Person) return false;
    const RoleNoun* first = r_.names.role(noun_.lemma.substr(0, space));
    return first != nullptr && ((first->type == ActorType::Government && first->leads) ||
                                first->type == ActorType::State);
  }

  // "Rebels held the town": those of the country that the text is about.
  bool is_bare_group() const {
    const std::uint16_t first = title_.span.first;
    const bool behind_bracket =
        first > 1 && view_.word(static_cast<std::uint16_t>(first - 1)).form == ")";
    const bool bare = title_.span == title_.match->span && is_plural() && !behind_bracket;
    return bare && view_.relation(head_) == "nsubj" &&
           (noun_.sector == "OPP" || noun_.sector == "REB");
  }

  std::vector<ActorIndex> from_context() {
    if (is_bare_group()) return from_focus(kSureFocus);
    if (!refers_back() || is_modified_otherwise()) return {};
    if (const auto state = state_ruled_by_subject()) return {*state};
    if (noun_.type == ActorType::Person) return from_last_person();
    if (noun_.stands_for_force && !is_of_the_state()) {
      const std::vector<ActorIndex> last = from_last_of_type();
      return !last.empty() || has_participle() ? last : from_focus(kLikelyFocus);
    }
    if (noun_.stands_for_force || is_of_the_state() ||
        (noun_.type == ActorType::Government && noun_.leads))
      return from_focus(kLikelyFocus);
    if (is_plural()) return {};
    return noun_.type == ActorType::State ? from_last_state() : from_last_of_type();
  }

  // "the invading forces": known by what they do, which is left to others to find out.
  bool has_participle() const {
    const std::uint16_t modifier = view_.child(head_, "amod");
    return modifier != 0 && view_.word(modifier).upos == Upos::VERB;
  }

  // "the country he rules": whose subject is a person who, by the verb, is its ruler.
  std::optional<ActorIndex> state_ruled_by_subject() {
    const std::uint16_t verb = noun_.type == ActorType::State ? view_.child(head_, "acl") : 0;
    const std::uint16_t subject = verb == 0 ? 0 : view_.child(verb, "nsubj");
    const PronounClass cls = subject == 0 ? PronounClass::None : pronoun_class(view_.word(subject));
    if (cls != PronounClass::He && cls != PronounClass::She) return std::nullopt;
    const std::string stem = lower(view_.word(verb).lemma);
    for (const char* ending : {"r", "er", "or"}) {
      const RoleNoun* agent = r_.names.role(stem + ending);
      if (agent == nullptr || !agent->leads) continue;
      const Anaphor who{.sentence = sentence_, .word = subject, .subject = true};
      const auto person = [](const Actor& a, bool) { return a.type == ActorType::Person; };
      const std::vector<ActorIndex> found = find_antecedent(r_, who, person, {});
      return found.size() == 1 ? state_of(r_, found.front()) : std::nullopt;
    }
    return std::nullopt;
  }

  // "the country that", "the government in exile", "the army of ants": something else is said of
  // it.
  bool is_modified_otherwise() const {
    return std::any_of(view_.children[head_].begin(), view_.children[head_].end(),
                       [&](std::uint16_t c) {
                         const std::string_view relation = view_.relation(c);
                         return relation == "nmod" && view_.word(c).deprel != "nmod:poss" &&
                                c > head_ && !title_.span.contains(c);
                       });
  }

  // The state in whose name the words are said: that of the speaker inside a quotation.
  std::optional<ActorIndex> speakers_state() {
    const std::uint32_t quotation = view_.quotation[head_];
    if (quotation == 0) return std::nullopt;
    const std::vector<ActorIndex> speakers = speakers_of(r_, quotation);
    return speakers.size() == 1 ? state_of(r_, speakers.front()) : std::nullopt;
  }

  std::vector<ActorIndex> from_last_person() {
    if (is_plural()) return {};
    if (const auto state = speakers_state(); state && (noun_.office || noun_.leads)) {
      if (const auto holder = holder_of(*state)) return {*holder};
    }
    const auto has_role = [&](const Actor& a, bool) {
      if (a.type != ActorType::Person) return false;
      const auto index = r_.actors.find(a.id);
      const bool stated = std::any_of(r_.posts.begin(), r_.posts.end(), [&](const StatedPost& p) {
        return index == p.person && !p.former &&
               (p.role == noun_.lemma || (p.leads && noun_.leads && !noun_.office));
      });
      return stated || std::any_of(a.offices.begin(), a.offices.end(), [&](const Office& o) {
               const bool role =
                   fold(o.role) == fold(noun_.lemma) || (o.leads && noun_.leads && !noun_.office);
               return role && is_held(o, r_.document.info.date);
             });
    };
    std::vector<ActorIndex> found =
        find_antecedent(r_, anaphor(), has_role, {.sentences = 6, .margin = 0.2});
    if (found.empty() && noun_.office && r_.document.info.date) {
      if (const auto state = focus()) {
        if (const auto holder = holder_of(*state)) found = {*holder};
      }
    }
    return found;
  }

  std::optional<ActorIndex> focus(double margin = kLikelyFocus) {
    if (const auto state = speakers_state()) return state;
    const std::vector<ScoredActor> states = rank_states(r_, anaphor(), kFocusSentences);
    if (states.empty()) return std::nullopt;
    if (states.size() > 1 && states[0].score - states[1].score < margin) return std::nullopt;
    return states.front().actor;
  }

  std::vector<ActorIndex> from_focus(double margin) {
    const auto state = focus(margin);
    if (!state) return {};
    if (noun_.stands_for_force) return {forces_of(*state)};
    return {noun_.type == ActorType::Government ? *state : group(*state, noun_)};
  }

  // "the kingdom" is one that is called so; "the country" any.
  std::vector<ActorIndex> from_last_state() {
    const auto is_called_so = [&](const Actor& a, bool) {
      return a.type == ActorType::State &&
             std::any_of(a.names.begin(), a.names.end(), [&](const ActorName& n) {
               return (" " + fold(n.text) + " ").find(" " + fold(noun_.lemma) + " ") !=
                      std::string::npos;
             });
    };
    const SearchOptions options{.sentences = 3, .margin = 0.2, .per_doubling = 0.15};
    const std::vector<ActorIndex> named = find_antecedent(r_, anaphor(), is_called_so, options);
    if (!named.empty() || !is_any_state_noun(noun_.lemma)) return named;
    return from_last_of_type();
  }

  std::vector<ActorIndex> from_last_of_type() {
    const auto fits = [&](const Actor& a, bool) { return is_kind_of(a.type); };
    return find_antecedent(r_, anaphor(), fits,
                           {.sentences = 3, .margin = 0.2, .per_doubling = 0.15});
  }

  bool is_kind_of(ActorType type) const {
    if (noun_.sector == "IGO") return type == ActorType::Alliance;
    if (noun_.type == ActorType::Organization || noun_.type == ActorType::ArmedGroup)
      return type == ActorType::Organization || type == ActorType::ArmedGroup ||
             type == ActorType::Party;
    return type == noun_.type;
  }

  Reading& r_;
  const SentenceView& view_;
  std::uint32_t sentence_;
  const RoleNoun& noun_;
  std::uint16_t head_;
  Title title_;
};

}  // namespace

void link_nominal(Reading& reading, std::uint32_t sentence, const RoleMatch& match) {
  NominalLinker(reading, sentence, match).link();
}

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

// The parties to what the text is about: the two states that it names together most often.
std::vector<ActorIndex> parties(const Reading& reading, std::uint32_t sentence,
                                const std::set<ActorIndex>& others) {
  std::vector<ActorIndex> best;
  int most = 0;
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

}  // namespace

void link_both(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  // Who speaks to both sides is none of them.
  std::set<ActorIndex> others;
  const std::uint16_t verb = view.word(word).head;
  const std::uint16_t subject = verb == 0 ? 0 : view.child(verb, "nsubj");
  if (const Mention* speaker =
          subject == 0 || subject == word ? nullptr : reading.headed_by(sentence, subject)) {
    const std::vector<ActorIndex> actors = speaker->actors;
    for (const ActorIndex actor : actors) {
      if (const auto own = state_of(reading, actor)) others.insert(*own);
    }
  }
  const std::string noun = lower(view.word(word).lemma);
  const bool of_conflict = noun == "side" || noun == "party";
  std::vector<ActorIndex> pair =
      of_conflict ? parties(reading, sentence, others) : std::vector<ActorIndex>();
  if (pair.empty() && !(of_conflict && sentence > 1))
    pair = last_two(reading, {.sentence = sentence, .word = word}, others);
  if (pair.size() != 2) return;
  Mention mention;
  mention.sentence = sentence;
  mention.first = mention.last = mention.head = word;
  for (const std::uint16_t c : view.children[word]) {
    if (view.relation(c) == "det" || view.relation(c) == "nummod")
      mention.first = std::min(mention.first, c);
  }
  mention.kind = MentionKind::Nominal;
  std::sort(pair.begin(), pair.end());
  mention.actors = pair;
  mention.confidence = kByContext;
  reading.add(std::move(mention));
}

void link_employer(Reading& reading, std::uint32_t sentence, std::uint16_t word) {
  const SentenceView& view = reading.sentences[sentence];
  const Mention* person = reading.headed_by(sentence, word);
  std::uint16_t owner = 0;
  for (const std::uint16_t c : view.children[word]) {
    if (view.word(c).deprel == "nmod:poss") owner = c;
  }
  if (person == nullptr || person->kind != MentionKind::Name || person->actors.size() != 1 ||
      owner == 0 || owner > word)
    return;
  const Mention* body = reading.headed_by(sentence, owner);
  if (body == nullptr || body->actors.size() != 1) return;
  Actor& who = reading.actors[person->actors.front()];
  const Actor& whose = reading.actors[body->actors.front()];
  if (who.type != ActorType::Person || whose.type == ActorType::Person) return;
  if (!who.vetted && who.country.empty()) who.country = whose.country;
  if (whose.type == ActorType::State) return;
  StatedPost post;
  post.sentence = sentence;
  post.person = person->actors.front();
  post.body = body->actors.front();
  post.first = std::min(body->first, person->first);
  post.last = person->last;
  reading.posts.push_back(std::move(post));
}

}  // namespace entente
