import { asPublished } from "../limit/limit-info.js";
import type { Exclusion, Measured, Search, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { simulatedBackgrounds } from "./backgrounds.js";
import { countWindows } from "./counting-analysis.js";
import { dataColumns, dataFor } from "./data.js";
import type { Backgrounds, SignalNode } from "./events.js";
import { facts } from "./facts.js";
import { loadPublished } from "./published.js";
import { aboutOf, besideCurve, couplingOf, measuredCoupling, measuredCrossSection } from "./cross-section-and-coupling.js";
import type { Rows } from "./tested-hypothesis.js";
import { crossSectionAt, narrow, wide } from "./hypothesis.js";
import { massRange, nodeOfFile, signalNodes } from "./signal-masses.js";
import { fitTemplates } from "./template-analysis.js";

/** Luminosities of the two publications, fb⁻¹. */
const PUBLISHED = { template: 79.7, counting: 0.276 } as const;

/** Confidence level of both. */
const LEVEL = 0.9;

/** Luminosity from which it is the template fit that is done, fb⁻¹. */
const TEMPLATES_FROM = 1;

/** Distance of neighbouring hypotheses, GeV. */
const STEP = 0.1;

/** Search for e+e- → μμZ′, Z′ → invisible: a fit of templates with 79.7 fb⁻¹ and counting with 276 pb⁻¹. */
export const zprimeToInvisible: Search = {
  name: "zprime-to-invisible",
  title: "e+e- -> mu mu Z', Z' -> invisible",
  reference: "Belle II, Phys. Rev. Lett. 130, 231801 (2023), arXiv:2212.03066; 124, 141801 (2020), arXiv:1912.11276",
  defaults: { luminosity: PUBLISHED.template, level: LEVEL, method: "cls", masses: massRange, events: 100_000 },
  dataColumns,
  facts,
  async run(options, work) {
    const { signal, masses, luminosity, seed, events } = options;
    const nodes = signal === undefined ? await signalNodes(masses, seed, work) : [await nodeOfFile(signal, seed)];
    const backgrounds = await simulatedBackgrounds(events, seed, work);
    const tested = signal === undefined ? massesOf(masses) : [nodes[0].mass];
    const inputs = { nodes, backgrounds, tested, work };
    const fitted = luminosity >= TEMPLATES_FROM ? await fits({ ...inputs, options }) : undefined;
    // At the luminosity of the later publication the earlier analysis is done too, at its own.
    const both = Math.abs(luminosity / PUBLISHED.template - 1) < 0.01 && options.data === undefined;
    const counted =
      fitted === undefined
        ? await counts({ ...inputs, options })
        : both
          ? await counts({ ...inputs, options: { ...options, luminosity: PUBLISHED.counting } })
          : undefined;
    const results = [fitted, counted].flatMap((one) => (one === undefined ? [] : [one]));
    const [first, ...rest] = results.flatMap(({ measured }) => measured);
    return {
      measured: [first, ...rest],
      interpreted: results.flatMap(({ interpreted }) => interpreted),
      notes: results.flatMap(({ notes }) => notes),
    };
  },
};

/** What both analyses start from. */
interface Inputs {
  readonly nodes: readonly SignalNode[];
  readonly backgrounds: Backgrounds;
  readonly tested: readonly number[];
  readonly work: Work;
  readonly options: SearchOptions;
}

/** What an analysis gives. */
interface Outcome {
  readonly measured: readonly Measured[];
  readonly interpreted: readonly Exclusion[];
  readonly notes: readonly string[];
}

/** Masses from one end to the other. */
function massesOf({ from, to, step = STEP }: SearchOptions["masses"]): number[] {
  const count = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, k) => Number((from + k * step).toFixed(6)));
}

/** Fits of templates with two widths, read as couplings. */
async function fits({ nodes, backgrounds, tested, work, options }: Inputs): Promise<Outcome> {
  const { data, note } = await dataFor("template", backgrounds, options, work);
  const comparable = asPublished(options, { luminosity: PUBLISHED.template, level: LEVEL });
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
  // A file has the width that it has.
  if (options.signal !== undefined) {
    return { measured: [crossSection, coupled], interpreted: [vanilla], notes: [note, ...narrowOnes.notes] };
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
    notes: [note, ...narrowOnes.notes, ...wideOnes.notes],
  };
}

function crossSectionOf(name: string, { rows, notes }: Rows, options: SearchOptions, broad: boolean): Measured {
  if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
  return measuredCrossSection({ name, about: aboutOf("template", broad), rows, options, comparable: false });
}

/** Counting in windows, read as a coupling. */
async function counts({ nodes, backgrounds, tested, work, options }: Inputs): Promise<Outcome> {
  const { data, note } = await dataFor("counting", backgrounds, options, work);
  const hypotheses = tested.map((mass) => narrow(nodes, mass, "counting"));
  const counted = await countWindows(hypotheses, backgrounds, data, options, work);
  if (counted.rows.length === 0) throw new UserError(`no window could be tested: ${counted.notes.join("; ")}`);
  const comparable = asPublished(options, { luminosity: PUBLISHED.counting, level: LEVEL });
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
    notes: [note, ...counted.notes],
  };
}
