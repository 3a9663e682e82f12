import { bench, describe } from "vitest";
import { betaI, digamma, erf, erfc, erfcInverse, logGamma, random } from "../src/index.js";

const N = 10_000;
const stream = random(1);
const between = (a: number, b: number): Float64Array =>
  Float64Array.from({ length: N }, () => a + (b - a) * stream.uniform());
const logBetween = (a: number, b: number): Float64Array => between(a, b).map((t) => 10 ** t);

type Scalar = (x: number) => number;
/** The same functions of stdlib, where it is installed. */
const peer = async (name: string): Promise<Scalar | undefined> => {
  try {
    return ((await import(/* @vite-ignore */ `@stdlib/math-base-special-${name}`)) as { default: Scalar }).default;
  } catch {
    return undefined;
  }
};

const table: [name: string, own: Scalar, peer: string, x: Float64Array][] = [
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
];
/** Kept, so that no loop is optimised away. */
const sums = new Float64Array(1);
for (const [name, own, peerName, x] of table) {
  const other = await peer(peerName);
  describe(name, () => {
    bench("own", () => {
      for (let i = 0; i < N; i++) sums[0] += own(x[i]);
    });
    if (other === undefined) return;
    bench("stdlib", () => {
      for (let i = 0; i < N; i++) sums[0] += other(x[i]);
    });
  });
}

const a = logBetween(-1, 1.3);
const b = logBetween(-1, 1.3);
const x = between(0, 1);
const betainc = (await peer("betainc")) as ((x: number, a: number, b: number) => number) | undefined;
describe("betaI of shapes from 0.1 to 20", () => {
  bench("own", () => {
    for (let i = 0; i < N; i++) sums[0] += betaI(x[i], a[i], b[i]);
  });
  if (betainc === undefined) return;
  bench("stdlib", () => {
    for (let i = 0; i < N; i++) sums[0] += betainc(x[i], a[i], b[i]);
  });
});
