// Each function beside the engine's own, in the same run: nanoseconds a call.
//   npm run bench -- numerics
import * as elementary from "@belladonna/numerics/elementary";
import { random } from "@belladonna/numerics";
import { bestInTurn } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";

const N = 4096;
const stream = random(1);
const between = (a, b) => Float64Array.from({ length: N }, () => a + (b - a) * stream.uniform());
const arguments_ = {
  exp: between(-20, 2),
  expm1: between(-1, 1),
  log: between(0, 10),
  log1p: between(-0.5, 0.5),
  log2: between(0, 10),
  log10: between(0, 10),
  sin: between(-3.2, 3.2),
  cos: between(-3.2, 3.2),
  tan: between(-1.5, 1.5),
  asin: between(-1, 1),
  acos: between(-1, 1),
  atan: between(-5, 5),
  sinh: between(-3, 3),
  cosh: between(-3, 3),
  tanh: between(-3, 3),
  asinh: between(-3, 3),
  acosh: between(1, 10),
  atanh: between(-1, 1),
  atan2: between(-1, 1),
  pow: between(0, 10),
};
const second = between(-1, 1);

/** A pass over the arguments, in a loop of its own, so that the call in it has one target. */
function timer(isOfTwo) {
  return new Function(
    "f",
    "x",
    "y",
    `let s = 0; for (let i = 0; i < x.length; i++) s += f(x[i]${isOfTwo ? ", y[i]" : ""}); return s;`,
  );
}

const PASSES = 20;
const rows = Object.entries(arguments_).map(([name, x]) => {
  const isOfTwo = name === "atan2" || name === "pow";
  const [own, engine] = [timer(isOfTwo), timer(isOfTwo)];
  const passes = (pass, f) => () => {
    for (let i = 0; i < PASSES; i++) pass(f, x, second);
  };
  const times = bestInTurn({ own: passes(own, elementary[name]), engine: passes(engine, Math[name]) }, 25);
  const [ours, peer] = [times.own, times.engine].map((time) => (1e6 * time) / (PASSES * N));
  return { work: name, unit: "ns", ours, peers: { Math: peer } };
});
report(rows);
