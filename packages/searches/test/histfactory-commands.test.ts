import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { histFactory, uncorrelatedBackground, workspaceDigest, type Workspace } from "@belladonna/histfactory";
import { toys, upperLimit } from "@belladonna/stats";
import { afterAll, describe, expect, it, vi } from "vitest";
import { main } from "../src/command/program.js";

const folder = mkdtempSync(path.join(tmpdir(), "histfactory-commands-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, typeof content === "string" ? content : JSON.stringify(content));
  return at;
};
/** What the command prints, its exit code, and what it says of an error. */
async function histfactory(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ["", ""];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((line: string) => (out += `${line}\n`)),
    vi.spyOn(console, "error").mockImplementation((line: string) => (error += `${line}\n`)),
    vi.spyOn(process.stderr, "write").mockImplementation(() => true),
  ];
  try {
    return { code: await main(["histfactory", ...args]), out, error };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
async function json<T>(...args: string[]): Promise<T> {
  const { code, out, error } = await histfactory(...args);
  expect(error).toBe("");
  expect(code).toBe(0);
  expect(out).not.toContain("\u001b");
  return JSON.parse(out) as T;
}

const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
const workspace = uncorrelatedBackground(counts, [3, 7]);
const two = file("two.json", workspace);

describe("histfactory", () => {
  it("inspects a workspace", async () => {
    expect(await json("inspect", two)).toMatchObject({
      channels: [{ name: "singlechannel", bins: 2, samples: ["signal", "background"] }],
      parameters: [
        { name: "mu", types: ["normfactor"], constraint: "none", uses: 1 },
        { name: "uncorr_bkguncrt", types: ["shapesys"], constraint: "poisson", uses: 1 },
      ],
      measurements: [{ name: "measurement", poi: "mu" }],
    });
  });

  it("fits, with intervals", async () => {
    const got = await json<{ value: number; parameters: { mu: number }; intervals: { mu: { upper: number } } }>(
      "fit",
      two,
      "--minos",
      "mu",
    );
    expect(got.parameters.mu).toBeCloseTo(0, 5);
    expect(got.intervals.mu.upper).toBeGreaterThan(0.2);
    expect((await histfactory("fit", two, "--minos", "nu")).code).toBe(2);
    expect(got).toMatchObject({ goodness: { degreesOfFreedom: 1 } });
    expect(got).toHaveProperty("correlations");
  });

  it("prints yields as tables", async () => {
    const { code, out } = await histfactory("yields", two, "--prefit");
    expect(code).toBe(0);
    expect(out).toContain("background     50.0 ± 3.0  52.0 ± 7.0  102.0 ± 7.6");
    expect((await histfactory("yields", two, "--format", "latex")).out).toContain("\\begin{tabular}{lrrr}");
    const { out: found } = await histfactory("yields", two, "--format", "json");
    expect(JSON.parse(found)).toHaveLength(1);
    expect((await histfactory("yields", two, "--json")).out).toBe(found);
  });

  it("gives the limit of the example, to a file when asked", async () => {
    const limit = await json<{ observed: number; expected: number[] }>("limit", two);
    expect(limit.observed).toBeCloseTo(1.0116, 4);
    const output = path.join(folder, "limit.json");
    const { code, out } = await histfactory("limit", two, "-o", output);
    expect([code, out]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(output, "utf8"))).toEqual(limit);
    expect((await histfactory("limit", two, "-o", path.join(folder, "none/limit.json"))).code).toBe(4);
  });

  it("ends with 1 when a limit is incomplete, after having written what there is", async () => {
    // A signal of nothing cannot be limited.
    const broken = file(
      "broken.json",
      uncorrelatedBackground({ signal: [0, 0], background: [10, 20], observed: [12, 20] }, [1, 2]),
    );
    const { code, out, error } = await histfactory("limit", broken);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { valid: boolean }).valid).toBe(false);
    expect(error).toContain("the limit is incomplete");
    const report = await histfactory(broken, "--points", "2", "-o", path.join(folder, "report"));
    expect(report.code).toBe(1);
    expect(report.error).toContain("failed");
  });

  it("scans and ranks", async () => {
    const { tests } = await json<{ tests: { mu: number; cls: number }[] }>(
      ..."scan --from 0.5 --to 1.5 --points 3".split(" "),
      two,
    );
    expect(tests.map((t) => t.mu)).toEqual([0.5, 1, 1.5]);
    expect(tests.map((t) => t.cls > 0.05)).toEqual([true, true, false]);
    const { impacts } = await json<{ impacts: object[] }>("ranking", two, "--top", "1");
    expect(impacts.length).toBe(1);
    expect((await histfactory("scan", two, "--from", "2", "--to", "1")).code).toBe(2);
  });

  it("makes pseudo-experiments on threads, with the numbers of the calculator", async () => {
    const got = await json("limit", two, "--toys", "100", "--seed", "2", "--workers", "2");
    const { observed, expected } = upperLimit(histFactory(workspace), { calculator: toys({ toys: 100, seed: 2 }) });
    expect(got).toMatchObject({ observed, expected, toys: 100, seed: 2, valid: true });
  });

  it("profiles a parameter", async () => {
    const { rises, values, best } = await json<{ rises: number[]; values: number[]; best: number }>(
      ..."scan --profile uncorr_bkguncrt[0] --points 5".split(" "),
      two,
    );
    expect(values).toHaveLength(5);
    // The best value is the middle of three deviations to either side.
    expect(values[2]).toBeCloseTo(best, 12);
    expect(rises[2]).toBeLessThan(1e-6);
    expect(rises[0]).toBeGreaterThan(7);
    expect((await histfactory("scan", two, "--profile", "ghost")).code).toBe(2);
    expect((await histfactory("scan", two)).code).toBe(2);
  });

  it("draws distributions and profiles as SVG and PNG", async () => {
    const plots = path.join(folder, "plots");
    expect((await histfactory("yields", two, "--plots", plots)).code).toBe(0);
    await json("scan", two, "--profile", "uncorr_bkguncrt[0]", "--plots", plots);
    const names = ["profile-uncorr_bkguncrt-0-", "singlechannel-postfit"];
    expect(readdirSync(plots).sort()).toEqual(names.flatMap((n) => [`${n}.png`, `${n}.svg`]));
    const [profile, stack] = names.map((n) => readFileSync(path.join(plots, `${n}.svg`), "utf8"));
    for (const word of ["signal", "background", "ratio", "singlechannel", "after the fit"])
      expect(stack).toContain(word);
    expect(profile).toContain("above its minimum");
    for (const svg of [stack, profile]) expect(svg).not.toContain("NaN");
    expect((await histfactory("scan", two, "--from", "0", "--to", "1", "--plots", plots)).code).toBe(2);
  });

  it("carries a fit over to another workspace, and simplifies", async () => {
    const region = { ...workspace, observations: [{ name: "singlechannel", data: [60, 40] }] };
    const other = file("region.json", region);
    const table = (...args: string[]) => histfactory("yields", other, "--format", "json", ...args);
    const carried = (await table("--fit-of", two)).out;
    // The parameters are the fit's, the data the region's.
    const own = JSON.parse((await histfactory("yields", two, "--format", "json")).out) as { bins: number[] }[];
    expect(JSON.parse(carried)).toMatchObject([{ bins: own[0].bins, observed: [60, 40] }]);
    expect((await table("--prefit", "--fit-of", two)).code).toBe(2);
    const simple = await json<Workspace>("simplify", two);
    expect(simple.channels[0].samples.map((s) => s.name)).toEqual(["background", "signal"]);
    const limit = await json<{ observed: number }>("limit", file("simple.json", simple));
    // Its uncertainties are Gaussian, those of the two bins Poisson.
    expect(Math.abs(limit.observed / 1.0116 - 1)).toBeLessThan(0.02);
  });

  it("prints no colours, to a file or a pipe, whatever the terminal", async () => {
    vi.stubEnv("FORCE_COLOR", "3");
    const out = path.join(folder, "plain");
    const { code, out: text } = await histfactory(two, "--points", "2", "--impacts", "-o", out);
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    for (const one of [text, readFileSync(path.join(out, "result.json"), "utf8")]) expect(one).not.toContain("\u001b");
    const { out: yields } = await histfactory("yields", two);
    expect(yields).not.toContain("\u001b");
  });

  it("prunes, renames, sorts, combines and digests", async () => {
    const pruned = await json<Workspace>("prune", two, "--modifier", "uncorr_bkguncrt");
    expect(pruned.channels[0].samples[1].modifiers).toEqual([]);
    const renamed = await json<Workspace>("rename", two, "--channel", "singlechannel=other", "--modifier", "mu=mu_sig");
    expect([renamed.channels[0].name, renamed.measurements[0].config.poi]).toEqual(["other", "mu_sig"]);
    const sorted = await json<Workspace>("sort", two);
    expect(sorted.channels[0].samples.map((s) => s.name)).toEqual(["background", "signal"]);
    const other = file("other.json", {
      ...renamed,
      measurements: [{ name: "measurement", config: { poi: "mu", parameters: [] } }],
    });
    const combined = await json<Workspace>("combine", two, other, "--join", "left outer");
    expect(combined.channels.map((c) => c.name)).toEqual(["singlechannel", "other"]);
    expect(await json("digest", two)).toEqual({
      sha256: workspaceDigest(JSON.stringify(workspace)),
      md5: workspaceDigest(JSON.stringify(workspace), "md5"),
    });
    for (const wrong of [
      ["prune", two, "--sample", "ghost"],
      ["combine", two, two],
      ["sort", file("no.json", "{")],
    ]) {
      expect((await histfactory(...wrong)).code).toBe(3);
    }
    expect((await histfactory("rename", two, "--sample", "signal")).code).toBe(2);
  });

  it("lists, verifies and applies a patch set", async () => {
    const patch = [{ op: "replace", path: "/observations/0/data/0", value: 100 }];
    const metadata = { references: { hepdata: "x" }, labels: ["m"], description: "" };
    const digests = { sha256: workspaceDigest(JSON.stringify(workspace)) };
    const patches = [{ metadata: { name: "m_1", values: [1] }, patch }];
    const set = file("set.json", { metadata: { ...metadata, digests }, patches, version: "1.0.0" });
    expect(await json("patchset", set)).toMatchObject({ points: [{ name: "m_1", values: [1], operations: 1 }] });
    expect(await json("patchset", set, two)).toMatchObject({ verified: true });
    const applied = await json<Workspace>("patchset", set, two, "--point", "m_1");
    expect(applied.observations[0].data[0]).toBe(100);
    const limit = await json<{ observed: number }>("limit", two, "--patch", set, "--point", "m_1");
    expect(limit.observed).toBeGreaterThan(2);
    const wrong = file("wrong.json", {
      ...workspace,
      version: "1.0.0",
      observations: [{ name: "singlechannel", data: [1, 1] }],
    });
    const { code, error } = await histfactory("patchset", set, wrong);
    expect(code).toBe(3);
    expect(error).toContain("digest");
  });

  it("writes XML and reads it back to the same limit", async () => {
    const out = path.join(folder, "xml");
    const { written } = await json<{ written: string[] }>("json2xml", two, "-o", out);
    expect(written.length).toBe(3);
    const back = file("back.json", await json("xml2json", path.join(out, "combination.xml")));
    const limit = await json<{ observed: number }>("limit", back);
    expect(limit.observed).toBeCloseTo(1.0116, 4);
    const { code, error } = await histfactory("xml2json", path.join(folder, "none.xml"));
    expect(code).toBe(3);
    expect(error).toContain("none.xml");
  });
});
