import { requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { FEMTOBARN_CM2 } from "@belladonna/kinematics";
import type { Bits } from "./bits.js";
import type { HltMenu } from "./hlt/lines.js";
import { evaluate, type Menu } from "./l1/menu.js";

/** Events of one process, with what the trigger knows of them. */
export interface RateSample {
  /** Name of the process. */
  readonly name: string;
  /** Cross section of all the events of the sample, fb. */
  readonly crossSection: number;
  /** Level-1 input bits of the events, to which a level-1 menu is applied. */
  readonly inputs?: Bits;
  /** Lines fired before prescale, where they are known already; needed for a high-level menu. */
  readonly fired?: Bits;
  /** Weights of the events, in any unit; 1 each when absent. */
  readonly weights?: ArrayLike<number>;
}

const SAMPLE: readonly (keyof RateSample)[] = ["name", "crossSection", "inputs", "fired", "weights"];

/** How {@link rates} are computed. */
export interface RateOptions {
  /** Luminosity, cm$^{-2}$ s$^{-1}$; $6\times10^{35}$ when absent. */
  readonly luminosity?: number;
  /** Largest rate that can be taken, Hz; 30 000 when absent. */
  readonly budget?: number;
}

const OPTIONS: readonly (keyof RateOptions)[] = ["luminosity", "budget"];

/** A rate with its statistical error. */
export interface Rate {
  /** Rate, Hz. */
  readonly value: number;
  /** Its standard error from the finite number of events, Hz. */
  readonly error: number;
}

/** Rate of one sample. */
export interface SampleRate {
  /** Name of the process. */
  readonly name: string;
  /** Rate of events kept by any line, Hz. */
  readonly total: Rate;
}

/** Rates of one line. */
export interface LineRate {
  /** Name of the line. */
  readonly name: string;
  /** Its prescale. */
  readonly prescale: number;
  /** Rate after prescale, Hz. */
  readonly total: Rate;
  /** Rate of events that no other line keeps, Hz. */
  readonly pure: Rate;
}

/** Rates of a menu. */
export interface Rates {
  /** Rate of events kept by any line, Hz. */
  readonly total: Rate;
  /** The same as a fraction of the budget. */
  readonly budgetFraction: number;
  /** The same for each sample. */
  readonly samples: readonly SampleRate[];
  /** Rates of the lines, in order of the menu. */
  readonly lines: readonly LineRate[];
  /**
   * Rate of events kept by both of two lines, Hz: entry $a L + b$ for lines $a$ and $b$ of $L$; on the diagonal the rate of the
   * line itself.
   */
  readonly overlap: Float64Array;
}

/** In place of the probability to keep an event: the line rejects it. */
const REJECTS = -1;

/** Sums over the events of a sample, of weight $w$ and probability $p$: $wp$, $(wp)^2$ and $w^2p$. */
interface Sum {
  s: number;
  s2: number;
  cross: number;
}

const newSum = (): Sum => ({ s: 0, s2: 0, cross: 0 });

function add(sum: Sum, w: number, p: number): void {
  sum.s += w * p;
  sum.s2 += w * p * (w * p);
  sum.cross += w * w * p;
}

/**
 * Rates of a trigger menu: of each line, of each line alone, of pairs of lines, and in all, for processes of given cross
 * sections $\sigma$ at a luminosity $L$,
 *
 * $$R = L \sum_\text{samples} \sigma\,\frac{\sum_i w_i\,p_i}{\sum_i w_i},$$
 *
 * where $p_i$ is the probability over the draws of prescales that event $i$ is kept: $1/f$ by one line, $1-\prod(1-1/f)$ by
 * any, $\frac1{f_a}\frac1{f_b}$ by both of two, $\frac1{f_a}\prod_{b\ne a}(1-1/f_b)$ by one alone. Events on which a reject line
 * fires are not kept.
 *
 * ```ts
 * // 1 nb of muon pairs, all of which fire a line of prescale 10, at 6e35 cm⁻² s⁻¹.
 * const menu = parseMenu("two = t2 >= 2 prescale 10");
 * const inputs = bitsOf(menu.inputs, [["t2_1"], ["t2_1"]]);
 * rates(menu, [{ name: "mu mu", crossSection: 1e6, inputs }]).total.value; // ≈ 60
 * ```
 * @param menu - A level-1 or high-level menu.
 * @param samples - Events of each process: level-1 inputs, or lines fired.
 * @param options - Luminosity and budget.
 * @throws RangeError when the menu is in accept mode, a sample has neither inputs nor lines fired, no weight, a number is out of range (luminosity and
 * cross sections up to 1e60), or a weight neither 0 nor from 1e-100 to 1e100
 * in size.
 */
export function rates(menu: Menu | HltMenu, samples: readonly RateSample[], options: RateOptions = {}): Rates {
  requireOptions("rates", options, OPTIONS);
  const luminosity = options.luminosity ?? 6e35;
  const budget = options.budget ?? 30_000;
  for (const sample of samples) requireOptions("rates: sample", sample, SAMPLE);
  requirePositive("rates: luminosity", luminosity, "cm^-2 s^-1");
  requireWithin("rates: luminosity", luminosity, 0, 1e60);
  requirePositive("rates: budget", budget, "Hz");
  requireWithin("rates: budget", budget, 1e-60, 1e60);
  const n = menu.lines.length;
  if ("acceptMode" in menu && menu.acceptMode) {
    throw new RangeError("rates: a menu in accept mode keeps what no line fires on, so its lines have no rates");
  }
  const keep = new Float64Array(n);
  menu.lines.forEach((line, j) => {
    if ("kind" in line && line.kind === "reject") keep[j] = REJECTS;
    else if (line.prescale > 0) keep[j] = 1 / line.prescale;
  });
  const value = { total: new Float64Array(n), pure: new Float64Array(n) };
  const variance = { total: new Float64Array(n), pure: new Float64Array(n) };
  const overlap = new Float64Array(n * n);
  let all = 0;
  let allVariance = 0;
  const perSample: SampleRate[] = [];
  for (const sample of samples) {
    const fired = firedBy(menu, sample);
    const scale = luminosity * sample.crossSection * FEMTOBARN_CM2;
    const { weight, any, total, pure, pairs } = accumulate(fired, keep, sample);
    const rate = rateOf(any, scale, weight);
    perSample.push({ name: sample.name, total: { value: rate.value, error: Math.sqrt(rate.variance) } });
    all += rate.value;
    allVariance += rate.variance;
    for (let j = 0; j < n; j++) {
      for (const [kind, sums] of [
        ["total", total],
        ["pure", pure],
      ] as const) {
        const r = rateOf(sums[j], scale, weight);
        value[kind][j] += r.value;
        variance[kind][j] += r.variance;
      }
    }
    for (let k = 0; k < n * n; k++) overlap[k] += (pairs[k] * scale) / weight.s;
  }
  const lines = menu.lines.map(({ name, prescale }, j) => ({
    name,
    prescale,
    total: { value: value.total[j], error: Math.sqrt(variance.total[j]) },
    pure: { value: value.pure[j], error: Math.sqrt(variance.pure[j]) },
  }));
  const total = { value: all, error: Math.sqrt(allVariance) };
  return { total, budgetFraction: all / budget, samples: perSample, lines, overlap };
}

/** Lines fired by a sample, its columns in the order of the menu. */
function firedBy(menu: Menu | HltMenu, sample: RateSample): Bits {
  requireWithin(`rates: crossSection of ${sample.name}, fb,`, sample.crossSection, 0, 1e60);
  const fired = sample.fired ?? ("inputs" in menu && sample.inputs ? evaluate(menu, sample.inputs) : undefined);
  if (fired === undefined) throw new RangeError(`rates: ${sample.name} must have the lines fired, or level-1 inputs`);
  menu.lines.forEach((line, j) => {
    if (fired.names[j] !== line.name)
      throw new RangeError(`rates: the lines fired by ${sample.name} are not of this menu`);
  });
  if (sample.weights !== undefined && sample.weights.length !== fired.length) {
    throw new RangeError(`rates: ${sample.name} has ${fired.length} events and ${sample.weights.length} weights`);
  }
  return fired;
}

function accumulate(
  fired: Bits,
  keep: Float64Array,
  sample: RateSample,
): { weight: Sum; any: Sum; total: Sum[]; pure: Sum[]; pairs: Float64Array } {
  const n = keep.length;
  const weight = newSum();
  const any = newSum();
  const total = Array.from({ length: n }, () => newSum());
  const pure = Array.from({ length: n }, () => newSum());
  const pairs = new Float64Array(n * n);
  const on = new Int32Array(n);
  for (let i = 0; i < fired.length; i++) {
    const w = sample.weights === undefined ? 1 : sample.weights[i];
    // What has a square.
    if (!(w === 0 || (Math.abs(w) >= 1e-100 && Math.abs(w) <= 1e100))) {
      throw new RangeError(`rates: weights of ${sample.name} must be 0 or from 1e-100 to 1e100 in size, got ${w}`);
    }
    add(weight, w, 1);
    let count = 0;
    let sure = 0;
    let none = 1;
    for (let j = 0; j < n; j++) {
      if (((fired.words[j * fired.stride + (i >>> 5)] >>> (i & 31)) & 1) === 0 || keep[j] === 0) continue;
      if (keep[j] === REJECTS) {
        count = 0;
        break;
      }
      on[count++] = j;
      if (keep[j] === 1) sure++;
      else none *= 1 - keep[j];
    }
    if (count === 0) continue;
    add(any, w, sure > 0 ? 1 : 1 - none);
    for (let a = 0; a < count; a++) {
      const j = on[a];
      const p = keep[j];
      add(total[j], w, p);
      // Alone: none of the others keeps the event, in particular none that always does.
      const others = sure - (p === 1 ? 1 : 0) > 0 ? 0 : p === 1 ? none : none / (1 - p);
      add(pure[j], w, p * others);
      pairs[j * n + j] += w * p;
      for (let b = 0; b < a; b++) {
        const both = w * p * keep[on[b]];
        pairs[j * n + on[b]] += both;
        pairs[on[b] * n + j] += both;
      }
    }
  }
  if (!(weight.s > 0)) throw new RangeError(`rates: ${sample.name} has no events, or no weight`);
  return { weight, any, total, pure, pairs };
}

/** Rate of a share of a sample, with the variance of the weighted mean of its probabilities. */
function rateOf(part: Sum, scale: number, weight: Sum): { value: number; variance: number } {
  const share = part.s / weight.s;
  const spread = (part.s2 - 2 * share * part.cross + share * share * weight.s2) / (weight.s * weight.s);
  return { value: scale * share, variance: scale * scale * Math.max(0, spread) };
}
