// SPDX-License-Identifier: ISC
/// @file
/// Claims: who did what to whom, who says so, and how it is meant. Event types follow the PLOVER
/// codebook (2021, draft 0.9); relations are the project's own (ontology/entente.ttl).
///
/// Words that could be mixed up: an event has initiators and recipients; a claim has speakers; a
/// text is an article.
#pragma once

#include "entities/mention.h"
#include "text/byte_range.h"
#include "text/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class Polarity : std::uint8_t { Affirmed, Denied };

enum class Modality : std::uint8_t { Actual, Probable, Possible, Planned, Conditional, Demanded };

std::string_view to_string(Polarity polarity);  ///< "Affirmed"
std::string_view to_string(Modality modality);  ///< "Actual"

/// A participant as the text names it.
struct Participant {
  ActorIndex actor = 0;
  ByteRange text;
};

/// Where something happened. For a relation: unused.
struct EventPlace {
  std::string label;    ///< "Kyiv"
  std::string country;  ///< ISO 3166 alpha-3; empty if not known
  friend auto operator<=>(const EventPlace&, const EventPlace&) = default;
};

/// A number that matters: "120,000 soldiers".
struct Quantity {
  std::string unit;  ///< ontology name: "troops", "killed", "wounded", "prisoners", "missiles" ...
  double low = 0, high = 0;  ///< equal unless the text gives a range
  ByteRange text;
};

/// How a claim was found: frame, trigger words, path in the tree.
struct Trace {
  std::string rule;  ///< lexicon entry or rule name: "verb:attack", "noun:ally#of"
  std::string path;  ///< "nsubj(attack,Russia) obj(attack,Ukraine)"
};

/// One speaker's word about one event or relation, with its evidence.
struct Claim {
  std::uint32_t sentence = 0;  ///< index into the article's sentences
  ByteRange evidence;          ///< the sentence
  ByteRange quote;             ///< the words in it that carry the claim
  std::string type;    ///< PLOVER name in capitals ("ASSAULT") or the relation's name ("dependsOn")
  std::string action;  ///< military action ("MissileStrike"); empty for none
  std::string mode;    ///< PLOVER mode ("disapprove"); empty for none
  std::vector<std::string> contexts;  ///< PLOVER contexts, sorted
  bool is_relation = false;
  std::vector<Participant> initiators, recipients;  ///< for a relation: subject and object
  std::optional<EventPlace> place, launched_from;
  std::optional<DateInterval> date;
  std::vector<ActorIndex> speakers;   ///< innermost speakers; empty: the article's own voice
  std::vector<ActorIndex> quoted_by;  ///< outer speakers, nearest first ("Belta quotes X": Belta)
  Polarity polarity = Polarity::Affirmed;
  Modality modality = Modality::Actual;
  double confidence = 0.5;  ///< in [0, 1]; not a calibrated probability
  std::vector<Quantity> quantities;
  Trace trace;
};

/// Who says what, as spans (for evaluation and reading): one attribution of the text.
struct Attribution {
  std::vector<ByteRange> source, cue,
      content;  ///< each may be in several pieces; source may be empty
  std::vector<ActorIndex> speakers;
};

}  // namespace entente
