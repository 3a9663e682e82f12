import type { HistoSys, Modifier, Sample, Workspace } from "@belladonna/histfactory";
import type { Filled } from "./histogram.js";
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
  const background = (name: "photon" | "tau" | "electrons", floor: number): Sample => {
    const { content, variance } = templates[name];
    const data = content.map((n) => n + floor);
    return {
      name,
      data,
      modifiers: [
        normalisation(`${name}_yield`, UNCERTAINTY[name].value),
        {
          name: `${name}_slope`,
          type: "histosys",
          data: {
            lo_data: data.map((n, b) => n * (1 - UNCERTAINTY.slope.value * position[b])),
            hi_data: data.map((n, b) => n * (1 + UNCERTAINTY.slope.value * position[b])),
          },
        },
        { name: "simulation", type: "staterror", data: variance.map((v) => Math.sqrt(v + floor * floor)) },
      ],
    };
  };
  return {
    channels: [
      {
        name: "recoil",
        samples: [
          {
            name: "signal",
            data: signal,
            modifiers: [
              { name: POI, type: "normfactor", data: null },
              normalisation("luminosity", UNCERTAINTY.luminosity.value),
              normalisation("efficiency", UNCERTAINTY.efficiency.value),
              { name: "width", type: "histosys", data: widthShapes(signal, wider) },
            ],
          },
          background("photon", FLOOR),
          background("tau", 0),
          background("electrons", 0),
        ],
      },
    ],
    observations: [{ name: "recoil", data: observed }],
    measurements: [
      { name: "search", config: { poi: POI, parameters: [{ name: POI, inits: [0.5], bounds: [[0, 1000]] }] } },
    ],
    version: "1.0.0",
  };
}

/** Most that a bin of the signal changes with its width by one standard deviation: five of them must not make it negative. */
const MOST_CHANGE = 0.19;

/** Signal of a narrower and of a wider peak. */
function widthShapes(signal: readonly number[], wider: readonly number[]): HistoSys["data"] {
  const change = signal.map((n, b) => Math.max(-MOST_CHANGE * n, Math.min(MOST_CHANGE * n, wider[b] - n)));
  return { lo_data: signal.map((n, b) => n - change[b]), hi_data: signal.map((n, b) => n + change[b]) };
}

const normalisation = (name: string, uncertainty: number): Modifier => ({
  name,
  type: "normsys",
  data: { lo: 1 / (1 + uncertainty), hi: 1 + uncertainty },
});
