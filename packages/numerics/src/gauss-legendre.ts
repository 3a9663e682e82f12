/** Nodes on (-1, 1) and weights of the Gauss-Legendre rule with `n` points, by Newton's iteration. */
const rule = (n: number): readonly [x: Float64Array, w: Float64Array] => {
  const x = new Float64Array(n);
  const w = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let iteration = 0; iteration < 100; iteration++) {
      let [p, before] = [1, 0];
      for (let k = 1; k <= n; k++) [p, before] = [((2 * k - 1) * z * p - (k - 1) * before) / k, p];
      slope = (n * (z * p - before)) / (z * z - 1);
      const step = p / slope;
      z -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    x[i] = z;
    w[i] = 2 / ((1 - z * z) * slope * slope);
  }
  return [x, w];
};

const rules = /* @__PURE__ */ new Map<number, readonly [Float64Array, Float64Array]>();

/** Nodes on (-1, 1) and weights of the Gauss-Legendre rule with `n` points, kept. */
export const nodes = (n: number): readonly [x: Float64Array, w: Float64Array] => {
  let pair = rules.get(n);
  if (pair === undefined) rules.set(n, (pair = rule(n)));
  return pair;
};

/** $\int_a^b f(x)\,dx$ by Gauss-Legendre with `n` points. */
export const integrate = (f: (x: number) => number, a: number, b: number, n = 48): number => {
  const [x, w] = nodes(n);
  const half = (b - a) / 2;
  const middle = (a + b) / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += w[i] * f(middle + half * x[i]);
  return half * sum;
};

/**
 * $\int_a^b f(x)\,dx$ of a function with square-root zeros or integrable singularities at one or both ends, by
 * $x=a+(b-a)\,t^2(3-2t)$, which is flat there.
 */
export const integrateEnds = (f: (x: number) => number, a: number, b: number, n = 48): number =>
  integrate((t) => f(a + (b - a) * t * t * (3 - 2 * t)) * 6 * t * (1 - t), 0, 1, n) * (b - a);
