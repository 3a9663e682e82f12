import { lastAtOrBelow } from "@belladonna/numerics";
import type { Events } from "./events.js";

/** Events that fill a histogram, each spread evenly over an interval of the squared mass. */
export interface Part {
  /** The events. */
  readonly events: Events;
  /** Factor on their weights. */
  readonly scale: number;
  /** Low end of the interval less the squared recoil mass of the event, GeV²; a function of the latter. */
  readonly from: (mass2: number) => number;
  /** High end. */
  readonly to: (mass2: number) => number;
}

/** Bins: even in the squared recoil mass, and any in the angle; the angle runs faster. */
export interface Bins {
  /** Low end of the squared recoil mass, GeV². */
  readonly low: number;
  /** Width of a bin, GeV². */
  readonly width: number;
  /** Bins in it. */
  readonly count: number;
  /** Edges in the polar angle of the recoil, degrees. */
  readonly angles: readonly number[];
}

/** Content of the bins, and its variance from the number of simulated events. */
export interface Filled {
  /** Sum of weights. */
  readonly content: number[];
  /** Sum of squared weights. */
  readonly variance: number[];
}

/** Fills bins. */
export function fill(parts: readonly Part[], bins: Bins): Filled {
  const { low, width, count, angles } = bins;
  const rows = angles.length - 1;
  const content = new Array<number>(count * rows).fill(0);
  const variance = new Array<number>(count * rows).fill(0);
  const high = low + count * width;
  for (const { events, scale, from, to } of parts) {
    const { mass2, theta, weight } = events;
    for (let i = 0; i < mass2.length; i++) {
      const a = mass2[i] + from(mass2[i]);
      const b = mass2[i] + to(mass2[i]);
      if (b < low || a >= high) continue;
      const row = rowOf(theta[i], angles);
      const first = Math.max(0, Math.floor((a - low) / width));
      const last = Math.min(count - 1, Math.floor((b - low) / width));
      for (let k = first; k <= last; k++) {
        const share = b > a ? (Math.min(b, low + (k + 1) * width) - Math.max(a, low + k * width)) / (b - a) : 1;
        const w = scale * weight[i] * share;
        content[k * rows + row] += w;
        variance[k * rows + row] += w * w;
      }
    }
  }
  return { content, variance };
}

function rowOf(theta: number, angles: readonly number[]): number {
  return Math.min(angles.length - 2, lastAtOrBelow(angles, theta));
}
