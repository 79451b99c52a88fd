#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores names (PER, ORG, LOC) by exact span and type: precision, recall, F1.

usage: eval_names.py words MEANTIME.jsonl > words.conllu
       entente annotate words.conllu > annotated.conllu
       eval_names.py meantime MEANTIME.jsonl annotated.conllu [--strict] [--errors]
       eval_names.py uner GOLD.iob2 annotated.conllu [--errors]
       eval_names.py iob2 MEANTIME.jsonl > names.iob2

MEANTIME annotates noun phrases whose heads are names (NAM). What a tagger of flat names can give of
them is taken as follows. Articles, titles and common nouns in front and appositions behind are cut
off ("the UAW", "Spokeswoman Sandy Angers", "engine maker Europrop"). Of mentions inside each other
the inner one counts ("Noel Forgeard" of "Airbus chief executive Noel Forgeard"). Names before other
nouns (PRE.NAM), mentions without syntax, governments, and names inside a longer one that does not count, count
neither way. The date line is left out. --strict: all NAM as they are but for the article (of gold
and system alike), and all that the system names counts.
`iob2` gives the names in the columns of Universal NER, for training: names before other nouns are
names there, adjectives are none.
--fold I N takes the documents number I, I + N, I + 2N ... alone; --without leaves these out.
"""
import argparse, collections, json, sys

TYPES = ("PER", "ORG", "LOC")
ARTICLES = {"the", "a", "an"}
TITLES = {"mr", "mr.", "mrs", "mrs.", "ms.", "dr.", "president", "spokeswoman", "spokesman", "chief", "automaker", "automobile"}
PRONOUNS = {"he", "she", "it", "they", "we", "i", "our", "its", "their", "his", "her", "some", "many"}
JOINTS = {"of", "for", "and", "the", "'s", "&", "'", "de"}
LAST_ANNOTATED = 5  # sentences 0 to 5; 1 is the date line


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def core_of(begin, end, words):
    """The name in a noun phrase: no articles, titles and common nouns before it, no appositions behind."""
    for i in range(begin, end):
        if words[i] in (",", "(") and i > begin and not (words[i] == "," and words[begin].islower()):
            end = i
            break
    while begin < end and (words[begin].lower() in ARTICLES | TITLES or not words[begin][0].isalnum()):
        begin += 1
    lower = [i for i in range(begin, end - 1) if words[i][0].islower() and words[i] not in JOINTS]
    if lower and words[end - 1][0].isupper():
        begin = lower[-1] + 1
    if begin < end and words[begin].lower() in PRONOUNS:
        return None
    proper = any((w[0].isupper() or w[1:2].isupper()) for w in words[begin:end])
    return (begin, end) if begin < end and proper else None


def span_of(mention, words, strict):
    """(begin, end) in the words; None if they do not hang together or hold no name."""
    span = sorted(mention["span"])
    if not span or span != list(range(span[0], span[-1] + 1)):
        return None
    begin, end = span[0], span[-1] + 1
    if not strict:
        return core_of(begin, end, words)
    while begin < end and words[begin].lower() in ARTICLES:
        begin += 1
    return (begin, end) if begin < end else None


def without_article(span, words):
    begin, end, kind = span
    return (begin + 1, end, kind) if words[begin].lower() in ARTICLES and end - begin > 1 else span


def names_of(document, strict):
    """-> {sentence: (gold spans with types, spans that count neither way)}"""
    out = {}
    for s in [0] + list(range(2, LAST_ANNOTATED + 1)):
        if s >= len(document["tokens"]):
            continue
        words = document["tokens"][s]
        gold, either, bare = set(), set(), {}
        for e in document["entities"]:
            span = span_of(e, words, strict) if e["sentence"] == s else None
            if span is None or e["type"] not in TYPES + ("",):
                continue
            types = [e["type"]] if e["type"] else TYPES
            government = not strict and words[span[1] - 1].lower() == "government"
            if e["syntax"] == "NAM" and e["type"] and not government:
                gold.add((*span, e["type"]))
            elif e["syntax"] in ("PRE.NAM", "", "NAM"):
                either.update((*span, t) for t in types)
                if e["type"] and not e["syntax"] and all(w[0].isupper() for w in words[slice(*span)]):
                    bare[span[1], e["type"]] = (*span, e["type"])
        if not strict:
            gold |= {bare[g[1:]] for g in gold if g[1:] in bare and bare[g[1:]][0] > g[0]}
            outer = {g for g in gold if any(g != h and g[0] <= h[0] and h[1] <= g[1] for h in gold)}
            inside = {(b, e, t) for g in outer for t in [g[2]] for b in range(g[0], g[1]) for e in range(b + 1, g[1] + 1)}
            gold, either = gold - outer, (either | inside) - (gold - outer)
        out[s] = (gold, set() if strict else either)
    return out


def training_names(document):
    """-> {sentence: tags}: the names that count, and those that tell of another noun but for adjectives."""
    out = {}
    for s, (gold, _) in names_of(document, False).items():
        words = document["tokens"][s]
        names = set(gold)
        for e in document["entities"]:
            span = span_of(e, words, False) if e["sentence"] == s else None
            if span is None or e["type"] not in TYPES or e["syntax"] not in ("PRE.NAM", ""):
                continue
            proper = all(w[0].isupper() or w in JOINTS or not w[0].isalpha() for w in words[slice(*span)])
            adjective = words[span[1] - 1].endswith(("an", "ese", "ish", "ench")) and e["type"] == "LOC"
            title = e["type"] == "PER" and not e["syntax"]
            if proper and not adjective and not title and span == (min(e["span"]), max(e["span"]) + 1):
                names.add((*span, e["type"]))
        tags = ["O"] * len(words)
        for begin, end, kind in sorted(names, key=lambda n: n[1] - n[0]):
            if all(t == "O" for t in tags[begin:end]):
                tags[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
        out[s] = tags
    return out


def spans_of(tags):
    spans, begin = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if begin is not None and not tag.startswith("I-"):
            spans.add((begin, i, tags[begin][2:]))
            begin = None
        if tag.startswith("B-") or (tag.startswith("I-") and begin is None):
            begin = i
    return spans


def read_conllu(path):
    """-> list of (words, tags)"""
    sentences, words, tags = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                sentences.append((words, tags))
            words, tags = [], []
        elif not line.startswith("#"):
            c = line.split("\t")
            if not c[0].isdigit():
                continue
            words.append(c[1])
            ner = [m[4:] for m in c[-1].split("|") if m.startswith("NER=")]
            tags.append(ner[0] if ner else "O")
    if words:
        sentences.append((words, tags))
    return sentences


def read_iob2(path):
    sentences, words, tags = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                sentences.append((words, tags))
            words, tags = [], []
        elif not line.startswith("#"):
            c = line.split("\t")
            words.append(c[1])
            tags.append(c[2])
    if words:
        sentences.append((words, tags))
    return sentences


class Score:
    def __init__(self, show):
        self.right, self.found, self.gold = (collections.Counter() for _ in range(3))
        self.errors, self.show = collections.Counter(), show

    def add(self, words, gold, either, system):
        system = {s for s in system if s not in either or s in gold}
        for counts, spans in ((self.right, gold & system), (self.found, system), (self.gold, gold)):
            for *_, kind in spans:
                counts[kind] += 1
                counts["all"] += 1
        for s in sorted(gold ^ system):
            if s in gold:
                same = [t for t in system if t[:2] == s[:2]]
                near = [t for t in system if t[0] < s[1] and s[0] < t[1]]
                kind = "type" if same else "boundary" if near else "missed"
            else:
                near = [t for t in gold if t[0] < s[1] and s[0] < t[1]]
                kind = None if near else "spurious"
            if kind is None:
                continue
            self.errors[kind, s[2]] += 1
            if self.show:
                other = ", ".join(f"{t[2]} {' '.join(words[t[0]:t[1]])}" for t in near)
                print(f"{kind:9}{s[2]} {' '.join(words[s[0]:s[1]])} [{other}] | {' '.join(words)}")

    def print(self):
        for kind in ("all",) + TYPES:
            r, f, g = self.right[kind], self.found[kind], self.gold[kind]
            print(f"{kind:4} P {r / max(f, 1):.3f} R {r / max(g, 1):.3f} F {2 * r / max(f + g, 1):.3f} ({g} names)")
        print("errors: " + ", ".join(f"{k} {t} {n}" for (k, t), n in sorted(self.errors.items())))


def aligned(sentences, gold_words):
    """The system's sentences in order for each list of gold words, which must be the same words."""
    at = 0
    for words in gold_words:
        while at < len(sentences) and sentences[at][0] != words:
            at += 1
        if at == len(sentences):
            raise SystemExit("eval_names.py: the annotated text has other words")
        yield sentences[at]
        at += 1


def score_meantime(documents, system_path, strict, show):
    score = Score(show)
    ours = aligned(read_conllu(system_path), [s for d in documents for i, s in enumerate(d["tokens"]) if s and i != 1])
    for d in documents:
        names = names_of(d, strict)
        for s, words in enumerate(d["tokens"]):
            if not words or s == 1:
                continue
            _, tags = next(ours)
            if s in names:
                score.add(words, *names[s], {without_article(span, words) for span in spans_of(tags)})
    score.print()


def score_uner(gold_path, system_path, show):
    score, ours = Score(show), collections.defaultdict(list)
    for words, tags in read_conllu(system_path):
        ours["".join(words)].append(tags)
    for words, tags in read_iob2(gold_path):
        found = ours.get("".join(words))
        if found and len(found[0]) == len(words):
            score.add(words, spans_of(tags), set(), spans_of(found.pop(0) if len(found) > 1 else found[0]))
    score.print()


def write_iob2(documents):
    for d in documents:
        for s, tags in training_names(d).items():
            for n, (word, tag) in enumerate(zip(d["tokens"][s], tags), 1):
                print(f"{n}\t{word}\t{tag}\t-\t-")
            print()


def write_conllu(documents):
    for d in documents:
        print(f"# newdoc id = {d['doc_id']}")
        for i, words in enumerate(d["tokens"]):
            if not words or i == 1:
                continue
            print(f"# text = {' '.join(words)}")
            for n, word in enumerate(words, 1):
                print(f"{n}\t{word}\t_\t_\t_\t_\t_\t_\t_\t_")
            print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["words", "iob2", "meantime", "uner"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--fold", nargs=2, type=int, default=(0, 1))
    parser.add_argument("--without", action="store_true")
    o = parser.parse_args()
    if o.command == "uner":
        return score_uner(*o.files[:2], o.errors)
    first, step = o.fold
    documents = [d for i, d in enumerate(read_lines(o.files[0])) if (i % step == first) != o.without]
    if o.command == "words":
        write_conllu(documents)
    elif o.command == "iob2":
        write_iob2(documents)
    else:
        score_meantime(documents, o.files[1], o.strict, o.errors)


if __name__ == "__main__":
    sys.exit(main())
