import { expect, it } from "vitest";
import { correlatedBackground, histFactory, uncorrelatedBackground } from "../src/index.js";
import type { Workspace } from "../src/index.js";
import { caseNamed } from "./cases.js";

const counts = ({ channels, observations }: Workspace) => ({
  signal: channels[0].samples[0].data,
  background: channels[0].samples[1].data,
  observed: observations[0].data,
});

it("uncorrelatedBackground is pyhf's model of this name", () => {
  const { workspace, points } = caseNamed("uncorr_2bin_readme");
  const [modifier] = workspace.channels[0].samples[1].modifiers;
  const likelihood = histFactory(uncorrelatedBackground(counts(workspace), modifier.data as readonly number[]));
  for (const { pars, twice_nll_gold } of points) {
    expect(likelihood.value(Float64Array.from(pars))).toBeCloseTo(twice_nll_gold ?? Number.NaN, 9);
  }
});

it("correlatedBackground is pyhf's model of this name", () => {
  const { workspace, points } = caseNamed("corr_2bin");
  const [modifier] = workspace.channels[0].samples[1].modifiers;
  const { hi_data, lo_data } = modifier.data as { hi_data: number[]; lo_data: number[] };
  const likelihood = histFactory(correlatedBackground(counts(workspace), hi_data, lo_data));
  for (const { pars, twice_nll_gold } of points) {
    expect(likelihood.value(Float64Array.from(pars))).toBeCloseTo(twice_nll_gold ?? Number.NaN, 9);
  }
});
