// The searches as a program runs them: options over defaults, wrong words refused with the right ones, nothing written.
import { limitFromJson } from "@belladonna/limits";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runSearch, type RunSettings, searches, type Search, type SearchOptions } from "../src/index.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-run-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A search whose result is the options it got. */
function echo(): { readonly search: Search; readonly got: SearchOptions[] } {
  const got: SearchOptions[] = [];
  const search: Search = {
    ...searches[0],
    name: "echo",
    run: (options) => {
      got.push(options);
      return Promise.resolve({ measured: [] as never, interpreted: [], notes: [] });
    },
  };
  return { search, got };
}

describe("runSearch", () => {
  it("takes what is not said from the defaults of the search", async () => {
    const { search, got } = echo();
    await runSearch(search);
    await runSearch(search, { level: 0.9, seed: 7, toys: undefined as never });
    expect(got[0]).toEqual({ ...search.defaults, seed: 1, toys: 0 });
    expect(got[1]).toEqual({ ...search.defaults, level: 0.9, seed: 7, toys: 0 });
  });

  it.each([
    ["nosuch", {}, {}, "search must be one of alp-to-photons, zprime-to-invisible"],
    ["alp-to-photons", { mass: 3 }, {}, "option must be one of luminosity, level, method"],
    ["alp-to-photons", { level: 90 }, {}, "level must be between 0.5 and 1, got 90"],
    ["alp-to-photons", { luminosity: Number.NaN }, {}, "luminosity must be > 0 fb^-1, got NaN"],
    [
      "alp-to-photons",
      { method: "clss" },
      {},
      "method must be one of cls, profile, bayesian, feldman-cousins, got clss",
    ],
    ["alp-to-photons", { masses: { from: 1, to: 40 } }, {}, "masses must ascend from >= 0.2 to <= 9.7 GeV"],
    ["alp-to-photons", { seed: 0.5 }, {}, "seed must be an integer >= 0, got 0.5"],
    [
      "alp-to-photons",
      {},
      { threads: 2 },
      "setting must be one of out, workers, cache, project, progress, work, got threads",
    ],
    ["alp-to-photons", {}, { workers: 0 }, "workers must be an integer >= 1, got 0"],
    ["alp-to-photons", {}, { project: 50_000 }, "project must come with out"],
  ])("refuses %s %j %j", async (name, options, settings, message) => {
    const run = runSearch(name, options as Partial<SearchOptions>, settings as RunSettings);
    await expect(run).rejects.toThrow(RangeError);
    await expect(run).rejects.toThrow(message);
  });

  it("gives the same on two threads, and writes only where it is told", async () => {
    const options = { masses: { from: 1, to: 1 }, events: 1000 };
    const alone = await runSearch("heavy-neutral-lepton", options);
    const before = readdirSync(process.cwd());
    expect(alone.measured[0].masses.map(({ mass }) => mass)).toEqual([1]);
    expect(await runSearch("heavy-neutral-lepton", options, { workers: 2 })).toEqual(alone);
    expect(readdirSync(process.cwd())).toEqual(before);
    const out = path.join(folder, "hnl");
    expect(await runSearch("heavy-neutral-lepton", options, { out })).toEqual(alone);
    const { format, limits } = JSON.parse(readFileSync(path.join(out, "limits.json"), "utf8")) as {
      readonly format: string;
      readonly limits: readonly unknown[];
    };
    expect(format).toBe("belladonna-results/1");
    // Plain objects, each the limit it was.
    expect(limitFromJson(limits[0])).toEqual(alone.measured[0].limit);
  }, 900_000);
});
