// The relic lines of the page, made once: some minutes, too long for a browser. npm run relic-lines -w packages/explorer
import { writeFileSync } from "node:fs";
import path from "node:path";
import { portals, relicTarget } from "@belladonna/models";

const file = path.join(import.meta.dirname, "../src/answers/relic-lines.json");
const portal = portals.find((p) => p.name === "dark photon");
if (portal === undefined) throw new Error("no dark photon");
const massRatio = 3;
const density = 0.12;
const lines = [0.1, 0.5].flatMap((alphaD) =>
  (["scalar", "majorana", "dirac"] as const).map((kind) => {
    const points = relicTarget(portal, { kind, alphaD, massRatio }, { density }).points.filter((p) => p.valid);
    const column = (name: "mediatorMass" | "coupling"): number[] => points.map((p) => Number(p[name].toPrecision(6)));
    return { kind, alphaD, mass: column("mediatorMass"), coupling: column("coupling") };
  }),
);
const about = {
  source: "relicTarget of @belladonna/models for the dark photon; Gondolo, Gelmini, Nucl. Phys. B 360 (1991) 145",
  standing: "derived",
  units: { mass: "GeV, of the dark photon", coupling: "epsilon, dimensionless" },
  massRatio,
  density,
};
const rows = lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n");
writeFileSync(file, `${JSON.stringify(about).slice(0, -1)},"lines":[\n${rows}\n]}\n`);
