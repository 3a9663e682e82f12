// CONTRIBUTING says what is there: every path it names exists, NAME aside, and what `new` is said to write is what it writes.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cloneFiles, type Kind, KINDS } from "../packages/searches/src/command/new-files.js";

const root = path.join(import.meta.dirname, "..");
const text = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
/** A path of the repository: what stands in backquotes or in a command and begins in one of its folders. */
const paths = [...new Set(text.match(/(?<![\w/.-])(?:\.changeset|docs|packages|scripts|test)\/[\w./-]*\w/g))];

describe("CONTRIBUTING.md", () => {
  it("names paths", () => {
    expect(paths.length).toBeGreaterThan(40);
  });

  it.each(paths.filter((one) => !one.includes("NAME")))("names %s, which exists", (one) => {
    expect(existsSync(path.join(root, one))).toBe(true);
  });

  it.each(KINDS)("names every file that a new %s has", (kind: Kind) => {
    const section = text.split("\n## ").find((part) => part.startsWith(`Add a ${kind}`)) ?? "";
    for (const { path: file } of cloneFiles(kind, "some-new-thing", root)) {
      expect(section).toContain(`\`${file.replace("some-new-thing", "NAME")}\``);
    }
  });

  it("knows the steps of npm test", () => {
    const script = readFileSync(path.join(root, "scripts/check.mjs"), "utf8");
    const steps = [...script.matchAll(/\bname: "(\w+)",/g)].map(([, name]) => name);
    const [, said = ""] = /only these steps: (.*)/.exec(text) ?? [];
    expect(said.split(" ")).toEqual(steps);
  });
});
