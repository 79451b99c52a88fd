// SPDX-License-Identifier: ISC
/// @file
/// What a page says about its article in schema.org JSON-LD, Open Graph and other <meta> elements,
/// <link>, <time>, <html lang>.
#pragma once

#include "text/document.h"
#include "text/html_tree.h"

namespace entente {

/// Title, day, publisher, author, URL and language, each from the most trustworthy place that has
/// it: JSON-LD, Open Graph, <meta>, elements of the page.
ArticleInfo read_html_info(const HtmlTree& tree);

}  // namespace entente
