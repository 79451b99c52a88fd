// SPDX-License-Identifier: ISC
#include "events/speech_acts.h"

#include "events/arguments.h"
#include "events/cue.h"

#include <algorithm>

namespace entente {

namespace {

constexpr double kSpeechAct = 0.65;  // judgement, not measured

bool shares(const std::vector<ActorIndex>& speakers, const std::vector<Participant>& others) {
  return std::any_of(others.begin(), others.end(), [&](const Participant& p) {
    return std::find(speakers.begin(), speakers.end(), p.actor) != speakers.end();
  });
}

bool is_compatriot(const Article& article, const std::vector<ActorIndex>& speakers,
                   const std::vector<Participant>& others) {
  for (const ActorIndex speaker : speakers) {
    const std::string& country = article.entities.actors[speaker].country;
    for (const Participant& p : others) {
      if (!country.empty() && article.entities.actors[p.actor].country == country) return true;
    }
  }
  return false;
}

/// The nearest saying around a word whose speaker is known.
const Speech* saying_around(const Article& article, std::uint32_t s, WordNumber n) {
  for (const Speech* speech : article.speech.around(s, n)) {
    if (!speech->speakers.empty()) return speech;
  }
  return nullptr;
}

bool has_auxiliary(const Article& article, const Tree& tree, WordNumber n, Modality modality) {
  for (const WordNumber c : tree.children(n)) {
    if (!tree.has_relation(c, "aux")) continue;
    const Cue* cue = cue_at(article.lexicon, tree, c);
    if (cue != nullptr && cue->affirmed.modality == modality) return true;
  }
  return false;
}

Claim speech_act(const Article& article, std::uint32_t s, WordNumber n, const Speech& speech,
                 std::vector<Participant> recipients, const char* type, const char* rule) {
  const Tree& tree = article.trees[s];
  const Tree::Span span = tree.span(n);
  Claim claim;
  claim.sentence = s;
  claim.evidence = article.sentences[s].range;
  claim.quote = {tree.word(span.first).range.begin, tree.word(span.last).range.end};
  claim.type = type;
  for (const ActorIndex speaker : speech.speakers) {
    const ByteRange text = tree.word(n).range;
    claim.initiators.push_back({speaker, text});
  }
  claim.recipients = std::move(recipients);
  claim.confidence = kSpeechAct;
  claim.trace = {rule, "nsubj(" + tree.lemma(n) + ",...)"};
  return claim;
}

Participants subjects_at(const Article& article, std::uint32_t s, WordNumber n) {
  const Tree& tree = article.trees[s];
  std::vector<WordNumber> subjects;
  for (const WordNumber c : tree.children(n)) {
    if (tree.has_relation(c, "nsubj")) subjects.push_back(resolve_relative(tree, c));
  }
  return article.mentions.actors_of(tree, s, subjects, Reach::Itself);
}

/// "foreign powers must not send weapons": others than the speaker, asked for something that the
/// lexicon knows.
bool asks_others(const Article& article, const Tree& tree, WordNumber n) {
  const WordNumber subject = tree.child(n, "nsubj");
  if (subject == 0) return false;
  const std::string form = tree.lower_form(subject);
  const bool others = form == "they" || form == "you" || tree.word(subject).xpos == "NNS";
  return others && article.lexicon.frames_of.contains(tree.lemma(n));
}

/// "said the West must stop": a demand on the West.
void add_demand(const Article& article, std::uint32_t s, WordNumber n, std::vector<Claim>& out) {
  const Tree& tree = article.trees[s];
  bool demanded = has_auxiliary(article, tree, n, Modality::Demanded);
  if (!demanded && tree.lemma(n) == "need" && tree.child(n, "xcomp") != 0) demanded = true;
  if (!demanded || tree.is_passive(n)) return;
  const Speech* speech = saying_around(article, s, n);
  if (speech == nullptr) return;
  Participants subjects = subjects_at(article, s, n);
  if (subjects.empty() && !asks_others(article, tree, n)) return;
  if (shares(speech->speakers, subjects.list) ||
      is_compatriot(article, speech->speakers, subjects.list)) {
    return;
  }
  out.push_back(
      speech_act(article, s, n, *speech, std::move(subjects.list), "REQUEST", "speech act:must"));
}

bool tells_of_conflict(const std::vector<Draft>& drafts, std::uint32_t s, Tree::Span span) {
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    const std::string& type = draft.claim.type;
    return draft.claim.sentence == s && span.contains(draft.predicate.trigger) &&
           (type == "ASSAULT" || type == "COERCE" || type == "SANCTION" || type == "MOBILIZE");
  });
}

/// "if they attack, we will respond": a threat to them.
void add_threat(const Article& article, const std::vector<Draft>& drafts, std::uint32_t s,
                WordNumber n, std::vector<Claim>& out) {
  const Tree& tree = article.trees[s];
  if (!has_auxiliary(article, tree, n, Modality::Planned)) return;
  for (const WordNumber c : tree.children(n)) {
    if (!tree.has_relation(c, "advcl") || tree.preposition(c) != "if") continue;
    const Speech* speech = saying_around(article, s, n);
    if (speech == nullptr || !tells_of_conflict(drafts, s, tree.span(n))) return;
    Participants subjects = subjects_at(article, s, c);
    if (subjects.empty() || shares(speech->speakers, subjects.list) ||
        is_compatriot(article, speech->speakers, subjects.list)) {
      return;
    }
    out.push_back(speech_act(article, s, n, *speech, std::move(subjects.list), "THREATEN",
                             "speech act:if will"));
    return;
  }
}

bool is_own_act(const Article& article, const Claim& claim) {
  return shares(claim.speakers, claim.initiators) ||
         is_compatriot(article, claim.speakers, claim.initiators);
}

/// "announced that it will extend the curfew": what one says one will do against others.
bool is_announced_threat(const Article& article, const Draft& draft) {
  const Claim& claim = draft.claim;
  if (claim.type != "COERCE" && claim.type != "SANCTION" && claim.type != "ASSAULT") return false;
  if (claim.polarity == Polarity::Denied || claim.initiators.empty()) return false;
  if (claim.modality != Modality::Planned && claim.modality != Modality::Conditional) return false;
  const Tree& tree = article.trees[claim.sentence];
  if (!has_auxiliary(article, tree, draft.predicate.trigger, Modality::Planned)) return false;
  for (WordNumber up = draft.predicate.trigger; up != 0; up = tree.head(up)) {
    if (tree.has_relation(up, "advcl") || tree.has_relation(up, "acl")) return false;
  }
  return is_own_act(article, claim) && !shares(claim.speakers, claim.recipients);
}

bool is_promised(const Article& article, const Draft& draft) {
  const Claim& claim = draft.claim;
  const bool cooperative = claim.type == "CONSULT" || claim.type == "SUPPORT" ||
                           claim.type == "COOPERATE" || claim.type == "AID" ||
                           claim.type == "RETREAT" || claim.type == "CONCEDE";
  // "would meet them if they stopped": a conditional promise is one, from whoever makes it.
  const bool offered =
      claim.modality == Modality::Conditional && shares(claim.speakers, claim.initiators);
  // Stepping back oneself is a promise only where one says so.
  const bool own_step = claim.type == "RETREAT" || claim.type == "CONCEDE";
  if (own_step && claim.speakers.empty()) return false;
  return cooperative && claim.polarity == Polarity::Affirmed && !claim.initiators.empty() &&
         (claim.modality == Modality::Planned || offered) &&
         has_auxiliary(article, article.trees[claim.sentence], draft.predicate.trigger,
                       Modality::Planned) &&
         (!claim.speakers.empty() ||
          article.trees[claim.sentence].child_with_lemma(draft.predicate.trigger, "would") == 0);
}

/// "will not accept refugees": a refusal.
bool is_refused(const Article& article, const Draft& draft) {
  const Claim& claim = draft.claim;
  const bool wanted = claim.type == "AGREE" || claim.type == "CONSULT" || claim.type == "AID" ||
                      claim.type == "COOPERATE" || claim.type == "CONCEDE" ||
                      claim.type == "RETREAT" || claim.type == "SUPPORT";
  return wanted && claim.polarity == Polarity::Denied && !claim.initiators.empty() &&
         (claim.modality == Modality::Planned ||
          (claim.modality == Modality::Conditional && shares(claim.speakers, claim.initiators))) &&
         has_auxiliary(article, article.trees[claim.sentence], draft.predicate.trigger,
                       Modality::Planned);
}

}  // namespace

std::vector<Claim> claims_of_speech_acts(const Article& article, const std::vector<Draft>& drafts) {
  std::vector<Claim> out;
  for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
    for (WordNumber n = 1; n <= article.trees[s].size(); ++n) {
      add_threat(article, drafts, s, n, out);
    }
    if (!out.empty() && out.back().sentence == s) continue;  // "should know that if ..., we will"
    for (WordNumber n = 1; n <= article.trees[s].size(); ++n) add_demand(article, s, n, out);
  }
  for (const Draft& draft : drafts) {
    if (is_refused(article, draft)) {
      Claim claim = draft.claim;
      claim.type = "REJECT";
      claim.polarity = Polarity::Affirmed;
      claim.modality = Modality::Actual;
      claim.speakers.clear();
      claim.action.clear();
      claim.mode.clear();
      claim.trace.rule = "speech act:will not, " + claim.trace.rule;
      out.push_back(std::move(claim));
    }
    const bool threat = is_announced_threat(article, draft);
    if (!threat && !is_promised(article, draft)) continue;
    Claim claim = draft.claim;
    claim.type = threat ? "THREATEN" : "AGREE";
    claim.modality = Modality::Actual;
    claim.speakers.clear();
    claim.action.clear();
    claim.mode.clear();
    claim.trace.rule = "speech act:will, " + claim.trace.rule;
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace entente
