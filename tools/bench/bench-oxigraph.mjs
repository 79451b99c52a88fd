// SPDX-License-Identifier: ISC
// The same as bench_queries.cpp with Oxigraph's npm package, from the folder that holds node_modules.
// usage: node bench-oxigraph.mjs GRAPH RUNS FOLDER QUERY.rq...
import {readFileSync, writeFileSync, createReadStream} from 'fs';
import {createInterface} from 'readline';
import {createRequire} from 'module';
import {basename, join} from 'path';
const {Store} = createRequire(process.cwd() + '/')('oxigraph');

const [graph, runs, folder, ...queries] = process.argv.slice(2);
const processorMs = () => { const {user, system} = process.cpuUsage(); return (user + system) / 1e3; };
const store = new Store();
const load = (text) => store.load(text, {format: 'application/n-quads', no_transaction: true});

// In pieces: a string of JavaScript cannot hold a gigabyte. Blank nodes keep their labels in N-Quads read this way.
let loadMs = 0, piece = [];
const flush = () => { const text = piece.join('\n'); const start = processorMs(); load(text); loadMs += processorMs() - start; piece = []; };
for await (const line of createInterface({input: createReadStream(graph)})) {
  piece.push(line.replace(/_:n(\d+)/g, '<urn:n$1>'));
  if (piece.length === 200000) flush();
}
flush();

const answer = (text) => {
  const form = /\b(SELECT|ASK|CONSTRUCT)\b/.exec(text.replace(/#.*$/gm, ''))[1];
  return store.query(text, {use_default_graph_as_union: true, results_format: form === 'CONSTRUCT' ? 'nt' : 'json'});
};
const times = {};
for (const path of queries) {
  const text = readFileSync(path, 'utf8'), name = basename(path, '.rq');
  times[name] = [];
  for (let i = 0; i < Number(runs); ++i) {
    const start = processorMs();
    const found = answer(text);
    times[name].push(processorMs() - start);
    if (i === 0) writeFileSync(join(folder, name), found);
  }
}
console.log(JSON.stringify({quads: store.size, load: loadMs, peak_mb: process.resourceUsage().maxRSS >> 10, queries: times}));
