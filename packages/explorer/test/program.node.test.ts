// The program the page hands out is run, and prints the numbers of the screen.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { excludedAt, recast } from "@belladonna/limits";
import { planeEntries } from "@belladonna/limits/plot";
import { portalNamed } from "@belladonna/models";
import { afterAll, describe, expect, it } from "vitest";
import { programText } from "../src/exports/program.js";
import type { ProgramFacts } from "../src/exports/program.js";

// Inside the package, so that the program finds the packages it imports.
const folder = mkdtempSync(path.join(import.meta.dirname, "../.program-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(facts: ProgramFacts): string[] {
  const text = programText(facts);
  expect(text.split("\n").length).toBeLessThan(18);
  const file = path.join(folder, "program.ts");
  writeFileSync(file, text);
  const options = ["--conditions=@belladonna/source", "--import", "tsx", file];
  return execFileSync(process.execPath, options, { encoding: "utf8", cwd: folder }).trim().split("\n");
}

describe("the program of the page", () => {
  it("gives width, decay length and excluded values at a point", async () => {
    const { ids, limits } = await planeEntries("dark-photon-visible");
    const out = run({ mass: 0.3, coupling: 5e-4, portal: "dark photon", to: undefined, ids }).join("\n");
    const particle = portalNamed("dark photon").make(0.3, 5e-4);
    expect(out).toContain(`width ${particle.width()} GeV, ctau ${particle.ctau} cm`);
    for (const l of limits) {
      const [first] = excludedAt(l, 0.3);
      expect(out).toMatch(new RegExp(`^${l.id} `, "m"));
      if ((first as object | undefined) !== undefined) expect(out).toContain(`lower: ${first.lower}`);
    }
  });

  it.each(["B-L", "e=1,mu=1,nue=1,numu=1"])("gives those recast to %s, too", async (target) => {
    const { limits } = await planeEntries("dark-photon-visible");
    const babar = limits.find((l) => l.id === "BaBar_darkphoton_visible_2014");
    const [from, to] = ["dark photon", target].map(portalNamed);
    if (babar === undefined) throw new Error("no limit");
    const ids = [babar.id];
    const out = run({ mass: 0.3, coupling: 5e-4, portal: from.name, to: to.name, ids }).join("\n");
    const one = recast(babar, { from: from.make, to: to.make, scaling: "quadratic", masses: [0.3] });
    expect(out).toContain(`lower: ${excludedAt(one, 0.3)[0].lower}`);
    expect(out).toContain(`width ${to.make(0.3, 5e-4).width()} GeV`);
  });

  it("needs no portal", async () => {
    const { ids } = await planeEntries("tau-to-e-alpha");
    const out = run({ mass: 0.5, coupling: 1e-3, portal: undefined, to: undefined, ids });
    expect(out.join(" ")).toContain("lower: 0.00115");
  });
});
