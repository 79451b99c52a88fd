// SPDX-License-Identifier: ISC
/// @file
/// A parsed HTML page (by gumbo, the HTML5 algorithm): nothing is ill-formed for it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace entente {

/// Elements nested deeper are left out (their text stays): the library frees its tree by recursion.
inline constexpr int kMaxHtmlDepth = 300;

/// `html` without the tags of elements that are nested deeper than kMaxHtmlDepth.
std::string flatten_deep_nesting(std::string_view html);

/// Owns the tree. Requires: `html` is valid UTF-8, outlives the tree, and has been flattened.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);
  const GumboNode* root() const { return output_->root; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::unique_ptr<GumboOutput, Destroy> output_;
};

bool is_element(const GumboNode* node);
bool is_element(const GumboNode* node, GumboTag tag);
/// Value of an attribute, empty if the node has none. The view lives as long as the tree.
std::string_view attribute(const GumboNode* node, const char* name);
/// The text inside, white space as it stands.
std::string inner_text(const GumboNode* node);
/// Visits all elements below `node`, itself included, in document order.
void each_element(const GumboNode* node, const std::function<void(const GumboNode*)>& visit);

/// The encoding that <meta charset>, <meta http-equiv> or the XML declaration names in the first
/// 4096 bytes; empty if none does.
std::string declared_encoding(std::string_view html);

}  // namespace entente
