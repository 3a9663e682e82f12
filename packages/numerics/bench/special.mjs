// Special functions beside those of stdlib, where `@stdlib/math-base-special-…` is installed: nanoseconds a call.
//   npm run bench -- numerics
import { betaI, digamma, erf, erfc, erfcInverse, logGamma, random } from "@belladonna/numerics";
import { bestInTurn } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";

const N = 10_000;
const stream = random(1);
const between = (a, b) => Float64Array.from({ length: N }, () => a + (b - a) * stream.uniform());
const logBetween = (a, b) => between(a, b).map((t) => 10 ** t);

/** The same function of stdlib. */
async function peer(name) {
  try {
    return (await import(`@stdlib/math-base-special-${name}`)).default;
  } catch {
    return undefined;
  }
}

const one = (f, x) => () => {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += f(x[i]);
  return sum;
};
const [a, b, x] = [logBetween(-1, 1.3), logBetween(-1, 1.3), between(0, 1)];
const three = (f) => () => {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += f(x[i], a[i], b[i]);
  return sum;
};

const works = [
  ["erf on (-3, 3)", erf, "erf", between(-3, 3)],
  ["erfc on (0, 2)", erfc, "erfc", between(0, 2)],
  ["erfc on (2, 20)", erfc, "erfc", between(2, 20)],
  ["erfcInverse on (0, 2)", erfcInverse, "erfcinv", between(0, 2)],
  ["erfcInverse from 1e-300 to 1", erfcInverse, "erfcinv", logBetween(-300, 0)],
  ["logGamma on (0, 8)", logGamma, "gammaln", between(0, 8)],
  ["logGamma from 10 to 1e10", logGamma, "gammaln", logBetween(1, 10)],
  ["logGamma on (-20, 0)", logGamma, "gammaln", between(-20, 0)],
  ["digamma on (0, 10)", digamma, "digamma", between(0, 10)],
  ["digamma from 10 to 1e10", digamma, "digamma", logBetween(1, 10)],
  ["digamma on (-20, 0)", digamma, "digamma", between(-20, 0)],
  ["betaI of shapes from 0.1 to 20", betaI, "betainc"],
];
const rows = [];
for (const [work, own, name, points] of works) {
  const loop = (f) => (points === undefined ? three(f) : one(f, points));
  const other = await peer(name);
  const times = bestInTurn({ ours: loop(own), ...(other && { stdlib: loop(other) }) }, 30);
  const [ours, theirs] = [times.ours, times.stdlib].map((time) => (1e6 * time) / N);
  rows.push({ work, unit: "ns", ours, peers: { stdlib: other && theirs } });
}
report(rows);
