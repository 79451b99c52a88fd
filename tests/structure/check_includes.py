#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Checks that includes go one way and that each library stays in its folder.

usage: check_includes.py PROJECT_ROOT
"""
import pathlib
import re
import sys

# A folder may include itself and the folders named here.
UPSTREAM = {
    "text": [],
    "syntax": ["text"],
    "entities": ["text", "syntax"],
    "events": ["text", "syntax", "entities"],
    "graph": ["text", "syntax", "entities", "events"],
    "analysis": ["text", "syntax", "entities", "events", "graph"],
    "rdf": ["text", "syntax", "entities", "events", "graph", "analysis"],
    "store": ["text", "graph", "rdf"],
    "render": ["text", "syntax", "entities", "events", "graph", "analysis"],
    "cli": ["text", "syntax", "entities", "events", "graph", "analysis", "rdf", "store", "render"],
}
# A library's headers may be included from these folders only.
LIBRARIES = {
    r"serd/|sord/": ["rdf"],
    r"boost/graph/": ["analysis"],
    r"gvc\.h|cgraph\.h|graphviz/": ["render"],
    r"CLI/": ["cli"],
    r"gumbo\.h|uchardet": ["text"],
    r"curl/": ["cli", "store"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def faults(root):
    for path in sorted((root / "src").rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        folder = path.relative_to(root / "src").parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            quote, name = found.groups()
            place = f"{path.relative_to(root)}:{number}"
            if quote == '"':
                target = name.split("/")[0]
                if target not in UPSTREAM:
                    yield f"{place}: \"{name}\" is not named from src/"
                elif target != folder and target not in UPSTREAM[folder]:
                    yield f"{place}: {folder}/ includes {target}/, which is downstream of it"
            for pattern, rooms in LIBRARIES.items():
                if quote == "<" and re.match(pattern, name) and folder not in rooms:
                    yield f"{place}: <{name}> belongs to {', '.join(rooms)}/ only"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "includes go one way")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
