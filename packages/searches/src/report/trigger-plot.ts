import { curvesPlot } from "./curves-plot.js";
import type { ComparedMass } from "../search.js";

/** How many masses are drawn of each limit. */
const POINTS = 60;

/** How many selections are drawn; more cannot be told apart. */
const MOST = 3;

/** What is drawn of a limit on a rate. */
export interface TriggerCurves {
  /** Name of its files. */
  readonly name: string;
  /** The process. */
  readonly process: string;
  /** Whose mass it is. */
  readonly particle?: string;
  /** Efficiencies at each mass. */
  readonly masses: readonly Pick<ComparedMass, "mass" | "efficiency" | "triggerEfficiency">[];
}

/** Efficiency of the trigger among selected events, and of the whole selection, against mass: two curves for each selection. */
export function triggerPlot(measured: readonly TriggerCurves[]): string {
  const distinct = selections(measured).slice(0, MOST);
  const { shared, own } = partsOf(distinct.map(({ process }) => process));
  const curves = distinct.flatMap(({ masses }, k) => {
    const some = masses.filter((_, i) => i % Math.ceil(masses.length / POINTS) === 0 || i === masses.length - 1);
    const of = own[k] === "" ? "" : `, ${own[k]}`;
    return [
      { name: `trigger${of}`, points: some.map((m) => ({ mass: m.mass, value: m.triggerEfficiency })) },
      { name: `whole selection${of}`, dashed: true, points: some.map((m) => ({ mass: m.mass, value: m.efficiency })) },
    ];
  });
  const particles = new Set(measured.map(({ particle }) => particle));
  const [particle] = particles;
  const axis = particles.size > 1 || particle === undefined ? "$m$ [GeV]" : `$m_{${particle}}$ [GeV]`;
  return curvesPlot(axis, curves, { title: shared, note: "trigger: of events that are selected" });
}

/** What processes share, and what is left of each: `B⁺ → K⁺S, cτ = 1 cm`, and `S → μ⁺μ⁻`. */
function partsOf(processes: readonly string[]): { readonly shared: string; readonly own: readonly string[] } {
  const parts = processes.map((process) => process.split(", "));
  const common = parts[0].filter((part) => parts.every((all) => all.includes(part)));
  return {
    shared: common.join(", "),
    own: parts.map((all) => all.filter((part) => !common.includes(part)).join(", ")),
  };
}

/** Limits but for those that read the efficiencies of an earlier one in another way. */
function selections(measured: readonly TriggerCurves[]): TriggerCurves[] {
  const seen = new Set<string>();
  return measured.filter(({ masses }) => {
    const mark = JSON.stringify(masses.map((m) => [m.efficiency, m.triggerEfficiency]));
    const known = seen.has(mark);
    seen.add(mark);
    return !known;
  });
}
