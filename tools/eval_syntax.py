#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores tags, lemmas and trees against a treebank, word by word.

usage: eval_syntax.py words GOLD.conllu > words.conllu
       entente annotate words.conllu > annotated.conllu
       eval_syntax.py score GOLD.conllu annotated.conllu

`words` gives the treebank's words without their annotation. `score` needs the same words in both
files. It prints, in percent: UPOS, lemmas (all, verbs, nouns, both), UAS, LAS without subtypes of
relations, punctuation counted, LAS in sentences of 25 words or more; then for relations with their
subtypes the F1 of head and relation.
"""
import collections, sys

LONG = 25
RELATIONS = """nsubj nsubj:pass obj iobj obl obl:agent ccomp parataxis advcl acl acl:relcl appos conj nmod:poss
compound aux mark root""".split()


def read(path):
    """-> list of sentences, each a list of columns; range lines and empty nodes left out"""
    sentences, words = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if words:
                sentences.append(words)
            words = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                words.append(columns)
    return sentences + ([words] if words else [])


def write_words(path):
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            misc = [m for m in columns[9].split("|") if m == "SpaceAfter=No"]
            line = "\t".join(columns[:2] + ["_"] * 7 + (misc or ["_"]))
        print(line)


def plain(relation):
    return relation.split(":")[0]


def count(gold, system):
    right, all_ = collections.Counter(), collections.Counter()
    for g_sentence, s_sentence in zip(gold, system):
        if [w[1] for w in g_sentence] != [w[1] for w in s_sentence]:
            raise SystemExit("eval_syntax.py: the annotated text has other words")
        for g, s in zip(g_sentence, s_sentence):
            same_head = g[6] == s[6]
            las = same_head and plain(g[7]) == plain(s[7])
            scores = {"UPOS": g[3] == s[3], "lemmas": g[2] == s[2], "UAS": same_head, "LAS": las}
            if g[3] in ("VERB", "NOUN"):
                scores["lemmas of " + g[3]] = scores["lemmas of both"] = g[2] == s[2]
            if len(g_sentence) >= LONG:
                scores["LAS in long"] = las
            for name, is_right in scores.items():
                all_[name] += 1
                right[name] += is_right
            right["F", g[7]] += same_head and g[7] == s[7]
            all_["F", g[7]] += 1
            all_["F", s[7]] += 1
    return right, all_


def score(gold_path, system_path):
    gold, system = read(gold_path), read(system_path)
    if len(gold) != len(system):
        raise SystemExit("eval_syntax.py: the annotated text has another number of sentences")
    right, all_ = count(gold, system)
    for name in ("UPOS", "lemmas", "lemmas of VERB", "lemmas of NOUN", "lemmas of both", "UAS", "LAS", "LAS in long"):
        print(f"{name:15} {100 * right[name] / max(all_[name], 1):6.2f} of {all_[name]}")
    for relation in RELATIONS:
        print(f"{relation:15} {200 * right['F', relation] / max(all_['F', relation], 1):6.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "words":
        write_words(sys.argv[2])
    elif len(sys.argv) == 4 and sys.argv[1] == "score":
        score(*sys.argv[2:])
    else:
        raise SystemExit(__doc__.strip())
