import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkHepData } from "../../src/hepdata/check.js";
import { readHepData } from "../../src/hepdata/read.js";
import { writeHepData } from "../../src/hepdata.js";
import { curve } from "../helpers.js";

describe("writeHepData in Node", () => {
  it("makes the folder and writes a submission that reads back", async () => {
    const top = await mkdtemp(path.join(tmpdir(), "hepdata-"));
    const l = curve([1, 2], [1e-7, 2e-7], { provenance: { source: "HEPData table", standing: "published" } });
    const written = await writeHepData(l, path.join(top, "a", "b"));
    const files = Object.fromEntries(
      await Promise.all(written.map(async (f) => [path.basename(f), await readFile(f, "utf8")] as const)),
    );
    expect(checkHepData(files)).toEqual([]);
    expect(readHepData(files)).toEqual([l]);
    await rm(top, { recursive: true });
  });
});
