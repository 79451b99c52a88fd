#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores "did it happen" of verbs against UDS-IH2 judgements (Rudinger et al. 2018) on EWT trees.

usage: eval_factuality.py EWT.conllu UDS-IH2.jsonl --entente PROGRAM

Counted are the verbs with |score| >= 1. A verb is taken to happen if it is affirmed and actual or probable.
"""
import argparse
import json
import subprocess


def sentence_ids(path):
    with open(path, encoding="utf-8") as lines:
        return [line.split(" = ", 1)[1].strip() for line in lines if line.startswith("# sent_id = ")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees")
    parser.add_argument("judgements")
    parser.add_argument("--entente", default="build/src/cli/entente")
    options = parser.parse_args()
    out = subprocess.run([options.entente, "annotate", "--layer", "factuality", options.trees],
                         check=True, capture_output=True, text=True).stdout
    ids, first, said = sentence_ids(options.trees), 0, {}
    articles = [json.loads(line) for line in out.splitlines()]
    counts = document_sizes(options.trees)
    for article, size in zip(articles, counts, strict=True):
        for verb in article["verbs"]:
            happens = verb["polarity"] == "affirmed" and verb["modality"] in ("actual", "probable")
            said[ids[first + verb["sentence"]], verb["word"]] = happens
        first += size
    right = total = 0
    with open(options.judgements, encoding="utf-8") as lines:
        for line in lines:
            judged = json.loads(line)
            key = (judged["sent_id"], judged["token"])
            if abs(judged["score"]) < 1 or key not in said:
                continue
            total += 1
            right += said[key] == (judged["score"] > 0)
    print(f"{right / max(total, 1):.3f} of {total} verbs right")


def document_sizes(path):
    """Sentences of each document, in order."""
    sizes = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                sizes.append(0)
            elif line.startswith("# sent_id"):
                sizes[-1] += 1
    return sizes


if __name__ == "__main__":
    main()
