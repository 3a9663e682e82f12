// Does my limit on invisible dark photons go below the published ones, and how does the figure look?
import { excludedAt, exclusion, limitFromCsv, published } from "@belladonna/limits";
import { exclusionPlot } from "@belladonna/limits/plot";

const mine = limitFromCsv(
  ["mass [MeV];value", "100;4e-4", "500;4e-4", "1000;5e-4", "3000;6e-4", "7000;9e-4"].join("\n"),
  { id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "expected", label: "mine, expected" },
);
const found = published.find({ portal: "dark-photon", finalState: "invisible", kind: "observed" });
const world = await Promise.all(found.map(({ id }) => published.get(id)));
const excluded = exclusion(world);
for (const mass of [0.1, 1, 5]) {
  const ours = excludedAt(mine, mass)[0].lower;
  console.log(`${mass} GeV: mine ${ours.toExponential(1)}, published ${excluded.envelope(mass).toExponential(1)}`);
}
const svg = exclusionPlot([...world, { limit: mine, color: "#d55e00", style: "dashed" }], {
  title: "Dark photons that decay invisibly",
  x: { domain: [0.01, 10] },
  y: { domain: [1e-5, 1e-1] },
});
console.log(
  `an SVG ${svg.startsWith("<svg") ? "drawing" : "?"} with the label of mine: ${svg.includes("mine, expected")}`,
);
