import type { Density } from "../densities/density.js";

// Gauss–Legendre nodes and weights of order 8 on [-1, 1] (positive half).
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
const MAX_DEPTH = 30;

/**
 * Points with weights that stand for the expected events of a density: Gauss–Legendre nodes in panels that are halved
 * until each reproduces the density's own integral.
 */
export function asimovPoints(
  density: Density,
  theta: Float64Array,
  scale: number,
): { x: Float64Array; weights: Float64Array } {
  const points: number[] = [];
  const weights: number[] = [];
  const x = new Float64Array(8);
  const f = new Float64Array(8);
  const [low, high] = density.range;
  const total = Math.abs(density.integral(theta, low, high));
  const panel = (a: number, b: number, depth: number): void => {
    const middle = 0.5 * (a + b);
    const half = 0.5 * (b - a);
    for (let k = 0; k < 4; k++) {
      x[2 * k] = middle - half * NODES[k];
      x[2 * k + 1] = middle + half * NODES[k];
    }
    density.evaluate(theta, x, 8, f);
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += half * WEIGHTS[k >> 1] * f[k];
    if (depth < MAX_DEPTH && !(Math.abs(sum - density.integral(theta, a, b)) <= 1e-12 * total)) {
      panel(a, middle, depth + 1);
      panel(middle, b, depth + 1);
      return;
    }
    for (let k = 0; k < 8; k++) {
      points.push(x[k]);
      weights.push(scale * half * WEIGHTS[k >> 1] * f[k]);
    }
  };
  const panels = 16;
  for (let i = 0; i < panels; i++) {
    panel(low + ((high - low) * i) / panels, low + ((high - low) * (i + 1)) / panels, 0);
  }
  return { x: Float64Array.from(points), weights: Float64Array.from(weights) };
}
