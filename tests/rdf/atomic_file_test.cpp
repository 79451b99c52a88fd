// SPDX-License-Identifier: ISC
#include "rdf/atomic_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "entente-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string content(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::string error_of(const std::string& path, const std::string& bytes) {
  try {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
  } catch (const OutputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a file appears with all that was written", "[file]") {
  const Folder folder;
  const std::string big(300000, 'x');
  CHECK(error_of(folder / "a", big) == "");
  CHECK(content(folder / "a") == big);
  CHECK(folder.files() == 1);
}

TEST_CASE("without commit nothing is left and the old file stays", "[file]") {
  const Folder folder;
  std::ofstream(folder / "a") << "old";
  {
    AtomicFile file(folder / "a");
    file.write(std::string(300000, 'x'));
  }
  CHECK(content(folder / "a") == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("a symbolic link stays one and the permissions of the old file stay", "[file]") {
  const Folder folder;
  std::ofstream(folder / "a") << "old";
  fs::permissions(folder / "a", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(folder / "a", folder / "link");
  CHECK(error_of(folder / "link", "new") == "");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(content(folder / "a") == "new");
  CHECK(fs::status(folder / "a").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a folder that is not there is named with the reason", "[file]") {
  const Folder folder;
  const std::string path = folder / "none/a";
  CHECK(error_of(path, "x") == path + ": error: cannot create: No such file or directory");
}

TEST_CASE("a full disk is named with the reason", "[file]") {
  CHECK(error_of("/dev/full", "x") == "/dev/full: error: cannot write: No space left on device");
  CHECK(fs::is_character_file("/dev/full"));
}
