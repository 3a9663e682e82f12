import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Packages are tested from their sources, so that no test can see an old build.
const conditions = ["@belladonna/source"];
const resolve = { conditions };
const ssr = { resolve: { conditions } };
const project = (name: string, include: string[], exclude: string[] = []) => ({
  resolve,
  ssr,
  test: {
    name,
    include,
    exclude,
    environment: "node" as const,
    // A guard against what hangs, not a measure: the cores may be shared.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 300_000 } },
    // A worker loads each module once, not once a file.
    isolate: false,
    setupFiles: ["test/setup.ts"],
    env: {
      // No test finds what another run left in the user's cache.
      BELLADONNA_CACHE: "",
      ...(process.env.FAST_CHECK_SEED === undefined ? {} : { FAST_CHECK_SEED: process.env.FAST_CHECK_SEED }),
    },
  },
});

export default defineConfig({
  test: {
    // All cores: the default leaves one of two idle.
    maxWorkers: availableParallelism(),
    projects: [
      project(
        "unit",
        ["packages/*/test/**/*.test.ts", "test/*.test.ts", "test/fuzz/*.test.ts"],
        ["**/slow/**", "**/browser/**", "**/page/**", "test/packed.test.ts", "test/site.test.ts"],
      ),
      // Installs the packed tarballs in an empty folder and uses them as a stranger would; needs a build.
      project("packed", ["test/packed.test.ts"]),
      // Every link of the built site, and its pages in chromium; needs `npm run site`.
      project("site", ["test/site.test.ts"]),
      // The built page in chromium; needs a build.
      project("page", ["packages/explorer/test/page/**/*.test.ts"], ["**/slow/**"]),
      // What takes minutes there: searches run in the page and on the command line.
      project("page-slow", ["packages/explorer/test/page/slow/*.test.ts"]),
      // A real Slurm of one node; needs root, slurm-wlm and munge.
      project("cluster", ["test/cluster/*.test.ts"]),
      // Statistical closure: minutes, not seconds.
      project("slow", ["packages/*/test/slow/**/*.test.ts"]),
    ],
    coverage: { provider: "v8", include: ["packages/*/src/**/*.ts"], reporter: ["text"] },
  },
});
