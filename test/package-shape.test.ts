// Every library package has the same package.json, but for its name, description, dependencies and sub-paths.
import { describe, expect, it } from "vitest";

interface Manifest extends Record<string, unknown> {
  readonly name: string;
  readonly exports: Record<string, unknown>;
}

const manifests = import.meta.glob<Manifest>("../packages/*/package.json", { eager: true, import: "default" });
const sources = import.meta.glob("../packages/*/src/**/*.ts", { query: "?raw" });

const own = ["name", "description", "keywords", "repository", "version", "exports", "dependencies"];
const optional = ["peerDependencies", "peerDependenciesMeta", "devDependencies", "typedocOptions", "browser"];
const shared = (m: Manifest) =>
  Object.fromEntries(Object.entries(m).filter(([key]) => !own.includes(key) && !optional.includes(key)));

const target = (file: string) => ({
  "@belladonna/source": `./src/${file}.ts`,
  import: { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
  require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
});

describe.each(Object.entries(manifests).filter(([, { private: own }]) => own !== true))("%s", (path, manifest) => {
  it("has the shape of its siblings", () => {
    expect(shared(manifest)).toEqual(shared(manifests["../packages/kinematics/package.json"]));
    expect(Object.keys(manifest).filter((key) => !own.includes(key) && !optional.includes(key))).toEqual(
      Object.keys(shared(manifests["../packages/kinematics/package.json"])),
    );
  });

  it("exports its index and sub-paths as source, ESM and CommonJS", () => {
    const folder = path.replace("package.json", "");
    expect(manifest.exports["./package.json"]).toBe("./package.json");
    for (const [subPath, entry] of Object.entries(manifest.exports)) {
      if (subPath === "./package.json") continue;
      const { "@belladonna/source": source } = entry as { "@belladonna/source": string };
      const file = source.replace(/^\.\/src\//, "").replace(/\.ts$/, "");
      expect(entry).toEqual(target(file));
      expect(sources).toHaveProperty([folder + source.slice(2)]);
    }
  });

  it("asks only optionally for what only a sub-path needs", () => {
    const peers = Object.keys(manifest.peerDependencies ?? {});
    expect(manifest.peerDependenciesMeta ?? {}).toEqual(Object.fromEntries(peers.map((p) => [p, { optional: true }])));
  });
});
