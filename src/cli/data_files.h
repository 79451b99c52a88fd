// SPDX-License-Identifier: ISC
/// @file
/// Where Entente keeps what it needs to know: ontology/, models/, queries/.
#pragma once

#include <filesystem>

namespace entente::cli {

/// The folder that holds ontology/, models/ and queries/: beside the installed program
/// (../share/entente), else the checkout that the program was built from. Throws ConfigError,
/// naming the places where it looked, if neither has an ontology/.
std::filesystem::path data_root();

}  // namespace entente::cli
