import { describe, expect, it } from "vitest";
import { fit, hypothesisTest, significance, upperLimit } from "@belladonna/stats";
import { combineWorkspaces, histFactory, parseWorkspace, sortWorkspace, uncorrelatedBackground } from "../src/index.js";
import type { Workspace } from "../src/index.js";

const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
const workspace = uncorrelatedBackground(counts, [3, 7]);
const configured = (poi: string, parameters: Workspace["measurements"][0]["config"]["parameters"]): Workspace => ({
  ...workspace,
  measurements: [{ name: "m", config: { poi, parameters } }],
});

describe("observations without a channel", () => {
  const more: Workspace = {
    ...workspace,
    observations: [{ name: "validation region", data: [7, 8, 9] }, ...workspace.observations],
  };
  it("are kept in the workspace and are no data of the likelihood", () => {
    expect(parseWorkspace(more).observations.length).toBe(2);
    const [a, b] = [histFactory(more), histFactory(workspace)];
    expect([...a.data]).toEqual([...b.data]);
    expect(upperLimit(a).observed).toBe(upperLimit(b).observed);
    expect(sortWorkspace(more).observations.map((o) => o.name)).toEqual(["singlechannel", "validation region"]);
    expect(() => combineWorkspaces(more, workspace)).toThrow("must be in one workspace only");
  });
});

describe("the option poi", () => {
  it("replaces a parameter of interest that is not in the model, or none", () => {
    expect(() => histFactory(configured("ghost", []))).toThrow("the option poi can name another");
    expect(histFactory(configured("ghost", []), { poi: "mu" }).poi).toBe("mu");
    expect(histFactory(configured("", []), { poi: "mu" }).poi).toBe("mu");
    expect(upperLimit(histFactory(configured("ghost", []), { poi: "mu" })).observed).toBe(
      upperLimit(histFactory(workspace)).observed,
    );
  });

  it("may be none, or the factor of one bin", () => {
    const none = histFactory(workspace, { poi: null });
    expect(none.poi).toBeUndefined();
    expect(fit(none).value).toBe(fit(histFactory(workspace)).value);
    expect(() => upperLimit(none)).toThrow("declares no parameter of interest");
    expect(histFactory(workspace, { poi: "uncorr_bkguncrt[1]" }).poi).toBe("uncorr_bkguncrt[1]");
    expect(() => histFactory(workspace, { poi: "uncorr_bkguncrt" })).toThrow("names no parameter of the model");
  });
});

describe("a fixed parameter of interest", () => {
  const fixed = histFactory(configured("mu", [{ name: "mu", inits: [1], fixed: true }]));
  it("is refused, and can be freed", () => {
    expect(() => upperLimit(fixed)).toThrow("upperLimit: the parameter of interest must be free, but mu is fixed at 1");
    expect(() => hypothesisTest(fixed, 1)).toThrow("must be free");
    expect(() => significance(fixed)).toThrow("must be free");
    expect(fit(fixed).parameters.mu).toBe(1);
    const freed = histFactory(fixed.workspace, { parameters: { mu: { fixed: false } } });
    expect(upperLimit(freed).observed).toBe(upperLimit(histFactory(workspace)).observed);
  });
});

describe("the option parameters", () => {
  it("replaces starts and bounds, of pseudo-data too", () => {
    const model = histFactory(workspace, { parameters: { mu: { min: -3, max: 30, start: 0.5 } } });
    expect(model.parameters.find((p) => p.name === "mu")).toEqual({ name: "mu", start: 0.5, min: -3, max: 30 });
    expect(fit(model).parameters.mu).toBeLessThan(0);
    const atCall = fit(histFactory(workspace), { bounds: { mu: [-3, 30] } });
    expect(atCall.parameters.mu).toBeCloseTo(fit(model).parameters.mu, 5);
    expect(model.withData([40, 40]).parameters).toEqual(model.parameters);
    expect(() => histFactory(workspace, { parameters: { nu: {} } })).toThrow("has no parameter nu");
  });
  it("is not misspelt", () => {
    expect(() => histFactory(workspace, { bounds: {} } as object)).toThrow('got "bounds"');
  });
});
