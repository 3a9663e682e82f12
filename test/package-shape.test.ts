// Every library package has the same package.json, but for its name, description, dependencies and sub-paths.
import { describe, expect, it } from "vitest";

import rootManifest from "../package.json";

const root = rootManifest as { readonly repository?: object };

interface Manifest extends Record<string, unknown> {
  readonly name: string;
  readonly exports: Record<string, unknown>;
}

const manifests = import.meta.glob<Manifest>("../packages/*/package.json", { eager: true, import: "default" });
const sources = import.meta.glob("../packages/*/src/**/*.ts", { query: "?raw" });
const tables = import.meta.glob("../packages/*/src/data/*.json");

const own = ["name", "description", "keywords", "repository", "version", "exports", "dependencies"];
const optional = [
  "peerDependencies",
  "peerDependenciesMeta",
  "devDependencies",
  "typedocOptions",
  "browser",
  "imports",
];
const shared = (m: Manifest) =>
  Object.fromEntries(
    Object.entries(m)
      .filter(([key]) => !own.includes(key) && !optional.includes(key))
      // Those with bundled tables leave them out of the sources.
      .map(([key, value]) => [key, key === "files" ? (value as string[]).filter((f) => f !== "!src/data") : value]),
  );

/** The searches are found by their workers file by file: compiled as they are, as ECMAScript modules only. */
const ESM_ONLY = "@belladonna/searches";
/** What is rightly different there. */
const special = ["bin", "imports", "main", "module", "types", "files", "scripts"];

const target = (name: string, file: string) =>
  name === ESM_ONLY
    ? { "@belladonna/source": `./src/${file}.ts`, types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }
    : {
        "@belladonna/source": `./src/${file}.ts`,
        import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
        require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
      };
const without = (keys: readonly string[], object: object) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

describe.each(Object.entries(manifests).filter(([, { private: own }]) => own !== true))("%s", (path, manifest) => {
  it("has the shape of its siblings", () => {
    const sibling = shared(manifests["../packages/kinematics/package.json"]);
    const allowed = manifest.name === ESM_ONLY ? special : [];
    expect(without(allowed, shared(manifest))).toEqual(without(allowed, sibling));
    expect(Object.keys(without(allowed, shared(manifest)))).toEqual(Object.keys(without(allowed, sibling)));
  });

  it("ships bundled tables once, as the build writes them", () => {
    const bundled = Object.keys(tables).some((file) => file.startsWith(path.replace("package.json", "src/data/")));
    const { imports, files } = manifest as unknown as { imports?: Record<string, unknown>; files: string[] };
    expect(files.includes("!src/data")).toBe(bundled);
    if (manifest.name !== ESM_ONLY) {
      expect(imports).toEqual(bundled ? { "#data/*.json": "./dist/data/*.cjs" } : undefined);
    }
  });

  it("exports its index and sub-paths as source and as built", () => {
    const folder = path.replace("package.json", "");
    expect(manifest.exports["./package.json"]).toBe("./package.json");
    for (const [subPath, entry] of Object.entries(manifest.exports)) {
      if (subPath === "./package.json") continue;
      const { "@belladonna/source": source } = entry as { "@belladonna/source": string };
      const file = source.replace(/^\.\/src\//, "").replace(/\.ts$/, "");
      expect(entry).toEqual(target(manifest.name, file));
      expect(sources).toHaveProperty([folder + source.slice(2)]);
    }
  });

  it("asks only optionally for what only a sub-path needs", () => {
    const peers = Object.keys(manifest.peerDependencies ?? {});
    expect(manifest.peerDependenciesMeta ?? {}).toEqual(Object.fromEntries(peers.map((p) => [p, { optional: true }])));
  });
});

describe("the address of the repository", () => {
  it("is one setting, that of the root, in every package or in none", () => {
    for (const [path, { repository }] of Object.entries(manifests)) {
      const directory = path.replace(/^\.\.\/|\/package\.json$/g, "");
      expect(repository).toEqual(root.repository === undefined ? undefined : { ...root.repository, directory });
    }
  });
});

describe(ESM_ONLY, () => {
  const searches = manifests["../packages/searches/package.json"];
  const sibling = manifests["../packages/kinematics/package.json"];

  it("differs from its siblings in what a command needs, and in nothing else", () => {
    expect(searches).toMatchObject({
      bin: { belladonna: "./dist/cli.js" },
      main: "./dist/index.js",
      types: "./dist/index.d.ts",
      files: ["dist", "explorer", "src", "templates", "README.md", "LICENSE"],
    });
    // It has no CommonJS, so no maps of it to leave out.
    const shipped = (sibling.files as string[]).filter((file) => !file.startsWith("!"));
    expect(searches.files).toEqual(expect.arrayContaining(shipped));
  });

  it("brings all that the sub-paths it uses ask for optionally", () => {
    const wanted = ["limits", "plot"].flatMap((name) =>
      Object.entries(manifests[`../packages/${name}/package.json`].peerDependencies as Record<string, string>),
    );
    expect(searches.dependencies).toMatchObject(Object.fromEntries(wanted));
  });
});
