import { firstAtOrAbove } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import type { Quantity } from "../selection/quantity.js";
import { distanceSquared, type Ellipse } from "./ellipse.js";
import { windowRadius } from "./selection.js";

/** Selected and triggered events of all backgrounds, in ascending order of dimuon mass. */
export interface Sample {
  /** Dimuon mass, GeV. */
  readonly mass: Float64Array;
  /** Squared recoil mass, GeV². */
  readonly recoilSquared: Float64Array;
  /** $|\cos\theta|$ of the muons in the frame of the pair. */
  readonly helicity: Float64Array;
  /** Events of the data that each stands for; 1 for data. */
  readonly weight: Float64Array;
  /** Index of the background of each; 0 for data. */
  readonly source: Uint8Array;
}

/** Samples joined and sorted. */
export function joined(parts: readonly Sample[]): Sample {
  const total = parts.reduce((n, { mass }) => n + mass.length, 0);
  const order = new Int32Array(total).map((_, i) => i);
  const all = (read: (part: Sample) => Float64Array | Uint8Array): Float64Array => {
    const out = new Float64Array(total);
    let n = 0;
    for (const part of parts) {
      out.set(read(part), n);
      n += part.mass.length;
    }
    return out;
  };
  const mass = all((part) => part.mass);
  order.sort((a, b) => mass[a] - mass[b]);
  const sorted = (column: Float64Array): Float64Array => column.map((_, i) => column[order[i]]);
  return {
    mass: sorted(mass),
    recoilSquared: sorted(all((part) => part.recoilSquared)),
    helicity: sorted(all((part) => part.helicity)),
    weight: sorted(all((part) => part.weight)),
    source: Uint8Array.from(sorted(all((part) => part.source))),
  };
}

/** What is expected in a window. */
export interface Expectation {
  /** Events. */
  readonly value: number;
  /** Relative uncertainty by the number of simulated events. */
  readonly uncertainty: number;
}

/** Squared radius of a window, in units of the covariance of the signal. */
const radiusSquared = square(windowRadius.value);

/** Fewest simulated events from which the density is judged. */
export const fewest: Quantity = {
  quantity: "few simulated events",
  value: 10,
  unit: "events: where a window holds fewer, the smallest similar ellipse that holds as many gives the density",
  standing: "stand-in",
  source: "ours",
};

/** Greatest factor by which an ellipse is enlarged to hold as many. */
const LARGEST = 6;

/**
 * Background in an elliptic window: the weights inside; where fewer than {@link fewest} are, those of the smallest concentric
 * ellipse of the same shape that holds as many, times the ratio of areas. Where the largest holds none, one is taken to be there.
 *
 * @param cut - Upper cut on the helicity angle.
 */
export function expectedIn(sample: Sample, ellipse: Ellipse, cut: number): Expectation {
  const inside = near(sample, ellipse, cut, 1);
  if (inside.length >= fewest.value) return sumOf(sample, inside, 1);
  const wide = near(sample, ellipse, cut, LARGEST);
  if (wide.length === 0) return { value: meanWeight(sample) / square(LARGEST), uncertainty: 1 };
  const distances = Float64Array.from(wide, (i) => distanceSquared(ellipse, sample.mass[i], sample.recoilSquared[i]));
  const order = Array.from(wide, (_, k) => k).sort((a, b) => distances[a] - distances[b]);
  const chosen = order.slice(0, fewest.value);
  const reach = chosen.length < fewest.value ? square(LARGEST) * radiusSquared : distances[chosen[chosen.length - 1]];
  // The farthest only says how far it is.
  const counted = chosen.length < fewest.value ? chosen : chosen.slice(0, -1);
  return sumOf(
    sample,
    counted.map((k) => wide[k]),
    radiusSquared / reach,
  );
}

/** Number of events in a window, for data. */
export function countIn(sample: Sample, ellipse: Ellipse, cut: number): number {
  return near(sample, ellipse, cut, 1).reduce((n, i) => n + sample.weight[i], 0);
}

/** Indices of the events in an ellipse enlarged by a factor. */
function near(sample: Sample, ellipse: Ellipse, cut: number, factor: number): number[] {
  const { mass, recoilSquared, helicity } = sample;
  const limit = factor * factor * radiusSquared;
  const half = Math.sqrt(limit) * ellipse.sigmaMass;
  const found: number[] = [];
  for (let i = firstAtOrAbove(mass, ellipse.mass - half); i < mass.length && mass[i] < ellipse.mass + half; i++) {
    if (helicity[i] <= cut && distanceSquared(ellipse, mass[i], recoilSquared[i]) <= limit) found.push(i);
  }
  return found;
}

const meanWeight = ({ weight }: Sample): number => weight.reduce((sum, w) => sum + w, 0) / Math.max(1, weight.length);

function sumOf({ weight }: Sample, rows: readonly number[], scale: number): Expectation {
  let sum = 0;
  let squares = 0;
  for (const i of rows) {
    sum += weight[i];
    squares += weight[i] * weight[i];
  }
  return { value: scale * sum, uncertainty: sum > 0 ? Math.sqrt(squares) / sum : 0 };
}
