// SPDX-License-Identifier: ISC
#include "cli/app.h"

int main(int argc, char** argv) {
  return entente::cli::run(argc, argv);
}
