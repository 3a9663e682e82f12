import {
  bit,
  type Detected,
  evaluate,
  level1Inputs,
  level1MenuText,
  type Menu,
  parseMenu,
  takeDetected,
} from "@belladonna/trigger";
import { type Candidate, candidate } from "./candidate.js";
import type { Tag } from "./samples.js";
import { type Lepton, selection, systematics } from "./selection.js";

/** Selected events in the bins of $x$, and how the systematic uncertainties move them. */
export interface Spectrum {
  /** Events. */
  readonly nominal: Float64Array;
  /** Squares of the events of one pair and tag in one bin, summed: the variance of `nominal`. */
  readonly variance: Float64Array;
  /** Events by interval of the lepton's momentum, interval after interval. */
  readonly byMomentum: Float64Array;
  /** Events with all track momenta scaled up. */
  readonly scaledUp: Float64Array;
  /** Events with all track momenta scaled down. */
  readonly scaledDown: Float64Array;
  /** Events whose tag had neutral particles. */
  readonly withNeutrals: Float64Array;
  /** Events that pass all but the trigger. */
  readonly untriggered: Float64Array;
}

const { bins, range } = selection;
const KEYS = ["nominal", "variance", "byMomentum", "scaledUp", "scaledDown", "withNeutrals", "untriggered"] as const;
const intervals = systematics.momenta.length + 1;

/** No events. */
const emptySpectrum = (): Spectrum =>
  Object.fromEntries(
    KEYS.map((key) => [key, new Float64Array(key === "byMomentum" ? intervals * bins : bins)]),
  ) as unknown as Spectrum;

/** Sum of spectra, each times a factor; variances go with its square. */
export function combined(parts: readonly { readonly spectrum: Spectrum; readonly factor: number }[]): Spectrum {
  const sum = emptySpectrum();
  for (const { spectrum, factor } of parts) {
    for (const key of KEYS) {
      const f = key === "variance" ? factor * factor : factor;
      const to = sum[key];
      spectrum[key].forEach((n, b) => (to[b] += f * n));
    }
  }
  return sum;
}

/** The bin of a value, −1 outside. */
export function binOf(x: number): number {
  const b = Math.floor((bins * (x - range[0])) / (range[1] - range[0]));
  return b >= 0 && b < bins ? b : -1;
}

/** The lines of the trigger, from the menu of level 1. */
const menu: Menu = parseMenu(
  level1MenuText
    .split("\n")
    .filter((line) => (selection.trigger as readonly string[]).includes(line.split(" ")[0]))
    .join("\n"),
);

/**
 * Selects events and sorts them into bins. Only what passes all else is taken through the trigger, which takes longest.
 *
 * @param detected - What the detector saw.
 * @param pair - Of each event, the pair and tag it was made from, in ascending order.
 */
export function spectrumOf(detected: Detected, pair: Int32Array, lepton: Lepton, tag: Tag): Spectrum {
  const out = emptySpectrum();
  const found: Candidate[] = [];
  const passing: number[] = [];
  for (let i = 0; i < detected.length; i++) {
    const one = candidate(detected, i, lepton);
    if (one === undefined) continue;
    found.push(one);
    passing.push(i);
  }
  const lines = evaluate(menu, level1Inputs(takeDetected(detected, passing)));
  const ofPair = new Map<number, number>();
  let current = -1;
  const close = (): void => {
    for (const [b, n] of ofPair) out.variance[b] += n * n;
    ofPair.clear();
  };
  found.forEach((one, i) => {
    const b = binOf(one.x);
    if (b >= 0) out.untriggered[b]++;
    if (!selection.trigger.some((line) => bit(lines, line, i))) return;
    const up = binOf(one.scaled(1 + systematics.momentumScale));
    if (up >= 0) out.scaledUp[up]++;
    const down = binOf(one.scaled(1 - systematics.momentumScale));
    if (down >= 0) out.scaledDown[down]++;
    if (b < 0) return;
    out.nominal[b]++;
    out.byMomentum[bins * intervalOf(one.momentum) + b]++;
    if (tag === "neutral") out.withNeutrals[b]++;
    const from = pair[passing[i]];
    if (from !== current) close();
    current = from;
    ofPair.set(b, (ofPair.get(b) ?? 0) + 1);
  });
  close();
  return out;
}

/** The interval of momentum, from 0. */
function intervalOf(momentum: number): number {
  const i = systematics.momenta.findIndex((edge) => momentum < edge);
  return i < 0 ? intervals - 1 : i;
}
