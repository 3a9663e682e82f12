import { smooth353QH } from "./smooth.js";
import type { Modifier } from "./workspace.js";

/** An uncertainty of a sample, by factors or by histograms at one standard deviation up and down. */
export interface Systematic {
  /** Name of the parameter; the same name elsewhere is the same parameter. */
  readonly name: string;
  /** Factor of the sample, or its histogram, at one deviation up. */
  readonly up: number | readonly number[];
  /** The same one deviation down; mirrored from `up` when absent: $2\nu-\nu_\mathrm{up}$, or $1/f$ for a factor. */
  readonly down?: number | readonly number[];
  /** Take half the difference of the two for both sides; with `up` alone it is so already. */
  readonly symmetrise?: boolean;
  /** Smooth the ratio of the histograms to the nominal one (353QH, twice), keeping their totals. */
  readonly smooth?: boolean;
  /**
   * Whether histograms become a scale (`normsys`) and a shape (`histosys`) of one parameter, so that the total stays positive;
   * true by default. With false a `histosys` alone has them as they are.
   */
  readonly separate?: boolean;
}

/** Which modifiers are too small to be kept. */
export interface PruneThresholds {
  /** Least change of the total, as a fraction, for which a scale is kept; 0 by default. */
  readonly scale?: number;
  /** Least change of a bin, as a fraction of its content, for which a shape is kept; 0 by default. */
  readonly shape?: number;
}

const total = (x: readonly number[]): number => x.reduce((sum, y) => sum + y, 0);

/** A varied histogram whose ratio to the nominal one is smoothed, with its own total. */
function smoothed(nominal: readonly number[], varied: readonly number[]): number[] {
  const ratios = smooth353QH(varied.map((x, b) => (nominal[b] === 0 ? 1 : x / nominal[b])));
  const raw = nominal.map((x, b) => x * ratios[b]);
  const scale = total(raw) === 0 ? 1 : total(varied) / total(raw);
  return raw.map((x) => x * scale);
}

/** Bad histograms are refused by name. */
function checked(what: string, nominal: readonly number[], varied: readonly number[]): readonly number[] {
  if (varied.length !== nominal.length) {
    throw new RangeError(`workspaceFrom: ${what} must have ${nominal.length} bins, got ${varied.length}`);
  }
  varied.forEach((x, b) => {
    if (!Number.isFinite(x)) throw new RangeError(`workspaceFrom: bin ${b} of ${what} must be finite, got ${x}`);
  });
  return varied;
}

function factorPair(
  what: string,
  up: number,
  down: number | readonly number[] | undefined,
  even: boolean,
): Modifier["data"] {
  const other = down ?? 1 / up;
  if (typeof other !== "number" || !(up > 0 && other > 0 && up < Infinity && other < Infinity)) {
    throw new RangeError(`workspaceFrom: ${what} must be factors > 0, got ${up} and ${String(other)}`);
  }
  if (!even || down === undefined) return { lo: other, hi: up };
  // Half the difference of the logarithms: one over the other.
  const half = Math.sqrt(up / other);
  return { lo: 1 / half, hi: half };
}

/**
 * The modifiers of a systematic: a scale (`normsys`) with the change of the total, a shape (`histosys`) with that of the bins at
 * equal total. What is below the thresholds is left out.
 */
export function systematicModifiers(
  sample: string,
  nominal: readonly number[],
  s: Systematic,
  { scale: least = 0, shape: leastShape = 0 }: PruneThresholds,
): Modifier[] {
  const { name, up, down, symmetrise = false, smooth = false, separate = true } = s;
  const what = `the systematic ${name} of ${sample}`;
  const slight = (data: { lo: number; hi: number }): boolean =>
    Math.max(Math.abs(data.lo - 1), Math.abs(data.hi - 1)) <= least;
  if (typeof up === "number") {
    const data = factorPair(what, up, down, symmetrise) as { lo: number; hi: number };
    return slight(data) ? [] : [{ name, type: "normsys", data }];
  }
  if (typeof down === "number") throw new RangeError(`workspaceFrom: ${what} must have two histograms or two factors`);
  const soften = (x: readonly number[]): readonly number[] => (smooth ? smoothed(nominal, x) : x);
  const high = soften(checked(`${what} up`, nominal, up));
  const low =
    down === undefined ? high.map((x, b) => 2 * nominal[b] - x) : soften(checked(`${what} down`, nominal, down));
  const half = high.map((x, b) => 0.5 * (x - low[b]));
  const hi = symmetrise ? nominal.map((x, b) => x + half[b]) : high;
  const lo = symmetrise ? nominal.map((x, b) => x - half[b]) : low;

  const change = (x: number, b: number): number => (x === nominal[b] ? 0 : Math.abs(x - nominal[b]) / nominal[b]);
  if (!separate) {
    const small = leastShape > 0 && Math.max(...lo.map(change), ...hi.map(change)) <= leastShape;
    return small ? [] : [{ name, type: "histosys", data: { lo_data: lo, hi_data: hi } }];
  }
  const sum = total(nominal);
  const scales = { lo: total(lo) / sum, hi: total(hi) / sum };
  // A total that goes to nothing has no factor: the histograms alone say what happens.
  if (!(sum > 0 && scales.lo > 0 && scales.hi > 0))
    return [{ name, type: "histosys", data: { lo_data: lo, hi_data: hi } }];
  const shape = { lo_data: lo.map((x) => x / scales.lo), hi_data: hi.map((x) => x / scales.hi) };
  // What rounding leaves of a shape is none.
  const reach = Math.max(...shape.lo_data.map(change), ...shape.hi_data.map(change));
  return [
    ...(slight(scales) ? [] : [{ name, type: "normsys", data: scales } as const]),
    ...(reach <= Math.max(leastShape, 1e-12) ? [] : [{ name, type: "histosys", data: shape } as const]),
  ];
}
