import { particle } from "@belladonna/kinematics";
import type { GridLimit } from "@belladonna/limits";
import { gaussLegendre } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";
import { pairEfficiency } from "../events/displaced-tracking.js";
import type { SignalChannel } from "./channels.js";
import { notNegative } from "./not-negative.js";

/** Ends of the radii between which the efficiency is taken as one number, cm. */
const EDGES = [0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 25, 30, 40, 60, 100] as const;

/** Lifetimes that are compared with 1 cm, cm: below them the selection's own displacement matters. */
const LIFETIMES = [2.5, 5, 10, 25, 50, 100] as const;

/** Masses that enter, GeV: below, the pair is narrow; above, the scalar is slow. */
const MASSES = Array.from({ length: 18 }, (_, i) => 1 + 0.2 * i);

/** Shares of decays in each radius of {@link EDGES} for a scalar of a lifetime, from isotropic decays of slow $B$ mesons. */
function shares({ charge, kaon }: SignalChannel, mass: number, ctau: number): number[] {
  const b = particle(charge === "+" ? 521 : 511).mass;
  const k = particle(kaon === "K*" ? 313 : 321).mass;
  const lambda = (b - k - mass) * (b - k + mass) * (b + k - mass) * (b + k + mass);
  const momentum = Math.sqrt(Math.max(0, lambda)) / (2 * b);
  const { x, w } = gaussLegendre(40);
  const found = EDGES.slice(1).map(() => 0);
  x.forEach((cosTheta, i) => {
    // Momentum across the beams, which the boost along them leaves.
    const length = (ctau * momentum * Math.sqrt(1 - cosTheta * cosTheta)) / mass;
    found.forEach((_, j) => {
      found[j] += 0.5 * w[i] * (exp(-EDGES[j] / length) - exp(-EDGES[j + 1] / length));
    });
  });
  return found;
}

/** Median of a grid's limits within 3 % of a mass, at a lifetime, which smooths what vetoes and fluctuations do. */
function limitNear({ mass, ctau, value }: GridLimit, m: number, lifetime: number): number {
  const row = value[ctau.indexOf(lifetime)];
  const near = row.filter((x, i) => Math.abs(mass[i] / m - 1) < 0.03 && !Number.isNaN(x)).sort((a, b) => a - b);
  return near[near.length >> 1];
}

/**
 * Efficiency at a lifetime over that at 1 cm that a publication implies: where no event is expected the limit is one over it.
 *
 * @param grid - Published limits.
 * @param mass - Mass, GeV.
 * @param ctau - Lifetime, cm.
 */
export function publishedShape(grid: GridLimit, mass: number, ctau: number): number {
  return limitNear(grid, mass, 1) / limitNear(grid, mass, ctau);
}

/**
 * Unfold the efficiency of pairs against the radius from the published lifetime dependence: the non-increasing steps between
 * {@link EDGES} that fit all masses and lifetimes best, 1 at the interaction point.
 *
 * @param grid - Published limits of a channel without background.
 * @param channel - The channel.
 * @returns Efficiency in each step.
 */
export function unfoldedPairs(grid: GridLimit, channel: SignalChannel): number[] {
  const n = EDGES.length - 1;
  // Residuals are linear in the efficiencies E: sum_k (P_k(ctau) / r - P_k(1 cm)) E_k, r the published ratio.
  const rows = MASSES.flatMap((mass) => {
    const one = shares(channel, mass, 1);
    return LIFETIMES.map((ctau) => {
      const ratio = publishedShape(grid, mass, ctau);
      return shares(channel, mass, ctau).map((share, k) => share / ratio - one[k]);
    });
  });
  // E_k = sum_{j >= k} w_j with w_j >= 0; one more row holds E_0 near 1, by which all are then divided.
  const sums = rows.map((row) => {
    let sum = 0;
    return row.map((x) => (sum += x));
  });
  const drops = notNegative([...sums, new Array<number>(n).fill(UNIT)], [...rows.map(() => 0), UNIT]);
  const efficiency = drops.map((_, k) => drops.slice(k).reduce((sum, x) => sum + x, 0));
  return efficiency.map((x) => x / efficiency[0]);
}

/** Weight of the row that sets the scale. */
const UNIT = 30;

/**
 * Efficiency at a lifetime over that at 1 cm by {@link pairEfficiency} alone, without the search's own cuts.
 *
 * @param channel - The channel.
 * @param mass - Mass, GeV.
 * @param ctau - Lifetime, cm.
 */
export function lifetimeShape(channel: SignalChannel, mass: number, ctau: number): number {
  const steps = EDGES.slice(1).map((edge, k) => stepAt(0.5 * (EDGES[k] + edge)));
  const at = (lifetime: number): number =>
    shares(channel, mass, lifetime).reduce((sum, share, k) => sum + share * steps[k], 0);
  return at(ctau) / at(1);
}

function stepAt(radius: number): number {
  const nodes = pairEfficiency.value;
  const k = Math.max(
    1,
    nodes.findIndex(([r]) => r >= radius),
  );
  const [[r0, y0], [r1, y1]] = [nodes[k - 1], nodes[k]];
  return y0 + ((y1 - y0) * (radius - r0)) / (r1 - r0);
}
