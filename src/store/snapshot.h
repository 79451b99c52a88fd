// SPDX-License-Identifier: ISC
/// @file
/// A store as a file (.ekg) that is mapped into memory instead of being read. The file is for this
/// program alone: it is versioned, checksummed and in the byte order of the machine; the graph
/// itself travels as N-Quads or TriG.
#pragma once

#include "store/quad_store.h"

#include <filesystem>
#include <memory>

namespace entente::store {

/// Writes beside the file, then renames. Throws OutputError with the reason if it cannot.
void write_snapshot(const QuadStore& store, const std::filesystem::path& path);

/// Throws ConfigError if the file cannot be read, has another version or a wrong checksum.
/// Cost: one pass over the file at the speed of memory.
std::unique_ptr<QuadStore> open_snapshot(const std::filesystem::path& path);

}  // namespace entente::store
