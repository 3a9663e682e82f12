import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { workspaceDigest } from "@belladonna/histfactory";
import { cutFlowPlot } from "@belladonna/plot";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { registerDraw } from "../src/command/draw.js";
import { registerHistFactory, runHistFactory, type HistFactoryGiven } from "../src/command/histfactory.js";
import { silentProgress } from "../src/progress.js";
import { faultsOf } from "../../plot/test/svg-faults.js";

interface Case {
  readonly workspace: object;
  readonly upper_limits: { readonly cl95: { readonly obs: number; readonly exp_m2_m1_0_p1_p2: readonly number[] } };
  readonly fit: { readonly pars: readonly number[]; readonly twice_nll: number };
}
const [belle] = Object.values(
  import.meta.glob<Case>("../../histfactory/test/data/workspaces/belle_20bin.json", {
    eager: true,
    import: "default",
  }),
);

const folder = mkdtempSync(path.join(tmpdir(), "histfactory-"));
const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === "string" ? content : JSON.stringify(content));
  return at;
};
const given: HistFactoryGiven = {
  interpolation: "smooth",
  level: 0.95,
  points: 12,
  top: 10,
  out: path.join(folder, "out"),
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Written {
  readonly limit: { readonly observed: number; readonly expected: readonly number[] };
  readonly fit: { readonly value: number };
  readonly scan: readonly { readonly mu: number; readonly cls: number }[];
  readonly impacts: readonly { readonly name: string }[];
}

describe("histfactory on a workspace of 20 bins", () => {
  const printed: string[] = [];
  let written: string[] = [];
  beforeAll(() => {
    const workspace = file("workspace.json", belle.workspace);
    written = runHistFactory(workspace, { ...given, impacts: true }, silentProgress, (text) => printed.push(text));
  });
  const result = () => JSON.parse(readFileSync(path.join(folder, "out/result.json"), "utf8")) as Written;

  it("writes the reference's fit and limits", () => {
    const { limit, fit } = result();
    const { obs, exp_m2_m1_0_p1_p2 } = belle.upper_limits.cl95;
    expect(Math.abs(fit.value - belle.fit.twice_nll)).toBeLessThan(1e-6);
    expect(Math.abs(limit.observed / obs - 1)).toBeLessThan(1e-6);
    exp_m2_m1_0_p1_p2.forEach((x, i) => {
      expect(Math.abs(limit.expected[i] / x - 1)).toBeLessThan(1e-6);
    });
  });

  it("prints the fit and the limits", () => {
    const text = printed.join("\n");
    expect(text).toContain("1 channels, 20 bins, 28 parameters, 28 of them free");
    expect(text).toContain(`best fit: mu = ${belle.fit.pars[4].toPrecision(5)}`);
    expect(text).toMatch(/goodness of fit \(saturated model\): [\d.]+ on 18 degrees of freedom, p = 0\.\d+/);
    expect(text).toContain(`upper limit on mu, 95 % CL (CLs): ${belle.upper_limits.cl95.obs.toPrecision(5)}`);
  });

  it("scans CLs down through the limit", () => {
    const { scan, limit } = result();
    expect(scan.length).toBe(12);
    for (const { mu, cls } of scan) expect(cls < 0.05).toBe(mu > limit.observed);
  });

  it("draws pulls, impacts, correlations, the scan and the channels as SVG and PNG", () => {
    const plots = ["pulls", "impacts", "correlations", "cls", "SR-prefit", "SR-postfit"];
    expect(written.map((f) => path.basename(f))).toEqual([
      "result.json",
      ...plots.flatMap((name) => [`${name}.svg`, `${name}.png`]),
    ]);
    for (const name of written) {
      const bytes = readFileSync(name);
      if (name.endsWith(".png")) expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
      if (name.endsWith(".svg")) {
        const svg = bytes.toString();
        expect(svg).toMatch(/^<svg .*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
        expect(svg).not.toContain("NaN");
        expect(faultsOf(svg), name).toEqual([]);
      }
    }
    const { impacts } = result();
    expect(readFileSync(path.join(folder, "out/impacts.svg"), "utf8")).toContain(impacts[0].name);
  });
});

describe("draw --pdf", () => {
  it("writes the pictures of a workspace as PDF too", async () => {
    const out = path.join(folder, "pictures");
    mkdirSync(out);
    writeFileSync(path.join(out, "one.svg"), cutFlowPlot({ cuts: ["trigger"], kept: { signal: [0.5] } }));
    const program = new Command();
    registerDraw(program);
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await program.parseAsync(["draw", "--pdf", out], { from: "user" });
    expect(log.mock.calls.flat()).toEqual([`written: ${path.join(out, "one.pdf")}`]);
    log.mockRestore();
    expect(readFileSync(path.join(out, "one.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    await expect(program.parseAsync(["draw", out], { from: "user" })).rejects.toThrow("limits.json");
  });
});

describe("histfactory", () => {
  const patch = [{ op: "replace", path: "/observations/0/data/0", value: 100 }];
  const text = JSON.stringify(belle.workspace);
  const set = {
    metadata: {
      references: { hepdata: "ins1" },
      digests: { sha256: workspaceDigest(text) },
      labels: ["m"],
      description: "",
    },
    patches: [{ metadata: { name: "m_1", values: [1] }, patch }],
    version: "1.0.0",
  };
  const run = (changes: Partial<HistFactoryGiven>, workspace = file("w.json", text)): string => {
    let said = "";
    runHistFactory(workspace, { ...given, points: 2, ...changes }, silentProgress, (line) => (said += `${line}\n`));
    return said;
  };

  it("takes a JSON Patch or a point of a patch set", () => {
    const plain = run({});
    const patched = run({ patch: file("patch.json", patch) });
    const chosen = run({ patch: file("set.json", set), point: "m_1" });
    expect(patched).toBe(chosen);
    expect(patched).not.toBe(plain);
  });

  it("says what the user can mend", () => {
    const setFile = file("set.json", set);
    expect(() => run({ patch: setFile })).toThrow("choose with --point one of m_1");
    expect(() => run({ patch: setFile, point: "m_2" })).toThrow("has no point m_2");
    expect(() => run({ point: "m_1" })).toThrow("--point needs a patch set");
    expect(() => run({ patch: file("bad.json", "{") })).toThrow("is not JSON");
    expect(() => run({ measurement: "ghost" })).toThrow('has no entry "ghost"');
    expect(() => run({}, path.join(folder, "none.json"))).toThrow("cannot read");
    expect(() => run({}, file("v.json", text.replace('"1.0.0"', '"0.9"')))).toThrow("version: must be");
    const other = { ...set, metadata: { ...set.metadata, digests: { sha256: "0".repeat(64) } } };
    expect(() => run({ patch: file("other.json", other), point: "m_1" })).toThrow("digest");
  });

  it("is a command of the program", async () => {
    const program = new Command();
    registerHistFactory(program);
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const error = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
    const out = path.join(folder, "cli");
    await program.parseAsync(["histfactory", file("w.json", text), "--points", "3", "-o", out], { from: "user" });
    expect(log.mock.calls.flat().join("\n")).toContain("upper limit on mu");
    log.mockRestore();
    error.mockRestore();
    expect(readFileSync(path.join(out, "cls.svg"), "utf8")).toContain("<svg");
  });
});
