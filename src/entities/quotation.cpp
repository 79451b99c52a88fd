// SPDX-License-Identifier: ISC
#include "entities/quotation.h"

#include <string_view>

namespace entente {

namespace {

enum class Mark { None, Open, Close, Straight };

Mark mark_of(std::string_view form) {
  if (form == "“" || form == "«" || form == "``") return Mark::Open;
  if (form == "”" || form == "»" || form == "''") return Mark::Close;
  if (form == "\"") return Mark::Straight;
  return Mark::None;
}

// The quotation that the text is in while it is read from word to word.
struct QuotationReader {
  std::uint32_t last = 0;
  std::uint32_t open = 0;

  std::uint32_t at(Mark mark) {
    const bool closes = mark == Mark::Close || (mark == Mark::Straight && open != 0);
    const bool opens = mark == Mark::Open || (mark == Mark::Straight && open == 0);
    if (opens) open = ++last;
    const std::uint32_t here = open;
    if (closes) open = 0;
    return here;
  }
};

// True if the words of the quotation hang on `verb`, or `verb` hangs on them as an inserted clause.
bool frames(const SentenceView& view, std::uint16_t verb, std::uint32_t quotation) {
  for (std::uint16_t w = 1; w <= view.size(); ++w) {
    if (view.quotation[w] != quotation || view.word(w).upos == Upos::PUNCT) continue;
    if (view.dominates(verb, w)) return true;
    if (view.relation(verb) == "parataxis" && view.word(verb).head == w) return true;
  }
  return false;
}

const Mention* speaker_in_frame(const Reading& reading, std::uint32_t sentence,
                                std::uint32_t quotation) {
  const SentenceView& view = reading.sentences[sentence];
  const Mention* found = nullptr;
  for (std::uint16_t w = 1; w <= view.size(); ++w) {
    if (view.quotation[w] == quotation || view.relation(w) != "nsubj") continue;
    const Mention* m = reading.headed_by(sentence, w);
    const std::uint16_t verb = view.word(w).head;
    // The innermost frame: a verb below the one found so far.
    if (m != nullptr && verb != 0 && view.quotation[verb] != quotation &&
        frames(view, verb, quotation) &&
        (found == nullptr || view.dominates(view.word(found->head).head, verb)))
      found = m;
  }
  return found;
}

const Mention* speaker_by_according(const Reading& reading, std::uint32_t sentence) {
  const SentenceView& view = reading.sentences[sentence];
  for (std::uint16_t w = 1; w + 2 <= view.size(); ++w) {
    if (view.word(w).lemma != "accord" && view.word(w).form != "according" &&
        view.word(w).form != "According")
      continue;
    for (auto at = static_cast<std::uint16_t>(w + 2); at <= view.size() && at < w + 9; ++at) {
      const Mention* m = reading.headed_by(sentence, at);
      if (m != nullptr && m->kind != MentionKind::Adjective) return m;
    }
  }
  return nullptr;
}

bool has_quotation(const SentenceView& view, std::uint32_t quotation) {
  for (const std::uint32_t q : view.quotation) {
    if (q == quotation) return true;
  }
  return false;
}

}  // namespace

std::vector<ActorIndex> speakers_of(const Reading& reading, std::uint32_t quotation) {
  std::uint32_t block = 0;
  bool seen = false;
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    const SentenceView& view = reading.sentences[s];
    if (!has_quotation(view, quotation)) continue;
    if (!seen) block = view.sentence->block;
    seen = true;
    const Mention* m = speaker_in_frame(reading, s, quotation);
    if (m == nullptr) m = speaker_by_according(reading, s);
    if (m != nullptr) return m->actors;
  }
  if (!seen || quotation <= 1) return {};
  // Speech that goes on in the same paragraph.
  for (const SentenceView& view : reading.sentences) {
    if (view.sentence->block == block && has_quotation(view, quotation - 1))
      return speakers_of(reading, quotation - 1);
  }
  return {};
}

void mark_quotations(std::span<SentenceView> sentences) {
  QuotationReader reader;
  const SentenceView* previous = nullptr;
  for (SentenceView& view : sentences) {
    if (previous != nullptr && previous->sentence->block != view.sentence->block) reader.open = 0;
    for (std::uint16_t w = 1; w <= view.size(); ++w)
      view.quotation[w] = reader.at(mark_of(view.word(w).form));
    previous = &view;
  }
}

}  // namespace entente
