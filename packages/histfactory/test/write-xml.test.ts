import { describe, expect, it } from "vitest";
import { fit } from "@belladonna/stats";
import { histFactory } from "../src/index.js";
import type { Workspace } from "../src/index.js";
import { readHistFactoryXml, writeHistFactoryXml } from "../src/read-xml.js";
import { histogramReader } from "../src/root-histogram.js";
import { writeRootHistograms } from "../src/write-root.js";
import { everyModifier } from "./every-modifier.js";
import { generatedWorkspace, threeLeptons } from "./generated-workspace.js";

/** The workspace written as XML and read again. */
async function again(workspace: Workspace): Promise<Workspace> {
  const files = writeHistFactoryXml(workspace);
  return readHistFactoryXml("combination.xml", {
    text: (path) => Promise.resolve(files[path] as string),
    bytes: (path) => Promise.resolve((files[path] as Uint8Array<ArrayBuffer>).buffer),
  });
}

const changed = (f: (w: Workspace) => void): Workspace => {
  const copy = JSON.parse(JSON.stringify(everyModifier)) as Workspace;
  f(copy);
  return copy;
};

describe("writeHistFactoryXml", () => {
  it("writes what is read back as the same likelihood, with names that need care", async () => {
    const workspace = changed((w) => {
      Object.assign(w.channels[0].samples[0], { name: 'a <b> & "c" / d' });
      Object.assign(w.measurements[0].config.parameters[0], { fixed: true });
      (w.measurements[0].config.parameters as object[]).push(
        { name: "mu", inits: [0.5], bounds: [[-1, 4]] },
        { name: "eff", fixed: true, inits: [0.25] },
      );
    });
    const [before, after] = [histFactory(workspace), histFactory(await again(workspace))];
    const order = after.parameters.map(({ name }) => name.replace("staterror_signal region", "stat"));
    expect([...order].sort()).toEqual(before.parameters.map((p) => p.name).sort());
    for (const [i, p] of after.parameters.entries()) {
      const own = before.parameters.find((q) => q.name === order[i]);
      if (p.name !== "lumi") expect({ ...p, name: order[i] }).toEqual(own);
    }
    const theta = before.parameters.map((p) => p.start + 0.1);
    const there = order.map((name) => theta[before.parameters.findIndex((p) => p.name === name)]);
    const [x, y] = [before.value(Float64Array.from(theta)), after.value(Float64Array.from(there))];
    expect(Math.abs(x - y)).toBeLessThan(1e-9);
  });

  it("keeps the minimum of 197 parameters", async () => {
    const workspace = generatedWorkspace(1, threeLeptons);
    const value = fit(histFactory(await again(workspace))).value;
    expect(Math.abs(value - fit(histFactory(workspace)).value)).toBeLessThan(1e-7);
  });

  it("refuses what XML has no form for", () => {
    const configure = (config: object) =>
      changed((w) => (w.measurements[0].config.parameters as object[]).push(config));
    expect(() => writeHistFactoryXml(configure({ name: "eff", bounds: [[-3, 3]] }))).toThrow(
      '"eff" in "fit" have no form',
    );
    expect(() => writeHistFactoryXml(configure({ name: "count", factors: [1, 2, 3] }))).toThrow("have no form in XML");
    const empty = changed((w) => ((w.channels[0].samples[1].data as number[])[0] = 0));
    expect(() => writeHistFactoryXml(empty)).toThrow("an empty bin can have none");
    const two = changed((w) => Object.assign(w.channels[0].samples[1].modifiers[1], { name: "other" }));
    expect(() => writeHistFactoryXml(two)).toThrow("has 2 staterrors");
    const other = changed((w) =>
      (w.measurements as object[]).push({
        name: "second",
        config: { poi: "mu", parameters: [{ name: "mu", bounds: [[0, 3]] }] },
      }),
    );
    expect(() => writeHistFactoryXml(other)).toThrow("the same in all measurements");
  });

  it("writes histograms that jsroot reads to all digits, the same bytes each time", async () => {
    const histograms = {
      "a <b> h": { contents: [1e-300, 1 / 3, -12345.6789], errors: [0, 1.5, 0.25] },
      // More than one byte holds the length of.
      ["x".repeat(300)]: { contents: [2], errors: [0] },
    };
    const file = writeRootHistograms("h.root", histograms);
    expect(file).toEqual(writeRootHistograms("h.root", histograms));
    const read = await histogramReader(file.buffer, "h.root");
    for (const [name, histogram] of Object.entries(histograms)) expect(await read([name])).toEqual(histogram);
    await expect(read(["other"])).rejects.toThrow("h.root: has no histogram other");
  });
});
