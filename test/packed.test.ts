// Packs every package, installs the tarballs in an empty folder and uses them as a stranger would.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Record<string, string | { "@belladonna/source": string }>;
}

const root = path.join(import.meta.dirname, "..");
const manifests = readdirSync(path.join(root, "packages"))
  .map((name) => JSON.parse(readFileSync(path.join(root, "packages", name, "package.json"), "utf8")) as Manifest)
  .filter((manifest) => manifest.private !== true);
/** Index entries only: what a sub-path needs of optional libraries is not installed here. */
const names = manifests.map((m) => m.name);

const run = (cwd: string, command: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
};

/** Largest unpacked size of a package, MB; 1.5 where not given. */
const largest: Readonly<Record<string, number>> = { "@belladonna/limits": 6, "@belladonna/searches": Infinity };

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-packed-"));
const tarballs = path.join(folder, "tarballs");
const user = path.join(folder, "user");

beforeAll(() => {
  mkdirSync(tarballs);
  mkdirSync(user);
  for (const name of names) run(root, "npm", "pack", "--silent", "-w", name, "--pack-destination", tarballs);
  const files = readdirSync(tarballs).map((file) => path.join(tarballs, file));
  writeFileSync(path.join(user, "package.json"), '{ "name": "user", "private": true, "type": "module" }\n');
  run(user, "npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", ...files);
}, 900_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const unpacked = (directory: string): number =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);

describe.each(names)("%s", (name) => {
  it("is small, with its data once and without the tables of its sources", () => {
    const directory = path.join(user, "node_modules", name);
    expect(unpacked(directory) / 1e6).toBeLessThan(largest[name] ?? 1.5);
    const sources = readdirSync(path.join(directory, "src"), { recursive: true, encoding: "utf8" });
    expect(sources.filter((file) => file.endsWith(".json"))).toEqual([]);
  });

  const exported = (out: string): string[] => JSON.parse(out) as string[];
  const asModule = `import * as m from "${name}"; console.log(JSON.stringify(Object.keys(m).sort()))`;

  it("gives the same names to import and to require", () => {
    writeFileSync(path.join(user, "use.mjs"), asModule);
    writeFileSync(
      path.join(user, "use.cjs"),
      `console.log(JSON.stringify(Object.keys(require("${name}")).filter((k) => k !== "default").sort()))`,
    );
    const esm = exported(run(user, "node", "use.mjs"));
    expect(esm.length).toBeGreaterThan(0);
    expect(exported(run(user, "node", "use.cjs"))).toEqual(esm);
  });

  it.each(["nodenext", "bundler"])("has types under moduleResolution %s", (resolution) => {
    const project = path.join(user, resolution);
    mkdirSync(project, { recursive: true });
    const module = resolution === "nodenext" ? "nodenext" : "esnext";
    const compilerOptions = { strict: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], types: [], module };
    const config = { compilerOptions: { ...compilerOptions, moduleResolution: resolution }, files: ["use.ts"] };
    writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(
      path.join(project, "use.ts"),
      `import * as m from "${name}";\nexport const names = Object.keys(m);\n`,
    );
    run(project, path.join(root, "node_modules", ".bin", "tsc"), "-p", ".");
  });

  it("bundles for a browser and runs there without node's globals", async () => {
    writeFileSync(
      path.join(user, "page.mjs"),
      `import * as m from "${name}"; globalThis.names = Object.keys(m).sort();`,
    );
    const { outputFiles } = await build({
      entryPoints: [path.join(user, "page.mjs")],
      absWorkingDir: user,
      bundle: true,
      platform: "browser",
      format: "iife",
      write: false,
      logLevel: "silent",
    });
    const page = vm.createContext({ TextEncoder, TextDecoder, URL });
    vm.runInContext(outputFiles[0]?.text ?? "", page);
    expect((page.names as string[]).length).toBeGreaterThan(0);
  });
});

it("gives the bundled tables to import and to require", () => {
  const use = `published.get("A1_2014").then((l) => console.log(l.mass.length + "," + l1Menu.lines.length))`;
  writeFileSync(
    path.join(user, "data.mjs"),
    `import { published } from "@belladonna/limits"; import { l1Menu } from "@belladonna/trigger"; ${use}`,
  );
  writeFileSync(
    path.join(user, "data.cjs"),
    `const { published } = require("@belladonna/limits"); const { l1Menu } = require("@belladonna/trigger"); ${use}`,
  );
  const loaded = run(user, "node", "data.mjs");
  expect(loaded).toBe("541,175\n");
  expect(run(user, "node", "data.cjs")).toBe(loaded);
});

describe("examples whose tasks run on threads or as jobs", () => {
  const examples = path.join(root, "examples");
  const programs = readdirSync(examples)
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => readFileSync(path.join(examples, file), "utf8").includes('"./tasks/'));

  it.each(programs)("%s prints what it is said to", (file) => {
    cpSync(path.join(examples, "tasks"), path.join(user, "tasks"), { recursive: true });
    cpSync(path.join(examples, file), path.join(user, file));
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
    const expected = readFileSync(path.join(examples, "output", file.replace(/\.ts$/, ".txt")), "utf8");
    expect(run(user, "node", "--import", tsx, file)).toBe(expected);
  });

  it("are there", () => {
    expect(programs.length).toBeGreaterThan(0);
  });
});

describe("the command belladonna", () => {
  const belladonna = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync("npx", ["belladonna", ...args], { cwd: user, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  it("says its version, and lists the searches", () => {
    expect(belladonna("--version")).toMatchObject({ status: 0, stdout: "0.1.0\n" });
    expect(belladonna("list").stdout).toContain("alp-to-photons");
    expect(run(user, "npm", "ls", "--all")).not.toContain("tsx@");
  });

  it("redoes a search on one thread and on two, to the same limits and a plot", () => {
    const [alone, threads] = [1, 2].map((workers) => {
      const out = path.join(user, `alp-${workers}`);
      const few = ["--mass", "2:2.5:0.5", "--events", "1000", "--workers", String(workers), "--out", out];
      expect(belladonna("alp-to-photons", ...few)).toMatchObject({ status: 0 });
      expect(readFileSync(path.join(out, "coupling.svg"), "utf8")).toContain("<svg");
      expect(existsSync(path.join(out, "coupling.png"))).toBe(true);
      return readFileSync(path.join(out, "limits.json"), "utf8");
    });
    expect(threads).toBe(alone);
  }, 900_000);

  it("makes a search of one's own and runs it, on one thread and on two", () => {
    expect(belladonna("new", "search", "my-search")).toMatchObject({ status: 0 });
    const few = ["--mass", "1:2:1", "--events", "5000", "--json"];
    const [alone, threads] = ["1", "2"].map((workers) => {
      const { status, stdout } = belladonna("run", "./my-search.js", ...few, "--workers", workers);
      expect(status).toBe(0);
      return (JSON.parse(stdout) as { readonly masses: object }).masses;
    });
    expect(threads).toEqual(alone);
  }, 900_000);

  it("ends with a code for each kind of error", () => {
    writeFileSync(path.join(user, "a-file"), "");
    const codes = [["nosuch"], ["--data", "none.csv"], ["--out", "a-file/x"]].map((args) => belladonna(...args).status);
    expect(codes).toEqual([2, 3, 4]);
  });
});
