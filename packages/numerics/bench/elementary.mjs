// Each function beside the engine's own, in the same run: nanoseconds a call, and their ratio (below 1 ours is faster).
//   npm run build -w packages/numerics && node packages/numerics/bench/elementary.mjs
import * as elementary from "../dist/elementary.js";
import { random } from "../dist/index.js";

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

/** Seconds of a pass over the arguments, in a loop of its own, so that the call in it has one target. */
function timer(isOfTwo) {
  return new Function(
    "f",
    "x",
    "y",
    `let s = 0; for (let i = 0; i < x.length; i++) s += f(x[i]${isOfTwo ? ", y[i]" : ""}); return s;`,
  );
}

function nanoseconds(pass, f, x) {
  const start = performance.now();
  for (let i = 0; i < 20; i++) pass(f, x, second);
  return ((performance.now() - start) * 1e6) / (20 * N);
}

console.log("function   ours/ns  Math/ns  ratio");
for (const [name, x] of Object.entries(arguments_)) {
  const isOfTwo = name === "atan2" || name === "pow";
  const [ours, engine] = [timer(isOfTwo), timer(isOfTwo)];
  const best = [Infinity, Infinity];
  for (let round = 0; round < 25; round++) {
    best[0] = Math.min(best[0], nanoseconds(ours, elementary[name], x));
    best[1] = Math.min(best[1], nanoseconds(engine, Math[name], x));
  }
  const [a, b] = best.map((t) => t.toFixed(1).padStart(8));
  console.log(`${name.padEnd(8)} ${a} ${b}  ${(best[0] / best[1]).toFixed(2).padStart(6)}`);
}
