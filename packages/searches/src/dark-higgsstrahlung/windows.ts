import { exp, log, square as squareOf } from "@belladonna/numerics/elementary";
import type { Quantity } from "../selection/quantity.js";
import { expectedIn, type Sample } from "./background.js";
import type { Ellipse } from "./ellipse.js";
import { columnsFor, type Grid, interpolate, mostHiggs, nodesOf } from "./mass-grid.js";
import { massRange } from "./published.js";
import { helicityCuts } from "./selection.js";
import type { SignalPoint } from "./signal-peak.js";

/** Distance of neighbouring windows in either mass: no point of the plane is farther than 1.56 resolutions from one. */
export const windowStep: Quantity = {
  quantity: "distance of windows",
  value: 2.2,
  unit: "resolutions in either mass",
  standing: "stand-in",
  source: "gives about as many windows as the experiment had",
};

/** Constant $a$ of Punzi's figure of merit, $\epsilon/(a/2 + \sqrt B)$. */
export const punzi: Quantity = {
  quantity: "a of Punzi's figure of merit, ε / (a/2 + √B)",
  value: 1.64,
  unit: "1",
  standing: "stand-in",
  source: "ours: one-sided 95 %",
};

/** A window in the plane. */
export interface Window {
  /** Mass of the dark photon, GeV. */
  readonly mA: number;
  /** Mass of the dark Higgs, GeV. */
  readonly mH: number;
  /** Number of its column: windows of one dark-photon mass. */
  readonly column: number;
  /** Where it is. */
  readonly ellipse: Ellipse;
  /** Upper cut on $|\cos\theta|$. */
  readonly cut: number;
  /** Share of signal events in it. */
  readonly efficiency: number;
  /** Efficiency of the trigger for those. */
  readonly triggerEfficiency: number;
}

/** A node of the grid with its helicity cut. */
export interface TunedPoint extends SignalPoint {
  /** The cut. */
  readonly cut: number;
  /** Efficiency with it. */
  readonly chosen: number;
}

/** Chooses the helicity cut that is best by Punzi's figure of merit. */
export function tuned(point: SignalPoint, background: Sample): TunedPoint {
  let best = { cut: 1, chosen: point.efficiency[helicityCuts.value.length - 1], merit: -1 };
  helicityCuts.value.forEach((cut, c) => {
    const { value } = expectedIn(background, point.ellipse, cut);
    const merit = point.efficiency[c] / (punzi.value / 2 + Math.sqrt(value));
    if (merit > best.merit) best = { cut, chosen: point.efficiency[c], merit };
  });
  const { cut, chosen } = best;
  const { cutFlow } = point;
  const last = { name: `|cos θ| up to ${cut}`, events: Math.round(chosen * cutFlow.generated) };
  return { ...point, cut, chosen, cutFlow: { ...cutFlow, steps: [...cutFlow.steps, last] } };
}

/** Signal at any point between the nodes. */
export function windowAt(grid: Grid<TunedPoint>, mA: number, mH: number, column: number): Window {
  const nodes = nodesOf(grid.columns);
  const at = (read: (point: TunedPoint) => number): number => interpolate(grid, mA, mH, read);
  const shift = (read: (point: TunedPoint) => number, nominal: (k: number) => number): number => {
    const offsets = { columns: grid.columns, values: grid.values.map((p, k) => read(p) - nominal(k)) };
    return interpolate(offsets, mA, mH, (x) => x);
  };
  return {
    mA,
    mH,
    column,
    ellipse: {
      mass:
        mA +
        shift(
          ({ ellipse }) => ellipse.mass,
          (k) => nodes[k].mA,
        ),
      recoilSquared:
        mH * mH +
        shift(
          ({ ellipse }) => ellipse.recoilSquared,
          (k) => squareOf(nodes[k].mH),
        ),
      sigmaMass: exp(at(({ ellipse }) => log(ellipse.sigmaMass))),
      sigmaRecoil: exp(at(({ ellipse }) => log(ellipse.sigmaRecoil))),
      correlation: at(({ ellipse }) => ellipse.correlation),
    },
    cut: at(({ cut }) => cut),
    efficiency: at(({ chosen }) => chosen),
    triggerEfficiency: at(({ triggerEfficiency }) => triggerEfficiency),
  };
}

/**
 * Windows that cover the plane: columns of dark-photon mass, in each the dark Higgs from zero to the end, neighbours {@link windowStep}
 * apart; across a column the resolution is that of the squared recoil mass at a given dimuon mass.
 *
 * @param masses - Ends of the dark photon's mass, GeV, and the step if it is not to follow the resolution.
 */
export function windowsOf(
  grid: Grid<TunedPoint>,
  masses: { readonly from: number; readonly to: number; readonly step?: number },
): Window[] {
  const windows: Window[] = [];
  const end = masses.to * (1 + 1e-12);
  for (let column = 0, mA = masses.from; mA <= end; column++) {
    const most = mostHiggs(mA);
    let finest = Infinity;
    for (let square = 0; square < most * most;) {
      const window = windowAt(grid, mA, Math.sqrt(square), column);
      const { sigmaRecoil, correlation, sigmaMass } = window.ellipse;
      if (window.mH > 0) windows.push(window);
      finest = Math.min(finest, sigmaMass);
      const next = square + windowStep.value * sigmaRecoil * Math.sqrt(1 - correlation * correlation);
      // The first one stands half a step off the axis, where the dark Higgs would have no mass.
      square = square === 0 ? 0.5 * next : next;
    }
    mA = masses.step === undefined ? mA + windowStep.value * finest : masses.from + (column + 1) * masses.step;
  }
  return windows;
}

/** The columns of nodes that a range of masses needs. */
export function gridColumns({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return columnsFor(Math.max(from, massRange.value[0]), Math.min(to, massRange.value[1]));
}

/** Masses of the dark Higgs for which limits are given as curves, GeV; the first one leads. */
const CURVES: readonly number[] = [1, 0.5, 2, 3, 4];

/** Windows at fixed masses of the dark Higgs, for every column of the plane where there is one. */
export function curvesOf(grid: Grid<TunedPoint>, plane: readonly Window[]): Window[][] {
  const columns = [...new Map(plane.map(({ column, mA }) => [column, mA]))];
  return CURVES.map((mH) =>
    columns.filter(([, mA]) => mH < mostHiggs(mA)).map(([column, mA]) => windowAt(grid, mA, mH, column)),
  );
}
