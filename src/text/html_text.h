// SPDX-License-Identifier: ISC
/// @file
/// The text of a page as a reader sees it, and what its mark-up says about each line.
///
/// Main text: the element that holds most running text, found by the density of text that is no
/// link (after C. Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", 2010,
/// and the scores of parents and grandparents that reading modes of browsers use).
#pragma once

#include "text/blocks.h"
#include "text/html_tree.h"

#include <string>
#include <vector>

namespace entente {

/// A page's text: one line for each block element, white space inside collapsed.
struct HtmlText {
  std::string text;
  std::vector<MarkedLine> lines;  ///< in text order; ranges into `text`
};

HtmlText render_html(const HtmlTree& tree);

}  // namespace entente
