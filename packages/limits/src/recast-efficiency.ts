import { exp, expm1, log, log1p } from "@belladonna/numerics/elementary";
import type { SearchEfficiency } from "./recast-search.js";
import { findRoot } from "@belladonna/numerics";

interface Edge {
  readonly rate: number;
  readonly ctau: number;
}

/** ln(1 − e^(−x)), accurate for small and large x. */
function log1mExp(x: number): number {
  return x > Math.LN2 ? log1p(-exp(-x)) : log(-expm1(-x));
}

/** ln of e^(−t0/cτ) − e^(−t1/cτ), t in cm. */
function logBetween(t0: number, t1: number, ctau: number): number {
  return -t0 / ctau + (t1 === Infinity ? 0 : log1mExp((t1 - t0) / ctau));
}

/**
 * Logarithm of the efficiency of a search as a function of $c\tau$ in cm; logarithms, since beyond a thick shield it
 * underflows.
 * @param efficiency - Kind of search.
 * @param mass - Mass, GeV.
 * @param low - Rate and lifetime of the original model at its lower edge.
 * @param high - The same at the upper edge, if there is one.
 */
export function recastEfficiency(
  efficiency: SearchEfficiency,
  mass: number,
  low: Edge,
  high: Edge | undefined,
): (ctau: number) => number {
  switch (efficiency.kind) {
    case "all":
      return () => 0;
    case "prompt": {
      const t1 = efficiency.length / efficiency.betaGamma(mass);
      return (ctau) => logBetween(0, t1, ctau);
    }
    case "escape": {
      const t0 = efficiency.length / efficiency.betaGamma(mass);
      return (ctau) => logBetween(t0, Infinity, ctau);
    }
    case "dump": {
      if (high === undefined) return () => Number.NaN;
      const stretch = 1 + efficiency.ratio;
      const t0 = shieldTime(low, high, stretch);
      return (ctau) => logBetween(t0, t0 * stretch, ctau);
    }
  }
}

/** The c t0 (cm) at which both edges have the same yield: JHEP 06 (2018) 004, eq. 2.24. */
function shieldTime(low: Edge, high: Edge, stretch: number): number {
  // Large t0 favours the long lifetime of the lower edge, so the difference falls with t0.
  const difference = (logT: number): number => {
    const t0 = exp(logT);
    const at = (e: Edge): number => log(e.rate) + logBetween(t0, t0 * stretch, e.ctau);
    return at(high) - at(low);
  };
  let a = log(high.ctau) - 20;
  let b = log(high.ctau) + 8;
  let fa = difference(a);
  let fb = difference(b);
  for (let i = 0; i < 40 && fa < 0; i++) fa = difference((a -= 5));
  for (let i = 0; i < 40 && fb > 0; i++) fb = difference((b += 2));
  return fa >= 0 && fb <= 0 ? exp(findRoot(difference, a, b, { fa, fb, absolute: 1e-13 })) : Number.NaN;
}
