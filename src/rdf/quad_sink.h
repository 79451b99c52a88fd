// SPDX-License-Identifier: ISC
/// @file
/// What the readers of all formats share: naming blank nodes, finding positions, handing over.
#pragma once

#include "rdf/read_rdf.h"
#include "rdf/scanner.h"

#include <string>
#include <string_view>

namespace entente::rdf {

/// Labels that QuadSink makes begin with it.
inline constexpr std::string_view kFreshLabel = "anon";

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// read_rdf_views() for a text without a byte order mark of its own: one that stands there is a
/// fault.
std::optional<Diagnostic> read_unmarked_text(std::string_view text, Format format,
                                             const ReadOptions& options,
                                             const QuadViewHandler& handler);

/// Thrown by QuadSink when the handler wants no more.
struct StopReading {};

class QuadSink {
 public:
  QuadSink(Scanner& scanner, const ReadOptions& options, const QuadViewHandler& handler)
      : scanner_(scanner), options_(options), handler_(handler) {}

  /// Hands one statement over; its object begins at byte `object_at`.
  void emit(const QuadView& quad, std::size_t object_at) {
    if (!handler_(quad, options_.positions ? position(object_at) : Position{})) throw StopReading{};
  }

  TermView labelled(std::string_view label);
  TermView fresh();

 private:
  Position position(std::size_t at);

  Scanner& scanner_;
  const ReadOptions& options_;
  const QuadViewHandler& handler_;
  std::size_t fresh_count_ = 0;
  std::size_t known_at_ = 0;  // place_ is the place of this byte
  Position place_{1, 1};
};

/// The grammars. Each reads `scanner.text` to its end and throws SyntaxError at the first fault.
void read_turtle(Scanner& scanner, bool trig, const ReadOptions& options, QuadSink& sink);
void read_nquads(Scanner& scanner, bool quads, QuadSink& sink);

}  // namespace entente::rdf
