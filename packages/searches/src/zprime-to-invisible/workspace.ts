import { workspaceFrom } from "@belladonna/histfactory";
import type { SampleHistograms, Workspace } from "@belladonna/histfactory";
import type { Filled } from "../recoil/histogram.js";
import { UNCERTAINTY } from "./inputs.js";

/** Name of the parameter of interest: the cross section in units of that of the signal template. */
const POI = "mu";

/** Templates of one hypothesis, in events. */
export interface Templates {
  /** Signal. */
  readonly signal: readonly number[];
  /** Signal with a peak wider by {@link UNCERTAINTY}. */
  readonly wider: readonly number[];
  /** $\mu\mu\gamma$. */
  readonly photon: Filled;
  /** $\tau\tau$. */
  readonly tau: Filled;
  /** $ee\mu\mu$. */
  readonly electrons: Filled;
  /** Position of each bin in the window in the squared mass, −1 to 1. */
  readonly position: readonly number[];
}

/** Least events of all backgrounds in a bin, so that the likelihood stays finite where no simulated event fell. */
const FLOOR = 1e-4;

/** Sum of the backgrounds. */
export function backgroundOf({ photon, tau, electrons }: Pick<Templates, "photon" | "tau" | "electrons">): number[] {
  return photon.content.map((n, b) => n + tau.content[b] + electrons.content[b] + FLOOR);
}

/**
 * A HistFactory workspace: signal of free strength and three backgrounds with normalisation, shape and Monte Carlo
 * uncertainties.
 *
 * @param templates - Templates, events.
 * @param observed - Observed events; those expected from background when absent.
 */
export function workspaceOf(templates: Templates, observed: readonly number[] = backgroundOf(templates)): Workspace {
  const { signal, wider, position } = templates;
  const background = (name: "photon" | "tau" | "electrons", floor: number): SampleHistograms => {
    const { content, variance } = templates[name];
    const data = content.map((n) => n + floor);
    const slope = UNCERTAINTY.slope.value;
    return {
      name,
      data,
      errors: variance.map((v) => Math.sqrt(v + floor * floor)),
      systematics: [
        { name: `${name}_yield`, up: 1 + UNCERTAINTY[name].value },
        {
          name: `${name}_slope`,
          up: data.map((n, b) => n * (1 + slope * position[b])),
          down: data.map((n, b) => n * (1 - slope * position[b])),
          separate: false,
        },
      ],
    };
  };
  const signalSample: SampleHistograms = {
    name: "signal",
    data: signal,
    factors: [POI],
    systematics: [
      { name: "luminosity", up: 1 + UNCERTAINTY.luminosity.value },
      { name: "efficiency", up: 1 + UNCERTAINTY.efficiency.value },
      { name: "width", ...widthShapes(signal, wider), separate: false },
    ],
  };
  return workspaceFrom({
    poi: POI,
    measurement: "search",
    parameters: [{ name: POI, inits: [0.5], bounds: [[0, 1000]] }],
    channels: [
      {
        name: "recoil",
        observed,
        statistics: "simulation",
        samples: [signalSample, background("photon", FLOOR), background("tau", 0), background("electrons", 0)],
      },
    ],
  });
}

/** Most that a bin of the signal changes with its width by one standard deviation: five of them must not make it negative. */
const MOST_CHANGE = 0.19;

/** Signal of a narrower and of a wider peak. */
function widthShapes(signal: readonly number[], wider: readonly number[]): { up: number[]; down: number[] } {
  const change = signal.map((n, b) => Math.max(-MOST_CHANGE * n, Math.min(MOST_CHANGE * n, wider[b] - n)));
  return { up: signal.map((n, b) => n + change[b]), down: signal.map((n, b) => n - change[b]) };
}
