import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { pow } from "@belladonna/numerics/elementary";
import { requireLimit } from "./require-limit.js";
import { derivedProvenance, limit } from "./limit.js";
import type { ContourLimit, CurveLimit, ExpectedBands, Limit } from "./limit.js";
import { luminosityText } from "./luminosity-text.js";

/**
 * How a limit improves with luminosity $L$; exponents for a rate (cross section, branching fraction, $|U|^2$) and for a
 * coupling whose square is the rate:
 *
 * - `background-limited`: the rate limit falls as $L^{-1/2}$, the coupling as $L^{-1/4}$;
 * - `background-free`: $L^{-1}$ and $L^{-1/2}$;
 * - `displaced-lower-edge`: no background, and the rate goes as the fourth power of the coupling (production times
 *   decays in the detector), so the lower edge falls as $L^{-1/4}$; a rate falls as $L^{-1}$. The upper edge, where the
 *   particle decays too early, moves with the logarithm of $L$ only.
 */
export type ProjectionRegime = "background-limited" | "background-free" | "displaced-lower-edge";

const REGIMES: readonly ProjectionRegime[] = ["background-limited", "background-free", "displaced-lower-edge"];
const OBSERVABLES: readonly ("rate" | "coupling")[] = ["rate", "coupling"];
const OPTIONS: readonly (keyof ProjectOptions)[] = ["luminosity", "regime", "from", "observable", "id"];

/** Where to project a limit to. */
export interface ProjectOptions {
  /** Luminosity wanted, fb⁻¹. */
  readonly luminosity: number;
  /** How the limit improves. */
  readonly regime: ProjectionRegime;
  /** Luminosity of the limit, fb⁻¹. Default: the one it states. */
  readonly from?: number;
  /**
   * Whether the observable is a rate or a coupling whose square is the rate. Default: a coupling unless the observable
   * starts with `sigma`, `BF` or `|U`.
   */
  readonly observable?: "rate" | "coupling";
  /** Identifier of the result. */
  readonly id?: string;
}

/** A point of the luminosity timeline. */
export interface LuminosityMilestone {
  /** What it is. */
  readonly label: string;
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity: number;
}

/** Integrated luminosities of the Belle II programme, fb⁻¹: collected until 2022, then milestones to the goal. */
export const luminosityTimeline: readonly LuminosityMilestone[] = [
  { label: "collected 2019–2022", luminosity: 424 },
  { label: "1 ab⁻¹", luminosity: 1000 },
  { label: "5 ab⁻¹", luminosity: 5000 },
  { label: "50 ab⁻¹", luminosity: 50_000 },
];

/**
 * Exponent of the luminosity by which a limit scales, negative.
 *
 * ```ts
 * projectionExponent("background-limited", "coupling"); // ≈ -0.25
 * ```
 * @param regime - How the limit improves.
 * @param observable - A rate, or a coupling whose square is the rate.
 * @returns The exponent.
 * @throws RangeError for a regime or an observable that there is not.
 */
export function projectionExponent(regime: ProjectionRegime, observable: "rate" | "coupling"): number {
  requireChoice("projectionExponent: regime", regime, REGIMES);
  requireChoice("projectionExponent: observable", observable, OBSERVABLES);
  const rate = regime === "background-limited" ? -0.5 : -1;
  if (observable === "rate") return rate;
  return regime === "displaced-lower-edge" ? -0.25 : rate / 2;
}

/**
 * Scale a limit to another luminosity in a named regime.
 *
 * Bands are scaled with the limit (a statement on the median, their width in a background-limited search is kept in the
 * logarithm). Systematic uncertainties are taken to shrink alike; where that does not hold, run the likelihood again at
 * the new luminosity, see {@link projectExactly}. Upper edges of intervals are kept: they move with the logarithm of the
 * luminosity only.
 *
 * ```ts
 * const mine = limit({ id: "mine", observable: "sigma", unit: "fb", cl: 0.9, kind: "expected", shape: "curve", mass: [1], value: [3], luminosity: 1 });
 * project(mine, { luminosity: 100, regime: "background-limited" }).value[0]; // ≈ 0.3
 * ```
 * @param data - A curve, intervals or a grid.
 * @param options - Luminosity wanted, fb⁻¹, and regime.
 * @returns A limit of kind `projection` at the luminosity wanted.
 * @throws RangeError when the limit is a contour, a luminosity is missing or not > 0, no regime is named, or an option is not known.
 */
export function project<L extends Limit>(data: L, options: ProjectOptions): L {
  requireLimit("project", data);
  requireOptions("project", options, OPTIONS);
  requireChoice("project: regime", options.regime, REGIMES);
  if (options.observable !== undefined) requireChoice("project: observable", options.observable, OBSERVABLES);
  if (data.shape === "contour") throw new RangeError(`project: ${data.id} must not be a contour`);
  const from = options.from ?? data.luminosity;
  for (const [name, l] of [
    ["luminosity", options.luminosity],
    ["luminosity of the limit (from)", from],
  ] as const) {
    if (l === undefined || !(l > 0 && l < Infinity))
      throw new RangeError(`project: ${name} must be > 0 fb^-1, got ${String(l)}`);
    requireWithin(`project: ${name}, fb^-1,`, l, 1e-30, 1e30);
  }
  const kind = options.observable ?? (/^(sigma|BF|\|U)/i.test(data.observable) ? "rate" : "coupling");
  const exponent = projectionExponent(options.regime, kind);
  const factor = pow(options.luminosity / (from ?? options.luminosity), exponent);
  const scale = (values: readonly number[]): number[] => values.map((v) => v * factor);
  const bands = "expected" in data ? data.expected : undefined;
  const expected =
    bands !== undefined
      ? {
          expected: Object.fromEntries(
            Object.entries(bands).map(([k, v]) => [k, scale(v as number[])]),
          ) as unknown as ExpectedBands,
        }
      : {};
  const info = {
    id: options.id ?? `${data.id}:${options.luminosity}fb`,
    kind: "projection" as const,
    luminosity: options.luminosity,
    label: `${data.label ?? data.id} → ${luminosityText(options.luminosity)}`,
    provenance: derivedProvenance(data, `scaled from ${String(from)} fb^-1, ${options.regime}, luminosity^${exponent}`),
  };
  const one: Exclude<Limit, ContourLimit> = data;
  const projected = (): Exclude<Limit, ContourLimit> => {
    switch (one.shape) {
      case "curve":
        return { ...one, ...info, ...expected, value: scale(one.value) };
      case "grid":
        return { ...one, ...info, value: one.value.map(scale) };
      case "interval":
        return { ...one, ...info, ...expected, lower: scale(one.lower) };
    }
  };
  return limit(projected()) as L;
}

/**
 * Project by running the statistics again: the expected limits of a likelihood that the caller builds for a luminosity.
 *
 * ```ts
 * projectExactly([1], [1, 4], (_mass, luminosity) => 3 / luminosity, { id: "mine", observable: "sigma", unit: "fb", cl: 0.9 }).map((one) => one.value[0]); // [3, 0.75]
 * ```
 * @param mass - Masses, GeV.
 * @param luminosities - Luminosities, fb⁻¹.
 * @param expectedLimit - Median expected upper limit at a mass and a luminosity, such as
 * `upperLimit(likelihood(mass, luminosity)).expected[2]`.
 * @param info - Facts of the limits; identifier and luminosity are completed.
 * @returns One curve of kind `projection` a luminosity.
 * @throws RangeError when a luminosity is not > 0, or what is made is no limit.
 */
export function projectExactly(
  mass: readonly number[],
  luminosities: readonly number[],
  expectedLimit: (mass: number, luminosity: number) => number,
  info: Omit<CurveLimit, "shape" | "mass" | "value" | "kind" | "luminosity" | "expected">,
): CurveLimit[] {
  for (const luminosity of luminosities) requirePositive("projectExactly: luminosity", luminosity, "fb^-1");
  return luminosities.map((luminosity) =>
    limit({
      ...info,
      id: `${info.id}:${luminosity}fb`,
      kind: "projection",
      luminosity,
      shape: "curve",
      mass: [...mass],
      value: mass.map((m) => expectedLimit(m, luminosity)),
    }),
  );
}
