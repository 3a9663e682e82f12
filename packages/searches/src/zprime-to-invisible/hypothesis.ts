import { exp, log, square } from "@belladonna/numerics/elementary";
import type { SignalNode } from "./events.js";
import type { Analysis } from "./selection.js";
import type { Part } from "./histogram.js";
import { FAR, WIDTH } from "./inputs.js";

/** Steps between two simulated masses in which a wide $Z'$ is integrated. */
const STEPS = 4;

/** Signal at a mass: what it gives in the recoil for a cross section of 1 fb and a luminosity of 1 fb⁻¹. */
export interface Hypothesis {
  /** Mass, GeV. */
  readonly mass: number;
  /** Events of simulated masses, moved to this one. */
  readonly parts: readonly Part[];
  /** Selected and kept by the trigger. */
  readonly efficiency: number;
  /** Of the events that pass all else. */
  readonly triggerEfficiency: number;
  /** Standard deviation of the squared recoil mass, GeV². */
  readonly sigma: number;
  /** Half the width of the mass in the square, GeV²: 0 when negligible. */
  readonly spread: number;
  /** Cross section for $g' = 1$, fb. */
  readonly perCoupling2: number;
}

/** A $Z'$ of negligible width, between the two simulated masses around it. */
export function narrow(nodes: readonly SignalNode[], mass: number, analysis: Analysis): Hypothesis {
  const [a, b, t] = around(nodes, mass);
  const shares: [SignalNode, number][] =
    a === b
      ? [[a, 1]]
      : [
          [a, 1 - t],
          [b, t],
        ];
  const mix = (of: (node: SignalNode) => number) => shares.reduce((sum, [node, share]) => sum + share * of(node), 0);
  const parts = shares.map(([node, share]): Part => {
    const shift = mass * mass - node.mass * node.mass;
    return { events: node.selected[analysis], scale: share, from: () => shift, to: () => shift };
  });
  return {
    mass,
    parts,
    efficiency: mix((node) => node.efficiency[analysis]),
    triggerEfficiency: mix((node) => node.triggerEfficiency[analysis]),
    sigma: mix((node) => node.sigma),
    spread: 0,
    perCoupling2: crossSectionAt(nodes, mass),
  };
}

/**
 * A $Z'$ of width $\Gamma = 0.1 M$ to light invisible particles: narrow ones weighted with their cross section and
 * $$\frac1\pi \frac{m\,\Gamma(m)}{(m^2 - M^2)^2 + m^2\Gamma(m)^2}\,\mathrm{d}m^2, \qquad \Gamma(m) = \Gamma \frac mM,$$
 * within $\pm 0.3 M$.
 */
export function wide(nodes: readonly SignalNode[], mass: number, analysis: Analysis): Hypothesis {
  const half = 0.5 * (nodes.length > 1 ? nodes[1].mass - nodes[0].mass : 0.2);
  const low = (1 - FAR.value) * mass;
  const high = Math.min((1 + FAR.value) * mass, nodes[nodes.length - 1].mass);
  const slices: { node: SignalNode; weight: number; from: number; to: number }[] = [];
  for (const [k, node] of nodes.entries()) {
    const first = k === 0 ? 0 : node.mass - half;
    for (let j = 0; j < STEPS; j++) {
      const end = node.mass + half;
      const from = Math.max(low, first + (j * (end - first)) / STEPS);
      const to = Math.min(high, first + ((j + 1) * (end - first)) / STEPS);
      if (!(to > from)) continue;
      slices.push({ node, weight: breitWigner(mass, from, to) * crossSectionAt(nodes, 0.5 * (from + to)), from, to });
    }
  }
  const total = slices.reduce((sum, { weight }) => sum + weight, 0);
  const mix = (of: (node: SignalNode) => number) =>
    slices.reduce((sum, { node, weight }) => sum + (weight / total) * of(node), 0);
  const parts = slices.map(({ node, weight, from, to }): Part => {
    const own = node.mass * node.mass;
    return {
      events: node.selected[analysis],
      scale: weight / total,
      from: () => from * from - own,
      to: () => to * to - own,
    };
  });
  return {
    mass,
    parts,
    efficiency: mix((node) => node.efficiency[analysis]),
    triggerEfficiency: mix((node) => node.triggerEfficiency[analysis]),
    sigma: mix((node) => node.sigma),
    spread: 0.5 * WIDTH.value * mass * mass,
    perCoupling2: total,
  };
}

/** Probability of a mass between `from` and `to`; the argument of the tangent form is exact for $\Gamma(m) \propto m$. */
function breitWigner(mass: number, from: number, to: number): number {
  // With m Γ(m) = w m², w = Γ/M: the primitive of w s / ((s − M²)² + w² s²) by its midpoint is good for narrow slices.
  const s = square(0.5 * (from + to));
  const m2 = mass * mass;
  return ((WIDTH.value * s) / (square(s - m2) + square(WIDTH.value * s)) / Math.PI) * (to * to - from * from);
}

/** Cross section for $g' = 1$ between simulated masses, in the logarithm, fb. */
export function crossSectionAt(nodes: readonly SignalNode[], mass: number): number {
  const [a, b, t] = around(nodes, mass);
  return a === b ? a.perCoupling2 : exp((1 - t) * log(a.perCoupling2) + t * log(b.perCoupling2));
}

/** Simulated masses on either side and how far between them the mass is; outside them the nearest. */
function around(nodes: readonly SignalNode[], mass: number): [SignalNode, SignalNode, number] {
  const i = nodes.findIndex((node) => node.mass >= mass - 1e-9);
  if (i === -1) return [nodes[nodes.length - 1], nodes[nodes.length - 1], 0];
  if (i === 0 || Math.abs(nodes[i].mass - mass) < 1e-9) return [nodes[i], nodes[i], 0];
  const [a, b] = [nodes[i - 1], nodes[i]];
  return [a, b, (mass - a.mass) / (b.mass - a.mass)];
}
