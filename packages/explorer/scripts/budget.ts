import { readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Largest sizes of what is loaded, kB after gzip. The README says which of them are above what was wished for, and why. */
const budgets = {
  /** Script and style the page starts with, and what is known of each limit before its numbers are loaded. */
  first: 86,
  /** Portals, loaded beside the first plane. */
  portals: 65,
  /** Events: generation, detector, both levels of the trigger. */
  worker: 179,
  /** The largest search, with all it takes but published limits. */
  search: 239,
  /** All that is loaded until the first plane is drawn, beyond these. */
  firstPlane: 35,
  /** What draws an event in three dimensions, loaded by its button. */
  solid: 150,
};

/** The searches, a chunk each. */
const each = path.join(import.meta.dirname, "../src/search/each");

/** Says how large the build is, and fails when what a reader loads first is over budget. */
export function budget(): Plugin {
  return {
    name: "budget",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const files = Object.values(bundle).filter((f) => !f.fileName.endsWith(".map"));
        const texts = new Map(files.map((f) => [f.fileName, f.type === "chunk" ? f.code : f.source]));
        const sizes = new Map([...texts].map(([name, text]) => [name, gzipSync(text).length / 1000]));
        const names = [...sizes.keys()];
        const sum = (some: Iterable<string>): number =>
          [...some].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
        const starting = (start: string): string[] => names.filter((name) => name.startsWith(start));
        const first = new Set<string>();
        for (const f of files) {
          if (f.type !== "chunk" || !f.isEntry) continue;
          for (const name of withImports(f.fileName, texts)) first.add(name);
          for (const name of f.viteMetadata?.importedCss ?? []) first.add(name);
        }
        const [start] = starting("assets/search-worker-");
        const searches = readdirSync(each).map((file) => {
          const [name] = starting(`search/${path.parse(file).name}-`);
          return sum(new Set([...withImports(start, texts), ...withImports(name, texts)]));
        });
        const got = {
          worker: sum(starting("assets/worker-")),
          first: sum(first),
          portals: sum(starting("assets/portals-")),
          search: Math.max(...searches),
          firstPlane: sum(starting("assets/alp-photon-")),
          solid: sum(starting("assets/solid-")),
        };
        const lines = [...sizes]
          .sort((a, b) => b[1] - a[1])
          .map(([name, kB]) => `  ${kB.toFixed(1).padStart(7)} kB gz  ${name}${first.has(name) ? "  (first)" : ""}`);
        console.log(lines.join("\n"));
        console.log(`searches: ${searches.map((kB) => kB.toFixed(0)).join(", ")} kB gz`);
        for (const [name, most] of Object.entries(budgets)) {
          const kB = got[name as keyof typeof got];
          console.log(`${name}: ${kB.toFixed(1)} kB gz of ${most} kB`);
          if (!(kB <= most)) this.error(`${name} is ${kB.toFixed(1)} kB gz, over its budget of ${most} kB`);
        }
      },
    },
  };
}

type Texts = ReadonlyMap<string, string | Uint8Array>;

/** A file and all it imports at once, those of workers too, which the bundle has as plain assets. */
function withImports(name: string, texts: Texts, found = new Set<string>()): Set<string> {
  const text = texts.get(name);
  if (text === undefined || found.has(name)) return found;
  found.add(name);
  for (const [, to] of String(text).matchAll(/(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
    withImports(new URL(to, `file:///${name}`).pathname.slice(1), texts, found);
  }
  return found;
}
