// SPDX-License-Identifier: ISC
/// @file
/// Which words stand inside quotation marks, and who speaks there. Internal to src/entities.
#pragma once

#include "entities/reading.h"

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Fills SentenceView::quotation and tells where each is (see Reading::quotations). Quotations are
/// numbered from 1 in text order; one may span sentences, but not blocks. A mark without its
/// partner ends with the block.
std::vector<QuotedSentences> mark_quotations(std::span<SentenceView> sentences);

/// Who says a quotation: the subject of the clause around it ("..., he said"), "according to" whom
/// it is, or else the speaker of the quotation before it in the same block. Empty if nobody is
/// found among the mentions so far. Cost: linear in the sentences that it spans.
std::vector<ActorIndex> speakers_of(const Reading& reading, std::uint32_t quotation);

/// The quotation of that sentence that the word is the speaker of ("he" in "..., he said"); 0 if
/// there is none.
std::uint32_t quotation_by(const Reading& reading, std::uint32_t sentence, std::uint16_t subject);

}  // namespace entente
