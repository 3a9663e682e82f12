import { requireChoice, requireOptions } from "@belladonna/numerics";
import { checkHs3 } from "./check-hs3.js";
import { modifiersOf } from "./hs3-modifiers.js";
import type { Hs3Names } from "./hs3-modifiers.js";
import { LUMI } from "./hs3-document.js";
import type { Hs3Distribution, Hs3Document } from "./hs3-document.js";
import { parseWorkspace } from "./validate.js";
import { shown, WorkspaceError } from "./workspace-error.js";
import type { Channel, Measurement, ParameterConfig, Workspace } from "./workspace.js";

/** What {@link readHs3} may be told besides the document. */
export interface Hs3Options {
  /** Name of the analysis whose data are taken; the first by default. */
  readonly analysis?: string;
  /**
   * What is done with a `staterror` of Poisson constraint, which the workspace's form does not have: `"refuse"` (default), or
   * `"gaussian"`, to take a Gaussian of the same width.
   */
  readonly poissonStatErrors?: "refuse" | "gaussian";
}

type Likelihood = Hs3Document["likelihoods"][number];
type Analysis = Hs3Document["analyses"][number];

function documentOf(given: unknown): Hs3Document {
  let value = given;
  if (typeof given === "string") {
    try {
      value = JSON.parse(given);
    } catch (error) {
      throw new WorkspaceError("", `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  checkHs3(value);
  const { domains = [], parameter_points = [] } = value;
  return { ...(value as Hs3Document), domains, parameter_points };
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string, what: string): T {
  const found = list.find((x) => x.name === name);
  if (found === undefined) throw new WorkspaceError(what, `has no entry ${shown(name)}`);
  return found;
}

/** The luminosity: a factor with a Gaussian constraint. Its parameter, and the constraint's centre and width. */
interface Luminosity {
  readonly parameter: string;
  readonly centre: number;
  readonly sigma: number;
}

function luminosityOf(document: Hs3Document, likelihood: Likelihood, point: ReadonlyMap<string, number>): Luminosity[] {
  const factors = new Set(
    document.distributions.flatMap((d) =>
      (d.samples ?? []).flatMap((s) =>
        s.modifiers.flatMap((m) => (m.type === "normfactor" ? [m.parameter ?? m.name] : [])),
      ),
    ),
  );
  const numberOf = (x: string | number | undefined): number =>
    typeof x === "number" ? x : (point.get(x ?? "") ?? Number.NaN);
  const constraints = document.distributions.filter(
    (d) => d.type === "gaussian_dist" && (likelihood.aux_distributions?.includes(d.name) ?? true),
  );
  return constraints.flatMap(({ name, x, mean, sigma }): Luminosity[] => {
    const [parameter, other] = factors.has(String(mean)) ? [String(mean), x] : [String(x), mean];
    if (!factors.has(parameter)) return [];
    const found = { parameter, centre: numberOf(other), sigma: numberOf(sigma) };
    if (!(Number.isFinite(found.centre) && found.sigma > 0)) {
      throw new WorkspaceError(`distributions (${name})`, "must have a centre and a width > 0 that are known");
    }
    return [found];
  });
}

function channelOf(d: Hs3Distribution, names: Hs3Names, path: string): Channel {
  if (d.type !== "histfactory_dist") {
    throw new WorkspaceError(
      `${path}.type`,
      `must be histfactory_dist, the one kind with a form in a workspace, got ${shown(d.type)}`,
    );
  }
  return {
    name: d.name.replace(/^model_/, ""),
    samples: (d.samples ?? []).map((sample, i) => ({
      name: sample.name,
      data: sample.data.contents,
      modifiers: modifiersOf(sample, names, `${path}.samples[${i}]`),
    })),
  };
}

/** What an analysis says of each parameter, where that is not what a workspace takes by default. */
function measurementOf(
  document: Hs3Document,
  analysis: Analysis,
  names: Hs3Names,
  lumi: Luminosity | undefined,
): Measurement {
  const domain = new Map(
    document.domains
      .filter((d) => analysis.domains.includes(d.name))
      .flatMap((d) => d.axes.map((a) => [a.name, a] as const)),
  );
  const point = new Map(
    document.parameter_points
      .filter((p) => p.name === (analysis.init ?? "default_values"))
      .flatMap((p) => p.parameters.map((q) => [q.name, q] as const)),
  );
  const parameters: ParameterConfig[] = [];
  for (const [name, { bins, standard, fixed }] of names.sets) {
    const inits = bins.map((b) => point.get(b)?.value ?? standard.init);
    const bounds = bins.map((b) => {
      const { min, max } = domain.get(b) ?? {};
      return [min ?? standard.bounds[0], max ?? standard.bounds[1]];
    });
    const held = bins.map((b) => point.get(b)?.const === true);
    const extra = held.some((h, i) => h !== (fixed[i] ?? false));
    if (extra && !held.every((h) => h) && held.some((h, i) => h && !fixed[i])) {
      throw new WorkspaceError(`parameter_points (${name})`, "must hold all bins of a modifier or none");
    }
    const config: ParameterConfig = {
      name: name === lumi?.parameter ? "lumi" : name,
      ...(inits.some((x) => x !== standard.init) ? { inits } : {}),
      ...(bounds.some((b) => b[0] !== standard.bounds[0] || b[1] !== standard.bounds[1]) ? { bounds } : {}),
      ...(extra && held.every((h) => h) ? { fixed: true } : {}),
      ...(name === lumi?.parameter ? { inits, bounds, auxdata: [lumi.centre], sigmas: [lumi.sigma] } : {}),
    };
    if (Object.keys(config).length > 1) parameters.push(config);
  }
  const [poi = ""] = analysis.parameters_of_interest ?? [];
  return { name: analysis.name, config: { poi: poi === lumi?.parameter ? "lumi" : poi, parameters } };
}

/**
 * The workspace of an HS3 document of HistFactory channels (`histfactory_dist`), as ROOT and pyhf's converters write it.
 *
 * Parameters become modifiers of the same name; the factors of single bins become one set, whose name is that of the modifier
 * or what their names have in common. A factor with a `gaussian_dist` is the luminosity. All analyses of the same
 * channels and data become measurements; those of other data (Asimov data beside observed ones) are left out.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * readHs3(writeHs3(workspace)).channels.length; // 1
 * ```
 * @param document - The JSON text, or the value parsed from it.
 * @param options - Which analysis, and what is done with what has no form.
 * @throws WorkspaceError with the place of what is wrong or has no form in a workspace.
 * @see [HS3](https://github.com/hep-statistics-serialization-standard/hep-statistics-serialization-standard)
 */
export function readHs3(document: unknown, options: Hs3Options = {}): Workspace {
  requireOptions("readHs3", options, ["analysis", "poissonStatErrors"]);
  const { poissonStatErrors = "refuse" } = options;
  requireChoice("readHs3: poissonStatErrors", poissonStatErrors, ["refuse", "gaussian"]);
  const hs3 = documentOf(document);
  const first = options.analysis === undefined ? hs3.analyses[0] : named(hs3.analyses, options.analysis, "analyses");
  const likelihood = named(hs3.likelihoods, first.likelihood, "likelihoods");
  const point = new Map(hs3.parameter_points.flatMap((p) => p.parameters.map((q) => [q.name, q.value] as const)));
  const found = luminosityOf(hs3, likelihood, point);
  if (found.length > 1) {
    throw new WorkspaceError(
      "distributions",
      `constrain the factors ${found.map((l) => l.parameter).join(", ")}: a workspace has one such, the luminosity`,
    );
  }
  const names: Hs3Names = {
    sets: new Map(),
    lumi: found[0]?.parameter ?? LUMI,
    hasLumi: found.length > 0,
    poissonStatErrors,
  };
  const channels = likelihood.distributions.map((name) => {
    const i = hs3.distributions.findIndex((d) => d.name === name);
    if (i < 0) throw new WorkspaceError("distributions", `has no entry ${shown(name)}`);
    return channelOf(hs3.distributions[i], names, `distributions[${i}]`);
  });
  const same = (a: Analysis): boolean => {
    const other = hs3.likelihoods.find((l) => l.name === a.likelihood);
    return (
      String(other?.distributions) === String(likelihood.distributions) &&
      String(other?.data) === String(likelihood.data)
    );
  };
  const measurements = hs3.analyses.filter(same).map((a) => {
    const own = named(hs3.likelihoods, a.likelihood, "likelihoods");
    return measurementOf(hs3, a, names, luminosityOf(hs3, own, point)[0]);
  });
  return parseWorkspace({
    channels,
    measurements,
    observations: channels.map(({ name }, i) => ({ name, data: named(hs3.data, likelihood.data[i], "data").contents })),
    version: "1.0.0",
  });
}
