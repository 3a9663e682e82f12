// The identity of a task follows its code and data, not where they are.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { taskIdentity } from "../../src/node/files.js";

const folder = mkdtempSync(path.join(tmpdir(), "identity-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes files below a folder. */
function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
}

let clones = 0;
/** A clone of two packages, one of which needs the other, with changes. */
function clone(changes: Readonly<Record<string, string>> = {}): string {
  const root = path.join(folder, `clone-${clones++}`);
  write(root, {
    "packages/upper/package.json": JSON.stringify({
      name: "@belladonna/upper",
      version: "1.0.0",
      dependencies: { "@belladonna/lower": "^1.0.0", other: "^2.0.0" },
    }),
    "packages/upper/src/tasks.ts": "export const task = 1;",
    "packages/upper/src/data/table.json": "[1]",
    "packages/upper/README.md": "about",
    "packages/lower/package.json": JSON.stringify({ name: "@belladonna/lower", version: "1.0.0" }),
    "packages/lower/src/index.ts": "export const c = 299792458;",
    "node_modules/other/package.json": JSON.stringify({ name: "other", version: "2.0.0" }),
    "own/task.mjs": 'import { c } from "./part.mjs"; import "@belladonna/lower"; export default () => c;',
    "own/part.mjs": "export const c = 1;",
    ...changes,
  });
  mkdirSync(path.join(root, "node_modules/@belladonna"), { recursive: true });
  symlinkSync("../../packages/lower", path.join(root, "node_modules/@belladonna/lower"));
  return root;
}
const of = (root: string, file = "packages/upper/src/tasks.ts", name = "simulate"): string =>
  taskIdentity(pathToFileURL(path.join(root, file)).href, name);

describe("taskIdentity", () => {
  it("is the same under another path of the clone, with another name another", () => {
    const here = clone();
    expect(JSON.parse(of(here))).toMatchObject({ task: "@belladonna/upper/src/tasks.ts simulate", version: "1.0.0" });
    expect(of(clone())).toBe(of(here));
    expect(of(here, undefined, "test")).not.toBe(of(here));
    const copy = path.join(folder, "copy");
    cpSync(here, copy, { recursive: true, verbatimSymlinks: true });
    expect(of(copy)).toBe(of(here));
  });

  it.each([
    ["code", "packages/upper/src/tasks.ts"],
    ["code beside it", "packages/upper/src/new.ts"],
    ["data", "packages/upper/src/data/table.json"],
    ["code of a package it needs", "packages/lower/src/index.ts"],
  ])("is another when %s changes", (_, file) => {
    expect(of(clone({ [file]: "[2]" }))).not.toBe(of(clone()));
  });

  it("is another with another version of an installed package, and not with other words about it", () => {
    const manifest = JSON.stringify({ name: "other", version: "2.0.1" });
    expect(of(clone({ "node_modules/other/package.json": manifest }))).not.toBe(of(clone()));
    expect(of(clone({ "packages/upper/README.md": "more about it" }))).toBe(of(clone()));
  });

  it.each(["own/task.mjs", "own/part.mjs", "packages/lower/src/index.ts"])(
    "of a module of one's own is another when %s changes, and the same elsewhere",
    (file) => {
      const task = 'import "./part.mjs"; import "@belladonna/lower"; export default () => 2;';
      expect(of(clone(), "own/task.mjs")).toBe(of(clone(), "own/task.mjs"));
      expect(of(clone({ [file]: task }), "own/task.mjs")).not.toBe(of(clone(), "own/task.mjs"));
    },
  );
});
