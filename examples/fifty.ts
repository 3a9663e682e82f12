// What would 50 ab-1 make of the published limit on axion-like particles, if the background grows with the data?
import { luminosityTimeline, project, published, valueAt } from "@belladonna/limits";

const today = await published.get("BelleII_ALP_gammagamma_2020_g");
for (const regime of ["background-limited", "background-free"] as const) {
  const then = project(today, { luminosity: 50_000, regime });
  const values = [0.5, 1, 5].map((mass) => `${valueAt(then, mass).toExponential(1)} at ${mass} GeV`);
  console.log(`${regime}: ${values.join(", ")} (GeV^-1)`);
}
console.log(`today: ${[0.5, 1, 5].map((mass) => valueAt(today, mass).toExponential(1)).join(", ")}`);
for (const { label, luminosity } of luminosityTimeline) console.log(`${label}: ${luminosity} fb^-1`);
