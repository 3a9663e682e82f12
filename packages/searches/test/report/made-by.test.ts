// Every file of results says which program, code and data made it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { limit, limitFromCsv } from "@belladonna/limits";
import { marked } from "@belladonna/sources";
import { afterAll, describe, expect, it } from "vitest";
import { madeBy } from "../../src/report/made-by.js";
import { outputFolder } from "../../src/report/output-folder.js";
import { writePdfs } from "../../src/report/pictures.js";
import { readFigures } from "../../src/report/read-figures.js";
import { writeFigures, writeResult } from "../../src/report/write.js";
import type { CurveLimit } from "@belladonna/limits";
import type { SearchResult } from "../../src/search.js";
import { searches } from "../../src/searches.js";
import { wholeOptions } from "../../src/whole-options.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-made-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const measured = {
  ...{ name: "cross-section", process: "e⁺e⁻ → X", axis: "$σ$ [fb]", published: [], projections: [] },
  leftOut: [{ mass: [1.2, 1.4] as const, label: "$K_S$ veto" }],
  masses: [1, 2].map((mass) => ({
    ...{ mass, efficiency: 0.5, triggerEfficiency: 0.9, resolution: 0.01, background: 3, published: Number.NaN },
    ...{ expected: 3.5, observed: 3, significance: 0 },
  })),
  limit: limit({
    ...{ id: "run", observable: "sigma", unit: "fb", cl: 0.9, kind: "observed", data: "pseudo-data", luminosity: 1 },
    ...{ shape: "curve", mass: [1, 2], value: [3, 4], expected: { median: [3.5, 3.6] } },
  }) as CurveLimit,
};
const map = {
  ...{ name: "map", title: "X", xLabel: "$m_X$ [GeV]", yLabel: "$cτ$ [cm]", label: "limit", logarithmic: true },
  cells: [{ x: 1, y: 1, xRange: [0.5, 2] as const, yRange: [0.5, 2] as const, value: 3 }],
};
const search = searches[0];
const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(path.join(folder, file)).isFile(),
  );
const result: SearchResult = { measured: [measured], interpreted: [], notes: [], maps: [map] };

describe("the mark of what made a result", () => {
  it("is a version and a digest of code and data", () => {
    expect(madeBy()).toMatch(/^belladonna \d+\.\d+\.\d+, code and data [\da-f]{12}$/);
  });

  it("is in every file that a run writes, whatever its kind", async () => {
    const out = outputFolder(folder);
    writeResult(search, wholeOptions(search, {}), result, undefined, out);
    await writePdfs(out);
    const kinds = new Set(files().map((file) => path.extname(file)));
    expect([...kinds].sort()).toEqual([".csv", ".json", ".pdf", ".png", ".svg", ".yaml"]);
    const without = files().filter((file) => !readFileSync(path.join(folder, file), "latin1").includes(madeBy()));
    expect(without).toEqual([]);
    // A comment of the submission, which HEPData shows.
    expect(readFileSync(path.join(folder, "hepdata/submission.yaml"), "utf8")).toMatch(
      new RegExp(`^comment: .*${madeBy()}`, "m"),
    );
  });

  it("is in no one's way: what was written is read and drawn again as it was", () => {
    const before = readFileSync(path.join(folder, "cross-section.svg"), "utf8");
    const { figures, measured: again } = readFigures(folder);
    expect(figures[0]).toMatchObject({ leftOut: measured.leftOut, limit: { value: [3, 4] } });
    writeFigures(figures, again, outputFolder(folder));
    expect(readFileSync(path.join(folder, "cross-section.svg"), "utf8")).toBe(before);
    expect(before.match(/<metadata>/g)).toHaveLength(1);
  });

  it("is a comment to readers of CSV", () => {
    const text = "# id: mine\n# observable: sigma\n# unit: fb\n# cl: 0.9\n# kind: observed\nmass_GeV,value\n1,2\n2,3\n";
    expect(limitFromCsv(marked("a.csv", text, madeBy()))).toMatchObject({ id: "mine", value: [2, 3] });
  });
});
