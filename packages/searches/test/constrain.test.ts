// The command `constrain` as a user runs it, on planes of a few points.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { portals } from "@belladonna/models";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../src/command/program.js";
import { darkMatterFrom, modelNamed, withDarkMatter, wordOf } from "../src/constrain/models.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-constrain-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function constrain(name: string, ...args: readonly string[]) {
  let stdout = "";
  let stderr = "";
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => (stdout += `${line}\n`));
  const error = vi.spyOn(console, "error").mockImplementation((line: string) => (stderr += `${line}\n`));
  const out = path.join(folder, name);
  try {
    const status = await main(["constrain", ...args, "--points", "12", "--out", out]);
    const read = (file: string): string => readFileSync(path.join(out, file), "utf8");
    return { status, stdout, stderr, read, out };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

describe("constrain", () => {
  it("writes plot, numbers and references of B − L", async () => {
    const words = ["b-minus-l", "--plane", "0.01:10", "--recast", "--project", "50ab"];
    const { status, stdout, read, out } = await constrain("bl", ...words);
    expect(status).toBe(0);
    expect(stdout).toMatch(/B-L: \d+ limits speak/);
    expect(stdout).toContain("a union, no combination");
    const json = JSON.parse(read("constraints.json")) as Record<string, unknown[]>;
    expect(json.masses).toHaveLength(12);
    expect(json.factors).toHaveLength(12);
    expect(json.projected).toBeDefined();
    const ids = (json.speaking as { id: string }[]).map((s) => s.id);
    expect(ids).toContain("E137_2009_darkphoton");
    const csv = read("constraints.csv").split("\n");
    expect(csv[0]).toMatch(/^# belladonna /);
    expect(csv[1]).toBe("limit,kind,method,cl,mass_GeV,lower,upper");
    for (const id of ids) expect(csv.some((line) => line.startsWith(`"${id}",`))).toBe(true);
    expect(read("references.bib")).toContain("@article{");
    expect(read("plane.svg")).toContain("</svg>");
    expect(existsSync(path.join(out, "plane.png"))).toBe(true);
  });

  it("takes the model of a file", async () => {
    const file = new URL("../../../examples/models/flavoured-z-prime.json", import.meta.url).pathname;
    const { status, stdout, read } = await constrain("file", file, "--plane", "0.3:5", "--recast");
    expect(status).toBe(0);
    expect(stdout).toMatch(/flavoured Z': \d+ limits speak/);
    const { speaking } = JSON.parse(read("constraints.json")) as { speaking: { id: string; method: string }[] };
    // Four muons: it couples to them, and decays to them.
    expect(speaking.map(({ id }) => id).some((id) => id.startsWith("BaBar_Zprime_mumu"))).toBe(true);
    const wrong = path.join(folder, "wrong.json");
    writeFileSync(wrong, readFileSync(file, "utf8").replace("g*muon", "g*muons"));
    const refused = await constrain("wrong", wrong, "--plane", "0.3:5");
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toMatch(/wrong.json, line 13: vertices\[0\].coupling must use only .*got "muons"/);
    expect((await constrain("both", file, "--plane", "0.3:5", "--charges", "e=1")).stderr).toContain(
      "--charges and --dark",
    );
  });

  it("leaves recasts out unless asked", async () => {
    const { read } = await constrain("direct", "b-minus-l", "--plane", "0.1:5");
    const { speaking } = JSON.parse(read("constraints.json")) as { speaking: { method: string }[] };
    expect(speaking.length).toBeGreaterThan(0);
    expect(speaking.every((s) => s.method !== "recast")).toBe(true);
  });

  it("draws the relic line of dark matter through the plane of a vector of one's own", async () => {
    const own = ["vector", "--charges", "e=1,mu=1,nue=1,numu=1", "--dark", "scalar:0.1:3"];
    const { status, read } = await constrain("own", ...own, "--plane", "0.05:5", "--recast");
    expect(status).toBe(0);
    const { relic, speaking } = JSON.parse(read("constraints.json")) as {
      relic: { points: { valid: boolean; coupling: number }[] };
      speaking: { id: string }[];
    };
    expect(relic.points).toHaveLength(12);
    expect(relic.points.every((p) => p.valid && p.coupling > 1e-6)).toBe(true);
    expect(speaking.some((s) => s.id === "BaBar_darkphoton_invisible_2017")).toBe(true);
    expect(read("plane.svg")).toContain("relic density, scalar");
  });

  it.each([
    [["b-minus-m", "--plane", "1:2"], 'no model "b-minus-m"; there is dark-photon, z-prime, b-minus-l'],
    [["vector", "--plane", "1:2"], "vector needs --charges"],
    [["b-minus-l", "--plane", "1:2", "--charges", "e=1"], "--charges are for the model vector, got b-minus-l"],
    [["vector", "--plane", "1:2", "--charges", "x=1"], "--charges: must be FERMION=CHARGE"],
    [["b-minus-l", "--plane", "2:1"], "must be FROM:TO, both > 0"],
    [["b-minus-l", "--plane", "1:2", "--dark", "scalar:0.1"], "--dark: must be KIND:ALPHA_D:RATIO"],
    [["dark-scalar", "--plane", "1:2", "--dark", "scalar:0.1:3"], "--dark is for vectors, got dark scalar"],
    [["b-minus-l"], "--plane"],
  ])("says in a line what is wrong with %j", async (args, message) => {
    const { status, stderr } = await constrain("wrong", ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("words", () => {
  it("name every portal, each once", () => {
    const words = portals.map(({ name }) => wordOf(name));
    expect(new Set(words).size).toBe(portals.length);
    for (const [i, word] of words.entries()) {
      expect(word).toMatch(/^[a-z0-9-]+$/);
      expect(modelNamed(word, undefined)).toBe(portals[i]);
    }
    expect(words).toEqual(
      expect.arrayContaining(["b-minus-l", "le-minus-lmu", "lfv-z-prime", "alp-photons", "hnl-electron"]),
    );
  });

  it("are charges as fractions, and dark matter", () => {
    const own = modelNamed("vector", "e=-1, u=1/3");
    expect(own.name).toBe("vector");
    expect(own.make(1, 3e-3).couplings.vector).toMatchObject({ e: -3e-3, u: 1e-3 });
    for (const wrong of ["e", "e=", "e=1=2", "u=1/3/2", "e=x", "", "dark photon"]) {
      expect(() => modelNamed("vector", wrong)).toThrow(/^--charges: /);
    }
    expect(darkMatterFrom("inelastic:0.1:3:0.2")).toEqual({
      kind: "inelastic",
      alphaD: 0.1,
      massRatio: 3,
      splitting: 0.2,
    });
    for (const wrong of ["dirac", "dirac:1:3:0.1", "inelastic:0.1:3", "x:1:3"]) {
      expect(() => darkMatterFrom(wrong)).toThrow("--dark");
    }
  });

  it("give vectors dark matter and leave their other couplings", () => {
    for (const word of ["dark-photon", "z-prime", "b-minus-l"]) {
      const model = modelNamed(word, undefined);
      const dark = withDarkMatter(model, { kind: "dirac", alphaD: 0.1, massRatio: 3 }).make(1, 1e-3);
      const plain = model.make(1, 1e-3);
      expect(dark.width("e+ e-") / plain.width("e+ e-")).toBeCloseTo(1, 12);
      expect(dark.branchingFraction("invisible")).toBeGreaterThan(0.999);
    }
  });
});
