// Every row of the table of models-2 at its tolerance, 5e-4.
import { mediator } from "@belladonna/models";
import { describe, expect, it } from "vitest";
import { crossSection, photonFusion } from "../../src/index.js";
import table from "../data/alp_photon_fusion.json";

describe("untagged e+e- → e+e-a", () => {
  it.each(table.rows)("has the cross section of the table at %s GeV", { timeout: 600_000 }, (mass, want) => {
    const a = mediator({ name: "a", kind: "pseudoscalar", mass, couplings: { photon: 1 }, channels: () => [] });
    const found = crossSection(photonFusion(a), { sqrtS: 10.58, relativeError: 2e-4 });
    expect(found.valid).toBe(true);
    expect(Math.abs(found.value / 1000 / want - 1)).toBeLessThan(5e-4);
  });
});
