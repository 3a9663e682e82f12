import { readFileSync } from "node:fs";
import { parseModelFile } from "@belladonna/models/file";
import { describe, expect, it } from "vitest";
import { crossSection, qed, treeProcess, withFileModel, withMediator } from "../src/index.js";

const read = (name: string) =>
  parseModelFile(readFileSync(new URL(`../../../examples/models/${name}.json`, import.meta.url), "utf8"));
const noPolarisation = { vacuumPolarisation: false } as const;

describe("withFileModel", () => {
  it("has the vertices of the mediator once, and those of different fermions both ways", () => {
    const { vertices } = withFileModel(qed(), read("flavoured-z-prime"), { mass: 1, coupling: 1e-3 });
    const own = vertices.flatMap((one) =>
      "fermions" in one && one.boson !== "photon" ? [[one.fermions.join(" "), one.coupling]] : [],
    );
    expect(own).toEqual([
      ["mu mu", 1e-3],
      ["tau tau", -5e-4],
      ["mu e", 1e-4],
      ["e mu", 1e-4],
    ]);
  });

  it("gives what withMediator gives of a mediator with scalar, pseudoscalar and photon couplings", () => {
    const file = read("cp-mixed-scalar");
    const ours = withFileModel(qed(), file, { mass: 1, coupling: 1e-3 });
    expect(ours).toEqual(withMediator(qed(), file.make(1, 1e-3)));
  });

  it("makes inelastic matter as Dirac fermions of the same charge: e+ e- > A' > χ₁ χ₂", () => {
    // Light: σ = g_D² (ε e)²/(12 π s) far above all masses, A' far below; corrections go as m²/s < 1e-4.
    const [mass, epsilon, sqrtS] = [0.05, 1e-3, 10];
    const model = withFileModel(qed(noPolarisation), read("inelastic-dark-photon"), { mass, coupling: epsilon });
    const process = treeProcess({ model, outgoing: [52, -9000023] });
    const { value } = crossSection(process, { sqrtS, isr: false, relativeError: 1e-3 });
    const [gD2, e2] = [4 * Math.PI * 0.1, (4 * Math.PI) / 137.036];
    const expected = ((gD2 * epsilon ** 2 * e2) / (12 * Math.PI * sqrtS ** 2)) * 3.8937937e11;
    expect(Math.abs(value / expected - 1)).toBeLessThan(4e-3);
  });

  it("refuses a vertex that does not conserve charge", () => {
    const text = readFileSync(new URL("../../../examples/models/inelastic-dark-photon.json", import.meta.url), "utf8");
    const wrong = parseModelFile(text.replace('"mass": "m1", "pdgId": 52', '"mass": "m1", "charge": 1, "pdgId": 52'));
    expect(() => withFileModel(qed(), wrong, { mass: 1, coupling: 1e-3 })).toThrow(/must conserve charge/);
  });
});
