#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Runs `entente push` against a small store on this machine that fails now and then.

usage: push_test.py ENTENTE
"""
import base64
import http.server
import os
import re
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

GRAPH = """<s:a> <p:p> <o:1> <http://e/g1> .
<s:a> <p:p> "two\\nlines" <http://e/g1> .
<s:b> <p:p> _:x <http://e/g 2> .
""".replace("g 2", "g2")


class Store(http.server.BaseHTTPRequestHandler):
    graphs, failures, requests, lose, refused = {}, 0, [], False, ""

    def answer(self, status, body=b""):
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="store"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        Store.requests.append((self.command, self.path))
        wanted = "Basic " + base64.b64encode(b"ann:secret").decode()
        if self.headers.get("Authorization") != wanted:
            return self.answer(401)
        if Store.refused and Store.refused in self.path:
            return self.answer(507, b"full")
        if Store.failures > 0:
            Store.failures -= 1
            return self.answer(503, b"busy")
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        Store.graphs[query["graph"][0]] = body.splitlines()[Store.lose:]
        self.answer(201)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.headers["Content-Type"] != "application/x-www-form-urlencoded":
            return self.answer(415)
        graph = re.search(r"GRAPH <([^>]*)>", urllib.parse.parse_qs(body)["query"][0]).group(1)
        self.answer(200, f"n\r\n{len(Store.graphs.get(graph, []))}\r\n".encode())

    def log_message(self, *args):
        pass


class Push(unittest.TestCase):
    def setUp(self):
        Store.graphs, Store.failures, Store.requests, Store.lose, Store.refused = {}, 0, [], False, ""
        self.server = http.server.HTTPServer(("127.0.0.1", 0), Store)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/rdf"
        self.folder = tempfile.TemporaryDirectory()
        self.graph = os.path.join(self.folder.name, "g.nq")
        with open(self.graph, "w", encoding="utf-8") as file:
            file.write(GRAPH)

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def push(self, *options, password="secret"):
        environment = dict(os.environ, ENTENTE_USER="ann", ENTENTE_PASSWORD=password, no_proxy="127.0.0.1")
        return subprocess.run([sys.argv[1], "push", self.graph, self.url, "--pause-s", "0.01", *options],
                              env=environment, capture_output=True, text=True, timeout=60)

    def test_each_graph_arrives_and_is_counted(self):
        result = self.push("--sparql", self.url)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(result.stdout, "2 graphs sent, 3 triples, counted in the store\n")
        self.assertEqual(sorted(Store.graphs), ["http://e/g1", "http://e/g2"])
        self.assertIn('<s:a> <p:p> "two\\nlines" .', Store.graphs["http://e/g1"])

    def test_a_busy_store_is_asked_again(self):
        Store.failures = 3
        result = self.push()
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stderr.count("HTTP status 503: busy; trying again"), 3)

    def test_a_store_that_stays_busy_ends_the_push(self):
        Store.failures = 100
        result = self.push("--attempts", "2")
        self.assertEqual(result.returncode, 1)
        self.assertIn("<http://e/g1>: error: HTTP status 503", result.stderr)

    def test_a_wrong_password_is_not_tried_again(self):
        result = self.push(password="guess")
        self.assertEqual(result.returncode, 1)
        self.assertIn("HTTP status 401 (user or password was not accepted)", result.stderr)
        self.assertNotIn("guess", result.stderr)

    def test_a_url_of_another_kind_is_refused(self):
        result = self.push("--sparql", "ftp://127.0.0.1/x")
        self.assertEqual(result.returncode, 2)
        self.assertEqual(Store.requests, [])

    def test_a_broken_push_goes_on(self):
        journal = os.path.join(self.folder.name, "journal")
        self.assertEqual(self.push("--journal", journal).returncode, 0)
        before = len(Store.requests)
        self.assertEqual(self.push("--journal", journal).stdout, "0 graphs sent, 0 triples; 2 sent before\n")
        self.assertEqual(len(Store.requests), before)

    def test_what_went_well_is_not_sent_again(self):
        journal = os.path.join(self.folder.name, "journal")
        Store.refused = "g2"
        self.assertEqual(self.push("--journal", journal, "--attempts", "1").returncode, 1)
        Store.refused, Store.requests = "", []
        self.assertEqual(self.push("--journal", journal).stdout, "1 graphs sent, 1 triples; 1 sent before\n")
        self.assertFalse([path for _, path in Store.requests if "g1" in path])
        self.assertEqual(sorted(Store.graphs), ["http://e/g1", "http://e/g2"])

    def test_a_dry_run_sends_nothing(self):
        result = self.push("--dry-run")
        self.assertEqual(Store.requests, [])
        self.assertIn("2 triples  <http://e/g1>", result.stdout)

    def test_lost_triples_are_noticed(self):
        Store.lose = True
        result = self.push("--sparql", self.url)
        self.assertEqual(result.returncode, 1)
        self.assertIn("found 1 triples in the store, expected 2", result.stderr)

    def test_no_store_at_all(self):
        self.url = "http://127.0.0.1:9/none"
        result = self.push("--attempts", "1")
        self.assertEqual(result.returncode, 1)
        self.assertIn("error:", result.stderr)


unittest.main(argv=sys.argv[:1])
