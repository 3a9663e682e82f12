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

/** Efficiency of the trigger, and of the whole selection, against mass: two curves for each selection. */
export function triggerPlot(measured: readonly TriggerCurves[]): string {
  const distinct = selections(measured).slice(0, MOST);
  const curves = distinct.flatMap(({ name, masses }) => {
    const some = masses.filter((_, i) => i % Math.ceil(masses.length / POINTS) === 0 || i === masses.length - 1);
    const of = distinct.length > 1 ? ` (${name})` : "";
    return [
      { name: `trigger${of}`, points: some.map((m) => ({ mass: m.mass, value: m.triggerEfficiency })) },
      { name: `all${of}`, dashed: true, points: some.map((m) => ({ mass: m.mass, value: m.efficiency })) },
    ];
  });
  return curvesPlot(`${measured[0].process}: trigger among selected events`, "mass", curves);
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
