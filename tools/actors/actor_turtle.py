# SPDX-License-Identifier: ISC
"""Writes actors as Turtle in the one layout that all files in ontology/actors/ have."""
import re
import unicodedata

BASE = "https://w3id.org/entente/"
PREFIXES = """@base <https://w3id.org/entente/actor/> .
@prefix ent: <https://w3id.org/entente/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# Letters that NFKD does not take apart.
UNMARKED = str.maketrans("łŁøØđĐıßæÆþÞðÐʻʼ", "lLoOdDisaAtTdD''")
ACRONYM = re.compile(r"[A-Z](?:[A-Z0-9&-]|[A-Z.]\.?){1,7}$")


def make_id(name):
    """The last part of an IRI, as make_actor_id of the library makes it."""
    text = unicodedata.normalize("NFKD", name.translate(UNMARKED))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower().replace("'", "").replace("’", "")
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def literals(texts):
    return " , ".join(quote(t) + "@en" for t in texts)


def date(text):
    """ "2014", "2014-05" or "2014-05-25" as the literal of that precision."""
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)]
    return f'"{text}"^^xsd:{kind}'


def block(subject, properties):
    """One subject; properties are (predicate, objects as written) in order, empty ones left out."""
    lines = [f"{p} {o}" for p, o in properties if o]
    return f"<{subject}> " + " ;\n  ".join(lines) + " .\n"


def split_names(cell):
    """ "a; *b" -> [("a", False), ("b", True)]; * marks a name that is also a word or another's."""
    names = []
    for part in cell.split(";"):
        part = part.strip()
        if part:
            names.append((part.lstrip("*").strip(), part.startswith("*")))
    return names


def is_acronym(name):
    return bool(ACRONYM.match(name))
