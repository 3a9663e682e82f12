// Efficiency of dark-sector lines against mass, and level-1 rates of QED processes, from samples of closed-form
// distributions: two-body kinematics and Born angular distributions for photons, flat phase space for three bodies.
//
//   npm run build && node packages/trigger/bench/tables.mjs [events]
import { boostFromRestOf, fromPThetaPhi, phaseSpace, superKekb } from "@belladonna/kinematics";
import { random } from "@belladonna/stats";
import {
  belle2,
  countSet,
  detect,
  evaluate,
  highLevel,
  hltMenu,
  l1Menu,
  level1Inputs,
  level1MenuText,
  parseMenu,
  rates,
  triggerEfficiency,
} from "@belladonna/trigger";

const N = Number(process.argv[2] ?? 20_000);
const S = superKekb.sqrtS;
const MUON = 0.1056583755;
const COLUMNS = ["px", "py", "pz", "e", "m", "vx", "vy", "vz", "vt"];

/** A table of events in the lab from lists of { pdgId, v } in the centre-of-mass frame, electron beam along z. */
function tableOf(events) {
  const all = events.flat();
  const offsets = new Int32Array(events.length + 1);
  events.forEach((e, i) => (offsets[i + 1] = offsets[i] + e.length));
  const lab = all.map(({ v }) => superKekb.toLab(v, { convention: "boost-and-rotate" }));
  const particles = Object.fromEntries(COLUMNS.map((name) => [name, Float64Array.from(lab, (v) => v[name] ?? 0)]));
  particles.pdgId = Int32Array.from(all, (q) => q.pdgId);
  particles.status = new Int8Array(all.length).fill(1);
  particles.mother = new Int32Array(all.length).fill(-1);
  return { length: events.length, offsets, weights: new Float64Array(events.length).fill(1), particles };
}

/** Cosine within ±limit from a density that never exceeds `maximum`, by rejection. */
function cosine(r, limit, density, maximum) {
  for (;;) {
    const c = limit * (2 * r.uniform() - 1);
    if (r.uniform() * maximum < density(c)) return c;
  }
}

const direction = (r, c) => [Math.acos(c), 2 * Math.PI * r.uniform()];
const isotropic = (r) => direction(r, 2 * r.uniform() - 1);
const opposite = ([theta, phi]) => [Math.PI - theta, phi + Math.PI];
const annihilation = (c) => (1 + c * c) / (1 - c * c);
const limit = Math.cos((10 * Math.PI) / 180);

/** e+e- -> gamma X: Born distribution of the photon outside 10 degrees; X is invisible or goes to two photons. */
function photonAndX(mass, visible) {
  const p = (S * S - mass * mass) / (2 * S);
  return tableOf(
    Array.from({ length: N }, (_, i) => {
      const r = random(11).stream(i);
      const at = direction(r, cosine(r, limit, annihilation, annihilation(limit)));
      const photon = { pdgId: 22, v: fromPThetaPhi(p, ...at, 0) };
      if (!visible) return [photon];
      const x = fromPThetaPhi(p, ...opposite(at), mass);
      const there = isotropic(r);
      const pair = [there, opposite(there)].map((d) => boostFromRestOf(fromPThetaPhi(mass / 2, ...d, 0), x));
      return [photon, ...pair.map((v) => ({ pdgId: 22, v }))];
    }),
  );
}

/** e+e- -> mu mu X, X invisible, flat in phase space, unweighted. */
function muonsAndX(mass) {
  const total = fromPThetaPhi(0, 0, 0, S);
  const events = [];
  for (let k = 0; events.length < N; k++) {
    const sample = phaseSpace(total, [MUON, MUON, mass], random(12).stream(k), 4096);
    const top = Math.max(...sample.weight);
    const r = random(13).stream(k);
    for (let i = 0; i < 4096 && events.length < N; i++) {
      if (r.uniform() * top > sample.weight[i]) continue;
      const at = (j) => Object.fromEntries(["px", "py", "pz", "e", "m"].map((c) => [c, sample.momenta[j][c][i]]));
      events.push([
        { pdgId: 13, v: at(0) },
        { pdgId: -13, v: at(1) },
      ]);
    }
  }
  return tableOf(events);
}

/** Pairs back to back with a given angular density outside 10 degrees. */
function pairs(pdgId, mass, density, maximum) {
  const p = Math.sqrt((S / 2) ** 2 - mass * mass);
  return tableOf(
    Array.from({ length: N }, (_, i) => {
      const r = random(14).stream(i);
      const at = direction(r, cosine(r, limit, density, maximum));
      const other = pdgId === 22 ? 22 : -pdgId;
      return [
        { pdgId, v: fromPThetaPhi(p, ...at, mass) },
        { pdgId: other, v: fromPThetaPhi(p, ...opposite(at), mass) },
      ];
    }),
  );
}

/** Events with exactly two tracks, in the barrel and more than 90 degrees apart in azimuth. */
function twoBarrelTracks({ length, tracks: t }) {
  return Array.from({ length }, (_, i) => {
    const [a, b] = [t.offsets[i], t.offsets[i] + 1];
    if (t.offsets[i + 1] !== b + 1) return false;
    const barrel = [a, b].every((k) => {
      const degrees = (Math.atan2(Math.hypot(t.px[k], t.py[k]), t.pz[k]) * 180) / Math.PI;
      return degrees > 37 && degrees < 120;
    });
    return barrel && t.px[a] * t.px[b] + t.py[a] * t.py[b] < 0;
  });
}

const percent = (x) => (100 * x).toFixed(1).padStart(6);

function efficiencies(title, masses, sampleOf, lines, options = {}) {
  console.log(`\n${title}: efficiency in % of ${N} events, +- one standard deviation below 0.4`);
  console.log(["mass/GeV", ...lines, options.title ?? "any", "HLT keeps"].map((h) => h.padStart(9)).join(" "));
  for (const mass of masses) {
    const detected = detect(sampleOf(mass), belle2, random(1));
    const l1 = evaluate(l1Menu, level1Inputs(detected));
    const high = highLevel(detected, hltMenu, { level1: l1 });
    const values = lines.map((line) => triggerEfficiency({ line, bits: l1 }).value);
    let any = triggerEfficiency({ line: lines.join(" or "), bits: l1 }).value;
    const kept = countSet(high.kept, "kept") / N;
    const { reference } = options;
    if (reference !== undefined)
      any = triggerEfficiency({ line: options.line, reference: reference(detected), bits: l1 }).value;
    console.log([mass.toFixed(2).padStart(9), ...[...values, any, kept].map((v) => percent(v).padStart(9))].join(" "));
  }
}

console.log("Belle II parametrisation; many of its numbers are recalled, see belle2Data.");
efficiencies("e+e- -> gamma A', A' invisible", [0.1, 2, 4, 6, 8, 9], (m) => photonAndX(m, false), [
  "lml1",
  "lml6",
  "lml13",
  "hie",
]);
efficiencies("e+e- -> gamma a, a -> gamma gamma", [0.2, 1, 3, 5, 7, 9], (m) => photonAndX(m, true), [
  "hie",
  "c2",
  "c3",
  "lml12",
  "ggsel",
]);
efficiencies(
  "e+e- -> mu mu Z', Z' invisible, flat phase space (ffo*: of events with two tracks at 37-120 degrees, more than 90 apart in azimuth; published 79 % in 2018)",
  [0.1, 1, 3, 5, 7, 9],
  muonsAndX,
  ["ffo", "ffb", "fyo", "stt", "cdcklm1", "mu_pair"],
  { title: "ffo*", line: "ffo", reference: twoBarrelTracks },
);

// Those of the 2018 menu for the later phase (basf2 trg/gdl/src/TRGGDL.cc), and the design report's for Bhabha samples.
const PRESCALES = { lml4: 20, lml7: 5, lml10: 5, bha3d: 100, bhapur: 100 };
// The lines that physics data are taken with, without the monitors.
const wanted =
  "fff ffo ffy fyo fy30 ffb stt hie lml0 lml1 lml2 lml4 lml6 lml7 lml8 lml10 lml12 lml13 c2 c3 c4 ggsel eed fed fp mu_pair mu_b2b cdcklm1 seklm1 ecleklm1 bha3d bhapur".split(
    " ",
  );
const text = level1MenuText
  .split("\n")
  .filter((line) => wanted.includes(line.split(" ")[0]))
  .map((line) => {
    const prescale = PRESCALES[line.split(" ")[0]];
    return prescale === undefined ? line : `${line} prescale ${prescale}`;
  });
const menu = parseMenu(text.join("\n"));
// Born cross sections for 10-170 degrees in the centre-of-mass frame, nb; of muon pairs the whole.
const bhabha = (c) => ((3 + c * c) / (1 - c)) ** 2;
const samples = [
  ["Bhabha", 287, pairs(11, 0.00051099895, bhabha, bhabha(limit))],
  ["gamma gamma", 4.52, pairs(22, 0, annihilation, annihilation(limit))],
  ["mu mu", 0.776, pairs(13, MUON, (c) => 1 + c * c, 2)],
].map(([name, nanobarn, events]) => ({
  name,
  crossSection: nanobarn * 1e6,
  inputs: level1Inputs(detect(events, belle2, random(2))),
}));
const r = rates(menu, samples, { luminosity: 6e35 });
console.log(`\nLevel-1 rates at 6e35 cm^-2 s^-1 of ${menu.lines.length} physics lines, Hz (budget 30 000 Hz)`);
for (const s of r.samples)
  console.log(`${s.name.padEnd(14)} ${s.total.value.toFixed(0).padStart(7)} +- ${s.total.error.toFixed(0)}`);
console.log(
  `${"together".padEnd(14)} ${r.total.value.toFixed(0).padStart(7)} +- ${r.total.error.toFixed(0)}, ${percent(r.budgetFraction)} % of the budget`,
);
console.log("line       total   pure");
for (const l of [...r.lines].sort((a, b) => b.total.value - a.total.value).slice(0, 12)) {
  console.log(`${l.name.padEnd(9)} ${l.total.value.toFixed(0).padStart(6)} ${l.pure.value.toFixed(0).padStart(6)}`);
}
