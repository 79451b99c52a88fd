#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Runs the importer of PETRARCH dictionaries over this suite.

usage: run.py PROJECT_ROOT [--update]
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def import_dictionaries(root):
    done = subprocess.run([sys.executable, root / "tools/import-petrarch", "actors.txt", "agents.txt"],
                          cwd=HERE, capture_output=True, text=True, encoding="utf-8", check=False)
    return {"expected.turtle": done.stdout, "expected.messages": done.stderr}, done.returncode


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    results, status = import_dictionaries(root)
    faults = [] if status == 1 else [f"exit status {status}, expected 1"]
    for name, text in results.items():
        if "--update" in sys.argv:
            (HERE / name).write_text(text, encoding="utf-8")
        elif (HERE / name).read_text(encoding="utf-8") != text:
            faults.append(f"{name} differs; got:\n{text}")
    print("\n".join(faults) or "dictionaries are read as expected")
    sys.exit(1 if faults else 0)


main()
