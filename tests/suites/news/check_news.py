#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Builds the claim table of the articles beside this script and looks for the claims below their
sentences.

usage: check_news.py ENTENTE [--update]
A claim under "+" that is not made fails the test. Claims under "?" are true and not made yet;
those that are made by now are told, and --update turns them into "+".
"""
import json
import pathlib
import subprocess
import sys
import tempfile

MODALITIES = {"actual", "probable", "possible", "planned", "conditional", "demanded"}


def read_claim(words):
    """Reads "ASSAULT/COERCE SDN > rapid-support-forces denied planned by UN"; "-" is anybody."""
    claim = {"types": words[0].split("/"), "initiators": words[1].split(","),
             "recipients": words[3].split(","), "polarity": "affirmed", "modalities": [], "by": []}
    rest = words[4:]
    while rest:
        word = rest.pop(0)
        if word == "denied":
            claim["polarity"] = "denied"
        elif word == "by":
            claim["by"] = rest.pop(0).split(",")
        elif word in MODALITIES:
            claim["modalities"].append(word)
        else:
            sys.exit(f"unknown word '{word}', expected denied, a modality or by")
    return claim


def read_article(path):
    """The text of an article, and its marked lines as (sentence, line number, mark, claim)."""
    paragraphs, marked = [[]], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line[:2] in ("+ ", "? "):
            marked.append((paragraphs[-1][-1], number, line[0], read_claim(line[2:].split())))
        elif line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(p) for p in paragraphs) + "\n", marked


def build(program, texts):
    """An article's name to the claims made of it."""
    with tempfile.TemporaryDirectory() as folder:
        records, table = pathlib.Path(folder) / "in.jsonl", pathlib.Path(folder) / "claims.jsonl"
        lines = [json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()]
        records.write_text("".join(lines), encoding="utf-8")
        subprocess.run([program, "build", str(records), "-o", str(table), "--quiet"], check=True)
        made = {name: [] for name in texts}
        for line in table.read_text(encoding="utf-8").splitlines():
            claim = json.loads(line)
            made[claim["article"]].append(claim)
    return made


def names_one(wanted, actors):
    have = {actor[key].lower() for actor in actors for key in ("id", "country") if actor[key]}
    return "-" in wanted or bool(have & {name.lower() for name in wanted})


def names_speaker(wanted, actors):
    return names_one(wanted, actors) if wanted else not actors


def fits(wanted, claim):
    sides = (claim["initiators"], claim["recipients"])
    both = sides[0] + sides[1]
    if claim["type"] in ("AGREE", "CONSULT", "COOPERATE", "alliedWith", "borders", "opposes"):
        sides = (both, both)
    return (claim["type"] in wanted["types"] and claim["polarity"] == wanted["polarity"]
            and claim["modality"] in (wanted["modalities"] or ["actual"])
            and names_one(wanted["initiators"], sides[0])
            and names_one(wanted["recipients"], sides[1])
            and names_speaker(wanted["by"], claim["asserted_by"]))


def is_made(text, sentence, wanted, claims):
    begin = text.index(sentence)
    end = begin + len(sentence)
    return any(c["start"] < end and begin < c["end"] and fits(wanted, c) for c in claims)


def mark_made(path, numbers):
    lines = path.read_text(encoding="utf-8").splitlines()
    for number in numbers:
        lines[number] = "+" + lines[number][1:]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    program = sys.argv[1]
    paths = sorted(pathlib.Path(__file__).resolve().parent.glob("*.txt"))
    articles = {path.stem: read_article(path) for path in paths}
    claims = build(program, {name: text for name, (text, _) in articles.items()})
    lost, total = 0, 0
    for path in paths:
        text, marked = articles[path.stem]
        won = []
        for sentence, number, mark, wanted in marked:
            made = is_made(text, sentence, wanted, claims[path.stem])
            total += made
            if mark == "+" and not made:
                lost += 1
                print(f"{path.name}:{number + 1}: not made")
            elif mark == "?" and made:
                won.append(number)
                print(f"{path.name}:{number + 1}: made now")
        if "--update" in sys.argv:
            mark_made(path, won)
    print(f"{total} of {sum(len(marked) for _, marked in articles.values())} claims are made")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
