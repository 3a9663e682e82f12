import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { defineConfig } from "tsup";

// Each export of the package's package.json that names a source file is an entry: a new sub-path needs no edit here.
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | { "@belladonna/source"?: string }>;
};
const entry = Object.values(exports).flatMap((e) =>
  typeof e === "string" || e["@belladonna/source"] === undefined ? [] : [e["@belladonna/source"]],
);

/**
 * Tables of `src/data` are written once, as `dist/data/NAME.cjs`, which modules and scripts load alike by the name
 * `#data/NAME.json` that `imports` of the package's package.json gives them.
 */
const dataOnce: Plugin = {
  name: "data-once",
  setup(build) {
    build.onResolve({ filter: /\.json$/ }, ({ path: file, resolveDir }) => {
      const source = path.resolve(resolveDir, file);
      const name = path.basename(file, ".json");
      mkdirSync("dist/data", { recursive: true });
      const data: unknown = JSON.parse(readFileSync(source, "utf8"));
      writeFileSync(`dist/data/${name}.cjs`, `module.exports=${JSON.stringify(data)};\n`);
      return { path: `#data/${name}.json`, external: true };
    });
  },
};

export default defineConfig({
  entry,
  format: ["esm", "cjs"],
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  // The sources are in the package, so the maps need not hold them once more.
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  esbuildPlugins: [dataOnce],
  clean: true,
  target: "es2022",
  treeshake: true,
  splitting: true,
});
