#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Scores the values of DATE expressions against MEANTIME (Minard et al. 2016).

usage: eval_time.py MEANTIME.jsonl --entente PROGRAM

The program reads the tokens joined by blanks, in one paragraph so that date lines are text too, with the document's date. An
expression counts as right if one that overlaps it has its value.
"""
import argparse
import json
import subprocess


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meantime")
    parser.add_argument("--entente", default="build/src/cli/entente")
    options = parser.parse_args()
    with open(options.meantime, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    records, offsets = [], []
    for document in documents:
        text, places = "", []
        for sentence in document["tokens"]:
            row = []
            for token in sentence:
                row.append((len(text), len(text) + len(token)))
                text += token + " "
            places.append(row)
        records.append({"id": str(document["doc_id"]), "date": document["dct"], "text": text})
        offsets.append(places)
    given = "".join(json.dumps(record) + "\n" for record in records)
    out = subprocess.run([options.entente, "annotate", "--layer", "times", "--input-format", "jsonl", "-"],
                         input=given, check=True, capture_output=True, text=True).stdout
    found = {line["article"]: line["times"] for line in map(json.loads, out.splitlines())}
    right = total = 0
    for document, places in zip(documents, offsets):
        for timex in document["timex"]:
            if timex["type"] != "DATE" or not timex.get("span"):
                continue
            total += 1
            words = [places[timex["sentence"]][i] for i in timex["span"]]
            start, end = words[0][0], words[-1][1]
            values = {time["value"] for time in found.get(str(document["doc_id"]), [])
                      if time["start"] < end and start < time["end"]}
            right += timex["value"] in values
    print(f"{right / max(total, 1):.3f} of {total} DATE expressions right")


if __name__ == "__main__":
    main()
