// Every function that a package exports has an example in its doc comment, which examples.test.ts runs.
import { expect, it } from "vitest";

const sources = import.meta.glob<string>("../packages/*/src/**/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const names = import.meta.glob<string>("./public-api/*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Functions that a package exports and declares: whether the doc comment before each has a block of code. */
function functionsOf(name: string): Map<string, boolean> {
  const exported = new Set(names[`./public-api/${name}.txt`].trim().split("\n"));
  const found = new Map<string, boolean>();
  for (const [file, source] of Object.entries(sources)) {
    if (file.split("/")[2] !== name) continue;
    const declared = source.matchAll(/(\/\*\*(?:(?!\*\/)[^])*\*\/\n)?export (?:async )?function\*? (\w+)/g);
    for (const [, comment = "", one] of declared) {
      // Of overloads, and of a namesake in a sub-path, one with an example is enough.
      if (exported.has(one)) found.set(one, found.get(one) === true || comment.includes("```ts"));
    }
  }
  return found;
}

it.each(Object.keys(names).map((file) => file.replace(/.*\/|\.txt$/g, "")))("%s", (name) => {
  const without = [...functionsOf(name)].filter(([, shown]) => !shown).map(([one]) => one);
  expect(without).toEqual([]);
});
