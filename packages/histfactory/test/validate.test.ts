import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { histFactory, parseWorkspace, WorkspaceError } from "../src/index.js";
import type { Workspace } from "../src/index.js";
import { cases } from "./cases.js";
import { everyModifier } from "./every-modifier.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const clone = (): Json => JSON.parse(JSON.stringify(everyModifier)) as Json;

/** The document with the value at a path replaced, or taken out when it is undefined. */
function changed(path: Path, value: Json | undefined): Workspace {
  const document = clone();
  let at = document as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, Json>;
  const last = path[path.length - 1];
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else Reflect.deleteProperty(at, last);
  return document as unknown as Workspace;
}

function paths(value: Json, path: Path = []): [Path, Json][] {
  const own: [Path, Json][] = path.length === 0 ? [] : [[path, value]];
  if (typeof value !== "object" || value === null) return own;
  const entries = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value);
  return [...own, ...entries.flatMap(([key, v]) => paths(v, [...path, key]))];
}

const dotted = (path: Path): string =>
  path.map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? key : `.${key}`)).join("");

function fault(workspace: unknown): WorkspaceError {
  try {
    histFactory(workspace as Workspace);
  } catch (error) {
    if (error instanceof WorkspaceError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

const at = (...path: Path): Path => path;
const signal = at("channels", 0, "samples", 0);
const config = at("measurements", 0, "config");

describe("a hand-broken workspace is refused with the path and the reason", () => {
  it.each<[string, Path, Json | undefined, string, string]>([
    ["a rate that is a string", [...signal, "data", 1], "12", "channels[0].samples[0].data[1]", "a finite number"],
    ["a rate that is null", [...signal, "data", 2], null, "channels[0].samples[0].data[2]", "a finite number"],
    [
      "too few rates",
      [...signal, "data", 2],
      undefined,
      "channels[0].samples[0].modifiers[3].data.lo_data",
      "2 elements",
    ],
    ["no samples", ["channels", 0, "samples"], [], "channels[0].samples", "at least 1"],
    ["no observation", ["observations", 0], undefined, "observations", 'no entry for the channel "control region"'],
    ["an observation of no channel", ["observations", 0, "name"], "x", "observations", "no entry for the channel"],
    ["a negative count", ["observations", 1, "data", 0], -1, "observations[1].data[0]", ">= 0"],
    ["a count too many", ["observations", 0, "data"], [1, 2, 3], "observations[0].data", "must have 2 elements"],
    [
      "an unknown modifier",
      [...signal, "modifiers", 0, "type"],
      "normsis",
      "channels[0].samples[0].modifiers[0].type",
      "one of histosys",
    ],
    ["a misspelt field", [...signal, "modifers"], [], "channels[0].samples[0].modifers", "not a field"],
    ["a missing field", [...signal, "modifiers"], undefined, "channels[0].samples[0].modifiers", "is missing"],
    [
      "lumi by another name",
      [...signal, "modifiers", 1, "name"],
      "L",
      "channels[0].samples[0].modifiers[1].name",
      '"lumi"',
    ],
    [
      "a factor of zero",
      [...signal, "modifiers", 2, "data", "lo"],
      0,
      "channels[0].samples[0].modifiers[2].data.lo",
      "> 0",
    ],
    [
      "a negative factor",
      [...signal, "modifiers", 2, "data", "hi"],
      -1.1,
      "channels[0].samples[0].modifiers[2].data.hi",
      "> 0",
    ],
    [
      "a negative uncertainty",
      [...signal, "modifiers", 6, "data", 0],
      -1,
      "channels[0].samples[0].modifiers[6].data[0]",
      ">= 0",
    ],
    [
      "a modifier twice",
      [...signal, "modifiers", 4, "name"],
      "scale",
      "channels[0].samples[0].modifiers[4]",
      "repeats the type",
    ],
    [
      "a sample twice",
      ["channels", 0, "samples", 1, "name"],
      "signal",
      "channels[0].samples[1]",
      'repeats the name "signal"',
    ],
    ["a channel twice", ["channels", 1, "name"], "signal region", "channels[1]", "repeats the name"],
    [
      "a shapesys shared",
      ["channels", 1, "samples", 0, "modifiers", 0],
      { name: "count", type: "shapesys", data: [1, 1] },
      "channels[0].samples[1].modifiers[2]",
      "repeats the shapesys",
    ],
    [
      "a shapefactor of other size",
      ["channels", 1, "samples", 0, "modifiers", 0],
      { name: "free", type: "shapefactor", data: null },
      "channels[0].samples[0].modifiers[7]",
      "has 2 bins, not 3",
    ],
    [
      "a staterror on some channels",
      ["channels", 1, "samples", 0, "modifiers", 0],
      { name: "stat", type: "staterror", data: [1, 1] },
      "channels[0].samples[0].modifiers[6]",
      'the sample "signal" in each of the 2 channels',
    ],
    [
      "a name for two kinds",
      [...signal, "modifiers", 0, "name"],
      "eff",
      "channels[1].samples[0].modifiers[0].name",
      "cannot share",
    ],
    ["no such parameter of interest", [...config, "poi"], "nu", "measurements[0].config.poi", "names no parameter"],
    [
      "a parameter of interest in every bin",
      [...config, "poi"],
      "stat",
      "measurements[0].config.poi",
      "names no parameter",
    ],
    [
      "no configuration of lumi",
      [...config, "parameters"],
      [],
      "measurements[0].config.parameters (lumi).inits",
      "is missing",
    ],
    [
      "lumi without width",
      [...config, "parameters", 0, "sigmas"],
      undefined,
      "measurements[0].config.parameters[0].sigmas",
      "is missing",
    ],
    [
      "a width of zero",
      [...config, "parameters", 0, "sigmas", 0],
      0,
      "measurements[0].config.parameters[0].sigmas[0]",
      "> 0",
    ],
    [
      "two start values",
      [...config, "parameters", 0, "inits"],
      [1, 1],
      "measurements[0].config.parameters[0].inits",
      "1 elements",
    ],
    [
      "a start out of bounds",
      [...config, "parameters", 0, "inits", 0],
      2,
      "measurements[0].config.parameters[0].inits[0]",
      "in the bounds [0.5, 1.5]",
    ],
    [
      "bounds in the wrong order",
      [...config, "parameters", 0, "bounds", 0],
      [1.5, 0.5],
      "measurements[0].config.parameters[0].bounds[0]",
      "lower and an upper",
    ],
    [
      "a width for a free factor",
      [...config, "parameters", 1],
      { name: "mu", sigmas: [1] },
      "measurements[0].config.parameters[1].sigmas",
      'is not used by "mu"',
    ],
    [
      "a width for a unit constraint",
      [...config, "parameters", 1],
      { name: "eff", sigmas: [2] },
      "measurements[0].config.parameters[1].sigmas",
      "is not used",
    ],
    ["no measurement", ["measurements"], [], "measurements", "at least 1"],
    ["another version", ["version"], "2.0.0", "version", 'must be "1.0.0"'],
    ["a name that is empty", ["channels", 0, "name"], "", "channels[0].name", "not empty"],
  ])("%s", (_, path, value, where, why) => {
    const error = fault(changed(path, value));
    expect(error.path).toBe(where);
    expect(error.reason).toContain(why);
    expect(error.message).toBe(`workspace: ${where}: ${error.reason}`);
  });

  it.each<[unknown, string]>([
    ["{", "is not JSON"],
    ["", "is not JSON"],
    ["null", "must be an object"],
    [undefined, "must be an object, got nothing"],
    [[], "must be an object, got an array of 0"],
    [() => 1, "must be an object, got function"],
    ['{"channels": [NaN]}', "is not JSON"],
  ])("a document %s", (document, why) => {
    const error = fault(document);
    expect(error.path).toBe("");
    expect(error.reason).toContain(why);
  });
});

describe("every value of a workspace", () => {
  const all = paths(clone());
  const kinds: readonly Json[] = [null, true, 1.5, "x", [], {}];
  const kindOf = (x: Json): string => (x === null ? "null" : Array.isArray(x) ? "array" : typeof x);

  it("is refused at its own path when it is of another type", () => {
    for (const [path, value] of all) {
      for (const other of kinds) {
        if (kindOf(other) === kindOf(value)) continue;
        const error = fault(changed(path, other));
        // A modifier's data are checked against its type; that its type is wrong is said at the type.
        expect(
          error.path.startsWith(dotted(path)),
          `${dotted(path)} -> ${JSON.stringify(other)}: ${error.message}`,
        ).toBe(true);
      }
    }
  });

  it("is missed when it is taken out of an object", () => {
    for (const [path] of all) {
      if (typeof path[path.length - 1] !== "string") continue;
      expect(fault(changed(path, undefined)).path).toBe(
        dotted(path).replace(/\.parameters\[0\]\.name$/, ".parameters[0].name"),
      );
    }
  });

  it("is refused when it is a number that is not finite", () => {
    for (const [path, value] of all) {
      if (typeof value !== "number") continue;
      for (const other of [Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(fault(changed(path, other)).path).toBe(dotted(path));
      }
    }
  });

  it("may have no field beside it", () => {
    for (const [path, value] of all) {
      if (kindOf(value) !== "object") continue;
      expect(fault(changed([...path, "extra"], 1)).path).toBe(`${dotted(path)}.extra`);
    }
  });
});

describe("a fuzzed workspace", () => {
  const all = paths(clone());
  const value = fc.oneof(
    fc.constantFrom<(Json | undefined)[]>(
      undefined,
      null,
      true,
      "",
      "mu",
      "lumi",
      "stat",
      "normsys",
      0,
      -1,
      1e308,
      -1e308,
      5e-324,
      [],
      {},
    ),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
    fc.constantFrom(...all.map(([, v]) => v)),
  );

  it("is refused with a path and a reason, or has a likelihood that is not NaN", () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.nat({ max: all.length - 1 }), value, (i, v) => {
        const document = changed(all[i][0], v);
        try {
          const likelihood = histFactory(document);
          const theta = Float64Array.from(likelihood.parameters, (p) => p.start);
          const minus2LogL = likelihood.value(theta);
          expect(minus2LogL).not.toBeNaN();
          if (minus2LogL < 1e300) expect(likelihood.gradient(theta).some(Number.isNaN)).toBe(false);
          accepted++;
        } catch (error) {
          if (!(error instanceof WorkspaceError)) throw error;
          expect(error.path).not.toBe("");
          expect(error.reason).not.toBe("");
        }
      }),
      { numRuns: 5000, seed: 5 },
    );
    // Changes of a number or of a name can leave a workspace; were all refused, the property would say nothing.
    expect(accepted).toBeGreaterThan(50);
  });

  it("is refused when it is any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(() => parseWorkspace(document)).toThrow(WorkspaceError);
        expect(() => parseWorkspace(JSON.stringify(document))).toThrow(WorkspaceError);
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});

describe("parseWorkspace", () => {
  it.each(cases.map((c) => [c.name, c.workspace] as const))("takes %s as value and as text", (_, workspace) => {
    expect(parseWorkspace(workspace)).toBe(workspace);
    expect(parseWorkspace(JSON.stringify(workspace))).toEqual(workspace);
  });
});
