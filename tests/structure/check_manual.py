#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Checks that the manual page and --help tell of the same subcommands and long options.

usage: check_manual.py ENTENTE MANUAL_PAGE
"""
import re
import subprocess
import sys

OPTION = re.compile(r"--[a-z][a-z-]+")
COMMON = {"--help"}  # said once, for all subcommands


def help_of(program, *subcommand):
    return subprocess.run([program, *subcommand, "--help"], capture_output=True, text=True,
                          check=True).stdout


def subcommands_of(program):
    listing = help_of(program).split("Subcommands:")[1]
    return re.findall(r"^  ([a-z-]+) ", listing, re.M)


def options_in_help(text):
    """Long options that a line of the help begins with."""
    found = set()
    for line in text.splitlines():
        if re.match(r"  -", line):
            found |= set(OPTION.findall(line.split("  ")[1]))
    return found - COMMON


def sections_of_manual(path):
    """Name of each subcommand to the text of its section (.SS name)."""
    text = open(path, encoding="utf-8").read().replace("\\-", "-")
    parts = re.split(r"^\.SS (\S+).*$", text, flags=re.M)
    return {name: body.split("\n.SH")[0] for name, body in zip(parts[1::2], parts[2::2])}


def options_in_section(body):
    found = set()
    for line in re.findall(r"^\.(?:B|BR|BI|TP|IP|Op) .*$", body, re.M):
        found |= set(OPTION.findall(line))
    return found - COMMON


def main():
    program, manual = sys.argv[1:]
    commands, sections = subcommands_of(program), sections_of_manual(manual)
    faults = [f"{name}: has no section in the manual" for name in commands if name not in sections]
    faults += [f"{name}: is in the manual, but no subcommand" for name in sections
               if name not in commands]
    for name in commands:
        if name not in sections:
            continue
        in_help, in_manual = options_in_help(help_of(program, name)), options_in_section(sections[name])
        faults += [f"{name}: {option} is not in the manual" for option in sorted(in_help - in_manual)]
        faults += [f"{name}: {option} is in the manual alone" for option in sorted(in_manual - in_help)]
    print("\n".join(faults) or f"{len(commands)} subcommands, manual and help agree")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
