import { exp, log } from "@belladonna/numerics/elementary";
import type { Events } from "./events.js";
import type { Part } from "./histogram.js";

/** A mass at which signal is simulated. */
export interface SignalPoint {
  /** Mass, GeV. */
  readonly mass: number;
  /** Events generated. */
  readonly events: number;
  /** Seed. */
  readonly seed: number;
}

/** Signal of negligible width at a simulated mass. */
export interface Node {
  /** Mass, GeV. */
  readonly mass: number;
  /** Cross section for a coupling of 1, fb. */
  readonly perCoupling2: number;
  /** Standard deviation of the squared recoil mass, GeV²: of the lower side. */
  readonly sigma: number;
}

/** What an analysis selects of it. */
export interface SelectedSignal {
  /** Selected events; their weights sum to the efficiency. */
  readonly events: Events;
  /** Selected and kept by the trigger, over generated. */
  readonly efficiency: number;
  /** Kept by the trigger, of the events that pass all else. */
  readonly triggerEfficiency: number;
}

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
  /** Cross section for a coupling of 1, fb. */
  readonly perCoupling2: number;
}

/** A particle of negligible width, between the two simulated masses around it. */
export function narrowSignal<N extends Node>(
  nodes: readonly N[],
  mass: number,
  selectedOf: (node: N) => SelectedSignal,
): Hypothesis {
  const [a, b, t] = around(nodes, mass);
  const shares: [N, number][] =
    a === b
      ? [[a, 1]]
      : [
          [a, 1 - t],
          [b, t],
        ];
  const mix = (of: (node: N) => number) => shares.reduce((sum, [node, share]) => sum + share * of(node), 0);
  const parts = shares.map(([node, share]): Part => {
    const shift = mass * mass - node.mass * node.mass;
    return { events: selectedOf(node).events, scale: share, from: () => shift, to: () => shift };
  });
  return {
    mass,
    parts,
    efficiency: mix((node) => selectedOf(node).efficiency),
    triggerEfficiency: mix((node) => selectedOf(node).triggerEfficiency),
    sigma: mix((node) => node.sigma),
    spread: 0,
    perCoupling2: crossSectionAt(nodes, mass),
  };
}

/** Cross section for a coupling of 1 between simulated masses, in the logarithm, fb. */
export function crossSectionAt(nodes: readonly Node[], mass: number): number {
  const [a, b, t] = around(nodes, mass);
  return a === b ? a.perCoupling2 : exp((1 - t) * log(a.perCoupling2) + t * log(b.perCoupling2));
}

/** Simulated masses on either side and how far between them the mass is; outside them the nearest. */
function around<N extends Node>(nodes: readonly N[], mass: number): [N, N, number] {
  const i = nodes.findIndex((node) => node.mass >= mass - 1e-9);
  if (i === -1) return [nodes[nodes.length - 1], nodes[nodes.length - 1], 0];
  if (i === 0 || Math.abs(nodes[i].mass - mass) < 1e-9) return [nodes[i], nodes[i], 0];
  const [a, b] = [nodes[i - 1], nodes[i]];
  return [a, b, (mass - a.mass) / (b.mass - a.mass)];
}
