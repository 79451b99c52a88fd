// SPDX-License-Identifier: ISC
/// @file
/// Whole files as text.
#pragma once

#include <filesystem>
#include <string>

namespace entente::rdf {

/// Throws ConfigError with the reason if the file cannot be read.
std::string read_file_text(const std::filesystem::path& path);

/// The file: IRI of a path, percent-encoded: the base of what is written in it.
std::string file_iri(const std::filesystem::path& path);

}  // namespace entente::rdf
