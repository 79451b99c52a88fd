#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Builds the claim table of samples/ and compares it with the NAME.jsonl files beside this script.

Every claim that is made must be expected and every expected one be made. An expected line with
"fault" is made today and is wrong, one with "missing" is true and not made yet: when either
changes, the test fails, so that the list of faults stays honest. With --update the expected files
are written anew; faults and misses that still hold are kept.
usage: check_samples.py ENTENTE SAMPLES_DIR [--update]
"""
import json
import pathlib
import subprocess
import sys
import tempfile

FIELDS = ["sentence", "type", "action", "initiators", "recipients", "asserted_by", "polarity",
          "modality"]


def reduce(claim):
    """The part of a claim that is compared."""
    out = {}
    for field in FIELDS:
        value = claim[field]
        out[field] = [actor["id"] for actor in value] if isinstance(value, list) else value
    return out


def key(line):
    return json.dumps({field: line[field] for field in FIELDS}, ensure_ascii=False)


def build(program, samples):
    """Sample's name to the lines of its claim table."""
    with tempfile.TemporaryDirectory() as folder:
        table = pathlib.Path(folder) / "claims.jsonl"
        inputs = sorted(str(path) for path in samples.glob("*.txt"))
        subprocess.run([program, "build", *inputs, "-o", str(table), "--quiet"], check=True)
        made = {pathlib.Path(path).stem: [] for path in inputs}
        for line in table.read_text(encoding="utf-8").splitlines():
            claim = json.loads(line)
            made[pathlib.Path(claim["article"]).stem].append(reduce(claim))
    return made


def read_expected(path):
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def compare(name, made, expected):
    have = {key(line) for line in made}
    want = {key(line) for line in expected if not line.get("missing")}
    for line in expected:
        if line.get("missing") and key(line) in have:
            yield f"{name}: made now, no longer missing: {key(line)}"
        elif not line.get("missing") and key(line) not in have:
            yield f"{name}: not made: {key(line)}"
    yield from (f"{name}: not expected: {key(line)}" for line in made if key(line) not in want)


def update(path, made, expected):
    notes = {key(line): line for line in expected if "fault" in line}
    lines = [notes.get(key(line), line) for line in made]
    have = {key(line) for line in made}
    lines += [line for line in expected if line.get("missing") and key(line) not in have]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines),
                    encoding="utf-8")


def main():
    program, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = []
    for name, made in build(program, samples).items():
        path = pathlib.Path(__file__).resolve().parent / f"{name}.jsonl"
        if "--update" in sys.argv:
            update(path, made, read_expected(path))
        else:
            faults += compare(name, made, read_expected(path))
    print("\n".join(faults) or "all samples give what is expected")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
