// Events per second of processor time through detector, level 1 and high level on one thread, and the level-1 menu beside
// code generated from its text.
//   npm run bench -- trigger
import { random } from "@belladonna/numerics";
import {
  belle2,
  detect,
  evaluate,
  highLevel,
  hltMenu,
  l1ExpressionText,
  l1Menu,
  level1InputNames,
  level1Inputs,
} from "@belladonna/trigger";
import { best, bestInTurn } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";
import { tableOf } from "../test/events.js";

const N = 8192;
const MUON = 0.1056583755;

/** Four particles an event: two muons and two photons, in all directions. */
const events = tableOf(
  Array.from({ length: N }, (_, i) => {
    const r = random(1).stream(i);
    const direction = () => ({
      theta: (Math.acos(2 * r.uniform() - 1) * 180) / Math.PI,
      phi: 360 * r.uniform() - 180,
    });
    return [
      { pdgId: 13, p: 0.3 + 4 * r.uniform(), m: MUON, ...direction() },
      { pdgId: -13, p: 0.3 + 4 * r.uniform(), m: MUON, ...direction() },
      { pdgId: 22, p: 0.1 + 3 * r.uniform(), ...direction() },
      { pdgId: 22, p: 0.1 + 3 * r.uniform(), ...direction() },
    ];
  }),
);
const root = random(2);
const detected = detect(events, belle2, root);
const inputs = level1Inputs(detected);

const ROUNDS = 10;
const rate = (run) => (1e3 * N) / best(run, ROUNDS);
const row = (work, run, aim) => ({ work, unit: "events/s", ours: rate(run), aim });
const rows = [
  row("detector", () => detect(events, belle2, root)),
  row("level-1 inputs", () => level1Inputs(detected)),
  row("high level", () => highLevel(detected, hltMenu)),
  row(
    "detector and trigger, four particles",
    () => {
      const d = detect(events, belle2, root);
      evaluate(l1Menu, level1Inputs(d));
      highLevel(d, hltMenu);
    },
    "1.2e5",
  ),
];

// The peer: one event at a time, each line a JavaScript expression over the event's words, compiled from text.
const words = new Int32Array(6 * N);
inputs.names.forEach((_, j) => {
  for (let i = 0; i < N; i++) {
    const set = (inputs.words[j * inputs.stride + (i >>> 5)] >>> (i & 31)) & 1;
    words[6 * i + (j >>> 5)] |= set << (j & 31);
  }
});
const at = (name) => {
  const j = level1InputNames.indexOf(name);
  return `((w${j >>> 5}>>>${j & 31})&1)`;
};
const oneHot = new Set(["t2", "t3", "ty", "ts", "ta", "cdcecl"]);
const counter = (name) =>
  [0, 1, 2, 3]
    .filter((k) => level1InputNames.includes(`${name}_${k}`))
    .map((k) => `${at(`${name}_${k}`)}*${oneHot.has(name) ? k + 1 : 2 ** k}`)
    .join("+");
const lines = l1Menu.lines.map((line) =>
  l1ExpressionText(line.logic)
    .replace(/(\w+) (==|>|<|>=|<=) (\d+)/g, (_m, name, op, value) => `+((${counter(name)})${op}${value})`)
    .replace(/\band\b/g, "&")
    .replace(/\bor\b/g, "|")
    .replace(/!([a-z]\w*)/g, (_m, name) => `(${at(name)}^1)`)
    .replace(/\b[a-z]\w*\b/g, (name) => (/^w\d$/.test(name) ? name : at(name))),
);
const body = Array.from(
  { length: 6 },
  (_, k) =>
    `o[b+${k}]=${lines
      .slice(32 * k, 32 * k + 32)
      .map((l, n) => `(${l})<<${n}`)
      .join("|")};`,
);
const load = "const w0=w[b],w1=w[b+1],w2=w[b+2],w3=w[b+3],w4=w[b+4],w5=w[b+5];";
const compiled = new Function("w", "o", "b", load + body.join(""));
const out = new Int32Array(6 * N);

// Both must say the same before they are compared.
for (let i = 0; i < N; i++) compiled(words, out, 6 * i);
const mine = evaluate(l1Menu, inputs);
mine.names.forEach((name, j) => {
  for (let i = 0; i < N; i++) {
    const a = (mine.words[j * mine.stride + (i >>> 5)] >>> (i & 31)) & 1;
    if (a !== ((out[6 * i + (j >>> 5)] >>> (j & 31)) & 1)) {
      throw new Error(`the peer disagrees on ${name} in event ${i}`);
    }
  }
});

const menu = bestInTurn(
  {
    ours: () => evaluate(l1Menu, inputs),
    peer: () => {
      for (let i = 0; i < N; i++) compiled(words, out, 6 * i);
    },
  },
  ROUNDS,
);
const [ours, peer] = [menu.ours, menu.peer].map((time) => (1e3 * N) / time);
rows.push({ work: "level-1 menu", unit: "events/s", ours, peers: { "code generated from it": peer } });
report(rows);
