import { shareAsPublished } from "../limit/as-published.js";
import { isComparable } from "../limit/limit-info.js";
import { massSteps } from "../mass-steps.js";
import type { Exclusion, Measured, Search, SearchOptions } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { type SimulatedBackgrounds, simulatedBackgrounds } from "./backgrounds.js";
import { countAnalysis } from "./counting-analysis.js";
import { dataColumns, dataFor } from "./data.js";
import type { SignalNode } from "./events.js";
import { facts } from "./facts.js";
import { LEVEL, LUMINOSITY } from "./inputs.js";
import type { Analysis } from "./selection.js";
import { loadPublished } from "./published.js";
import {
  aboutOf,
  besideCurve,
  couplingOf,
  measuredCoupling,
  measuredCrossSection,
} from "./cross-section-and-coupling.js";
import { crossSectionAt } from "../recoil/hypothesis.js";
import type { Rows } from "../recoil/tested-hypothesis.js";
import { narrow, wide } from "./hypothesis.js";
import { beams } from "./samples.js";
import { massRange, nodeOfFile, signalNodes } from "./signal-masses.js";
import { fitTemplates } from "./template-analysis.js";

/** Luminosity from which it is the template fit that is done, fb⁻¹. */
const TEMPLATES_FROM = 1;

/** Distance of neighbouring hypotheses, GeV. */
const STEP = 0.1;

/** Search for e+e- → μμZ′, Z′ → invisible: a fit of templates with 79.7 fb⁻¹ and counting with 276 pb⁻¹. */
export const zprimeToInvisible: Search = {
  name: "zprime-to-invisible",
  title: "e+e- -> mu mu Z', Z' -> invisible",
  reference: "Belle II, Phys. Rev. Lett. 130, 231801 (2023), arXiv:2212.03066; 124, 141801 (2020), arXiv:1912.11276",
  keywords: { reactions: ["E+ E- --> MU+ MU- ZPRIME"], cmEnergies: [10.58] },
  defaults: {
    luminosity: LUMINOSITY.template.value,
    level: LEVEL.value,
    method: "cls",
    masses: massRange,
    events: 100_000,
  },
  conventions:
    "vacuum polarisation is left out where a rate is read as a coupling (recalled: generators of the time have the fine-structure constant at zero momentum)",
  dataColumns,
  facts,
  async run(options, work) {
    const { signal, masses, luminosity, seed, events } = options;
    const simulatedNodes =
      signal === undefined ? await signalNodes(masses, seed, work) : [await nodeOfFile(signal, seed)];
    const share = shareAsPublished(options, beams.sqrtS);
    const nodes = simulatedNodes.map((node) => ({ ...node, perCoupling2: share * node.perCoupling2 }));
    const simulated = await simulatedBackgrounds(events, seed, work);
    const tested = signal === undefined ? massSteps(masses, STEP) : [nodes[0].mass];
    const inputs = { nodes, simulated, tested, work };
    const fitted = luminosity >= TEMPLATES_FROM ? await fits({ ...inputs, options }) : undefined;
    // At the luminosity of the later publication the earlier analysis is done too, at its own.
    const both = Math.abs(luminosity / LUMINOSITY.template.value - 1) < 0.01 && options.data === undefined;
    const counted =
      fitted === undefined
        ? await counts({ ...inputs, options })
        : both
          ? await counts({ ...inputs, options: { ...options, luminosity: LUMINOSITY.counting.value } })
          : undefined;
    const results = [fitted, counted].flatMap((one) => (one === undefined ? [] : [one]));
    const [first, ...rest] = results.flatMap(({ measured }) => measured);
    return {
      measured: [first, ...rest],
      interpreted: results.flatMap(({ interpreted }) => interpreted),
      cutFlows: results.flatMap(({ cutFlows }) => cutFlows),
      notes: results.flatMap(({ notes }) => notes),
    };
  },
};

/** What both analyses start from. */
interface Inputs {
  readonly nodes: readonly SignalNode[];
  readonly simulated: SimulatedBackgrounds;
  readonly tested: readonly number[];
  readonly work: Work;
  readonly options: SearchOptions;
}

/** What an analysis gives. */
interface Outcome {
  readonly measured: readonly Measured[];
  readonly interpreted: readonly Exclusion[];
  readonly cutFlows: readonly CutFlow[];
  readonly notes: readonly string[];
}

/** Fits of templates with two widths, read as couplings. */
async function fits({ nodes, simulated, tested, work, options }: Inputs): Promise<Outcome> {
  const { backgrounds } = simulated;
  const { data, note } = await dataFor("template", backgrounds, options, work);
  const comparable = isComparable(options, { luminosity: LUMINOSITY.template.value, level: LEVEL.value });
  const narrowOnes = await fitTemplates(
    tested.map((mass) => narrow(nodes, mass, "template")),
    backgrounds,
    data,
    options,
    work,
    "negligible width",
  );
  const crossSection = crossSectionOf("cross-section", narrowOnes, options, false);
  const invisible = couplingOf({
    name: "coupling-fully-invisible",
    about: ", B = 1",
    of: crossSection,
    rows: narrowOnes.rows,
    vanilla: false,
  });
  const vanilla = couplingOf({
    name: "coupling-vanilla",
    about: ", L_μ−L_τ",
    of: crossSection,
    rows: narrowOnes.rows,
    vanilla: true,
  });
  const coupled = measuredCoupling(invisible, narrowOnes.rows, comparable);
  const cutFlows = cutFlowsOf("template", nodes, tested, simulated, options);
  // A file has the width that it has.
  if (options.signal !== undefined) {
    const notes = [note, ...narrowOnes.notes];
    return { measured: [crossSection, coupled], interpreted: [vanilla], cutFlows, notes };
  }
  const wideOnes = await fitTemplates(
    tested.map((mass) => wide(nodes, mass, "template")),
    backgrounds,
    data,
    options,
    work,
    "wide",
  );
  const wideCrossSection = crossSectionOf("cross-section-wide", wideOnes, options, true);
  const wideInvisible = couplingOf({
    name: "coupling-fully-invisible-wide",
    about: `, B = 1${aboutOf("template", true)}`,
    of: wideCrossSection,
    rows: wideOnes.rows,
    vanilla: false,
  });
  return {
    measured: [crossSection, wideCrossSection, coupled],
    interpreted: [vanilla, wideInvisible],
    cutFlows,
    notes: [note, ...narrowOnes.notes, ...wideOnes.notes],
  };
}

/** What the cuts of an analysis did to signal at three of the tested masses, or near them, and to the backgrounds. */
function cutFlowsOf(
  analysis: Analysis,
  nodes: readonly SignalNode[],
  tested: readonly number[],
  { cutFlows }: SimulatedBackgrounds,
  { luminosity }: SearchOptions,
): CutFlow[] {
  const nearest = (mass: number): SignalNode =>
    nodes.reduce((a, b) => (Math.abs(b.mass - mass) < Math.abs(a.mass - mass) ? b : a));
  const shown = [...new Set(someOf(tested, 3).map(nearest))];
  const where = analysis === "template" ? "template fit" : "counting";
  return [...shown.map((node) => node.cutFlows[analysis]), ...cutFlows[analysis]].map(({ weight, ...flow }) => ({
    ...flow,
    sample: `${where}: ${flow.sample}`,
    ...(weight === undefined ? {} : { weight: luminosity * weight }),
  }));
}

function crossSectionOf(name: string, { rows, notes }: Rows, options: SearchOptions, broad: boolean): Measured {
  if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
  return measuredCrossSection({ name, about: aboutOf("template", broad), rows, options, comparable: false });
}

/** Counting in windows, read as a coupling. */
async function counts({ nodes, simulated, tested, work, options }: Inputs): Promise<Outcome> {
  const { backgrounds } = simulated;
  const { data, note } = await dataFor("counting", backgrounds, options, work);
  const hypotheses = tested.map((mass) => narrow(nodes, mass, "counting"));
  const counted = await countAnalysis(hypotheses, backgrounds, data, options, work);
  if (counted.rows.length === 0) throw new UserError(`no window could be tested: ${counted.notes.join("; ")}`);
  const comparable = isComparable(options, { luminosity: LUMINOSITY.counting.value, level: LEVEL.value });
  const published = await loadPublished((mass) => crossSectionAt(nodes, mass));
  const measured = measuredCrossSection({
    name: "cross-section-counting",
    about: aboutOf("counting", false),
    rows: counted.rows,
    options,
    published: published.crossSection,
    comparable,
  });
  const input = { of: measured, rows: counted.rows };
  const invisible = couplingOf({
    ...input,
    name: "coupling-counting-fully-invisible",
    about: ", B = 1, counting",
    vanilla: false,
  });
  return {
    measured: [measured],
    interpreted: [
      besideCurve(invisible, published.coupling, comparable),
      couplingOf({ ...input, name: "coupling-counting-vanilla", about: ", L_μ−L_τ, counting", vanilla: true }),
    ],
    cutFlows: cutFlowsOf("counting", nodes, tested, simulated, options),
    notes: [note, ...counted.notes],
  };
}
