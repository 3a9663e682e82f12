import { applyCuts } from "../selection/cut.js";
import type { Columns } from "./columns.js";
import type { Tag } from "./samples.js";
import { binCount, preselection, trigger, xRange } from "./selection.js";
import { momentumEdges } from "./systematics.js";

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

const bins = binCount.value;
const range = xRange.value;
const KEYS = ["nominal", "variance", "byMomentum", "scaledUp", "scaledDown", "withNeutrals", "untriggered"] as const;
const intervals = momentumEdges.value.length + 1;

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

/**
 * Selects candidates and sorts them into bins.
 *
 * @param columns - The candidates.
 * @param pair - Of each event, the pair and tag it was made from, in ascending order.
 */
export function spectrumOf(columns: Columns, pair: Int32Array, tag: Tag): Spectrum {
  const { event, x, xUp, xDown, momentum } = columns;
  const out = emptySpectrum();
  applyCuts(preselection, columns).mask.forEach((kept, k) => {
    const b = binOf(x[k]);
    if (kept === 1 && b >= 0) out.untriggered[b]++;
  });
  const ofPair = new Map<number, number>();
  let current = -1;
  const close = (): void => {
    for (const [b, n] of ofPair) out.variance[b] += n * n;
    ofPair.clear();
  };
  applyCuts([...preselection, trigger], columns).mask.forEach((kept, k) => {
    if (kept === 0) return;
    const up = binOf(xUp[k]);
    if (up >= 0) out.scaledUp[up]++;
    const down = binOf(xDown[k]);
    if (down >= 0) out.scaledDown[down]++;
    const b = binOf(x[k]);
    if (b < 0) return;
    out.nominal[b]++;
    out.byMomentum[bins * intervalOf(momentum[k]) + b]++;
    if (tag === "neutral") out.withNeutrals[b]++;
    const from = pair[event[k]];
    if (from !== current) close();
    current = from;
    ofPair.set(b, (ofPair.get(b) ?? 0) + 1);
  });
  close();
  return out;
}

/** The interval of momentum, from 0. */
function intervalOf(momentum: number): number {
  const i = momentumEdges.value.findIndex((edge) => momentum < edge);
  return i < 0 ? intervals - 1 : i;
}
