// The pages and pictures that `npm run pages` makes are the committed ones.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const made = mkdtempSync(path.join(tmpdir(), "belladonna-pages-"));
afterAll(() => {
  rmSync(made, { recursive: true });
});

it.each([
  ["portals", "packages/models/scripts/portal-plots.mjs"],
  ["limits", "packages/limits/scripts/planes.mjs"],
])("docs/%s.md and its pictures are fresh", (name, script) => {
  const node = ["--conditions=@belladonna/source", "--import", "tsx", script, path.join(made, name)];
  const { status, stderr } = spawnSync(process.execPath, node, { cwd: root, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const kept = path.join(root, "docs", name);
  expect(readdirSync(path.join(made, name)).sort()).toEqual(readdirSync(kept).sort());
  // A release changes the mark of what made a picture, and nothing else of it.
  const content = (folder: string, file: string): string =>
    readFileSync(path.join(folder, file), "utf8").replace(/<metadata>.*?<\/metadata>/, "<metadata/>");
  const stale = [`${name}.md`, ...readdirSync(kept).map((file) => path.join(name, file))].filter(
    (file) => content(made, file) !== content(path.join(root, "docs"), file),
  );
  expect(stale, "run npm run pages").toEqual([]);
});
