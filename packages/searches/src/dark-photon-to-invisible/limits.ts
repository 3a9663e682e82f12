import { couplingLimit, type CurveLimit, type Limit, limitFromResults } from "@belladonna/limits";
import { square } from "@belladonna/numerics/elementary";
import { bundledLimit } from "../limit/bundled-limit.js";
import { logLogInterpolate } from "@belladonna/numerics";
import { darkPhoton } from "@belladonna/models";
import { isComparable, limitInfo } from "../limit/limit-info.js";
import { publishedCurve } from "../limit/published-curve.js";
import type { ComparedMass, Search, SearchOptions, SearchResult } from "../search.js";
import type { Tested } from "../limit/tested.js";
import { SIGNAL_PHOTON } from "./samples.js";
import type { CountingWindow } from "./counting-window.js";
import { inWindow } from "./spectrum.js";
import type { SignalPoint } from "./tasks.js";

/** A mass with its signal, the window it is counted in and the background there. */
export interface Hypothesis {
  /** Mass, GeV. */
  readonly mass: number;
  /** The signal. */
  readonly point: SignalPoint;
  /** The window. */
  readonly window: CountingWindow;
  /** Expected background in it, events. */
  readonly background: number;
}

/** A mass with its limits. */
export interface Row extends Hypothesis {
  /** Limits on the number of signal events. */
  readonly result: Tested;
}

/** Limits, in fb and in the mixing, beside the projection and what others have measured. */
export async function limitsOf(
  search: Search,
  rows: readonly Row[],
  options: SearchOptions,
  notes: readonly string[],
): Promise<SearchResult> {
  const projection = await publishedCurve("darkphoton_inv_belle2_20fb_projection_eps", "1");
  const others: Limit[] = [projection, await bundledLimit("BaBar_darkphoton_invisible_2017")];
  const results = rows.map(({ result }) => result);
  const efficiency = rows.map(({ point, window }) => inWindow(point.spectrum, window));
  const limit = limitFromResults(
    {
      ...limitInfo(search.name, options, results),
      observable: `sigma(e+ e- -> gamma A') BF(A' -> invisible), |cos theta*| < ${SIGNAL_PHOTON.cosTheta}`,
      unit: "fb",
      portal: "dark-photon",
      finalState: "invisible",
    },
    rows.map(({ mass }) => mass),
    results,
    efficiency.map((e) => 1 / (e * options.luminosity)),
  );
  const comparable = isComparable(options, search.defaults);
  const process = "e⁺e⁻ → γA′, A′ invisible";
  const expected = limit.expected?.median ?? [];
  return {
    measured: [
      {
        name: "cross-section",
        process,
        axis: `$σ$(e⁺e⁻ → γA′), |cos $θ*$| < ${SIGNAL_PHOTON.cosTheta} [fb]`,
        particle: "A′",
        limit,
        published: [],
        projections: [],
        ...(comparable ? { projected: true } : {}),
        masses: rows.map(({ mass, point, window, background, result }, i): ComparedMass => ({
          mass,
          efficiency: efficiency[i],
          triggerEfficiency: efficiency[i] / inWindow(point.untriggered, window),
          resolution: point.sigma / (2 * mass),
          background,
          expected: expected[i] ?? Number.NaN,
          observed: result.observed === undefined ? Number.NaN : limit.value[i],
          significance: result.significance,
          published: comparable ? square(projected(projection, mass)) * point.perMixing : Number.NaN,
        })),
      },
    ],
    interpreted: [
      {
        name: "mixing",
        process,
        axis: "$ε$",
        particle: "A′",
        limit: mixingOf(limit, new Map(rows.map(({ mass, point }) => [mass, point.perMixing]))),
        published: others,
        projections: [],
      },
    ],
    notes: [
      ...notes,
      'the projection is that to 20 fb^-1 of arXiv:1808.10567 ("Belle II Physics Book"), with our cross section',
    ],
  };
}

/** The projection at a mass, `NaN` outside. */
const projected = ({ mass, value }: CurveLimit, m: number): number =>
  m >= mass[0] && m <= mass[mass.length - 1] ? logLogInterpolate(mass, value, m) : Number.NaN;

/** The cross section is proportional to the mixing squared; radiation is in it. */
function mixingOf(limit: CurveLimit, perMixing: ReadonlyMap<number, number>): Limit {
  return couplingLimit(limit, {
    model: (mass, epsilon) => darkPhoton({ mass, epsilon }),
    production: (_photon, mass, epsilon) => (perMixing.get(mass) ?? Number.NaN) * epsilon * epsilon,
    coupling: "epsilon",
    range: [1e-8, 1],
    scaling: "quadratic",
  });
}
