import { portals } from "@belladonna/models";
import { bench, describe } from "vitest";
import { constrainModel } from "../src/constrain/constrain-model.js";

const even = (low: number, high: number): number[] =>
  Array.from({ length: 200 }, (_, i) => low * (high / low) ** (i / 199));

describe("all limits in a plane of 200 x 200", () => {
  for (const portal of portals.filter(({ name }) => ["B-L", "dark photon", "ALP, photons"].includes(name))) {
    bench(
      portal.name,
      async () => {
        await constrainModel(portal, { masses: even(0.01, 10), couplings: even(1e-9, 0.1), project: 50_000 });
      },
      { iterations: 2, warmupIterations: 0 },
    );
  }
});
