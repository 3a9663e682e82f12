import { exp, log, square } from "@belladonna/numerics/elementary";
import { limitFromCouplings } from "./limit-from-couplings.js";
import type { Edges } from "./limit-from-couplings.js";
import type { CurveLimit, IntervalLimit, Limit } from "./limit.js";
import { logLogInterpolate, requireOptions } from "@belladonna/numerics";
import { requireLimit } from "./require-limit.js";
import { requireSearch, withinModel } from "./search-range.js";
import { valueAt } from "./value-at-mass.js";
import { positiveRanges } from "./roots.js";

/** What a coupling limit needs of a particle: a `Mediator` of `@belladonna/models` has it. */
export interface DecayingParticle {
  /** Proper lifetime $c\tau$, cm. */
  readonly ctau: number;
  /** Branching fraction of a channel, by its name. */
  branchingFraction(channel: string): number;
}

/** How a coupling makes a signal, and where to look for the coupling. */
export interface CouplingLimitOptions<M extends DecayingParticle = DecayingParticle> {
  /** The particle at a mass in GeV and a coupling. */
  readonly model: (mass: number, coupling: number) => M;
  /** Production cross section (or branching fraction, or yield) of the particle, in the unit of the limit. */
  readonly production: (particle: M, mass: number, coupling: number) => number;
  /** Channel or channels the limit is on: their branching fractions multiply `production`. Default: none do. */
  readonly channel?: string | readonly string[];
  /**
   * Efficiency of the search for this particle, relative to the one its limit was derived with (often that of a prompt
   * decay), in [0, 1]; function of $c\tau$ through the particle. Default 1.
   */
  readonly efficiency?: (particle: M, mass: number) => number;
  /** Name of the coupling, such as `gPhoton`. */
  readonly coupling: string;
  /** Unit of the coupling. Default `1`. */
  readonly unit?: string;
  /** Couplings searched, both > 0. Default 1e-9 to 10, or what of this the model allows at all masses. */
  readonly range?: readonly [number, number];
  /**
   * `general` (default) finds all roots in `range`; `quadratic` states that the signal is proportional to the coupling
   * squared, which is checked at three couplings and then solved in closed form.
   */
  readonly scaling?: "general" | "quadratic";
  /** Masses of the result, GeV. Default: those of the limit. */
  readonly masses?: readonly number[];
  /** Number of couplings sampled before roots are refined. Default 160, equidistant in the logarithm. */
  readonly samples?: number;
  /** Identifier of the result. Default: the limit's, with the coupling's name. */
  readonly id?: string;
}

const OPTIONS: readonly (keyof CouplingLimitOptions)[] = [
  "model",
  "production",
  "channel",
  "efficiency",
  "coupling",
  "unit",
  "range",
  "scaling",
  "masses",
  "samples",
  "id",
];

/** Relative accuracy of a coupling found by the general search. */
const TOLERANCE = 1e-12;

/**
 * Turn an upper limit on a rate into a limit on the coupling: all $g$ with
 * $$\sigma(g)\,\mathrm{BF}(g)\,\frac{\epsilon(c\tau(g))}{\epsilon_0} \ge \sigma_\mathrm{UL}(m, c\tau(g)).$$
 *
 * A long-lived particle may escape at small and decay too early at large coupling, so the excluded couplings are a list
 * of intervals, not one number. Expected limits and bands are converted in the same way (their lowest root).
 *
 * ```ts
 * // A cross section of 1 fb at most, where ε = 1e-3 would give 40 fb.
 * const what = { id: "mine", observable: "cross section", unit: "fb", cl: 0.9, kind: "observed" };
 * const rate = limit({ ...what, shape: "curve", mass: [2, 3], value: [1, 1] });
 * const model = (mass, epsilon) => darkPhoton({ mass, epsilon });
 * const production = (_, __, epsilon) => 40 * (epsilon / 1e-3) ** 2;
 * couplingLimit(rate, { model, production, coupling: "epsilon" }).value[0]; // ≈ 1.581e-4
 * ```
 * @param data - Upper limits on the rate: a curve, or a (mass, lifetime) grid which is read at the particle's lifetime.
 * @param options - The model, its production and the range of couplings.
 * @returns A curve when at each mass everything above one coupling is excluded, up to the end of the range (`Infinity`
 * where nothing is), else intervals (from `Infinity` on where nothing is). An edge at an end of `scanned` is where the search ended.
 * @throws RangeError when the limit is no upper limit on a rate, the range is empty, an option is not known, the production is
 * negative or not finite, the efficiency is not in [0, 1], the model refuses a coupling of a given range, or
 * `scaling: "quadratic"` does not hold to 1e-6.
 * @see [P. Ilten et al., JHEP 06 (2018) 004](https://arxiv.org/abs/1801.04847), eq. 2.2
 */
export function couplingLimit<M extends DecayingParticle>(
  data: Limit,
  options: CouplingLimitOptions<M>,
): CurveLimit | IntervalLimit {
  requireLimit("couplingLimit", data);
  requireOptions("couplingLimit", options, OPTIONS);
  requireSearch("couplingLimit", options);
  for (const name of ["model", "production"] as const) {
    if (typeof options[name] !== "function") {
      throw new RangeError(`couplingLimit: ${name} must be a function, got ${typeof options[name]}`);
    }
  }
  if (typeof options.coupling !== "string") {
    throw new RangeError(`couplingLimit: coupling must be its name, got ${typeof options.coupling}`);
  }
  if (data.shape !== "curve" && data.shape !== "grid") {
    throw new RangeError(
      `couplingLimit: ${data.id} must be a curve or a grid of upper limits on a rate, got ${data.shape}`,
    );
  }
  const masses = options.masses ?? data.mass;
  const signal = signalOf(options);
  const [low, high] = options.range ?? withinModel(options.model, masses, [1e-9, 10]);
  const solve = options.scaling === "quadratic" ? quadratic(signal, low, high) : general(signal, low, high, options);
  // At its own masses a curve is read row by row: at a step the two sides stay two rows.
  const own = options.masses === undefined;
  const column = (values: readonly number[]): Edges[] =>
    masses.map((m, i) => solve(m, own ? () => values[i] : () => logLogInterpolate(data.mass, values, m)));
  const rows =
    data.shape === "curve" ? column(data.value) : masses.map((m) => solve(m, (ctau) => valueAt(data, m, { ctau })));
  const expected =
    data.shape === "curve" && data.expected
      ? Object.entries(data.expected).map(([name, values]): [string, number[]] => [
          name,
          column(values as readonly number[]).map((r) => r.at(0)?.[0] ?? Infinity),
        ])
      : undefined;
  return limitFromCouplings(data, {
    id: options.id ?? `${data.id}:${options.coupling}`,
    coupling: options.coupling,
    unit: options.unit ?? "1",
    kind: data.kind,
    note: `from the limit on ${data.observable}`,
    scanned: [low, high],
    masses,
    rows,
    ...(expected ? { expected } : {}),
  });
}

/** The rate limit as a function of lifetime. */
type RateLimit = (ctau: number) => number;

/** Rate and lifetime of the signal at a mass and coupling. */
function signalOf<M extends DecayingParticle>(options: CouplingLimitOptions<M>) {
  const { model, production, channel, efficiency } = options;
  const channels = channel === undefined ? undefined : typeof channel === "string" ? [channel] : channel;
  return (mass: number, coupling: number): { rate: number; ctau: number } => {
    const particle = model(mass, coupling);
    let rate = production(particle, mass, coupling);
    if (!(rate >= 0 && rate < Infinity)) {
      throw new RangeError(
        `couplingLimit: production must be finite and >= 0, got ${rate} at mass ${mass}, coupling ${coupling}`,
      );
    }
    if (channels) rate *= channels.reduce((s, c) => s + particle.branchingFraction(c), 0);
    if (efficiency) {
      const accepted = efficiency(particle, mass);
      // What rounding puts above 1 is 1.
      if (!(accepted >= 0 && accepted <= 1 + 1e-9)) {
        throw new RangeError(
          `couplingLimit: efficiency must be in [0, 1], got ${accepted} at mass ${mass}, coupling ${coupling}`,
        );
      }
      rate *= accepted;
    }
    return { rate, ctau: particle.ctau };
  };
}

type Signal = ReturnType<typeof signalOf>;

function general(signal: Signal, low: number, high: number, options: { readonly samples?: number }) {
  return (mass: number, upper: RateLimit): Edges => {
    const excess = (logG: number): number => {
      const { rate, ctau } = signal(mass, exp(logG));
      return log(rate / upper(ctau));
    };
    const from = log(low);
    const to = log(high);
    return positiveRanges(excess, from, to, options.samples ?? 160, TOLERANCE).map((r) => [
      r.lower === from ? low : exp(r.lower),
      r.upper === to ? high : exp(r.upper),
    ]);
  };
}

function quadratic(signal: Signal, low: number, high: number) {
  return (mass: number, upper: RateLimit): Edges => {
    const mid = Math.sqrt(low * high);
    const { rate, ctau } = signal(mass, mid);
    for (const g of [low, high]) {
      const expected = rate * square(g / mid);
      const got = signal(mass, g).rate;
      if (!(Math.abs(got - expected) <= 1e-6 * expected)) {
        throw new RangeError(
          `couplingLimit: scaling "quadratic" must hold, got ${got} instead of ${expected} at mass ${mass}, coupling ${g}`,
        );
      }
    }
    const g = mid * Math.sqrt(upper(ctau) / rate);
    if (!(g <= high)) return [];
    return [[Math.max(g, low), high]];
  };
}
