import { hypot } from "@belladonna/numerics/elementary";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { partOf } from "./backgrounds.js";
import type { Backgrounds } from "./events.js";
import type { Events } from "../recoil/events.js";
import { type Bins, fill, type Part } from "../recoil/histogram.js";
import { TEMPLATE_ANGLES, TEMPLATE_BINS, UNCERTAINTY } from "./inputs.js";
import type { Hypothesis } from "../recoil/hypothesis.js";
import type { Row, Rows } from "../recoil/tested-hypothesis.js";
import { type FitPoint, testTemplates } from "./tasks.js";
import { backgroundOf, type Templates } from "./workspace.js";

const [BELOW, ABOVE] = TEMPLATE_BINS.value;
const ANGLES = TEMPLATE_ANGLES.value;

/** Bins around a hypothesis. */
function binsOf({ mass, sigma, spread }: Hypothesis): Bins {
  const width = hypot(sigma, spread);
  return { low: mass * mass - BELOW * width, width, count: BELOW + ABOVE, angles: ANGLES };
}

/** Templates of a hypothesis in events, and the cross section in fb that the signal template stands for. */
export function templatesOf(
  hypothesis: Hypothesis,
  backgrounds: Backgrounds,
  luminosity: number,
): { readonly templates: Templates; readonly unit: number; readonly near: number } {
  const bins = binsOf(hypothesis);
  const background = (name: keyof Backgrounds) => fill([partOf(name, backgrounds[name].template, luminosity)], bins);
  const [photon, tau, electrons] = [background("photon"), background("tau"), background("electrons")];
  const all = backgroundOf({ photon, tau, electrons });
  const rows = ANGLES.length - 1;
  // Two widths on either side of the hypothesis.
  const near = all.slice((BELOW - 2) * rows, (BELOW + 2) * rows).reduce((a, b) => a + b, 0);
  // About the limit, so that the strength is of the order of 1.
  const unit = (2.3 + 1.6 * Math.sqrt(near)) / (hypothesis.efficiency * luminosity);
  const signal = (parts: readonly Part[]): number[] => fill(parts, bins).content.map((n) => n * unit * luminosity);
  return {
    templates: {
      signal: signal(hypothesis.parts),
      wider: signal(
        hypothesis.spread > 0 ? hypothesis.parts : hypothesis.parts.map((part) => widened(part, hypothesis)),
      ),
      photon,
      tau,
      electrons,
      position: all.map((_, b) => (2 * (Math.floor(b / rows) + 0.5)) / bins.count - 1),
    },
    unit,
    near,
  };
}

/** A peak of negligible width that is wider about its mass. */
function widened({ events, scale, from }: Part, { mass }: Hypothesis): Part {
  const shift = (mass2: number): number => from(mass2) + UNCERTAINTY.width.value * (mass2 + from(mass2) - mass * mass);
  return { events, scale, from: shift, to: shift };
}

/** Fits the templates at each hypothesis. */
export async function fitTemplates(
  hypotheses: readonly Hypothesis[],
  backgrounds: Backgrounds,
  data: Events | undefined,
  options: SearchOptions,
  work: Work,
  what: string,
): Promise<Rows> {
  const { luminosity, method, level, toys, seed } = options;
  const prepared = hypotheses.map((hypothesis) => templatesOf(hypothesis, backgrounds, luminosity));
  const points = prepared.map(({ templates }, i): FitPoint => ({
    templates,
    ...(data === undefined ? {} : { data: counted(data, binsOf(hypotheses[i])) }),
    method,
    level,
    toys,
    seed: seed + i,
  }));
  const results = await work.each(`${points.length} fits, ${what}`, testTemplates, points);
  const rows: Row[] = [];
  const notes: string[] = [];
  results.forEach((result, i) => {
    const hypothesis = hypotheses[i];
    if ("reason" in result) notes.push(`${what}: ${hypothesis.mass.toFixed(2)} GeV left out: ${result.reason}`);
    else
      rows.push({
        hypothesis,
        result,
        unit: prepared[i].unit,
        background: prepared[i].near,
        efficiency: hypothesis.efficiency,
      });
  });
  return { rows, notes };
}

const counted = (data: Events, bins: Bins): number[] =>
  fill([{ events: data, scale: 1, from: () => 0, to: () => 0 }], bins).content;
