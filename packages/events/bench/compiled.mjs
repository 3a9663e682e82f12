// Squared amplitudes per second of processor time by the plain evaluator and by WebAssembly, copies included, in the same
// run, and the time that making the program takes.
//   npm run bench -- events
import { phaseSpace } from "@belladonna/kinematics";
import { zPrime } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { wasmProgram } from "@belladonna/numerics/compiled";
import { compile } from "../src/amplitude/compile.ts";
import { compiledEvaluator } from "../src/amplitude/compiled/compiled-evaluator.ts";
import { evaluator } from "../src/amplitude/evaluate.ts";
import { qed, withMediator } from "../src/amplitude/fields.ts";
import { report } from "../../../bench/report.mjs";
import { best, rate } from "../../../bench/timing.mjs";

const N = 4096;
const SQRT_S = 10.58;

function sample({ legs }) {
  const beam = (side, { mass }) => {
    const column = (value) => new Float64Array(N).fill(value);
    const p = Math.sqrt((SQRT_S / 2) ** 2 - mass * mass);
    return { px: column(0), py: column(0), pz: column(side * p), e: column(SQRT_S / 2), m: column(mass) };
  };
  const masses = legs.slice(2).map(({ field }) => field.mass);
  const { momenta } = phaseSpace({ px: 0, py: 0, pz: 0, e: SQRT_S, m: SQRT_S }, masses, random(1), N);
  return [beam(1, legs[0].field), beam(-1, legs[1].field), ...momenta];
}

const boson = { ...zPrime({ mass: 1, gPrime: 0.01 }), width: () => 0 };
const withBoson = withMediator(qed(), boson);
const cases = [
  ["mu mu gamma", qed(), [13, -13, 22]],
  ["mu mu Z' (1 GeV)", withBoson, [13, -13, withBoson.fields.at(-1).pdgId], ["e", "mu", "tau", "photon"]],
  ["mu mu mu mu", qed(), [13, -13, 13, -13]],
];
const aims = ["1.4e6", "1.5e6", "4e5"];
const rows = cases.flatMap(([name, model, outgoing, propagating], k) => {
  const plan = compile(model, [11, -11], outgoing, propagating);
  const momenta = sample(plan);
  const out = new Float64Array(N);
  let fast;
  const making = best(() => (fast = compiledEvaluator(plan, wasmProgram)), 1);
  const plain = evaluator(plan);
  let [before, after] = [0, 0];
  for (let round = 0; round < 8; round++) {
    before = Math.max(
      before,
      rate(() => plain(momenta, out, N), N, 300),
    );
    after = Math.max(
      after,
      rate(() => fast(momenta, out, N), N, 300),
    );
  }
  return [
    {
      work: `${name}: amplitudes, compiled`,
      unit: "1/s",
      ours: after,
      peers: { "not compiled": before },
      aim: aims[k],
    },
    { work: `${name}: making the program`, unit: "ms", ours: making },
  ];
});
report(rows);
