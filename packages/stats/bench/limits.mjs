// CLs limits with their bands, unbinned, and the test statistic of pseudo-experiments of a count.
//   npm run bench -- stats
import { random } from "@belladonna/numerics";
import {
  counting,
  exponential,
  gaussian,
  parameter,
  sum,
  toyStatistics,
  unbinned,
  upperLimit,
} from "@belladonna/stats";
import { best } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";

/** A peak of fixed shape on a falling background, extended. */
function peak(events) {
  const range = [0, 1];
  const slope = parameter("slope", 1.5, { min: 0, max: 20 });
  const density = sum([gaussian({ mean: 0.5, sigma: 0.02, range }), exponential({ lambda: slope, range })], {
    yields: [parameter("s", 0, { min: -events }), parameter("b", events, { min: 0 })],
  });
  const theta = Float64Array.from(density.parameters, (p) => p.start);
  return unbinned(density, density.sample(theta, events, random(1)), { poi: "s" });
}

const rows = [];
for (const [events, rounds] of [
  [1e3, 10],
  [1e4, 5],
  [1e5, 2],
]) {
  const likelihood = peak(events);
  const limit = (options) => best(() => upperLimit(likelihood, { level: 0.9, ...options }), rounds);
  rows.push({ work: `limit with band, ${events} events`, unit: "ms", ours: limit({}) });
  rows.push({ work: `limit, ${events} events`, unit: "ms", ours: limit({ expected: false }) });
}
const onOff = counting({ observed: 10, background: 8 });
const theta = Float64Array.from(onOff.parameters, (p) => p.start);
const toys = best(() => toyStatistics(onOff, 4, theta, { seed: 1, count: 1000 }), 10);
rows.push({ work: "test statistic of 1000 counts", unit: "ms", ours: toys });
report(rows);
