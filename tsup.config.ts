import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

// Each export of the package's package.json that names a source file is an entry: a new sub-path needs no edit here.
const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | { "@belladonna/source"?: string }>;
};
const entry = Object.values(exports).flatMap((e) =>
  typeof e === "string" || e["@belladonna/source"] === undefined ? [] : [e["@belladonna/source"]],
);

export default defineConfig({
  entry,
  format: ["esm", "cjs"],
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  // The sources are in the package, so the maps need not hold them once more.
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
  clean: true,
  target: "es2022",
  treeshake: true,
  splitting: true,
});
