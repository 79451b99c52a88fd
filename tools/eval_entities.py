#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores `entente annotate --layer entities` against MEANTIME (the .jsonl form: tokens, entities).

usage: eval_entities.py records MEANTIME.jsonl > records.jsonl
       entente annotate --layer entities records.jsonl > annotated.jsonl
       eval_entities.py score MEANTIME.jsonl annotated.jsonl [--errors] [--ontology ontology]

Figures: B-cubed over the annotated mentions of people, organisations and places (a mention that is
not found counts as alone; Bagga and Baldwin 1998); how many links of states and persons are right,
by the name of the DBpedia page; how many third-person pronouns have the right antecedent.
Mentions are matched by their ends, names also by their beginnings, counted in characters that are
no white space; links are judged on names of up to four words.
"""
import argparse, collections, glob, json, re, sys, unicodedata, urllib.parse

PRONOUNS = {"he", "him", "his", "she", "her", "it", "its", "they", "them", "their"}


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def text_of(document):
    sentences = [" ".join(s) for s in document["tokens"]]
    return sentences[0] + "\n\n" + "\n\n".join([" ".join(sentences[2:])])


def write_records(path):
    for d in read_lines(path):
        record = {"id": d["doc_id"], "text": text_of(d), "date": d["dct"], "language": "en"}
        print(json.dumps(record, ensure_ascii=False))


def dense(text, offset):
    return len(re.sub(r"\s", "", text[:offset]))


def gold_mentions(document):
    starts, at = [], 0
    for i, sentence in enumerate(document["tokens"]):
        starts.append([])
        for token in sentence:
            size = 0 if i == 1 else len(re.sub(r"\s", "", token))  # the date line is not in the record
            starts[-1].append((at, at + size))
            at += size
    for e in document["entities"]:
        if e["sentence"] == 1 or e["type"] not in ("PER", "ORG", "LOC") or not e["span"]:
            continue
        words = starts[e["sentence"]]
        yield dict(e, start=words[e["span"][0]][0], end=words[e["span"][-1]][1])


def system_mentions(record, text):
    for m in record["mentions"]:
        if m["actors"]:
            yield dict(m, start=dense(text, m["start"]), end=dense(text, m["end"]))


def match(gold, system):
    """The system mention for each gold one: same end and greatest overlap; None if there is none."""
    out = []
    for g in gold:
        best = None
        for s in system:
            overlap = min(g["end"], s["end"]) - max(g["start"], s["start"])
            same = (s["start"] == g["start"] and g["syntax"].endswith("NAM") and s["kind"] == "Name"
                    and g["text"][len(s["text"]):].lstrip()[:1] in "(,")
            if overlap > 0 and (s["end"] == g["end"] or same):
                rank = -abs(s["start"] - g["start"]) - abs(s["end"] - g["end"])
                if best is None or rank > best[0]:
                    best = (rank, s)
        out.append(best[1] if best else None)
    return out


def b_cubed(pairs):
    """pairs: (gold chain, system chain or None) of every mention of one document."""
    keyed = [(g, s if s is not None else ("alone", i)) for i, (g, s) in enumerate(pairs)]
    gold, system = collections.Counter(g for g, _ in keyed), collections.Counter(s for _, s in keyed)
    both = collections.Counter(keyed)
    precision = sum(both[k] / system[k[1]] for k in keyed)
    recall = sum(both[k] / gold[k[0]] for k in keyed)
    return precision, recall, len(keyed)


def key(name):
    name = unicodedata.normalize("NFKD", name)
    name = "".join(c for c in name if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"\(.*?\)", "", name)).strip()


def names_of_actors(ontology):
    names = collections.defaultdict(set)
    for path in glob.glob(ontology + "/actors/*.ttl"):
        for block in open(path, encoding="utf-8").read().split("\n\n"):
            head = re.match(r"\s*<([\w-]+)> a ent:", block)
            if head:
                names[head.group(1)] |= {key(n) for n in re.findall(r'"([^"]*)"@en', block)}
    return names


def linked_name(link):
    return key(urllib.parse.unquote(link.rsplit("/", 1)[-1]).replace("_", " ")) if link else ""


def is_same_person(actor, link):
    """Not known beforehand, so the article's own name counts: "Fritz Henderson" is Frederick Henderson."""
    mine, page = key(actor["label"]).split(), [w for w in linked_name(link).split() if w not in ("jr", "sr")]
    return not actor["vetted"] and mine[-1:] == page[-1:] and mine[0][:1] == page[0][:1]


def score(gold_path, system_path, show_errors, ontology):
    system_records = {r["article"]: r for r in read_lines(system_path)}
    names = names_of_actors(ontology)
    p = r = n = 0
    links, pronouns = collections.Counter(), collections.Counter()
    for d in read_lines(gold_path):
        record = system_records.get(d["doc_id"])
        if record is None:
            continue
        text, actors = text_of(d), {a["id"]: a for a in record["actors"]}
        gold = list(gold_mentions(d))
        found = match(gold, list(system_mentions(record, text)))
        chain = [tuple(sorted(s["actors"])) if s else None for s in found]
        dp, dr, dn = b_cubed([(g["instance"], c) for g, c in zip(gold, chain)])
        p, r, n = p + dp, r + dr, n + dn
        for g, s, c in zip(gold, found, chain):
            word = g["text"].lower()
            if word in PRONOUNS:
                rest = {x for h, x in zip(gold, chain) if h["instance"] == g["instance"] and h is not g and x
                        and h["text"].lower() not in PRONOUNS}
                pronouns["all"] += bool(rest)
                pronouns["answered"] += s is not None
                pronouns["right"] += c in rest
                if show_errors and s is not None and c not in rest:
                    print("PRONOUN", d["doc_id"], g["sentence"], g["text"], c, sorted(rest))
            elif (g["link"] and s and s["kind"] in ("Name", "Place") and len(s["actors"]) == 1
                  and len(g["span"]) < 5 and "," not in g["text"]):
                actor = actors[s["actors"][0]]
                if actor["type"] not in ("State", "Person"):
                    continue
                good = linked_name(g["link"]) in names[actor["id"]] | {key(actor["label"])}
                good = good or (actor["type"] == "Person" and is_same_person(actor, g["link"]))
                place = s["kind"] == "Place" and actor["type"] == "State"
                if place:
                    continue  # the page of a town is not that of its state
                links[actor["type"], good] += 1
                if show_errors and not good:
                    print("LINK", d["doc_id"], g["sentence"], g["text"], g["link"], actor["id"])
    print(f"B-cubed over {n} mentions: precision {p / n:.3f}, recall {r / n:.3f}, "
          f"F1 {2 * p * r / (p + r) / n:.3f}")
    for kind in ("State", "Person"):
        right, wrong = links[kind, True], links[kind, False]
        print(f"links of {kind}: {right} of {right + wrong} right ({right / max(right + wrong, 1):.3f})")
    print(f"pronouns: {pronouns['right']} right of {pronouns['answered']} answered, "
          f"{pronouns['all']} that could be")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    records = commands.add_parser("records")
    records.add_argument("meantime")
    scoring = commands.add_parser("score")
    scoring.add_argument("meantime")
    scoring.add_argument("annotated")
    scoring.add_argument("--errors", action="store_true")
    scoring.add_argument("--ontology", default="ontology")
    options = parser.parse_args()
    if options.command == "records":
        write_records(options.meantime)
    else:
        score(options.meantime, options.annotated, options.errors, options.ontology)


if __name__ == "__main__":
    sys.exit(main())
