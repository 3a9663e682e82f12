import path from "node:path";
import { defineConfig } from "vite";
import { budget } from "./scripts/budget.js";
import { oneFile } from "./scripts/one-file.js";

// Packages are taken from their sources, so that no build of the page can see an old build of them.
const conditions = ["@belladonna/source", "module", "browser", "development|production"];

const inlineWorker = path.join(import.meta.dirname, "src/events/start-worker-inline.ts");

export default defineConfig(({ mode }) => {
  const whole = mode === "one-file";
  return {
    base: "./",
    resolve: {
      conditions,
      // The page as one file has its worker inside.
      alias: whole ? [{ find: /^\.\/start-worker\.js$/, replacement: inlineWorker }] : [],
    },
    plugins: [whole ? oneFile() : budget()],
    worker: { format: whole ? ("iife" as const) : ("es" as const) },
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
