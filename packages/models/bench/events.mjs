// Unweighted events and amplitudes per second of processor time on one thread, beside MadGraph5_aMC@NLO 3.5.7.
//
// MadGraph's seconds are those of test/data/madgraph-timings.json, for compiled processes on a machine of this kind;
// like ours they hold everything from the process to the events: adaptation, envelope, unweighting.
//
//   npm run build -w @belladonna/models && node packages/models/bench/events.mjs [--events n]
import { readFileSync } from "node:fs";
import process from "node:process";
import { URL } from "node:url";
import { parseArgs } from "node:util";
import { compile, evaluator, ffX, generate, qed, threePhotons, treeProcess, zPrime } from "../dist/index.js";

const { values } = parseArgs({ options: { events: { type: "string", default: "50000" } } });
const events = Number(values.events);
const timings = JSON.parse(readFileSync(new URL("../test/data/madgraph-timings.json", import.meta.url), "utf8"));

const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Amplitudes per second, over the momenta of generated events. */
function amplitudes(outgoing, table) {
  const evaluate = outgoing === undefined ? undefined : evaluator(compile(qed(), [11, -11], outgoing));
  if (evaluate === undefined) return undefined;
  const n = Math.min(table.length, 4096);
  const legs = outgoing.length + 2;
  const column = (name, leg) =>
    Float64Array.from({ length: n }, (_, k) => table.particles[name][table.offsets[k] + leg]);
  const momenta = Array.from({ length: legs }, (_, leg) => ({
    px: column("px", leg),
    py: column("py", leg),
    pz: column("pz", leg),
    e: column("e", leg),
    m: column("m", leg),
  }));
  const out = new Float64Array(n);
  evaluate(momenta, out, n);
  const start = seconds();
  let done = 0;
  do {
    evaluate(momenta, out, n);
    done += n;
  } while (seconds() - start < 1);
  return done / (seconds() - start);
}

const cases = [
  {
    name: "mu mu gamma",
    peer: "mumua",
    outgoing: [13, -13, 22],
    process: () => treeProcess({ model: qed(), outgoing: [13, -13, 22] }),
    cuts: { only: { 22: { energy: 0.1, cosTheta: 0.95 } } },
  },
  {
    name: "mu mu Z' (1 GeV)",
    peer: "mumuzp",
    process: () => ffX({ lepton: "mu", mediator: zPrime({ mass: 1, gPrime: 0.01 }) }),
    cuts: {},
  },
  {
    name: "mu mu mu mu",
    peer: "fourmu",
    outgoing: [13, -13, 13, -13],
    process: () => treeProcess({ model: qed(), outgoing: [13, -13, 13, -13] }),
    cuts: { cosTheta: 0.9 },
  },
  {
    name: "gamma gamma gamma",
    outgoing: [22, 22, 22],
    process: () => threePhotons(),
    cuts: { energy: 0.1, cosTheta: 0.95 },
  },
];

console.log("process".padEnd(20), "efficiency", "events/s", "MadGraph", "ratio", "amplitudes/s".padStart(13));
for (const { name, peer, outgoing, process: make, cuts } of cases) {
  const start = seconds();
  const table = generate(make(), { sqrtS: 10.58, cuts, events, seed: 1 });
  const rate = table.length / (seconds() - start);
  const own = peer === undefined ? undefined : timings[`${peer}_n50000_c1`];
  const theirs = own === undefined ? undefined : own.nevents / own.cpu_s;
  console.log(
    name.padEnd(20),
    table.efficiency.toFixed(3).padStart(10),
    rate.toFixed(0).padStart(8),
    (theirs?.toFixed(0) ?? "-").padStart(8),
    (theirs === undefined ? "-" : (rate / theirs).toFixed(0)).padStart(5),
    (amplitudes(outgoing, table)?.toFixed(0) ?? "-").padStart(13),
  );
}
