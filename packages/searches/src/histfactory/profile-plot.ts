import type { LikelihoodScan } from "@belladonna/histfactory";
import { scanPlot } from "@belladonna/plot";

/** The profile of a parameter with the rises at one and two deviations. */
export function profilePlot({ name, values, rises }: LikelihoodScan): string {
  const found = [...values.keys()].filter((i) => Number.isFinite(rises[i]));
  return scanPlot({
    tested: found.map((i) => values[i]),
    observed: found.map((i) => rises[i]),
    thresholds: { "1 σ": 1, "2 σ": 4 },
    label: name,
    statistic: "−2 ln L above its minimum",
  });
}
