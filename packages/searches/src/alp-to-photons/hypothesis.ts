import { type Region, regionOf, regions } from "./regions.js";
import { step, window as fitWindow } from "./selection.js";
import { interpolateShape, type SignalShape } from "./signal-shape.js";

/** A mass that is tested, with the window it is fitted in. */
export interface Hypothesis {
  /** Mass, GeV. */
  readonly mass: number;
  /** The selection and observable. */
  readonly region: Region;
  /** The signal. */
  readonly shape: SignalShape;
  /** Fit window in the observable, GeV². */
  readonly window: readonly [low: number, high: number];
}

/** Signal shapes along the mass, one list a region. */
export type Shapes = ReadonlyMap<Region, readonly SignalShape[]>;

/** Resolution of the mass, GeV: the width of $m^2$ over $2m$. */
export function massResolution({ mass, sigma }: SignalShape): number {
  return sigma / (2 * mass);
}

/**
 * The masses to test: from one end to the other in half resolutions, or in the step given.
 *
 * @param masses - Ends, GeV, and step if it is not to follow the resolution.
 * @param shapes - Signal shapes.
 * @param reach - Ends of the observable in the background of each region, GeV²; windows are cut there.
 */
export function hypotheses(
  masses: { readonly from: number; readonly to: number; readonly step?: number },
  shapes: Shapes,
  reach: ReadonlyMap<Region, readonly [low: number, high: number]>,
): Hypothesis[] {
  const list: Hypothesis[] = [];
  // A step that ends a rounding error short of the last mass still reaches it.
  const end = masses.to * (1 + 1e-12);
  for (let i = 0, mass = masses.from; mass <= end; i++) {
    const region = regionOf(Math.min(mass, masses.to));
    const nodes = region === undefined ? undefined : shapes.get(region);
    if (region === undefined || nodes === undefined) break;
    const shape = interpolateShape(nodes, mass);
    const [low, high] = reach.get(region) ?? [-Infinity, Infinity];
    const centre = mass * mass + shape.offset;
    const window = [
      Math.max(low, centre + fitWindow.value[0] * shape.sigma),
      Math.min(high, centre + fitWindow.value[1] * shape.sigma),
    ] as const;
    list.push({ mass, region, shape, window });
    mass = masses.step === undefined ? mass + step.value * massResolution(shape) : masses.from + (i + 1) * masses.step;
  }
  return list;
}

/**
 * Masses at which signal is simulated: the ends of each region that is asked for and points between them, so that
 * nothing is extrapolated or interpolated across a change of selection.
 */
export function simulatedMasses(from: number, to: number): { region: Region; masses: number[] }[] {
  return regions
    .filter((region) => region.to >= from && region.from <= to)
    .map((region) => {
      const low = Math.max(region.from, from);
      const high = Math.min(region.to, to);
      const n = Math.max(1, Math.ceil((high - low) / (0.1 * high)));
      const masses = Array.from({ length: n + 1 }, (_, k) => low + (k * (high - low)) / n);
      return { region, masses: high > low ? masses : [low] };
    });
}
