/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from "vitest";
import { readHistFactoryXml } from "../src/read-xml.js";
import type { HistFactoryFiles } from "../src/read-xml.js";
import { histFactory, sortWorkspace } from "../src/index.js";
import type { Workspace } from "../src/index.js";

interface Reference {
  readonly files: Readonly<Partial<Record<string, string>>>;
  readonly root: string;
  readonly workspace: Workspace;
}
const [reference] = Object.values(
  import.meta.glob<Reference>("./data/histfactory-xml.json", { eager: true, import: "default" }),
);

/** The reference's files, some of them changed. */
function files(changes: Readonly<Partial<Record<string, (text: string) => string>>> = {}): HistFactoryFiles {
  const short = (path: string): string => path.replace(/^\.\//, "");
  return {
    text(path) {
      const text = reference.files[short(path)] ?? "";
      return Promise.resolve(changes[short(path)]?.(text) ?? text);
    },
    bytes(path) {
      if (short(path) !== "data.root") return Promise.reject(new RangeError(`no file ${path}`));
      const bytes = Uint8Array.from(reference.root.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      return Promise.resolve(bytes.buffer);
    },
  };
}

describe("readHistFactoryXml", () => {
  it("reads what pyhf reads from the same files", async () => {
    const workspace = await readHistFactoryXml("combination.xml", files());
    expect(sortWorkspace(workspace)).toEqual(sortWorkspace(reference.workspace));
    expect(histFactory(workspace).parameters.length).toBe(histFactory(reference.workspace).parameters.length);
  });

  const inSignal = (from: string | RegExp, to: string) => ({ "signal_region.xml": (t: string) => t.replace(from, to) });
  const inTop = (from: string | RegExp, to: string) => ({ "combination.xml": (t: string) => t.replace(from, to) });
  it.each<[string, Record<string, (t: string) => string>, string]>([
    ["a tag not closed", inSignal("</Channel>", ""), "./signal_region.xml: has no </Channel>"],
    ["tags crossed", inSignal("</Sample>", "</Data>"), "has </Data> where </Sample> should be"],
    ["a broken attribute", inSignal('High="1.04"', "High=1.04"), "is not XML at"],
    ["no file at all", { "combination.xml": () => "" }, "must have one root element, got 0"],
    [
      "a missing histogram",
      inSignal('HistoName="signal"', 'HistoName="ghost"'),
      "data.root: has no histogram nominal/ghost nor ghost",
    ],
    [
      "an object that is no histogram",
      inSignal('HistoPath="nominal" HistoName="signal"', 'HistoPath="" HistoName="nominal"'),
      "nominal",
    ],
    ["a missing attribute", inSignal(' Low="0.95"', ""), "<OverallSys> has no Low"],
    [
      "a value that is no number",
      inSignal('Low="0.95"', 'Low="small"'),
      'Low of <OverallSys> must be a number, got "small"',
    ],
    ["an unknown modifier", inSignal("<OverallSys", "<UnderallSys"), "<UnderallSys> in a Sample has no form"],
    [
      "a Gaussian ShapeSys",
      inSignal('ConstraintType="Poisson"', 'ConstraintType="Gaussian"'),
      "must have a Poisson constraint",
    ],
    ["no data", inSignal(/<Data.*\/>/, ""), "the channel signal region has no <Data>"],
    ["no input file", inSignal(' InputFile="./data.root"', ""), "no InputFile"],
    [
      "a constraint term",
      inTop("</POI>", '</POI><ConstraintTerm Type="Gamma" RelativeUncertainty="0.1">eff</ConstraintTerm>'),
      "<ConstraintTerm> in a Measurement has no form",
    ],
    ["a setting of one bin", inTop("alpha_eff", "gamma_stat_0"), "gamma_stat_0"],
    ["no parameter of interest", inTop("<POI>mu</POI>", ""), "has no <POI>"],
    [
      "a function",
      inTop("<Input>", '<Function Name="f" Expression="x" Dependents="x"/><Input>'),
      "<Function> has no form",
    ],
    [
      "two values of one factor",
      inSignal('Low="0.5" High="2"', 'Low="0.4" High="2"'),
      "the NormFactor k must have the same values",
    ],
    [
      "a luminosity without error",
      inTop(/LumiRelErr="[^"]*"/, 'LumiRelErr="0"'),
      "LumiRelErr must be > 0 where samples",
    ],
    ["a factor below zero", inSignal('Low="0.95"', 'Low="-0.95"'), "channels[0].samples[0].modifiers[1].data.lo"],
  ])("refuses %s and says where", async (_, changes, message) => {
    await expect(readHistFactoryXml("combination.xml", files(changes))).rejects.toThrow(message);
  });
});
