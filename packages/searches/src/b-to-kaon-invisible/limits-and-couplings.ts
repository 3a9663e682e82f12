import { couplingLimit, type CurveLimit, limitFromResults } from "@belladonna/limits";
import { bToKaon } from "@belladonna/models";
import { limitInfo, withoutData } from "../limit/limit-info.js";
import type { Tested } from "../limit/tested.js";
import type { ComparedMass, Exclusion, Measured, SearchOptions } from "../search.js";
import type { Channel } from "./channels.js";
import { FRACTION } from "./likelihood.js";
import { preferredBy } from "./preferred.js";

/** A hypothesis and its limits, in the unit of the parameter of interest. */
export interface Row {
  /** Mass of $X$, GeV. */
  readonly mass: number;
  /** Limits. */
  readonly tested: Tested;
  /** Efficiency of the signal. */
  readonly efficiency: number;
  /** Efficiency of the trigger. */
  readonly triggerEfficiency: number;
  /** Background events where the signal is. */
  readonly background: number;
}

/**
 * The limit on the branching fraction of a channel.
 *
 * @param isMeasured - Whether an experiment has measured the data.
 */
export async function measuredOf(
  channel: Channel,
  rows: readonly Row[],
  isMeasured: boolean,
  options: SearchOptions,
): Promise<Measured> {
  const { name, process, axis, observable, finalState, kaon } = channel;
  const results = rows.map(({ tested }) => tested);
  const info = limitInfo(name, options, results);
  const limit = limitFromResults(
    { ...(isMeasured ? withoutData(info) : info), observable, unit: "1", portal: "dark-scalar", finalState },
    rows.map(({ mass }) => mass),
    results,
    FRACTION.unit,
  );
  const masses = rows.map(({ mass, tested, efficiency, triggerEfficiency, background }, i): ComparedMass => ({
    mass,
    efficiency,
    triggerEfficiency,
    resolution: Number.NaN,
    background,
    expected: limit.expected?.median[i] ?? Number.NaN,
    observed: tested.observed === undefined ? Number.NaN : limit.value[i],
    significance: tested.significance,
    published: Number.NaN,
  }));
  return {
    name,
    process,
    axis,
    particle: "X",
    limit,
    published: [],
    projections: [],
    masses,
    preferred: await preferredBy(kaon),
  };
}

/** A particle of some coupling that leaves no trace, whatever it does. */
const unseen = (_: number, coupling: number) => ({ coupling, ctau: Infinity, branchingFraction: () => 1 });

/** The limit as one on the mixing of a scalar with the Higgs boson, and on the coupling of an axion-like particle to b and s. */
export function couplingsOf(channel: Channel, limit: CurveLimit): Exclusion[] {
  const { kaon, charge, process, name } = channel;
  return (["sinTheta", "gbs"] as const).map((coupling) => ({
    name: `${coupling === "gbs" ? "gbs" : "sin-theta"}-${name}`,
    process,
    particle: "X",
    axis: coupling === "gbs" ? "$g_{bs}$ [GeV⁻¹]" : "$sin θ$",
    limit: couplingLimit(limit, {
      model: unseen,
      production: (_, mass, value) => bToKaon({ mass, [coupling]: value, kaon, charge }).value,
      coupling,
      unit: coupling === "gbs" ? "GeV^-1" : "1",
      range: coupling === "gbs" ? [1e-12, 1e-2] : [1e-8, 1],
      scaling: "quadratic",
    }),
    published: [],
    projections: [],
  }));
}
