# SPDX-License-Identifier: ISC
"""Stores that take our graphs: each is started on this machine in a scratch folder, loaded, asked and stopped.

A store is a context: entering starts it (StoreMissing if it is not installed), leaving stops it. load(quads) takes an N-Quads file and
gives what `entente push` said if that is how it loads. ask(query) gives the text of the answer as SPARQL JSON, with patterns outside GRAPH
seeing the triples of all graphs.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENTENTE = os.environ.get("ENTENTE", str(ROOT / "build/src/cli/entente"))
PATIENCE_S = 120  # for a server to start, an answer to come
FUSEKI = "~/.m2/repository/org/apache/jena/jena-fuseki-server/5.2.0/jena-fuseki-server-5.2.0.jar"
OXIGRAPH = """
import {createInterface} from 'readline';
import {createRequire} from 'module';
import {readFileSync} from 'fs';
const {Store} = createRequire(process.cwd() + '/')('oxigraph');
const store = new Store();
for await (const line of createInterface({input: process.stdin})) {
  const {load, query} = JSON.parse(line);
  try {
    if (load) store.load(readFileSync(load, 'utf8'), {format: 'application/n-quads'});
    console.log(load ? '""' : JSON.stringify(store.query(query, {use_default_graph_as_union: true, results_format: 'json'})));
  } catch (error) { console.log(JSON.stringify({error: String(error)})); }
}
"""
VIRTUOSO = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 1000000
"""


class StoreMissing(Exception):
    """The store is not installed here."""


class StoreFault(Exception):
    """The store did not do what was asked."""


def run(command, **options):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, **options)
    except FileNotFoundError as error:
        raise StoreMissing(f"{command[0]} is not installed") from error
    if done.returncode != 0:
        raise StoreFault(f"{command[0]}: status {done.returncode}: {(done.stderr or done.stdout)[:2000]}")
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Scratch:
    """A store with a folder of its own."""

    name = ""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="entente-store-"))
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        pass

    def stop(self):
        pass


class Server(Scratch):
    """A store that answers SPARQL over HTTP on the loopback interface."""

    process = None
    endpoint = ""      # SPARQL Protocol
    graph_store = ""   # Graph Store Protocol
    user, password = "", ""

    def launch(self, command):
        if shutil.which(command[0]) is None:
            raise StoreMissing(f"{command[0]} is not installed")
        log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.ask("ASK { <x:x> <x:x> <x:x> }")
                return
            except (OSError, StoreFault):
                if self.process.poll() is not None or time.monotonic() > until:
                    raise StoreFault(f"{self.name} does not start: {(self.folder / 'log').read_text()[-2000:]}") from None
                time.sleep(0.2)

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ask(self, query):
        form = urllib.parse.urlencode({"query": query}).encode()
        request = urllib.request.Request(self.endpoint, form, {"Accept": "application/sparql-results+json"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE_S) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise StoreFault(f"HTTP status {error.code}: {error.read().decode()[:500]}") from error

    def push(self, quads, *options):
        """Uploads with `entente push`, which counts what has arrived; gives its last line."""
        environment = dict(os.environ, ENTENTE_USER=self.user, ENTENTE_PASSWORD=self.password, no_proxy="127.0.0.1")
        return run([ENTENTE, "push", str(quads), self.graph_store, "--sparql", self.endpoint, *options], env=environment).strip()


class Rdflib(Scratch):
    """Debian's python3-rdflib."""

    name = "rdflib"

    def start(self):
        try:
            import rdflib
        except ImportError as error:
            raise StoreMissing("rdflib is not installed for this Python") from error
        self.data = rdflib.ConjunctiveGraph()

    def load(self, quads):
        self.data.parse(str(quads), format="nquads")

    def ask(self, query):
        return self.data.query(query).serialize(format="json").decode()


class Oxigraph(Scratch):
    """npm's oxigraph: its store in a process of Node."""

    name = "oxigraph"
    process = None

    def __init__(self, npm="."):
        self.npm = npm

    def start(self):
        if shutil.which("node") is None or not (pathlib.Path(self.npm) / "node_modules/oxigraph").exists():
            raise StoreMissing(f"node or {self.npm}/node_modules/oxigraph is not there")
        self.process = subprocess.Popen(["node", "--input-type=module", "-e", OXIGRAPH], cwd=self.npm, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def stop(self):
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait(timeout=20)
            self.process.stdout.close()

    def tell(self, **what):
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if isinstance(answer, dict):
            raise StoreFault(answer["error"])
        return answer

    def load(self, quads):
        self.tell(load=str(pathlib.Path(quads).resolve()))

    def ask(self, query):
        return self.tell(query=query)


class Jena(Scratch):
    """Debian's libapache-jena-java: TDB2 in the scratch folder, by its command-line tools.

    As packaged, classes were renamed and their message files were not; the copies put that right.
    """

    name = "jena"

    def start(self):
        jars = pathlib.Path("/usr/share/java")
        if not (jars / "jena-arq.jar").exists() or shutil.which("java") is None:
            raise StoreMissing("libapache-jena-java or java is not installed")
        run(["unzip", "-q", "-o", str(jars / "jena-core.jar"), "org/apache/jena/ext/xerces/*", "-d", str(self.folder / "fix")])
        shutil.copytree(self.folder / "fix/org/apache/jena/ext/xerces", self.folder / "fix/xerces")
        wrong = ("log4j", "slf4j-log4j", "slf4j-jdk", "slf4j-nop", "slf4j-jcl")
        self.path = ":".join([str(self.folder / "fix")] + sorted(str(j) for j in jars.glob("*.jar") if not j.name.startswith(wrong)))

    def java(self, *arguments):
        return run(["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", self.path, *map(str, arguments)])

    def load(self, quads):
        self.java("tdb2.tdbloader", "--loc", self.folder / "db", quads)

    def ask(self, query):
        path = self.folder / "query.rq"
        path.write_text(query, encoding="utf-8")
        return self.java("tdb2.tdbquery", "--loc", self.folder / "db", "--set", "tdb2:unionDefaultGraph=true", "--query", path,
                         "--results", "JSON")


class Fuseki(Server):
    """Apache Jena Fuseki from Maven (org.apache.jena:jena-fuseki-server), with TDB2. Loaded by `entente push`."""

    name = "fuseki"

    def __init__(self, jar=FUSEKI):
        self.jar = os.path.expanduser(jar)

    def start(self):
        if not os.path.exists(self.jar):
            raise StoreMissing(f"{self.jar} is not there")
        port = free_port()
        self.endpoint, self.graph_store = f"http://127.0.0.1:{port}/ds/query", f"http://127.0.0.1:{port}/ds/data"
        (self.folder / "db").mkdir()
        self.launch(["java", "-jar", self.jar, "--localhost", f"--port={port}", "--tdb2", "--loc=db", "--update",
                     "--set=tdb2:unionDefaultGraph=true", "/ds"])

    def load(self, quads):
        return self.push(quads)


class Virtuoso(Server):
    """Debian's virtuoso-opensource-7-bin, loaded by its bulk loader."""

    name = "virtuoso"
    user, password = "dba", "dba"  # of every fresh database

    def start(self):
        self.sql, port = free_port(), free_port()
        self.endpoint, self.graph_store = f"http://127.0.0.1:{port}/sparql", f"http://127.0.0.1:{port}/sparql-graph-crud-auth"
        (self.folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=self.sql, http=port))
        self.launch(["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"])

    def load(self, quads):
        (self.folder / "in").mkdir()
        shutil.copy(quads, self.folder / "in/graph.nq")
        run(["isql-vt", f"127.0.0.1:{self.sql}", self.user, self.password,
             f"exec=ld_dir('{self.folder}/in', '*.nq', ''); rdf_loader_run(); checkpoint;"])
