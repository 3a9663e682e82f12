// Every function that a package exports has an example in its doc comment, which examples.test.ts runs. Those that have none yet
// are listed; the list may only become shorter.
import { expect, it } from "vitest";

const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  events: [
    "bPair",
    "bToKaonDecays",
    "dalitzDensity",
    "darkHiggsstrahlung",
    "equivalentPhotonPairs",
    "equivalentPhotons",
    "evaluator",
    "eventGenerator",
    "helicityAmplitudes",
    "lowCrossSection",
    "photonLuminosity",
    "readLheBlocks",
    "withFileModel",
  ],
  histfactory: ["kinematicModifier", "parsePatchSet", "reweightSample"],
  kinematics: ["chainEvents", "cleoCones", "decayChain"],
  limits: ["couplingLimit", "expectedAt", "productionRate", "recast"],
  models: ["channel", "mediator", "tauToHnl"],
  numerics: ["adaptiveIntegral"],
  scan: ["htcondor", "slurm"],
  searches: [
    "applyCuts",
    "cutFlow",
    "factsOf",
    "kept",
    "limitInfo",
    "localWork",
    "mergeCutFlows",
    "see",
    "seedOf",
    "testWindow",
  ],
  stats: ["density", "runToys", "superposition", "templates", "toyStatistics", "toyWorker"],
  trigger: ["explanationText", "highLevel", "l1ExpressionText", "pairVertex", "rates", "regionAt", "trackPath"],
};

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
  const functions = functionsOf(name);
  const without = [...functions].flatMap(([one, shown]) => (shown ? [] : [one])).sort();
  expect(without).toEqual([...(WITHOUT[name] ?? [])].sort());
});
