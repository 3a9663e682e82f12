import { planeEntries } from "@belladonna/limits/plot";
import { darkPhoton } from "@belladonna/models";
import { citationText } from "@belladonna/sources";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "../src/answers/sources.js";
import { papersText } from "../src/exports/texts.js";

describe("the papers behind the screen", async () => {
  const { limits } = await planeEntries("dark-photon-visible");
  const particle = darkPhoton({ mass: 0.3, epsilon: 5e-4 });
  const rows = sourcesOf(limits, particle);

  it("are each there once, with all that is taken from them", () => {
    const keys = rows.map((r) => r.paper.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { reference, label, id } of limits) {
      expect(rows.find((r) => r.paper.key === reference?.key)?.of).toContain(label ?? id);
    }
    for (const { key } of particle.citations) expect(keys).toContain(key);
  });

  it("say of each limit how well its numbers are known", () => {
    for (const { reference, provenance } of limits) {
      expect(rows.find((r) => r.paper.key === reference?.key)?.standing).toContain(provenance?.standing);
    }
  });

  it("can be cited, in words and in BibTeX", () => {
    for (const { paper } of rows) expect(citationText(paper).length).toBeGreaterThan(8);
    expect(papersText(rows.map((r) => r.paper)).match(/^@\w+\{/gm)).toHaveLength(rows.length + 1);
  });

  it("are none where there is neither a limit nor a particle", () => {
    expect(sourcesOf([], undefined)).toEqual([]);
  });
});
