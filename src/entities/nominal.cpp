// SPDX-License-Identifier: ISC
#include "entities/nominal.h"

#include "entities/english.h"
#include "entities/nominal_linker.h"

#include <algorithm>

namespace entente {

void NominalLinker::link() {
  if (const Mention* name = name_around()) return link_joined_adjective(*name);
  if (link_title_of_name() || !is_noun() || is_mere_modifier()) return;
  if (link_apposition() || link_predicate() || noun_.relational || is_bare_office()) return;
  const std::vector<ActorIndex> actors = title_.bodies.empty() ? from_context() : from_bodies();
  const double confidence = title_.bodies.empty() ? kByContext : kByRule;
  if (!actors.empty()) add(actors, confidence);
}

const Mention* NominalLinker::name_around() const {
  for (const std::uint32_t index : view_.headed) {
    if (index == kNoMention) continue;
    const Mention& m = r_.mentions[index];
    if (m.first <= head_ && head_ <= m.last) return &m;
  }
  return nullptr;
}

// "Belarusian and Russian forces", where "Russian forces" is a name.
void NominalLinker::link_joined_adjective(const Mention& name) {
  if (!noun_.stands_for_force || name.first < 3 || name.actors.size() != 1 || name.last != head_ ||
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

bool NominalLinker::is_noun() const {
  const Upos upos = view_.word(head_).upos;
  return upos == Upos::NOUN || upos == Upos::PROPN;
}

// "military operation", "state border": tells of another noun. "Government" in "government
// troops" still is one.
bool NominalLinker::is_mere_modifier() const {
  const std::string_view relation = view_.relation(head_);
  if (relation != "compound" && relation != "amod" && relation != "flat") return false;
  return noun_.type != ActorType::Government || view_.word(head_).upos == Upos::PROPN;
}

// "ran for president", "serve as President": the post, not its holder.
bool NominalLinker::is_bare_office() const {
  const std::uint16_t preposition = view_.child(head_, "case");
  if (!noun_.office || is_plural() || title_.definite || title_.indefinite || preposition == 0 ||
      title_.span.first < title_.match->span.first)
    return false;
  const std::string form = lower(view_.word(preposition).form);
  return form == "as" || form == "for";
}

void NominalLinker::add(const std::vector<ActorIndex>& actors, double confidence) {
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

void link_nominal(Reading& reading, std::uint32_t sentence, const RoleMatch& match) {
  NominalLinker(reading, sentence, match).link();
}

}  // namespace entente
