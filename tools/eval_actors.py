#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores whom the claims of `entente build` name, against annotated articles.

usage: entente build ARTICLE... -o claims.jsonl
       eval_actors.py --articles DIR [--articles DIR2] --actors actors.json --claims claims.jsonl GOLD.jsonl... [--errors]

GOLD and actors.json are those of the claim annotation: a line names an article, a quote, and the
readings ("alts": types, initiators, recipients) that count as right; actors.json gives the country
that each actor acts for. Claims are matched with lines by place, type and country, each once, the
required lines first. Figure: of the sides of matched claims for which the annotation names
somebody, how many name one of the annotated actors and not just somebody of the same country.
"""
import argparse, json, os, re, sys, unicodedata

SYMMETRIC = {"alliedWith", "borders", "COOPERATE", "CONSULT", "AGREE", "opposes"}


def key(name):
    text = unicodedata.normalize("NFKD", name or "")
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def names_of(actor):
    return {key(actor.get("id")), key(actor.get("label"))}


def countries_of(actors, table):
    """What a side may stand for: countries, and the names of those that have none."""
    out = set()
    for actor in actors:
        country = actor.get("country") or table.get(actor["id"]) or table.get(key(actor["label"]))
        out |= names_of(actor) | ({key(country)} if country else set())
    return out


def agrees(wanted, actors, table):
    """By country; nobody annotated matches anybody."""
    want = {key(w) for w in wanted} | {key(table.get(w)) for w in wanted if table.get(w)}
    return not wanted or bool(want & countries_of(actors, table))


def sides_of(claim, reading, table):
    """The claim's actors in the order of the reading's sides; None if they do not agree."""
    first, second = claim["initiators"], claim["recipients"]
    orders = [(first, second)]
    if claim["type"] in SYMMETRIC:
        orders += [(second, first), (first + second, first + second)]
    for a, b in orders:
        if agrees(reading["initiators"], a, table) and agrees(reading["recipients"], b, table):
            return a, b
    return None


def place(line, folders):
    for folder in folders:
        path = os.path.join(folder, line["article"])
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read().replace("\u00a0", " ")
            line["start"] = text.index(line["quote"])
            line["end"] = line["start"] + len(line["quote"])
            return
    sys.exit(f"{line['article']}: not in {', '.join(folders)}")


def readings_of(line, claim, table):
    """The readings of an annotated line that a claim fits, each with the claim's sides."""
    if claim["article"] != line["article"]:
        return []
    if claim["start"] >= line["end"] or line["start"] >= claim["end"]:
        return []
    fitting = [r for r in line["alts"] if claim["type"] in r["types"]]
    return [(r, s) for r in fitting for s in [sides_of(claim, r, table)] if s]


def match(gold, claims, table):
    """Pairs of line and claim, each once; those with the fewest candidates first."""
    candidates = [[i for i, c in enumerate(claims) if readings_of(g, c, table)] for g in gold]
    order = sorted(range(len(gold)), key=lambda i: (gold[i]["optional"], len(candidates[i])))
    taken = set()
    for i in order:
        for c in candidates[i]:
            if c not in taken:
                taken.add(c)
                yield gold[i], claims[c]
                break


def right_slots(line, claim, table):
    """(right, all, wrong sides) for the reading that fits best."""
    best = None
    for reading, sides in readings_of(line, claim, table):
        asked = [(w, s) for w, s in zip((reading["initiators"], reading["recipients"]), sides) if w]
        wrong = [(w, s) for w, s in asked
                 if not {key(x) for x in w} & set().union(*(names_of(a) for a in s))]
        if best is None or len(wrong) < len(best[2]):
            best = (len(asked) - len(wrong), len(asked), wrong)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--articles", required=True, action="append", help="folder of the texts")
    parser.add_argument("--actors", required=True, help="table of actors' countries")
    parser.add_argument("--claims", required=True)
    parser.add_argument("--errors", action="store_true", help="list the sides that are wrong")
    options = parser.parse_args()

    with open(options.actors, encoding="utf-8") as file:
        table = json.load(file)
    gold = [line for path in options.gold for line in read_lines(path)]
    for line in gold:
        place(line, options.articles)
    right = total = matched = 0
    for line, claim in match(gold, read_lines(options.claims), table):
        good, asked, wrong = right_slots(line, claim, table)
        right, total, matched = right + good, total + asked, matched + 1
        if options.errors:
            for wanted, side in wrong:
                print(f"{line['article'][:24]} {claim['type']}: {wanted} read as "
                      f"{[a['id'] for a in side]}: {line['quote']}")
    share = right / total if total else 0.0
    print(f"actor slots of matched claims right {share:.3f} ({right} of {total}, {matched} claims)")


if __name__ == "__main__":
    main()
