// Columns of a million and three-body generation, against the same arithmetic in C (-O3), NumPy, and objects of this
// package, in one run:
//
//   npm run bench -- kinematics
//
// Peers that cannot be built or run are left out with a word. CPU milliseconds, the best of nine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { peerPython } from "../../../bench/peers/python.mjs";
import { add, boost, boostToRestOf, columns, eta, invariantMass, phaseSpace, phi, pt } from "@belladonna/kinematics";
import { report } from "../../../bench/report.mjs";
import { best } from "../../../bench/timing.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const N = 1_000_000;
const ROUNDS = 9;

/** xoshiro128+ with 53-bit uniforms, the C peer's generator. */
function stream() {
  let [a, b, c, d] = [1, 2, 3, 4];
  const next = () => {
    const r = (a + d) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return r;
  };
  const uniform = () => ((next() >>> 5) * 67108864 + (next() >>> 6) + 0.5) * (1 / 9007199254740992);
  const fill = (out) => {
    for (let i = 0; i < out.length; i++) out[i] = uniform();
  };
  return { uniform, fill };
}

function sample(random, mass) {
  const p = new Float64Array(N).map(() => 0.1 + 5 * random.uniform());
  const theta = new Float64Array(N).map(() => Math.acos(2 * random.uniform() - 1));
  const azimuth = new Float64Array(N).map(() => 2 * Math.PI * random.uniform());
  return columns.fromPThetaPhi(p, theta, azimuth, mass);
}

function columnTimes() {
  const random = stream();
  const [a, b] = [sample(random, 0.1396), sample(random, 0.4937)];
  const out = columns.fourVectors(N);
  const three = [columns.fourVectors(N), columns.fourVectors(N), columns.fourVectors(N)];
  const [x, y, z] = [new Float64Array(N), new Float64Array(N), new Float64Array(N)];
  const total = { px: 0, py: 0, pz: 0, e: 10.58, m: 10.58 };
  return {
    "mass of a pair": best(() => columns.invariantMass(a, b, x), ROUNDS),
    add: best(() => columns.add(a, b, out), ROUNDS),
    boost: best(() => columns.boost(a, [0.1, 0.2, 0.3], out), ROUNDS),
    "boost into a frame each": best(() => columns.boostToRestOf(a, b, out), ROUNDS),
    "pt, eta, phi": best(() => {
      columns.pt(a, x);
      columns.eta(a, y);
      columns.phi(a, z);
    }, ROUNDS),
    "three-body phase space": best(() => phaseSpace(total, [0.1057, 0.1057, 2], random, N, { out: three }), ROUNDS),
  };
}

/** The same with this package's functions of one vector, results kept as objects. */
function objectTimes() {
  const random = stream();
  const objects = (vs) => Array.from({ length: N }, (_, i) => columns.fourVectorAt(vs, i));
  const [a, b] = [objects(sample(random, 0.1396)), objects(sample(random, 0.4937))];
  const keep = new Array(N);
  const each = (f) =>
    best(() => {
      for (let i = 0; i < N; i++) keep[i] = f(a[i], b[i]);
    }, 3);
  return {
    "mass of a pair": each((v, w) => invariantMass(v, w)),
    add: each((v, w) => add(v, w)),
    boost: each((v) => boost(v, [0.1, 0.2, 0.3])),
    "boost into a frame each": each((v, w) => boostToRestOf(v, w)),
    "pt, eta, phi": each((v) => [pt(v), eta(v), phi(v)]),
  };
}

function peer(name, run) {
  try {
    return JSON.parse(run().toString());
  } catch (error) {
    console.log(`${name} left out: ${String(error.message).split("\n")[0]}`);
    return {};
  }
}

function compiled() {
  const folder = mkdtempSync(join(tmpdir(), "kinematics-bench-"));
  try {
    const program = join(folder, "peer");
    execFileSync("gcc", ["-O3", "-march=native", "-o", program, join(here, "peer.c"), "-lm"], { stdio: "pipe" });
    return execFileSync(program);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function numpy() {
  const python = peerPython();
  if (python === undefined) throw new Error("no Python with NumPy");
  return execFileSync(python, [join(here, "peer.py")], { stdio: "pipe" });
}

const mine = columnTimes();
const c = peer("C", compiled);
const np = peer("NumPy", numpy);
const objects = objectTimes();
const aims = { boost: "1.2 of C", "pt, eta, phi": "25 ms" };
report(
  Object.entries(mine).map(([name, ours]) => ({
    work: `${name}, a million`,
    unit: "ms",
    ours,
    peers: { "C -O3": c[name], NumPy: np[name], "our objects": objects[name] },
    aim: aims[name],
  })),
);
