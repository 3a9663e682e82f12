// All limits in a plane of 200 × 200 points.
//   npm run bench -- limits
import { constrainModel } from "@belladonna/limits";
import { portalNamed } from "@belladonna/models";
import { spent } from "../../../bench/timing.mjs";
import { report } from "../../../bench/report.mjs";

const even = (low, high) => Array.from({ length: 200 }, (_, i) => low * (high / low) ** (i / 199));
const rows = [];
for (const name of ["B-L", "dark photon", "ALP, photons"]) {
  const start = spent();
  await constrainModel(portalNamed(name), { masses: even(0.01, 10), couplings: even(1e-9, 0.1), project: 50_000 });
  rows.push({ work: `plane of ${name}, 40 000 points`, unit: "s", ours: (spent() - start) / 1e3, aim: "10 s" });
}
report(rows);
