import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Largest sizes of what is loaded, kB after gzip. */
const budgets = {
  /** Script and style the page starts with, and what is known of each limit before its numbers are loaded. */
  first: 79,
  /** Portals, loaded beside the first plane. */
  portals: 80,
  /** Events: generation, detector, level 1. */
  worker: 155,
  /** All that is loaded until the first plane is drawn, beyond these. */
  firstPlane: 35,
};

/** Says how large the build is, and fails when what a reader loads first is over budget. */
export function budget(): Plugin {
  return {
    name: "budget",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const sizes = new Map<string, number>();
        const size = (name: string): number => sizes.get(name) ?? 0;
        for (const f of Object.values(bundle)) {
          if (f.fileName.endsWith(".map")) continue;
          sizes.set(f.fileName, gzipSync(f.type === "chunk" ? f.code : f.source).length / 1000);
        }
        const chunks = Object.values(bundle).filter((f) => f.type === "chunk");
        const first = new Set<string>();
        const visit = (name: string): void => {
          if (first.has(name)) return;
          first.add(name);
          for (const next of chunks.find((c) => c.fileName === name)?.imports ?? []) visit(next);
        };
        for (const c of chunks) if (c.isEntry) visit(c.fileName);
        for (const name of sizes.keys()) if (name.endsWith(".css")) first.add(name);
        const sum = (names: Iterable<string>): number => [...names].reduce((total, name) => total + size(name), 0);
        const starting = (start: string): string[] => [...sizes.keys()].filter((name) => name.includes(`/${start}-`));
        const lines = [...sizes]
          .sort((a, b) => b[1] - a[1])
          .map(([name, kB]) => `  ${kB.toFixed(1).padStart(7)} kB gz  ${name}${first.has(name) ? "  (first)" : ""}`);
        const got = {
          worker: sum(starting("worker")),
          first: sum(first),
          portals: sum(starting("portals")),
          firstPlane: sum(starting("alp-photon")),
        };
        console.log(lines.join("\n"));
        for (const [name, most] of Object.entries(budgets)) {
          const kB = got[name as keyof typeof got];
          console.log(`${name}: ${kB.toFixed(1)} kB gz of ${most} kB`);
          if (kB > most) this.error(`${name} is ${kB.toFixed(1)} kB gz, over its budget of ${most} kB`);
        }
      },
    },
  };
}
