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
import * as sourcesModule from "@belladonna/sources";
import { table as events } from "./every-function/events.js";
import { table as histFactory } from "./every-function/histfactory.js";
import { kinematics } from "./every-function/kinematics.js";
import { table as limits } from "./every-function/limits.js";
import { table as models } from "./every-function/models.js";
import { numerics } from "./every-function/numerics.js";
import { plot } from "./every-function/plot.js";
import { scan, searchesTable, sources } from "./every-function/rest.js";
import { table as stats } from "./every-function/stats.js";
import { table as trigger } from "./every-function/trigger.js";
import { changed, HOSTILE, notFinite, numbersOf, type Example, type Table } from "./every-function/walk.js";

type Call = (...args: readonly unknown[]) => unknown;

type Walked = readonly [name: string, module: Readonly<Record<string, unknown>>, table: Table];

const packages: readonly Walked[] = [
  ["numerics", numericsModule, numerics],
  ["sources", sourcesModule, sources],
  ["stats", statsModule, stats],
  ["histfactory", histFactoryModule, histFactory],
  ["kinematics", kinematicsModule, kinematics],
  ["models", modelsModule, models],
  ["events", eventsModule, events],
  ["trigger", triggerModule, trigger],
  ["limits", limitsModule, limits],
  ["plot", plotModule, plot],
  ["scan", scanModule, scan],
  ["searches", searchesModule, searchesTable],
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

describe.each(packages)("%s", (_name, module, table) => {
  it("has every export in the table", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(module).sort());
  });

  it.each(examplesOf(module, table))("%s refuses unknown options and words", async (_f, f, example) => {
    await refusesWords(f, example);
  });
});

/** Time of a walk, ms: many calls, some of which integrate; a hang is what it ends, on a busy machine too. */
const PATIENCE = 120_000;

describe.each(packages)("%s", (_name, module, table) => {
  it.each(examplesOf(module, table))(
    "%s refuses absurd numbers or answers them",
    async (_f, f, example) => {
      expect(notFinite(await run(f, example, example.args), example.open), "as it should be called").toBeUndefined();
      for (const path of numbersOf(example)) {
        for (const x of HOSTILE) {
          const wrong = changed(example.args, path, () => x);
          let result: unknown;
          try {
            result = await run(f, example, wrong);
          } catch (error) {
            expect(error, `${path.join(".")} = ${x}: ${String(error)}`).toBeInstanceOf(RangeError);
            // Of the function, not of the engine.
            expect(String(error), `${path.join(".")} = ${x}`).not.toMatch(/call stack|array length|allocation/i);
            continue;
          }
          expect(notFinite(result, example.open), `${path.join(".")} = ${x}`).toBeUndefined();
        }
      }
    },
    PATIENCE,
  );
});
