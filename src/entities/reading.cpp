// SPDX-License-Identifier: ISC
#include "entities/reading.h"

#include "entities/match.h"
#include "entities/quotation.h"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

std::vector<WordSpan> subtrees_of(const Sentence& sentence) {
  const auto size = static_cast<std::uint16_t>(sentence.words.size());
  std::vector<WordSpan> spans(size + 1U);
  for (std::uint16_t w = 1; w <= size; ++w) spans[w] = {w, w};
  for (std::uint16_t w = 1; w <= size; ++w) {
    std::uint16_t up = sentence.word(w).head;
    for (std::uint16_t steps = 0; up != 0 && steps < size; ++steps, up = sentence.word(up).head) {
      spans[up].first = std::min(spans[up].first, w);
      spans[up].last = std::max(spans[up].last, w);
    }
  }
  return spans;
}

bool begins_with_capital(std::string_view form) {
  const std::vector<Piece> pieces = pieces_of(form);
  return !pieces.empty() && pieces[0].capital;
}

// Title Case and ALL CAPS: three quarters of the longer words begin with a capital (judgement).
bool is_written_in_capitals(const Sentence& sentence) {
  std::size_t words = 0, capitals = 0;
  for (const Word& word : sentence.words) {
    if (word.form.size() < 4) continue;
    ++words;
    capitals += begins_with_capital(word.form) ? 1U : 0U;
  }
  return words >= 3 && capitals * 4 >= words * 3;
}

SentenceView view_of(const Sentence& sentence) {
  SentenceView view;
  view.sentence = &sentence;
  view.children = children_of(sentence);
  view.subtree = subtrees_of(sentence);
  view.headed.assign(sentence.words.size() + 1, kNoMention);
  view.quotation.assign(sentence.words.size() + 1, 0);
  view.is_headline = is_written_in_capitals(sentence);
  return view;
}

// Judgement: a sentence that is quoted as a whole separates less than one of the article's own.
constexpr double kQuotedStep = 0.3;

bool is_quoted(const SentenceView& view) {
  return std::all_of(view.quotation.begin() + 1, view.quotation.end(),
                     [](std::uint32_t q) { return q != 0; });
}

void place_sentences(std::vector<SentenceView>& sentences) {
  for (std::size_t s = 1; s < sentences.size(); ++s)
    sentences[s].position =
        sentences[s - 1].position + (is_quoted(sentences[s - 1]) ? kQuotedStep : 1.0);
}

}  // namespace

std::uint16_t SentenceView::child(std::uint16_t head, std::string_view wanted) const {
  for (const std::uint16_t c : children[head]) {
    if (relation(c) == wanted) return c;
  }
  return 0;
}

bool SentenceView::dominates(std::uint16_t above, std::uint16_t below) const {
  for (std::uint16_t steps = 0; below != 0 && steps <= size(); ++steps) {
    if (below == above) return true;
    below = word(below).head;
  }
  return false;
}

ActorIndex ActorTable::known(std::uint32_t index) {
  const Actor& actor = names_.knowledge.actors[index];
  const auto [at, is_new] = by_id_.try_emplace(actor.id, static_cast<ActorIndex>(actors_.size()));
  if (is_new) actors_.push_back(actor);
  return at->second;
}

ActorIndex ActorTable::add(Actor actor) {
  actor.id = names_.canonical_id(actor.id);
  if (const auto index = names_.canonical(actor.id)) return known(*index);
  const auto [at, is_new] = by_id_.try_emplace(actor.id, static_cast<ActorIndex>(actors_.size()));
  if (is_new) actors_.push_back(std::move(actor));
  return at->second;
}

std::optional<ActorIndex> ActorTable::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  if (at == by_id_.end()) return std::nullopt;
  return at->second;
}

std::optional<ActorIndex> ActorTable::known_id(std::string_view id) {
  const auto index = names_.canonical(id);
  if (!index) return std::nullopt;
  return known(*index);
}

void ActorTable::rename(ActorIndex index, const std::string& label) {
  const std::string id = names_.canonical_id(make_actor_id(label));
  if (names_.canonical(id) || !by_id_.try_emplace(id, index).second) return;
  by_id_.erase(actors_[index].id);
  actors_[index].id = id;
  actors_[index].label = label;
}

Reading::Reading(const Gazetteer::Impl& all_names, const Document& article,
                 std::span<const Sentence> all)
    : names(all_names), document(article), actors(all_names) {
  sentences.reserve(all.size());
  for (const Sentence& sentence : all) {
    sentences.push_back(view_of(sentence));
    roles.push_back(match_roles(names, sentence));
  }
  quotations = mark_quotations(sentences);
  by_sentence.resize(sentences.size());
  place_sentences(sentences);
}

const RoleMatch* Reading::role_ending(std::uint32_t sentence, std::uint16_t word) const {
  for (const RoleMatch& match : roles[sentence]) {
    if (match.span.last == word) return &match;
  }
  return nullptr;
}

const RoleMatch* Reading::role_at(std::uint32_t sentence, std::uint16_t word) const {
  for (const RoleMatch& match : roles[sentence]) {
    if (match.span.contains(word)) return &match;
  }
  return nullptr;
}

std::uint32_t Reading::add(Mention mention) {
  SentenceView& sentence = sentences[mention.sentence];
  if (mention.head == 0) mention.head = head_of(sentence, {mention.first, mention.last});
  const auto index = static_cast<std::uint32_t>(mentions.size());
  std::uint32_t& headed = sentence.headed[mention.head];
  const auto length = [](const Mention& m) { return m.last - m.first; };
  if (headed == kNoMention || length(mentions[headed]) <= length(mention)) headed = index;
  by_sentence[mention.sentence].push_back(index);
  mentions.push_back(std::move(mention));
  return index;
}

const Mention* Reading::headed_by(std::uint32_t sentence, std::uint16_t word) const {
  const std::uint32_t index = sentences[sentence].headed[word];
  return index == kNoMention ? nullptr : &mentions[index];
}

const Mention* Reading::covering(std::uint32_t sentence, std::uint16_t word) const {
  const Mention* best = nullptr;
  for (const std::uint32_t index : sentences[sentence].headed) {
    if (index == kNoMention) continue;
    const Mention& m = mentions[index];
    if (m.first > word || m.last < word) continue;
    if (best == nullptr || m.last - m.first < best->last - best->first) best = &m;
  }
  return best;
}

std::uint16_t head_of(const SentenceView& sentence, WordSpan span) {
  const auto depth = [&](std::uint16_t w) {
    std::uint16_t steps = 0;
    for (; w != 0 && steps <= sentence.size(); ++steps) w = sentence.word(w).head;
    return steps;
  };
  const auto is_noun = [&](std::uint16_t w) {
    return sentence.word(w).upos == Upos::PROPN || sentence.word(w).upos == Upos::NOUN;
  };
  std::uint16_t head = span.last;
  for (std::uint16_t w = span.last; w >= span.first && w > 0; --w) {
    const bool better = depth(w) == depth(head) && is_noun(w) && !is_noun(head);
    if (depth(w) < depth(head) || better) head = w;
  }
  return head;
}

std::string text_of(const Reading& reading, std::uint32_t sentence, WordSpan span) {
  const SentenceView& view = reading.sentences[sentence];
  const ByteRange range{view.word(span.first).range.begin, view.word(span.last).range.end};
  const std::string& text = reading.document.text;
  if (!range.empty() && range.begin < range.end && range.end <= text.size())
    return std::string(range.in(text));
  std::string out;
  for (std::uint16_t w = span.first; w <= span.last; ++w)
    out += (out.empty() ? "" : " ") + view.word(w).form;
  return out;
}

}  // namespace entente
