// Every function that a package exports is called with what people give by mistake: unknown options and words must be refused
// with those that there are, and absurd numbers must be refused or have an answer, in the time of a call.
import { describe, expect, it } from "vitest";
import * as numericsModule from "@belladonna/numerics";
import * as statsModule from "@belladonna/stats";
import * as eventsModule from "@belladonna/events";
import * as histFactoryModule from "@belladonna/histfactory";
import * as kinematicsModule from "@belladonna/kinematics";
import * as limitsModule from "@belladonna/limits";
import * as modelsModule from "@belladonna/models";
import * as plotModule from "@belladonna/plot";
import * as scanModule from "@belladonna/scan";
import * as searchesModule from "@belladonna/searches";
import * as triggerModule from "@belladonna/trigger";
import { kinematics } from "./every-function/kinematics.js";
import { table as models } from "./every-function/models.js";
import { numerics } from "./every-function/numerics.js";
import { table as stats } from "./every-function/stats.js";
import { eventWords, histFactoryWords, limitWords, triggerWords } from "./every-function/words.js";
import { plotWords, scanWords, searchWords } from "./every-function/words-of-the-rest.js";
import { changed, HOSTILE, notFinite, numbersOf, type Example, type Table } from "./every-function/walk.js";

type Call = (...args: readonly unknown[]) => unknown;

type Walked = readonly [name: string, module: Readonly<Record<string, unknown>>, table: Table];

const packages: readonly Walked[] = [
  ["numerics", numericsModule, numerics],
  ["stats", statsModule, stats],
  ["kinematics", kinematicsModule, kinematics],
  ["models", modelsModule, models],
];

/** Packages whose words are walked, and not their numbers. */
const inWords: readonly Walked[] = [
  ["events", eventsModule, eventWords],
  ["histfactory", histFactoryModule, histFactoryWords],
  ["limits", limitsModule, limitWords],
  ["plot", plotModule, plotWords],
  ["scan", scanModule, scanWords],
  ["searches", searchesModule, searchWords],
  ["trigger", triggerModule, triggerWords],
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

/** Unknown options and words are refused, with the wrong one named. */
async function refusesWords(f: Call, example: Example): Promise<void> {
  const { args, options = [], choices = [] } = example;
  await run(f, example, args);
  const wrong = [
    ...options.map((path) => [path, (old: unknown) => ({ ...(old as object), misspelt: 1 })] as const),
    ...choices.map((path) => [path, () => "misspelt"] as const),
  ];
  for (const [path, change] of wrong) {
    const error = await errorOf(f, example, changed(args, path, change));
    expect(error, `misspelt at ${path.join(".")}`).toBeInstanceOf(RangeError);
    expect(String(error), `misspelt at ${path.join(".")}`).toContain("misspelt");
  }
}

const examplesOf = (module: Walked[1], table: Table): [name: string, f: Call, example: Example][] =>
  Object.entries(table).flatMap(([name, examples]) =>
    examples === "constant"
      ? []
      : examples.map((example, i): [string, Call, Example] => [`${name} ${i + 1}`, module[name] as Call, example]),
  );

describe.each([...packages, ...inWords])("%s", (_name, module, table) => {
  it("has every export in the table", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(module).sort());
  });

  it.each(examplesOf(module, table))("%s refuses unknown options and words", async (_f, f, example) => {
    await refusesWords(f, example);
  });
});

describe.each(packages)("%s", (_name, module, table) => {
  it.each(examplesOf(module, table))("%s refuses absurd numbers or answers them", async (_f, f, example) => {
    const { args, open } = example;
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
  });
});
