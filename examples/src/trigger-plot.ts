import { curvesPlot } from "./curves-plot.js";
import type { Measured } from "./search.js";

/** How many masses are drawn of each limit. */
const POINTS = 60;

/** Efficiency of the trigger, and of the whole selection, against mass: two curves for each limit. */
export function triggerPlot(measured: readonly Measured[]): string {
  const several = measured.length > 1;
  const curves = measured.flatMap(({ name, masses }) => {
    const some = masses.filter((_, i) => i % Math.ceil(masses.length / POINTS) === 0 || i === masses.length - 1);
    const of = several ? ` (${name})` : "";
    return [
      { name: `trigger${of}`, points: some.map((m) => ({ mass: m.mass, value: m.triggerEfficiency })) },
      { name: `all${of}`, dashed: true, points: some.map((m) => ({ mass: m.mass, value: m.efficiency })) },
    ];
  });
  return curvesPlot(`${measured[0].process}: trigger among selected events`, "mass", curves);
}
