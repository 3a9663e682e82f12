// A part of a sample is the same whether its generator was prepared for all parts or by itself.
import { describe, expect, it } from "vitest";
import * as alp from "../src/alp-to-photons/tasks.js";
import { regions } from "../src/alp-to-photons/regions.js";
import * as higgs from "../src/dark-higgsstrahlung/tasks.js";
import { sources } from "../src/dark-higgsstrahlung/samples.js";
import * as photon from "../src/dark-photon-to-invisible/tasks.js";
import { type Generation, preparedOnce } from "../src/events/generation.js";
import { quietWork } from "../src/work.js";
import * as invisible from "../src/zprime-to-invisible/tasks.js";
import * as taus from "../src/zprime-to-taus/tasks.js";

const part = { index: 0, events: 200, seed: 5 };

describe("simulateBackground with a preparation does as without one", () => {
  it("of three photons", async () => {
    const { prepared } = await alp.prepareBackground.run("gamma gamma gamma");
    const point = { ...part, background: "gamma gamma gamma" as const, regions: regions.slice(0, 1) };
    expect(await alp.simulateBackground.run({ ...point, prepared })).toEqual(await alp.simulateBackground.run(point));
  });

  it("of two photons", async () => {
    const prepared = await photon.prepareBackground.run("two photons");
    const point = { ...part, source: 0, purpose: "background" as const };
    expect(await photon.simulateBackground.run({ ...point, prepared })).toEqual(
      await photon.simulateBackground.run(point),
    );
  });

  it("of tau pairs, in three searches", async () => {
    const source = sources.findIndex(({ name }) => name === "tautau");
    const inHiggs = { ...part, source, purpose: "background" as const };
    const forHiggs = await higgs.prepareBackground.run("tautau");
    expect(await higgs.simulateBackground.run({ ...inHiggs, prepared: forHiggs })).toEqual(
      await higgs.simulateBackground.run(inHiggs),
    );
    const inTaus = { ...part, source: "tautau-muon" as const, of: part.events };
    const forTaus = await taus.prepareBackground.run("tautau-muon");
    expect(await taus.simulateBackground.run({ ...inTaus, prepared: forTaus })).toEqual(
      await taus.simulateBackground.run(inTaus),
    );
    const inInvisible = { index: 0, count: 20, parts: 1, seed: 5, source: "tau tau" as const };
    const forInvisible = await invisible.prepareBackground.run("tau tau");
    expect(await invisible.simulateBackground.run({ ...inInvisible, prepared: forInvisible })).toEqual(
      await invisible.simulateBackground.run(inInvisible),
    );
  });
});

describe("preparedOnce", () => {
  it("prepares samples of one generation together, and gives each its own", async () => {
    const [one, two] = [{}, {}] as Generation[];
    const done: string[] = [];
    const task = {
      module: import.meta.url,
      name: "task",
      run(name: string) {
        done.push(name);
        return { name } as never;
      },
    };
    expect(await preparedOnce("", task, { a: one, b: two, c: one }, quietWork)).toEqual({
      a: { name: "a" },
      b: { name: "b" },
      c: { name: "a" },
    });
    expect(done).toEqual(["a", "b"]);
  });
});
