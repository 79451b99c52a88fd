// SPDX-License-Identifier: ISC
/// @file
/// Layout and drawing by Graphviz.
#pragma once

#include "render/picture.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class PictureFormat : std::uint8_t { Dot, Svg, Png, Pdf };

/// By extension of the path: .dot .gv .svg .png .pdf; nothing for others.
std::optional<PictureFormat> picture_format_of(std::string_view path);

/// The picture as bytes of a file. Layout by dot up to kMostForDot actors, which takes seconds
/// beyond, else by sfdp. Thread-safe: Graphviz is not, so that calls wait for each other.
/// Throws std::runtime_error if Graphviz fails.
std::string draw(const Picture& picture, PictureFormat format);

inline constexpr std::size_t kMostForDot = 120;

}  // namespace entente
