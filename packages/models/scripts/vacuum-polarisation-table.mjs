// Makes src/data/vacuum-polarisation.json anew; run by `npm run vacuum-polarisation-table` when R changes.
import { writeFileSync } from "node:fs";
import { URL } from "node:url";
import { tabulateSmoothPart } from "../src/vacuum-polarisation/tabulate.ts";

const { energies, real, imaginary } = tabulateSmoothPart();
const short = (values, digits) => values.map((x) => Number(x.toPrecision(digits)));
const x = short(energies, 7);
const table = {
  title:
    "Vacuum polarisation of the photon at time-like q^2 beyond one loop of leptons: Delta alpha of hadrons without J/psi, psi(2S) and Upsilon(1S-4S), and of the second loop of leptons",
  source:
    "src/vacuum-polarisation/tabulate.ts: dispersion integral over R of this package (exclusive states, compilation of the Particle Data Group with open charm, perturbative QCD), second loop of G. Kallen and A. Sabry",
  standing: "derived",
  x: { quantity: "sqrt(q^2)", unit: "GeV" },
  y: { quantity: "real and imaginary part of Delta alpha, alpha(s) = alpha / (1 - Delta alpha)", unit: "1" },
  tables: { real: { x, y: short(real, 6) }, imaginary: { x, y: short(imaginary, 6) } },
};
const file = new URL("../src/data/vacuum-polarisation.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(table)}\n`);
console.log(`${x.length} points`);
