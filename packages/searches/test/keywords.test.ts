import { checkHepData, hepDataFiles } from "@belladonna/limits/hepdata";
import { limit } from "@belladonna/limits";
import { describe, expect, it } from "vitest";
import { searches } from "../src/index.js";

const curve = limit({
  shape: "curve",
  id: "x",
  observable: "sigma",
  unit: "fb",
  cl: 0.9,
  kind: "expected",
  mass: [1],
  value: [1],
});

describe.each(searches)("$name", ({ keywords }) => {
  it("says its reactions and energies in the words of HEPData", () => {
    for (const reaction of keywords?.reactions ?? []) {
      expect(reaction).toMatch(/^[A-Z0-9+*()-]+( [A-Z0-9+-]+)? --> [A-Z0-9+*() <>-]+$/);
    }
    expect(keywords?.reactions.length).toBeGreaterThan(0);
    const files = hepDataFiles(curve, keywords);
    expect(checkHepData(files)).toEqual([]);
    expect(files["submission.yaml"]).toContain("name: reactions");
    expect(files["submission.yaml"]).toContain(keywords?.reactions[0]);
    expect(files["submission.yaml"]).toMatch(/name: cmenergies\n\s+values:\n\s+- 10\.58/);
  });
});
