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

// The clause around a quotation. A frame may be there although nobody knows its subject.
struct Frame {
  bool found = false;
  std::uint16_t subject = 0;
  const Mention* speaker = nullptr;
};

bool is_reported(std::string_view relation) {
  return relation == "ccomp" || relation == "parataxis";
}

std::uint16_t unquoted_subject(const SentenceView& view, std::uint16_t verb,
                               std::uint32_t quotation) {
  for (const std::uint16_t c : view.children[verb]) {
    if (view.relation(c) == "nsubj" && view.quotation[c] != quotation) return c;
  }
  return 0;
}

Frame frame_of_verb(const Reading& reading, std::uint32_t sentence, std::uint16_t verb,
                    std::uint32_t quotation) {
  const SentenceView& view = reading.sentences[sentence];
  std::uint16_t subject = unquoted_subject(view, verb, quotation);
  if (subject == 0 && view.relation(verb) == "conj")
    subject = unquoted_subject(view, view.word(verb).head, quotation);
  return {subject != 0, subject, subject == 0 ? nullptr : reading.headed_by(sentence, subject)};
}

// "X said that ...": from the quoted word that governs the others up to a reporting verb outside.
Frame frame_above(const Reading& reading, std::uint32_t sentence, std::uint32_t quotation,
                  std::uint16_t top) {
  const SentenceView& view = reading.sentences[sentence];
  for (std::uint16_t w = top, steps = 0; w != 0 && steps <= view.size();
       w = view.word(w).head, ++steps) {
    const std::uint16_t verb = view.word(w).head;
    if (verb == 0 || !is_reported(view.relation(w)) || view.quotation[verb] == quotation) continue;
    const Frame frame = frame_of_verb(reading, sentence, verb, quotation);
    if (frame.found) return frame;
  }
  return {};
}

Frame frame_in_sentence(const Reading& reading, std::uint32_t sentence, std::uint32_t quotation) {
  const SentenceView& view = reading.sentences[sentence];
  for (std::uint16_t w = 1; w <= view.size(); ++w) {
    if (view.quotation[w] != quotation) {
      // "..., he said": an inserted clause that hangs on quoted words.
      const std::uint16_t up = view.word(w).head;
      if (view.relation(w) == "parataxis" && up != 0 && view.quotation[up] == quotation) {
        const Frame frame = frame_of_verb(reading, sentence, w, quotation);
        if (frame.found) return frame;
      }
      continue;
    }
    const std::uint16_t up = view.word(w).head;
    if (view.word(w).upos == Upos::PUNCT || (up != 0 && view.quotation[up] == quotation)) continue;
    const Frame frame = frame_above(reading, sentence, quotation, w);
    if (frame.found) return frame;
  }
  return {};
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

// "Putin defended his decision, “As I have said ...": whatever the tree makes of the quotation.
const Mention* main_subject(const Reading& reading, std::uint32_t sentence,
                            std::uint32_t quotation) {
  const SentenceView& view = reading.sentences[sentence];
  if (view.children[0].empty()) return nullptr;
  const std::uint16_t root = view.children[0].front(), subject = view.child(root, "nsubj");
  const bool outside =
      subject != 0 && view.quotation[root] != quotation && view.quotation[subject] != quotation;
  return outside ? reading.headed_by(sentence, subject) : nullptr;
}

// "Putin gave his reasons. “We had no choice.”": who was spoken of right before a quotation that
// stands alone.
std::vector<ActorIndex> subject_before(const Reading& reading, std::uint32_t sentence) {
  if (sentence == 0) return {};
  const SentenceView& view = reading.sentences[sentence - 1];
  if (view.sentence->block != reading.sentences[sentence].sentence->block ||
      view.children[0].empty())
    return {};
  const std::uint16_t subject = view.child(view.children[0].front(), "nsubj");
  const Mention* m = subject == 0 ? nullptr : reading.headed_by(sentence - 1, subject);
  return m == nullptr ? std::vector<ActorIndex>() : m->actors;
}

}  // namespace

std::vector<ActorIndex> speakers_of(const Reading& reading, std::uint32_t quotation) {
  const QuotedSentences where = reading.quotations[quotation];
  // The clause around it, as the tree has it.
  for (std::uint32_t s = where.first; s <= where.last; ++s) {
    const Frame frame = frame_in_sentence(reading, s, quotation);
    const Mention* m = frame.speaker;
    if (frame.found && m == nullptr) return {};
    if (m == nullptr) m = speaker_by_according(reading, s);
    if (m != nullptr) return m->actors;
  }
  for (std::uint32_t s = where.first; s <= where.last; ++s) {
    if (const Mention* m = main_subject(reading, s, quotation)) return m->actors;
  }
  // Speech that goes on in the same paragraph.
  const auto block = [&](std::uint32_t s) { return reading.sentences[s].sentence->block; };
  if (quotation > 1 && block(reading.quotations[quotation - 1].first) == block(where.first))
    return speakers_of(reading, quotation - 1);
  // A paragraph that is all a quotation goes on with the one right before it.
  const auto begins_sentence = [&] {
    return reading.sentences[where.first].quotation[1] == quotation;
  };
  if (quotation > 1 && begins_sentence() &&
      reading.quotations[quotation - 1].last + 1 == where.first)
    return speakers_of(reading, quotation - 1);
  return subject_before(reading, where.first);
}

std::uint32_t quotation_by(const Reading& reading, std::uint32_t sentence, std::uint16_t subject) {
  const SentenceView& view = reading.sentences[sentence];
  std::uint32_t last = 0;
  for (std::uint16_t w = 1; w <= view.size(); ++w) {
    const std::uint32_t quotation = view.quotation[w];
    if (quotation == last || quotation == 0) continue;
    last = quotation;
    if (frame_in_sentence(reading, sentence, quotation).subject == subject) return quotation;
  }
  return 0;
}

std::vector<QuotedSentences> mark_quotations(std::span<SentenceView> sentences) {
  QuotationReader reader;
  std::vector<QuotedSentences> out(1);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    SentenceView& view = sentences[s];
    if (s > 0 && sentences[s - 1].sentence->block != view.sentence->block) reader.open = 0;
    for (std::uint16_t w = 1; w <= view.size(); ++w) {
      const std::uint32_t quotation = reader.at(mark_of(view.word(w).form));
      view.quotation[w] = quotation;
      if (quotation >= out.size()) out.push_back({s, s});
      if (quotation != 0) out[quotation].last = s;
    }
  }
  return out;
}

}  // namespace entente
