import { log, pow } from "@belladonna/numerics/elementary";
import type { Range } from "@belladonna/stats";
import type { FitWindow } from "./window-fit.js";
import { interpolatePeak, peakDensity, type SignalPeak } from "./peak.js";

/** How masses are scanned: what a search chooses. Functions of the mass stay with the search; points carry numbers. */
export interface ScanRules {
  /** Where a mass lies in the observable. */
  readonly observable: (mass: number) => number;
  /** The mass at a value of the observable. */
  readonly massAt: (x: number) => number;
  /** Distance of neighbouring hypotheses in widths of the peak. */
  readonly step: number;
  /** Fit window around the hypothesis in widths. */
  readonly window: Range;
  /** Ends of the spectrum: windows are cut there. */
  readonly ends: Range;
  /** Order of the background polynomial. */
  readonly order: (mass: number) => number;
  /** Whether a mass is left out of the scan. */
  readonly excluded: (mass: number) => boolean;
}

/** A mass that is tested, as plain data. */
export interface Hypothesis {
  /** Mass, GeV. */
  readonly mass: number;
  /** Where it lies in the observable. */
  readonly at: number;
  /** The signal. */
  readonly peak: SignalPeak;
  /** Fit window in the observable. */
  readonly range: Range;
  /** Order of the background polynomial. */
  readonly order: number;
}

/** The window fit of a hypothesis. */
export function windowOf({ at, peak, range, order }: Hypothesis): FitWindow {
  return {
    range,
    peak: peakDensity(peak, at, range),
    centre: at + peak.offset,
    width: peak.sigma,
    order,
  };
}

/**
 * The masses to test: from one end to the other in half widths of the observable, or in the step given.
 *
 * @param masses - Ends, GeV, and step in mass if it is not to follow the width.
 * @param peaks - Signal at some masses, ascending.
 */
export function hypotheses(
  masses: { readonly from: number; readonly to: number; readonly step?: number },
  peaks: readonly SignalPeak[],
  rules: ScanRules,
): Hypothesis[] {
  const list: Hypothesis[] = [];
  // A step that ends a rounding error short of the last mass still reaches it.
  const end = masses.to * (1 + 1e-12);
  for (let i = 0, mass = masses.from; mass <= end; i++) {
    const peak = interpolatePeak(peaks, mass);
    const at = rules.observable(mass);
    const centre = at + peak.offset;
    const range = [
      Math.max(rules.ends[0], centre + rules.window[0] * peak.sigma),
      Math.min(rules.ends[1], centre + rules.window[1] * peak.sigma),
    ] as const;
    if (!rules.excluded(mass)) list.push({ mass, at, peak, range, order: rules.order(mass) });
    mass = masses.step === undefined ? rules.massAt(at + rules.step * peak.sigma) : masses.from + (i + 1) * masses.step;
  }
  return list;
}

/** Two masses and those between them in a constant ratio of at most `ratio`. */
export function inConstantRatio(from: number, to: number, ratio: number): number[] {
  const n = Math.ceil(log(to / from) / log(ratio));
  return Array.from({ length: n + 1 }, (_, k) => (k === n ? to : from * pow(to / from, k / n)));
}
