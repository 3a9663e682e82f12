import type { Distribution, LikelihoodScan } from "@belladonna/histfactory";
import { scanPlot, stackPlot } from "@belladonna/plot";

/** The stacked samples of a channel with their uncertainty, its data, and the ratio of both; bins by their number. */
export function distributionPlot({ channel, samples, bins }: Distribution): string {
  return stackPlot({
    edges: Array.from({ length: bins.length + 1 }, (_, b) => b),
    backgrounds: Object.fromEntries(
      samples.map((name, s) => [name, bins.map(({ stack }) => stack[s][1] - stack[s][0])]),
    ),
    uncertainty: bins.map((bin) => bin.expectedError),
    data: bins.map((bin) => bin.observed),
    label: `bin of ${channel}`,
  });
}

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
