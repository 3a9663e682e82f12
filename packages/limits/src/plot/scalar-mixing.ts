import { bToKaon, darkScalar } from "@belladonna/models";
import { square } from "@belladonna/numerics/elementary";
import { couplingLimit } from "../coupling.js";
import type { CurveLimit, GridLimit, IntervalLimit } from "../limit.js";

/** Mixing angles excluded by a (mass, lifetime) grid of a B decay to a kaon and a scalar. */
export function scalarMixing(grid: GridLimit): CurveLimit | IntervalLimit {
  const kaon = grid.observable.includes("K*") ? "K*" : "K";
  const charge = kaon === "K" ? "+" : "0";
  const channel = grid.finalState ?? "";
  // Everything scales with the square of the mixing: the model is asked once a mass.
  const asked = new Map<number, { readonly bf: number; readonly ctau: number; readonly made: number }>();
  const at = (m: number): { readonly bf: number; readonly ctau: number; readonly made: number } => {
    const known = asked.get(m);
    if (known) return known;
    const s = darkScalar({ mass: m, sinTheta: 1 });
    const fresh = {
      bf: s.branchingFraction(channel),
      ctau: s.ctau,
      made: bToKaon({ mass: m, sinTheta: 1, kaon, charge }).value,
    };
    asked.set(m, fresh);
    return fresh;
  };
  const label = `${grid.label ?? grid.id}, ${kaon === "K" ? "B⁺ → K⁺S" : "B⁰ → K*⁰S"}, S → ${channel === "e+ e-" ? "ee" : "μμ"}`;
  return couplingLimit(
    { ...grid, label },
    {
      model: (m, sinTheta) => ({ ctau: at(m).ctau / square(sinTheta), branchingFraction: () => at(m).bf }),
      production: (_s, m, sinTheta) => at(m).made * square(sinTheta),
      channel,
      coupling: "sinTheta",
      range: [1e-7, 0.1],
      masses: grid.mass.filter((_, i) => i % 6 === 0),
    },
  );
}
