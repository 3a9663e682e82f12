// Runs the examples of all READMEs: a line `console.log(x); // text` prints that text, and a line
// `x; // ≈ value` is that value to three digits.
import { describe, expect, it } from "vitest";

const readmes = import.meta.glob<string>(
  // The searches are run by their command, which has tests of its own.
  ["../README.md", "../packages/*/README.md", "!../packages/searches/README.md"],
  { query: "?raw", import: "default", eager: true },
);
const modules = Object.fromEntries(
  Object.entries(import.meta.glob<Record<string, unknown>>("../packages/*/src/index.ts", { eager: true })).map(
    ([file, exports]) => [`@belladonna/${file.split("/")[2]}`, exports],
  ),
);

/** What an example says of itself: lines it prints with what they should be, and values with what they should be. */
interface Claims {
  readonly printed: [got: string, said: string][];
  readonly values: [got: number, said: number][];
}

async function run(example: string): Promise<Claims> {
  const claims: Claims = { printed: [], values: [] };
  const scope: Record<string, unknown> = {
    print: (said: string, ...words: unknown[]) => claims.printed.push([words.join(" "), said]),
    claim: (got: number, said: number) => claims.values.push([got, said]),
    console: { log: () => undefined },
  };
  const body = example
    .replace(/^import \{([^}]*)\} from "([^"]+)";$/gm, (_all, names: string, from: string) => {
      for (const name of names.split(",").map((n) => n.trim())) {
        expect(Object.keys(modules[from]), `${from} exports`).toContain(name);
        scope[name] = modules[from][name];
      }
      return "";
    })
    .replace(/^(.+); *\/\/ ≈ (\S+)$/gm, "claim($1, $2);")
    .replace(/^console\.log\((.*)\); *\/\/ (.+)$/gm, (_all, words: string, said: string) => {
      return `print(${JSON.stringify(said)}, ${words});`;
    });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the examples are text of READMEs
  await new Function(...Object.keys(scope), `return (async () => {${body}\n})()`)(...Object.values(scope));
  return claims;
}

describe.each(Object.entries(readmes))("%s", (_file, text) => {
  const examples = [...text.matchAll(/```(?:ts|js)\n([\s\S]*?)```/g)].map(([, code]) => code);

  it("has an example", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples.map((code, i) => [i + 1, code] as const))("example %d does what it says", async (_i, code) => {
    const { printed, values } = await run(code);
    expect(printed.map(([got]) => got)).toEqual(printed.map(([, said]) => said));
    for (const [got, said] of values) expect(Math.abs(got / said - 1)).toBeLessThan(2e-3);
    expect(printed.length + values.length).toBeGreaterThan(1);
  });
});
