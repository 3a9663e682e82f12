import { describe, expect, it } from "vitest";
import {
  combineWorkspaces,
  histFactory,
  pruneWorkspace,
  renameWorkspace,
  sortWorkspace,
  workspaceDigest,
} from "../src/index.js";
import type { Workspace } from "../src/index.js";
import { caseNamed } from "./cases.js";
import { everyModifier } from "./every-modifier.js";
import { operations } from "./operations.js";

const named = (name: string): Workspace => caseNamed(name).workspace;
const rows = operations.operations.map((o, i) => [`${o.operation} ${o.case} (${i})`, o] as const);

describe("workspace operations", () => {
  it.each(rows)("give what pyhf gives: %s", (_, o) => {
    const workspace = named(o.case);
    const before = JSON.stringify(workspace);
    const result =
      o.operation === "sort"
        ? sortWorkspace(workspace)
        : o.operation === "prune"
          ? pruneWorkspace(workspace, o.options)
          : o.operation === "rename"
            ? renameWorkspace(workspace, o.options)
            : combineWorkspaces(workspace, typeof o.with === "string" ? named(o.with) : o.with, o.options);
    expect(workspaceDigest(result)).toBe(o.sha256);
    expect(JSON.stringify(workspace)).toBe(before);
  });

  it("leave the likelihood as it is when they sort", () => {
    const a = histFactory(everyModifier);
    const b = histFactory(sortWorkspace(everyModifier));
    const theta = Float64Array.from(a.parameters, (p) => p.start + 0.1);
    expect(b.parameters).toEqual(a.parameters);
    expect(b.value(theta)).toBe(a.value(theta));
  });

  it("refuse names that are not there", () => {
    expect(() => pruneWorkspace(everyModifier, { samples: ["ghost"] })).toThrow(
      'samples must be in the workspace, got "ghost"',
    );
    expect(() => pruneWorkspace(everyModifier, { modifierTypes: ["normsys", "nosuch" as "normsys"] })).toThrow(
      RangeError,
    );
    expect(() => renameWorkspace(everyModifier, { channels: { ghost: "x" } })).toThrow(RangeError);
  });

  it("refuse a result that is no workspace", () => {
    expect(() => pruneWorkspace(everyModifier, { channels: ["signal region", "control region"] })).toThrow(
      "channels: must have at least 1 element",
    );
    expect(() => renameWorkspace(everyModifier, { channels: { "signal region": "control region" } })).toThrow(
      "channels[1]: repeats the name",
    );
    expect(() => renameWorkspace(everyModifier, { modifiers: { lumi: "luminosity" } })).toThrow('must be "lumi"');
  });

  it("refuse to combine what differs, unless one side is told to win", () => {
    const other = renameWorkspace(everyModifier, { samples: { signal: "new" } });
    expect(() => combineWorkspaces(everyModifier, everyModifier)).toThrow("must be in one workspace only");
    expect(combineWorkspaces(everyModifier, everyModifier, { join: "outer" })).toEqual(everyModifier);
    expect(() => combineWorkspaces(everyModifier, other, { join: "outer" })).toThrow("must be equal in both");
    expect(combineWorkspaces(everyModifier, other, { join: "left outer" }).channels).toEqual(everyModifier.channels);
    expect(combineWorkspaces(everyModifier, other, { join: "right outer" }).channels).toEqual(other.channels);
    expect(() => combineWorkspaces(everyModifier, other, { mergeChannels: true })).toThrow(RangeError);
    const poi = { ...everyModifier, measurements: [{ name: "fit", config: { poi: "eff", parameters: [] } }] };
    expect(() => combineWorkspaces(everyModifier, poi, { join: "outer" })).toThrow("one parameter of interest");
  });
});
