// Every function that a package exports is called with what people give by mistake: unknown options and words must be refused
// with those that there are, and absurd numbers must be refused or have an answer, in the time of a call.
import { describe, expect, it } from "vitest";
import * as numericsModule from "@belladonna/numerics";
import * as statsModule from "@belladonna/stats";
import * as kinematicsModule from "@belladonna/kinematics";
import * as modelsModule from "@belladonna/models";
import { kinematics } from "./every-function/kinematics.js";
import { table as models } from "./every-function/models.js";
import { numerics } from "./every-function/numerics.js";
import { table as stats } from "./every-function/stats.js";
import { changed, HOSTILE, notFinite, numbersOf, type Example, type Table } from "./every-function/walk.js";

type Call = (...args: readonly unknown[]) => unknown;

const packages: readonly [name: string, module: Readonly<Record<string, unknown>>, table: Table][] = [
  ["numerics", numericsModule, numerics],
  ["stats", statsModule, stats],
  ["kinematics", kinematicsModule, kinematics],
  ["models", modelsModule, models],
];

async function run(f: Call, { use = (x: unknown) => x }: Example, args: readonly unknown[]): Promise<unknown> {
  return (use as Call)(await f(...args));
}

/** The error of a call, or `undefined`. */
async function errorOf(f: Call, example: Example, args: readonly unknown[]): Promise<unknown> {
  try {
    await run(f, example, args);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe.each(packages)("%s", (_name, module, table) => {
  it("has every export in the table", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(module).sort());
  });

  const functions = Object.entries(table).flatMap(([name, examples]) =>
    examples === "constant"
      ? []
      : examples.map((example, i) => [`${name} ${i + 1}`, module[name] as Call, example] as const),
  );

  it.each(functions)(
    "%s refuses unknown options and words, and absurd numbers or answers them",
    async (_f, f, example) => {
      const { args, options = [], choices = [], open } = example;
      await run(f, example, args);
      for (const path of options) {
        const error = await errorOf(
          f,
          example,
          changed(args, path, (old) => ({ ...(old as object), misspelt: 1 })),
        );
        expect(error, `unknown option at ${path.join(".")}`).toBeInstanceOf(RangeError);
        expect(String(error)).toContain("misspelt");
      }
      for (const path of choices) {
        const error = await errorOf(
          f,
          example,
          changed(args, path, () => "misspelt"),
        );
        expect(error, `unknown word at ${path.join(".")}`).toBeInstanceOf(RangeError);
        expect(String(error)).toContain("misspelt");
      }
      for (const path of numbersOf(args)) {
        for (const x of HOSTILE) {
          const wrong = changed(args, path, () => x);
          let result: unknown;
          try {
            result = await run(f, example, wrong);
          } catch (error) {
            expect(error, `${path.join(".")} = ${x}: ${String(error)}`).toBeInstanceOf(RangeError);
            // Of the function, not of the engine.
            expect(String(error), `${path.join(".")} = ${x}`).not.toMatch(/call stack|array length|allocation/i);
            continue;
          }
          if (open !== true) expect(notFinite(result), `${path.join(".")} = ${x}`).toBeUndefined();
        }
      }
    },
  );
});
