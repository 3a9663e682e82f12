// Unweighted events and amplitudes per second of processor time on one thread, beside MadGraph5_aMC@NLO 3.5.7.
//
// MadGraph's seconds are those of test/data/madgraph-timings.json, for compiled processes on a machine of this kind;
// like ours they hold everything from the process to the events: adaptation, envelope, unweighting. It has no figures
// for three photons, decays and untagged electrons.
//
//   npm run bench -- events
import { readFileSync } from "node:fs";
import { URL } from "node:url";
import { darkPhoton, zPrime } from "@belladonna/models";
import { ffX, gammaX, generate, qed, tauDecays, threePhotons, treeProcess } from "@belladonna/events";
import { report } from "../../../bench/report.mjs";
import { rate, spent } from "../../../bench/timing.mjs";

const EVENTS = 50_000;
const timings = JSON.parse(readFileSync(new URL("../test/data/madgraph-timings.json", import.meta.url), "utf8"));

const seconds = () => spent() / 1e3;

/** Squared amplitudes per second, over the momenta of generated events. */
function amplitudes({ outgoing, squaredAmplitude }, table) {
  const n = Math.min(table.length, 4096);
  const column = (name, leg) =>
    Float64Array.from({ length: n }, (_, k) => table.particles[name][table.offsets[k] + leg]);
  const momenta = Array.from({ length: outgoing.length + 2 }, (_, leg) => ({
    px: column("px", leg),
    py: column("py", leg),
    pz: column("pz", leg),
    e: column("e", leg),
    m: column("m", leg),
  }));
  const out = new Float64Array(n);
  squaredAmplitude(momenta, out, n);
  return rate(() => squaredAmplitude(momenta, out, n), n, 1000);
}

const qedProcess = (...outgoing) => treeProcess({ model: qed(), outgoing });
const taus = () => qedProcess(15, -15);
const decays = [tauDecays()];

const cases = [
  {
    name: "mu mu gamma",
    peer: "mumua",
    make: () => qedProcess(13, -13, 22),
    cuts: { only: { 22: { energy: 0.1, cosTheta: 0.95 } } },
    aim: "1.25e5",
  },
  {
    name: "mu mu Z' (1 GeV)",
    peer: "mumuzp",
    make: () => ffX({ lepton: "mu", mediator: zPrime({ mass: 1, gPrime: 0.01 }) }),
  },
  {
    name: "mu mu mu mu",
    peer: "fourmu",
    make: () => qedProcess(13, -13, 13, -13),
    cuts: { cosTheta: 0.9 },
    aim: "1.2e4",
  },
  {
    name: "gamma A' (1 GeV)",
    peer: "gap",
    make: () => gammaX(darkPhoton({ mass: 1, epsilon: 1e-3 })),
    cuts: { only: { 22: { cosTheta: 0.9 } } },
  },
  { name: "gamma gamma gamma", make: threePhotons, cuts: { energy: 0.1, cosTheta: 0.95 } },
  { name: "tau tau", make: taus },
  { name: "tau tau with decays", make: taus, options: { decays } },
  { name: "tau tau with decays, spins off", make: taus, options: { decays, spinCorrelations: false } },
  { name: "e e mu mu, untagged", make: () => qedProcess(11, -11, 13, -13), share: 0.02 },
];

const rows = cases.flatMap(({ name, peer, make, cuts = {}, options = {}, share = 1, aim }) => {
  const start = seconds();
  const one = make();
  const table = generate(one, { sqrtS: 10.58, cuts, events: Math.ceil(share * EVENTS), seed: 1, ...options });
  const perSecond = table.length / (seconds() - start);
  const own = peer === undefined ? undefined : timings[`${peer}_n50000_c1`];
  const efficiency = `${(100 * table.efficiency).toFixed(1)} % of trials`;
  return [
    {
      work: `${name}: events (${efficiency})`,
      unit: "1/s",
      ours: perSecond,
      peers: { "MadGraph, stored": own && own.nevents / own.cpu_s },
      aim,
    },
    { work: `${name}: amplitudes`, unit: "1/s", ours: amplitudes(one, table) },
  ];
});
report(rows);
