import type { Mediator } from "@belladonna/models";
import { requireChoice, requireOptions, requirePositive } from "@belladonna/numerics";
import { exp, log, pow, square } from "@belladonna/numerics/elementary";
import { requireLimit } from "./require-limit.js";
import { limitFromCouplings } from "./limit-from-couplings.js";
import type { Edges } from "./limit-from-couplings.js";
import type { CurveLimit, IntervalLimit, Limit } from "./limit.js";
import { excludedAt } from "./value-at-mass.js";
import type { Interval } from "./value-at-mass.js";
import { recastEfficiency } from "./recast-efficiency.js";
import { productionModes, productionRate, recastSearches } from "./recast-search.js";
import type { RecastSearch } from "./recast-search.js";
import { positiveRanges } from "./roots.js";
import { requireSearch, withinModel } from "./search-range.js";

/** From which model to which, and what is known of the search. */
export interface RecastOptions {
  /** The model the limit was published for, at a mass in GeV and its coupling. */
  readonly from: (mass: number, coupling: number) => Mediator;
  /** The model wanted. */
  readonly to: (mass: number, coupling: number) => Mediator;
  /** The search. Default: the one known for the limit's identifier, see `recastSearches`. */
  readonly search?: RecastSearch;
  /** Name of the coupling of the model wanted. Default `g`. */
  readonly coupling?: string;
  /** Unit of that coupling. Default `1`. */
  readonly unit?: string;
  /** Couplings searched. Default 1e-10 to 1 or what of this the model allows (general), 1e-14 to 1e5 (quadratic). */
  readonly range?: readonly [number, number];
  /**
   * By default the model wanted is asked at five couplings a mass, and at no more where they show that all widths and rates
   * are proportional to the coupling squared. `general` asks both models at every coupling. `quadratic` states that in both all widths and rates are
   * proportional to the coupling squared (no decays to a dark sector with a coupling of its own), asks them once a mass,
   * and so reaches couplings at which the model itself would refuse to work.
   */
  readonly scaling?: "general" | "quadratic";
  /** Masses of the result, GeV. Default: those of the limit. */
  readonly masses?: readonly number[];
  /** Number of couplings sampled before roots are refined. Default 160. */
  readonly samples?: number;
  /** Identifier of the result. */
  readonly id?: string;
}

const OPTIONS: readonly (keyof RecastOptions)[] = [
  "from",
  "to",
  "search",
  "coupling",
  "unit",
  "range",
  "scaling",
  "masses",
  "samples",
  "id",
];

/** Coupling at which models are asked when everything scales with its square. */
const PROBE = 1e-3;

/**
 * Carry a limit from one model to another: all couplings $g$ with
 * $$\frac{\sigma(g)}{\sigma_0}\,\frac{\mathrm{BF}(g)}{\mathrm{BF}_0}\,\frac{\epsilon(\tau(g))}{\epsilon(\tau_0)}\ge 1,$$
 * where the index 0 marks the original model at its limit.
 *
 * A limit with two edges (a beam dump) gives intervals again: they may shrink to nothing or grow; roots are found to a
 * relative accuracy of 1e-12.
 *
 * ```ts
 * const from = (mass, epsilon) => darkPhoton({ mass, epsilon });
 * const to = (mass, coupling) => vectorMediator({ mass, coupling, charges: bMinusL });
 * const babar = await published.get("BaBar_darkphoton_visible_2014");
 * valueAt(babar, 5); // ≈ 9.602e-4
 * recast(babar, { from, to, masses: [5] }).value[0]; // ≈ 2.76e-4
 * ```
 * @param data - The limit on the coupling of the original model.
 * @param options - Both models, the search, and how to look for couplings.
 * @returns A curve, or intervals; of kind `recast` (of a projection or an expectation, of its own kind), with the citation of
 * the original.
 * @throws RangeError when the limit is a grid, an option or a way of the search is not known, no search is known for it, or a
 * beam-dump search is asked of a one-sided limit.
 * @see [P. Ilten et al., JHEP 06 (2018) 004](https://arxiv.org/abs/1801.04847), eq. 2.2
 */
export function recast(data: Limit, options: RecastOptions): CurveLimit | IntervalLimit {
  requireLimit("recast", data);
  requireOptions("recast", options, OPTIONS);
  requireSearch("recast", options);
  for (const name of ["from", "to"] as const) {
    if (typeof options[name] !== "function") {
      throw new RangeError(
        `recast: ${name} must be a model, a function of mass and coupling, got ${typeof options[name]}`,
      );
    }
  }
  if (data.shape === "grid") throw new RangeError(`recast: ${data.id} is a (mass, lifetime) grid, use couplingLimit`);
  const search = options.search ?? recastSearch(data.id);
  if (search === undefined) {
    throw new RangeError(`recast: give { search }, none is known for ${data.id} (production, channels, efficiency)`);
  }
  requireRecastSearch(search);
  const quadratic = options.scaling === "quadratic";
  const masses = options.masses ?? [...new Set(data.mass)].sort((a, b) => a - b);
  const range = options.range ?? (quadratic ? ([1e-14, 1e5] as const) : withinModel(options.to, masses, [1e-10, 1]));
  const from = yieldsOf(options.from, search, quadratic);
  const asked = yieldsOf(options.to, search, quadratic);
  const to = options.scaling === undefined ? scaledWherePossible(asked, range) : asked;
  const rows = masses.map((mass) => {
    const original = excludedAt(data, mass).filter((i) => i.upper >= i.lower && i.lower > 0);
    const edges = original.flatMap((i) => recastInterval(data.id, mass, i, from, to, search, range, options.samples));
    return union(edges);
  });
  return limitFromCouplings(data, {
    id: options.id ?? `${data.id}:recast`,
    coupling: options.coupling ?? "g",
    unit: options.unit ?? "1",
    // What was expected stays an expectation.
    kind: data.kind === "projection" || data.kind === "expected" ? data.kind : "recast",
    note: `recast from ${data.observable}`,
    scanned: range,
    masses,
    rows,
  });
}

/** Throws unless the ways of a search are some that there are. */
function requireRecastSearch(search: RecastSearch): void {
  requireOptions("recast: search", search, ["production", "channels", "efficiency"]);
  const { production, efficiency } = search;
  if (typeof production !== "function") requireChoice("recast: production", production, productionModes);
  requireChoice("recast: efficiency", (efficiency as { kind?: unknown } | undefined)?.kind, [
    "all",
    "prompt",
    "escape",
    "dump",
  ]);
  switch (efficiency.kind) {
    case "all":
      requireOptions("recast: efficiency", efficiency, ["kind"]);
      break;
    case "dump":
      requireOptions("recast: efficiency", efficiency, ["kind", "ratio"]);
      requirePositive("recast: ratio", efficiency.ratio);
      break;
    default:
      requireOptions("recast: efficiency", efficiency, ["kind", "length", "betaGamma"]);
      requirePositive("recast: length", efficiency.length, "cm");
  }
}

function recastSearch(id: string): RecastSearch | undefined {
  return Object.hasOwn(recastSearches, id) ? recastSearches[id] : undefined;
}

/** Rate in the channels searched, and lifetime, of a model at a mass and coupling. */
type Yields = (mass: number, coupling: number) => { readonly rate: number; readonly ctau: number };

function yieldsOf(model: RecastOptions["from"], search: RecastSearch, quadratic: boolean): Yields {
  const ask = (mass: number, coupling: number): { rate: number; ctau: number } => {
    const particle = model(mass, coupling);
    const seen = search.channels?.reduce((sum, c) => sum + particle.branchingFraction(c), 0) ?? 1;
    const { production } = search;
    const made =
      typeof production === "function"
        ? production(particle.couplings, mass)
        : productionRate(production, particle.couplings, mass);
    return { rate: made * seen, ctau: particle.ctau };
  };
  if (!quadratic) return ask;
  let last = { mass: Number.NaN, rate: 0, ctau: 0 };
  return (mass, coupling) => {
    if (last.mass !== mass) last = { mass, ...ask(mass, PROBE) };
    const scale = square(coupling / PROBE);
    return { rate: last.rate * scale, ctau: last.ctau / scale };
  };
}

/** Couplings at which a model is asked whether it scales, and how closely it must. */
const [ASKED, CLOSE] = [5, 1e-9];

/** The same, of a model that is asked no more at a mass where rate and lifetime scale with the coupling squared. */
function scaledWherePossible(ask: Yields, [low, high]: readonly [number, number]): Yields {
  const probes = Array.from({ length: ASKED }, (_, i) => low * pow(high / low, i / (ASKED - 1)));
  let last = { mass: Number.NaN, scales: false, rate: 0, ctau: 0 };
  return (mass, coupling) => {
    if (last.mass !== mass) {
      const found = probes.map((g) => {
        const { rate, ctau } = ask(mass, g);
        return { rate: rate / square(g), ctau: ctau * square(g) };
      });
      const { rate, ctau } = found[ASKED >> 1];
      const near = (a: number, b: number): boolean => a === b || Math.abs(a / b - 1) < CLOSE;
      last = { mass, rate, ctau, scales: found.every((one) => near(one.rate, rate) && near(one.ctau, ctau)) };
    }
    if (!last.scales) return ask(mass, coupling);
    return { rate: last.rate * square(coupling), ctau: last.ctau / square(coupling) };
  };
}

function recastInterval(
  id: string,
  mass: number,
  original: Interval,
  from: Yields,
  to: Yields,
  search: RecastSearch,
  range: readonly [number, number],
  samples = 160,
): Edges {
  const low = from(mass, original.lower);
  if (search.efficiency.kind === "dump" && original.upper === Infinity) {
    throw new RangeError(`recast: a beam-dump search must have two edges, ${id} has one at ${mass} GeV`);
  }
  const high = original.upper < Infinity ? from(mass, original.upper) : undefined;
  const logEfficiency = recastEfficiency(search.efficiency, mass, low, high);
  const wanted = log(low.rate) + logEfficiency(low.ctau);
  const excess = (logG: number): number => {
    const { rate, ctau } = to(mass, exp(logG));
    return log(rate) + logEfficiency(ctau) - wanted;
  };
  const [a, b] = [log(range[0]), log(range[1])];
  return positiveRanges(excess, a, b, samples, 1e-12).map((r) => [
    r.lower === a ? range[0] : exp(r.lower),
    r.upper === b ? range[1] : exp(r.upper),
  ]);
}

function union(edges: Edges): Edges {
  const out: Edges = [];
  for (const [lower, upper] of [...edges].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && lower <= last[1]) last[1] = Math.max(last[1], upper);
    else out.push([lower, upper]);
  }
  return out;
}
