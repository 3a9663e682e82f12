// Whether a build is of the sources as they are.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { isBuilt } from "../src/node/fresh-build.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-build-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A package whose sources, and build if it has one, are of these times, s. */
function packageOf(name: string, source: number, built?: number): string {
  const root = path.join(folder, name);
  mkdirSync(path.join(root, "src", "data"), { recursive: true });
  writeFileSync(path.join(root, "src", "data", "table.json"), "{}");
  const places = ["src/data/table.json", "src/data", "src"].map((place) => path.join(root, place));
  for (const place of places) utimesSync(place, 1000, 1000);
  utimesSync(places[0], source, source);
  if (built !== undefined) {
    mkdirSync(path.join(root, "dist"));
    writeFileSync(path.join(root, "dist", "index.js"), "");
    utimesSync(path.join(root, "dist", "index.js"), built, built);
  }
  return root;
}

it("takes a build for that of the sources if it is there and none of them is newer", () => {
  const [fresh, other] = [packageOf("fresh", 2000, 3000), packageOf("other", 2500, 2600)];
  expect(isBuilt([fresh, other])).toBe(true);
  expect(isBuilt([fresh, packageOf("edited", 4000, 3000)])).toBe(false);
  expect(isBuilt([fresh, packageOf("never built", 2000)])).toBe(false);
});

it("sees that a source went away", () => {
  const root = packageOf("less", 2000, 3000);
  rmSync(path.join(root, "src", "data", "table.json"));
  expect(isBuilt([root])).toBe(false);
});
