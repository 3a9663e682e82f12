import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { opener } from "../open.js";

const open = opener();
const command = path.join(import.meta.dirname, "../../../../searches/dist/cli.js");

/** Every number of plain data, by where it stands. */
function numbersIn(value: unknown, at = ""): [string, number][] {
  if (typeof value === "number") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${at}.${key}`));
}

describe.each([
  ["z-prime", "zprime-to-muons", "2", true],
  ["alp-photon", "alp-to-photons", "1", false],
])("the search on %s", (plane, search, mass, served) => {
  it("gives the numbers of the command line with the same seed", async () => {
    const { page, complaints } = await open(`plane=${plane}&m=${mass}&seed=7`, { served });
    const section = page.locator('section[aria-labelledby="here"]');
    await section.scrollIntoViewIfNeeded();
    await section.getByLabel("A tenth of the events").check();
    await section.getByRole("button", { name: "Run the search" }).click();
    await section.locator(".found").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      section.getByRole("button", { name: "Limits as JSON" }).click(),
    ]);
    const files = Object.values(unzipSync(readFileSync(await download.path())));
    const inPage = files.map((bytes) => JSON.parse(strFromU8(bytes)) as { id: string });
    const text = (await section.locator("pre").textContent()) ?? "";
    expect(text).toContain(` ${search} --mass ${mass} `);
    const out = mkdtempSync(path.join(tmpdir(), "belladonna-here-"));
    const words = text.trim().split(/\s+/).slice(2);
    const json = execFileSync("node", [command, ...words, "--json", "--no-cache", "--out", out], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    rmSync(out, { recursive: true });
    const { limits } = JSON.parse(json) as { limits: { id: string }[] };
    expect(inPage.map((l) => l.id).sort()).toEqual(limits.map((l) => l.id).sort());
    for (const ours of inPage) {
      const [got, wanted] = [ours, limits.find((l) => l.id === ours.id)].map((l) => numbersIn(l));
      expect(wanted.length).toBeGreaterThan(5);
      expect(got.map(([at]) => at)).toEqual(wanted.map(([at]) => at));
      got.forEach(([at, value], i) => {
        expect(Math.abs(value / wanted[i][1] - 1), `${ours.id}${at}`).toBeLessThan(1e-9);
      });
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
