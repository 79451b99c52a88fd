#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Checks the layout of the Turtle files that are written by hand or by our tools.

usage: check_turtle.py PROJECT_ROOT

Every file begins with its licence line; declares its prefixes on top, in order, none missing (one that is not used yet may wait
for entries to come); has `a` as the
first predicate of whatever says what it is; and has no tabs, no blanks at line ends, one line feed at the end, and no line over
140 columns but for a single long list or text. That it parses is tested with the readers.
"""
import pathlib
import re
import sys

WIDTH = 140
TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|\#[^\n]*|@(?:prefix|base)\b|@[a-zA-Z-]+'
    r"|\^\^|[A-Za-z][\w-]*(?:\.[\w-]+)*:[\w-]*|:[\w-]*|[\[\](){};,.]|[^\s\[\](){};,^]+",
    re.DOTALL)
NAME = re.compile(r"([A-Za-z][\w-]*)?:[\w-]*$")


def read(text):
    """Prefixes declared (in order) and used, and the tokens without comments."""
    declared, used, tokens = [], set(), []
    found = [token for token in TOKEN.findall(text) if not token.startswith("#")]
    i = 0
    while i < len(found):
        if found[i] == "@prefix":
            declared.append(found[i + 1].rstrip(":"))
            i += 4
            continue
        name = NAME.match(found[i])
        if name and not found[i].startswith(('"', "<", "_:")):
            used.add(name.group(1) or "")
        tokens.append(found[i])
        i += 1
    return declared, used, tokens


def late_types(tokens):
    """Things whose `a` comes after another predicate."""
    depth_first = [True]
    for token in tokens:
        if token in "[.":
            if token == "[":
                depth_first.append(True)
            else:
                depth_first = [True]
        elif token == "]":
            depth_first.pop()
        elif token == ";":
            depth_first[-1] = False
        elif token == "a" and not depth_first[-1]:
            yield token


def faults(path, name):
    text = path.read_text(encoding="utf-8")
    if not text.startswith("# SPDX-License-Identifier: ISC\n"):
        yield f"{name}:1: the first line is not \"# SPDX-License-Identifier: ISC\""
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield f"{name}: does not end in one line feed"
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            yield f"{name}:{number}: a tab"
        if line != line.rstrip():
            yield f"{name}:{number}: blanks at the end"
        if len(line) > WIDTH and line.startswith("#"):
            yield f"{name}:{number}: {len(line)} columns"
    declared, used, tokens = read(text)
    if declared != sorted(declared):
        yield f"{name}: prefixes are not in order"
    for prefix in sorted(used - set(declared)):
        yield f"{name}: prefix {prefix}: is not declared"
    if any(late_types(tokens)):
        yield f"{name}: `a` is not the first predicate"


def main():
    root = pathlib.Path(sys.argv[1])
    found = []
    for path in sorted((root / "ontology").rglob("*.ttl")):
        found.extend(faults(path, path.relative_to(root)))
    print("\n".join(found) or "Turtle files are in order")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
