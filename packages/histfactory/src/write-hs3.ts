import { histFactory } from "./hist-factory.js";
import { LUMI } from "./hs3-document.js";
import type { Hs3Axis, Hs3Distribution, Hs3Document, Hs3Modifier, Hs3Sample } from "./hs3-document.js";
import { byName } from "./names.js";
import { parseWorkspace } from "./validate.js";
import { shown } from "./workspace-error.js";
import type { Channel, Modifier, Sample, Workspace } from "./workspace.js";

const axisOf = (channel: string, bins: number): Hs3Axis => ({ name: `obs_${channel}`, min: 0, max: bins, nbins: bins });

/** Names of the parameters of single bins: those of one name go on from channel to channel. */
const binNames = (name: string, bins: number, first: number): string[] =>
  Array.from({ length: bins }, (_, b) => `${name}_bin_${first + b}`);

function modifierOf(m: Modifier, { data }: Sample, first: number, lumi: string): Hs3Modifier {
  const { name, type } = m;
  switch (m.type) {
    case "lumi":
      return { type: "normfactor", name: lumi, parameter: lumi };
    case "normfactor":
      return { type, name, parameter: name };
    case "normsys":
      return { type, name, parameter: name, constraint: "Gauss", data: { lo: m.data.lo, hi: m.data.hi } };
    case "histosys": {
      const shifted = { lo: { contents: m.data.lo_data }, hi: { contents: m.data.hi_data } };
      return { type, name, parameter: name, constraint: "Gauss", data: shifted };
    }
    case "shapefactor":
      return { type, name, parameters: binNames(name, data.length, 0) };
    case "shapesys": {
      // Relative to the sample in HS3.
      const vals = m.data.map((e, b) => (data[b] === 0 ? 0 : e / data[b]));
      return { type, name, parameters: binNames(name, data.length, 0), constraint: "Poisson", data: { vals } };
    }
    case "staterror":
      return { type, name, parameters: binNames(name, data.length, first), constraint: "Gauss" };
  }
}

function sampleOf(sample: Sample, firstOf: ReadonlyMap<string, number>, lumi: string): Hs3Sample {
  const stats = sample.modifiers.filter((m) => m.type === "staterror");
  if (stats.length > 1) {
    throw new RangeError(
      `writeHs3: the sample ${shown(sample.name)} has ${stats.length} staterrors, of which HS3 has one`,
    );
  }
  const errors = stats.length === 1 ? { errors: stats[0].data as readonly number[] } : {};
  return {
    name: sample.name,
    data: { contents: sample.data, ...errors },
    modifiers: sample.modifiers.map((m) => modifierOf(m, sample, firstOf.get(m.name) ?? 0, lumi)),
  };
}

/** The channels in sorted order, in which the bins of a shared `staterror` are counted. */
function distributionsOf(channels: readonly Channel[], lumi: string): Hs3Distribution[] {
  const used = new Map<string, number>();
  return [...channels].sort(byName).map(({ name, samples }) => {
    const bins = samples[0].data.length;
    const model = {
      name: `model_${name}`,
      type: "histfactory_dist",
      axes: [axisOf(name, bins)],
      samples: samples.map((s) => sampleOf(s, used, lumi)),
    };
    const stats = samples.flatMap((s) => s.modifiers.filter((m) => m.type === "staterror").map((m) => m.name));
    for (const stat of new Set(stats)) used.set(stat, (used.get(stat) ?? 0) + bins);
    return model;
  });
}

/**
 * A workspace as an HS3 document: one `histfactory_dist` a channel, and for each measurement an analysis with a likelihood, a
 * domain (the bounds) and a point of parameters (the starts). Parameters keep the names of their modifiers; those of single
 * bins are called `name_bin_0`, …, the luminosity is `Lumi` with a `gaussian_dist` of its own.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * readHs3(writeHs3(workspace)).channels.length; // 1
 * ```
 * @param workspace - The workspace.
 * @returns The document, to be written with `JSON.stringify`.
 * @throws WorkspaceError when it is no workspace; RangeError when HS3 has no form for something in it.
 * @see [HS3](https://github.com/hep-statistics-serialization-standard/hep-statistics-serialization-standard)
 */
export function writeHs3(workspace: Workspace): Hs3Document {
  const checked = parseWorkspace(workspace);
  const taken = new Set(checked.channels.flatMap((c) => c.samples.flatMap((s) => s.modifiers.map((m) => m.name))));
  let luminosity = LUMI;
  while (taken.has(luminosity)) luminosity += "_";
  const distributions = distributionsOf(checked.channels, luminosity);
  const channels = [...checked.channels].sort(byName).map((c) => c.name);
  const likelihoods: Hs3Document["likelihoods"][number][] = [];
  const domains: Hs3Document["domains"][number][] = [];
  const points: Hs3Document["parameter_points"][number][] = [];
  const analyses: Hs3Document["analyses"][number][] = [];
  for (const { name, config } of checked.measurements) {
    const model = histFactory(checked, { measurement: name, poi: null });
    for (const p of config.parameters) {
      if (p.name !== "lumi" && (p.auxdata ?? p.sigmas ?? p.factors) !== undefined) {
        throw new RangeError(`writeHs3: the constraint of ${shown(p.name)} in ${shown(name)} has no form in HS3`);
      }
    }
    const parameters = model.parameterSets.flatMap((s) =>
      s.inits.map((value, i) => ({
        name: s.scalar ? (s.name === "lumi" ? luminosity : s.name) : `${s.name}_bin_${i}`,
        value,
        bounds: s.bounds[i],
        fixed: s.fixed[i],
      })),
    );
    const aux: string[] = [];
    const lumi = model.parameterSets.find((s) => s.name === "lumi");
    const nominal =
      lumi === undefined ? [] : [{ name: `nominal_${luminosity}_${name}`, value: lumi.auxdata[0], const: true }];
    if (lumi !== undefined) {
      const constraint = `${luminosity}_constraint_${name}`;
      aux.push(constraint);
      distributions.push({
        name: constraint,
        type: "gaussian_dist",
        x: nominal[0].name,
        mean: luminosity,
        sigma: lumi.scales[0],
      });
    }
    likelihoods.push({
      name: `likelihood_${name}`,
      distributions: channels.map((c) => `model_${c}`),
      data: channels.map((c) => `observed_${c}`),
      ...(aux.length === 0 ? {} : { aux_distributions: aux }),
    });
    domains.push({
      name: `domain_${name}`,
      type: "product_domain",
      axes: parameters.map((p) => ({ name: p.name, min: p.bounds[0], max: p.bounds[1] })),
    });
    const start = parameters.map((p) => ({ name: p.name, value: p.value, ...(p.fixed ? { const: true } : {}) }));
    points.push({ name: `start_${name}`, parameters: [...start, ...nominal] });
    analyses.push({
      name,
      likelihood: `likelihood_${name}`,
      ...(config.poi === "" ? {} : { parameters_of_interest: [config.poi === "lumi" ? luminosity : config.poi] }),
      domains: [`domain_${name}`],
      init: `start_${name}`,
    });
  }
  return {
    metadata: { hs3_version: "0.2" },
    distributions,
    data: checked.observations.map(({ name, data }) => ({
      name: `observed_${name}`,
      type: "binned",
      axes: [axisOf(name, data.length)],
      contents: data,
    })),
    likelihoods,
    domains,
    parameter_points: points,
    analyses,
  };
}
