import { square } from "@belladonna/numerics/elementary";
import { crossSectionAt, type Hypothesis, narrowSignal } from "../recoil/hypothesis.js";
import type { Part } from "../recoil/histogram.js";
import type { SignalNode } from "./events.js";
import { FAR, WIDTH } from "./inputs.js";
import type { Analysis } from "./selection.js";

/** Steps between two simulated masses in which a wide $Z'$ is integrated. */
const STEPS = 4;

/** A $Z'$ of negligible width, between the two simulated masses around it. */
export function narrow(nodes: readonly SignalNode[], mass: number, analysis: Analysis): Hypothesis {
  return narrowSignal(nodes, mass, ({ selected, efficiency, triggerEfficiency }) => ({
    events: selected[analysis],
    efficiency: efficiency[analysis],
    triggerEfficiency: triggerEfficiency[analysis],
  }));
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
