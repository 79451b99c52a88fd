#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Opens what `entente convert` writes for other tools with readers that are not ours.

usage: convert_readers_test.py ENTENTE TRIG GRAPH      (TRIG: any RDF; GRAPH: a knowledge graph)
JSON-LD is read by rdflib, GraphML and GEXF by networkx, if Debian's Python has them.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

ENTENTE, TRIG, GRAPH = sys.argv[1:4]
RDFLIB = """
import sys, rdflib
from rdflib.compare import isomorphic
one, two = rdflib.ConjunctiveGraph(), rdflib.ConjunctiveGraph()
one.parse(sys.argv[1], format='trig')
two.parse(sys.argv[2], format='json-ld')
names = lambda g: sorted(str(c.identifier) for c in g.contexts() if len(c))
flat = lambda g: (lambda out: [out.add(t) for t in g.triples((None, None, None))] and out)(rdflib.Graph())
assert names(one) == names(two), (names(one), names(two))
assert isomorphic(flat(one), flat(two))
print('isomorphic')
"""

NETWORKX = """
import json, sys, networkx
read = networkx.read_graphml if sys.argv[1].endswith('graphml') else networkx.read_gexf
graph = read(sys.argv[1])
label = networkx.get_node_attributes(graph, 'label')
edges = sorted((a, d['type'], b, d['status'], d['claims']) for a, b, d in graph.edges(data=True))
print(json.dumps({'directed': graph.is_directed(), 'label': label['BLR'], 'nodes': len(graph), 'edges': edges}))
"""


def convert(source, name):
    path = os.path.join(FOLDER.name, name)
    subprocess.run([ENTENTE, "convert", source, path], check=True, timeout=60)
    return path


class Readers(unittest.TestCase):
    def test_lists_are_read_by_the_csv_module(self):
        with open(convert(GRAPH, "g.nodes.csv"), newline="", encoding="utf-8") as file:
            nodes = {row["id"]: row for row in csv.DictReader(file)}
        with open(convert(GRAPH, "g.edges.csv"), newline="", encoding="utf-8") as file:
            edges = list(csv.DictReader(file))
        self.assertEqual(nodes["BLR"]["label"], "Belarus")
        self.assertEqual([(e["source"], e["type"], e["target"], e["status"]) for e in edges],
                         [("BLR", "ASSAULT", "UKR", "Denied"), ("BLR", "dependsOn", "RUS", "SingleSource")])
        self.assertTrue(all(e["source"] in nodes and e["target"] in nodes for e in edges))

    def test_graphml_is_well_formed_and_whole(self):
        space = "{http://graphml.graphdrawing.org/xmlns}"
        root = xml.parse(convert(GRAPH, "g.graphml")).getroot()
        keys = {key.get("id") for key in root.iter(space + "key")}
        nodes = {node.get("id") for node in root.iter(space + "node")}
        edges = list(root.iter(space + "edge"))
        self.assertEqual(len(edges), 2)
        self.assertTrue(all(e.get("source") in nodes and e.get("target") in nodes for e in edges))
        self.assertTrue(all(data.get("key") in keys for data in root.iter(space + "data")))

    def test_gexf_is_well_formed_and_whole(self):
        space = "{http://www.gexf.net/1.2draft}"
        root = xml.parse(convert(GRAPH, "g.gexf")).getroot()
        nodes = {node.get("id") for node in root.iter(space + "node")}
        self.assertIn("lukashenko", nodes)
        self.assertEqual([(e.get("source"), e.get("target")) for e in root.iter(space + "edge")],
                         [("BLR", "UKR"), ("BLR", "RUS")])

    def test_networks_are_read_by_networkx(self):
        if subprocess.run(["/usr/bin/python3", "-c", "import networkx"], capture_output=True).returncode != 0:
            self.skipTest("no networkx here")
        for name in ("g.graphml", "g.gexf"):
            result = subprocess.run(["/usr/bin/python3", "-c", NETWORKX, convert(GRAPH, name)], capture_output=True, text=True, timeout=120)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual(json.loads(result.stdout), {
                "directed": True, "label": "Belarus", "nodes": 5,
                "edges": [["BLR", "ASSAULT", "UKR", "Denied", 1], ["BLR", "dependsOn", "RUS", "SingleSource", 1]]})

    def test_json_ld_says_what_the_trig_says(self):
        if subprocess.run(["/usr/bin/python3", "-c", "import rdflib"], capture_output=True).returncode != 0:
            self.skipTest("no rdflib here")
        for source in (TRIG, GRAPH):
            path = convert(source, "g.jsonld")
            result = subprocess.run(["/usr/bin/python3", "-c", RDFLIB, source, path], capture_output=True, text=True, timeout=120)
            self.assertEqual(result.stdout, "isomorphic\n", result.stderr)


FOLDER = tempfile.TemporaryDirectory()
unittest.main(argv=sys.argv[:1])
