// No circles of imports, types included: not of files, not of the folders of a package; and packages import only those
// below them, types included.
import path from "node:path";
import { describe, expect, it } from "vitest";
import layers from "../layers.json";
import { circles, grouped, importsOf } from "./import-graph.js";
import type { Graph } from "./import-graph.js";

const sources = import.meta.glob<string>("../packages/*/src/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const manifests: Readonly<Record<string, { exports: Record<string, unknown> } | undefined>> = import.meta.glob(
  "../packages/*/package.json",
  { eager: true, import: "default" },
);

/** `models/src/portals/alp.ts` for a file as the glob names it. */
const short = (file: string): string => file.replace("../packages/", "");
const files = new Map(Object.entries(sources).map(([file, text]) => [short(file), text]));

/** File a relative or `@belladonna` import stands for; undefined for others. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) {
    const named = path.posix.join(path.posix.dirname(from), specifier);
    return [".ts", ".tsx"].map((end) => named.replace(/\.js$/, end)).find((file) => files.has(file)) ?? named;
  }
  const match = /^@belladonna\/([^/]+)(.*)$/.exec(specifier);
  if (match === null) return undefined;
  const [, name, subPath] = match;
  const entry = manifests[`../packages/${name}/package.json`]?.exports[`.${subPath}`];
  const source = (entry as { "@belladonna/source"?: string } | undefined)?.["@belladonna/source"];
  return source === undefined ? undefined : path.posix.join(name, source);
}

const graph: Graph = new Map(
  [...files].map(([file, text]) => [
    file,
    new Set(
      importsOf(file, text).flatMap((specifier) => {
        const to = resolve(file, specifier);
        return to !== undefined && files.has(to) ? [to] : [];
      }),
    ),
  ]),
);

const packageOf = (file: string): string => file.split("/")[0];
/** Folder of a package, `models/src/portals`; a file directly in `src` stands for itself. */
const roomOf = (file: string): string => {
  const parts = file.split("/");
  return parts.length > 3 ? parts.slice(0, 3).join("/") : file;
};

/** A circle as text, with the imports that close it: of two files, of two folders through which files. */
function told(circle: readonly string[], groupOf: (file: string) => string): string {
  return circle
    .slice(1)
    .map((to, i) => {
      const pairs = [...graph].flatMap(([file, imports]) =>
        groupOf(file) === circle[i] ? [...imports].filter((o) => groupOf(o) === to).map((o) => `${file} → ${o}`) : [],
      );
      return `${circle[i]} → ${to}\n${pairs.map((pair) => `    ${pair}`).join("\n")}`;
    })
    .join("\n");
}

describe("imports, types included", () => {
  it("are seen at all", () => {
    expect(graph.get("models/src/index.ts")?.size).toBeGreaterThan(10);
    expect(graph.get("events/src/processes/process.ts")).toContain("kinematics/src/index.ts");
  });

  it("make no circle of files", () => {
    expect(circles(graph).map((circle) => circle.join("\n → "))).toEqual([]);
  });

  it("make no circle of folders inside a package", () => {
    expect(circles(grouped(graph, roomOf)).map((circle) => told(circle, roomOf))).toEqual([]);
  });

  it("go down only between packages", () => {
    const up = [...graph].flatMap(([file, imports]) =>
      [...imports]
        .filter((to) => packageOf(to) !== packageOf(file))
        .filter((to) => !(allowed(packageOf(file))?.includes(packageOf(to)) ?? true))
        .map((to) => `${file} → ${to}`),
    );
    expect(up).toEqual([]);
  });

  it("follow a table that itself goes down", () => {
    expect(circles(new Map(Object.entries(layers).map(([name, below]) => [name, new Set(below)])))).toEqual([]);
  });
});

/** What a package may import; undefined for one in no layer, which may import all and be imported by none. */
function allowed(name: string): readonly string[] | undefined {
  return (layers as Readonly<Record<string, readonly string[]>>)[name];
}

describe("circles", () => {
  it("are found whole, each once", () => {
    const loop: Graph = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["c", "d"])],
      ["c", new Set(["a"])],
      ["d", new Set()],
    ]);
    expect(circles(loop)).toEqual([["a", "b", "c", "a"]]);
  });

  it("go through imports of types, exports and types of the form import()", () => {
    const text = `import type { A } from "./a.js";
      export type { B } from "./b.js";
      export * from "./c.js";
      let d: import("./d.js").D;
      const e = await import("./e.js");`;
    expect(importsOf("x.ts", text)).toEqual(["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
  });
});
