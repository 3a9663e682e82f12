// Makes src/data/dark-scalar-mixing.json: the limits on the mixing angle of the dark scalar that follow from the bundled
// (mass, lifetime) grids, so that drawing the plane need not make them again. A test makes them anew and compares.
// Run: node --conditions=@belladonna/source --import tsx packages/limits/scripts/mixing-limits.mjs
import { writeFileSync } from "node:fs";
import path from "node:path";
import { limitToJson } from "../src/json.ts";
import { published } from "../src/published/published.ts";
import { scalarMixing } from "../src/plot/scalar-mixing.ts";

const grids = published.find({ portal: "dark-scalar", observable: "BF(B" }).filter((e) => e.shape === "grid");
const lines = [];
for (const { id } of grids) lines.push(limitToJson(scalarMixing(await published.get(id))));
writeFileSync(path.join(import.meta.dirname, "../src/data/dark-scalar-mixing.json"), `[\n${lines.join(",\n")}\n]\n`);
