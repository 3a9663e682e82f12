import { massSteps } from "../mass-steps.js";
import { countWindows } from "../recoil/count-windows.js";
import { FIRST_DATA } from "../recoil/first-data.js";
import { narrowSignal } from "../recoil/hypothesis.js";
import { smoothReach, spread } from "../recoil/spread.js";
import type { Search, SearchOptions } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import { type SimulatedBackgrounds, simulatedBackgrounds } from "./backgrounds.js";
import { dataColumns, dataFor } from "./data.js";
import { facts } from "./facts.js";
import { LEVEL, LUMINOSITY, UNCERTAINTY } from "./inputs.js";
import { limitsOf } from "./limits.js";
import type { SignalNode } from "./signal-at-mass.js";
import { massRange, nodeOfFile, signalNodes } from "./signal-masses.js";

/** Distance of neighbouring hypotheses, GeV. */
const STEP = 0.1;

/** Search for e+e- → e±μ∓Z′, Z′ → invisible: counting with 276 pb⁻¹. */
export const lfvZPrimeToInvisible: Search = {
  name: "lfv-zprime-to-invisible",
  title: "e+e- -> e+- mu-+ Z', Z' -> invisible",
  reference: `Belle II, Phys. Rev. Lett. 124, 141801 (2020), ${FIRST_DATA}`,
  keywords: { reactions: ["E+ E- --> E+ MU- ZPRIME", "E+ E- --> E- MU+ ZPRIME"], cmEnergies: [10.58] },
  defaults: {
    luminosity: LUMINOSITY.value,
    level: LEVEL.value,
    method: "bayesian",
    masses: massRange,
    events: 40_000,
  },
  dataColumns,
  facts,
  async run(options, work) {
    const { signal, masses, luminosity, seed, events } = options;
    const nodes = signal === undefined ? await signalNodes(masses, seed, work) : [await nodeOfFile(signal, seed)];
    const simulated = await simulatedBackgrounds(events, seed, work);
    const { data, note } = await dataFor(simulated.events, options, work);
    const tested = signal === undefined ? massSteps(masses, STEP) : [nodes[0].mass];
    const counted = await countWindows(
      {
        hypotheses: tested.map((mass) => narrowSignal(nodes, mass, (node) => node)),
        backgrounds: [spread(simulated.events, luminosity, smoothReach)],
        uncertainty: UNCERTAINTY,
        data,
      },
      options,
      work,
    );
    if (counted.rows.length === 0) throw new UserError(`no window could be tested: ${counted.notes.join("; ")}`);
    return {
      ...limitsOf(lfvZPrimeToInvisible.name, counted.rows, options),
      cutFlows: cutFlowsOf(nodes, simulated, options),
      notes: [
        note,
        ...counted.notes,
        "the published limits, on the cross section times the efficiency, are not public here: nothing is compared",
      ],
    };
  },
};

/** What the cuts did to signal at three of the simulated masses and to the backgrounds. */
function cutFlowsOf(
  nodes: readonly SignalNode[],
  { cutFlows }: SimulatedBackgrounds,
  { luminosity }: SearchOptions,
): CutFlow[] {
  return [
    ...someOf(nodes, 3).map(({ cutFlow }) => cutFlow),
    ...cutFlows.map(({ weight, ...flow }) => ({
      ...flow,
      ...(weight === undefined ? {} : { weight: luminosity * weight }),
    })),
  ];
}
