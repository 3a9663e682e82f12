import path from "node:path";
import { defineConfig } from "vite";
import { budget } from "./scripts/budget.js";
import { oneFile } from "./scripts/one-file.js";

// Packages are taken from their sources, so that no build of the page can see an old build of them.
const conditions = ["@belladonna/source", "module", "browser", "development|production"];

const src = path.join(import.meta.dirname, "src");

/** The page as one file has its workers inside. */
const inlineWorkers = [
  { find: /^\.\/start-worker\.js$/, replacement: path.join(src, "events/start-worker-inline.ts") },
  { find: /^\.\/start-search\.js$/, replacement: path.join(src, "search/start-search-inline.ts") },
];

export default defineConfig(({ mode }) => {
  const whole = mode === "one-file";
  return {
    base: "./",
    resolve: {
      conditions,
      alias: whole ? inlineWorkers : [],
    },
    plugins: [whole ? oneFile() : budget()],
    worker: {
      format: whole ? ("iife" as const) : ("es" as const),
      // Only the worker of searches has chunks.
      ...(whole ? {} : { rolldownOptions: { output: { chunkFileNames: "search/[name]-[hash].js" } } }),
    },
    build: {
      outDir: whole ? "dist/one-file" : "dist/site",
      target: "es2022",
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      ...(whole ? { cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: false } } } : {}),
    },
  };
});
