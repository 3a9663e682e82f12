// What `new` makes: modules of one's own that run, and in a clone files that type-check with the packages they are in.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Kind, KINDS } from "../src/command/new-files.js";
import { startNew } from "../src/command/new.js";

const root = path.join(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "belladonna-new-"));
const own = path.join(folder, "own");
const clone = path.join(folder, "clone");

function run(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("node", args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}
const typeCheck = (cwd: string, project: string) =>
  run(cwd, path.join(root, "node_modules/typescript/bin/tsc"), "-p", project);
const fromSources = (...args: string[]) => run(own, "--conditions=@belladonna/source", "--import", "tsx", ...args);

function make(kind: Kind, name: string, where: string): void {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  startNew(kind, name, where);
  log.mockRestore();
}

beforeAll(() => {
  mkdirSync(own);
  mkdirSync(path.join(clone, ".changeset"), { recursive: true });
  for (const one of [own, clone]) symlinkSync(path.join(root, "node_modules"), path.join(one, "node_modules"));
  writeFileSync(path.join(own, "package.json"), '{ "name": "mine", "private": true, "type": "module" }');
  for (const file of ["package.json", "tsconfig.base.json"]) cpSync(path.join(root, file), path.join(clone, file));
  for (const name of ["models", "events", "searches"]) {
    for (const part of ["src", "package.json", "tsconfig.json"]) {
      const to = path.join(clone, "packages", name, part);
      cpSync(path.join(root, "packages", name, part), to, { recursive: true });
    }
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("in a folder of one's own", () => {
  beforeAll(() => {
    for (const kind of KINDS) make(kind, `my-${kind}`, own);
  });

  it("makes modules whose JSDoc types hold", () => {
    const compilerOptions = { allowJs: true, checkJs: true, noEmit: true, declaration: false, declarationMap: false };
    const config = {
      extends: path.join(root, "tsconfig.base.json"),
      compilerOptions: { ...compilerOptions, isolatedDeclarations: false, types: ["node"], lib: ["ES2022", "DOM"] },
      include: ["*.js"],
    };
    writeFileSync(path.join(own, "tsconfig.json"), JSON.stringify(config));
    expect(typeCheck(own, ".")).toBe("");
  });

  it("makes a portal and a process that print what they are", () => {
    expect(fromSources("my-portal.js")).toMatch(/^m = 0.3 GeV: width \S+ GeV, ctau \S+ cm$/m);
    expect(fromSources("my-process.js")).toMatch(/^m = 2 GeV: \S+ ± \S+ fb$/m);
  });

  it("makes a search that runs by the same contract, on threads too", () => {
    const cli = path.join(root, "packages/searches/src/cli.ts");
    const few = ["--mass", "1:2:1", "--events", "5000", "--json"];
    const [alone, threads] = ["1", "2"].map((workers) => {
      const text = fromSources(cli, "run", "./my-search.js", ...few, "--workers", workers);
      return JSON.parse(text) as { readonly masses: object; readonly search: string };
    });
    expect(alone.search).toBe("my-search");
    expect(threads.masses).toEqual(alone.masses);
    expect(existsSync(path.join(own, "out/my-search/coupling.svg"))).toBe(true);
  });

  it("overwrites nothing, and wants a name", () => {
    expect(() => {
      make("portal", "my-portal", own);
    }).toThrow("my-portal.js exists already");
    expect(() => {
      make("portal", "MyPortal", own);
    }).toThrow("NAME must be lower-case words with hyphens");
  });
});

describe("in a clone", () => {
  const owners = { portal: "models", process: "events", search: "searches" };
  const registries = { portal: "src/portals/registry.ts", process: "src/index.ts", search: "src/searches.ts" };
  const read = (file: string) => readFileSync(path.join(clone, file), "utf8");

  it.each(KINDS)("a new %s is in its package, with a test that asks to be filled in and a changeset", (kind) => {
    const owner = owners[kind];
    const name = `some-new-${kind}`;
    make(kind, name, path.join(clone, "packages"));
    expect(read(`packages/${owner}/test/${name}.test.ts`)).toContain('expect.fail("fill in');
    expect(read(`.changeset/${name}.md`)).toContain(`"@belladonna/${owner}": minor`);
    expect(read(`packages/${owner}/${registries[kind]}`)).toContain(`/${name}`);
  });

  it("a new search is registered by the name it exports", () => {
    const [, exported] =
      /export const (\w+): Search/.exec(read("packages/searches/src/some-new-search/search.ts")) ?? [];
    const list = read("packages/searches/src/searches.ts");
    expect(list).toContain(`import { ${exported} } from "./some-new-search/search.js";`);
    expect(list).toContain(`\n  ${exported},\n`);
  });

  it("what is new type-checks, with the registries of portals and processes", () => {
    const compilerOptions = { noEmit: true, isolatedDeclarations: false, declaration: false, declarationMap: false };
    const config = {
      extends: "./tsconfig.base.json",
      compilerOptions: { ...compilerOptions, types: ["node", "vite/client"], lib: ["ES2022", "DOM"] },
      include: [
        "packages/*/src/some-new-search",
        "packages/*/test/some-new-*",
        ...(["portal", "process"] as const).map((kind) => `packages/${owners[kind]}/${registries[kind]}`),
      ],
    };
    writeFileSync(path.join(clone, "tsconfig.json"), JSON.stringify(config));
    expect(typeCheck(clone, ".")).toBe("");
  });
});
