#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Makes raw text from a treebank, to score our own sentences and words against it.

usage: conllu_to_text.py FILE.conllu > FILE.txt

Sentences of a paragraph stand in one line, as their `# text` says, with a space between them unless
the last word has SpacesAfter or SpaceAfter=No; an empty line stands between paragraphs (`# newpar`,
`# newdoc`).
"""
import sys


def main():
    paragraph, glue, new = "", " ", False
    text, last = "", ""
    out = sys.stdout
    for line in open(sys.argv[1], encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith(("# newpar", "# newdoc")):
            new = True
        elif line.startswith("# text ="):
            text = line[8:].strip()
            if new and paragraph:
                out.write(paragraph + "\n\n")
                paragraph = ""
            new = False
            paragraph += (glue if paragraph else "") + text
        elif line and line[0].isdigit() and "-" not in line.split("\t")[0]:
            last = line.split("\t")[9]
        elif not line:
            glue = "" if "SpaceAfter=No" in last.split("|") else " "
    if paragraph:
        out.write(paragraph + "\n")


if __name__ == "__main__":
    main()
