import { limitFromJson, limitToCsv, limitToJson, published } from "@belladonna/limits";
import { hepDataFiles } from "@belladonna/limits/hepdata";
import { describe, expect, it } from "vitest";
import { ratioTo } from "../src/answers/ratio.js";
import { LONGEST, packed, unpacked } from "../src/own/pack.js";
import { readOwn } from "../src/own/read-own.js";

const plane = { observable: "epsilon", unit: "1", cl: 0.9 };

describe("a limit of the reader's", () => {
  it("is read from a bare table as one on the quantity of the plane", async () => {
    const limit = await readOwn("0.5,1e-3\n0.1,2e-3\n", "mine.csv", plane);
    expect(limit).toMatchObject({
      ...plane,
      id: "own",
      label: "mine",
      kind: "observed",
      mass: [0.1, 0.5],
      value: [2e-3, 1e-3],
    });
    expect(limit.provenance?.source).toContain("mine.csv");
  });

  it("keeps what its file says, in CSV, JSON and HEPData", async () => {
    const data = await published.get("KLOE_2015_eegamma");
    const yaml = hepDataFiles(data)["KLOE_2015_eegamma.yaml"];
    const csv = await readOwn(limitToCsv(data), "a.csv", { ...plane, cl: 0.5 });
    const json = await readOwn(limitToJson(data), "a.json", { ...plane, cl: 0.5 });
    const table = await readOwn(yaml, "a.yaml", { ...plane, cl: 0.5 });
    for (const l of [csv, json, table]) {
      expect(l.mass).toEqual(data.mass);
      expect(l.shape === "curve" && data.shape === "curve" && l.value).toEqual(data.shape === "curve" && data.value);
    }
    expect(json.cl).toBe(data.cl);
  });

  it.each([
    ["nothing", "no.csv", /no\.csv|limitFromCsv|must/],
    ['{"format":"belladonna-limit/9"}', "a.json", /format must be/],
    ["0.1,-1\n", "a.csv", /must be > 0/],
    ["# observable: gPhoton\n# unit: GeV^-1\n0.1,1e-3\n", "a.csv", /must be on epsilon/],
  ])("%s is refused with a sentence", async (text, name, message) => {
    await expect(readOwn(text, name, plane)).rejects.toThrow(message);
  });

  it("travels in a link", async () => {
    const limit = await readOwn("0.1,2e-3\n0.5,1e-3\n", "mine.csv", plane);
    const text = await packed(limit);
    expect(text).toMatch(/^[\w-]+$/);
    expect(text.length).toBeLessThan(LONGEST);
    expect(await unpacked(text)).toEqual(limit);
    expect(limitFromJson(limitToJson(await unpacked(text)))).toEqual(limit);
    await expect(unpacked("AAAA")).rejects.toThrow();
  });

  it("is compared with others mass by mass", async () => {
    const limit = await readOwn("0.1,2e-3\n0.3,1e-3\n90,1\n", "mine.csv", plane);
    const babar = await published.get("BaBar_darkphoton_visible_2014");
    const { x, y } = ratioTo(limit, babar);
    expect(x).toEqual([0.1, 0.3, 90]);
    const { excludedAt } = await import("@belladonna/limits");
    expect(y[1]).toBeCloseTo(1e-3 / excludedAt(babar, 0.3)[0].lower, 12);
    expect(y[2]).toBeNaN();
  });
});
