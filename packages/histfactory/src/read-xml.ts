/**
 * HistFactory workspaces in their XML + ROOT form; needs jsroot.
 *
 * @packageDocumentation
 */
import { histogramReader } from "./root-histogram.js";
import type { HistogramReader, RootHistogram } from "./root-histogram.js";
import { parseWorkspace } from "./validate.js";
import type { Modifier, Observation, ParameterConfig, Channel, Measurement, Sample, Workspace } from "./workspace.js";
import { parseXml } from "./xml.js";
import type { XmlElement } from "./xml.js";

export { writeHistFactoryXml } from "./write-xml.js";

/** Access to the files that an XML workspace names: from a disk, a server, an archive. */
export interface HistFactoryFiles {
  /** Content of a text file. */
  text(path: string): Promise<string>;
  /** Content of a ROOT file. */
  bytes(path: string): Promise<ArrayBuffer>;
}

/** Where an element stands: for messages, and for what it inherits from the elements around it. */
interface Place {
  readonly file: string;
  readonly inputFile: string;
  readonly path: string;
}

function required(e: XmlElement, name: string, file: string): string {
  if (!Object.hasOwn(e.attributes, name)) throw new RangeError(`${file}: <${e.tag}> has no ${name}`);
  return e.attributes[name];
}

function numeric(e: XmlElement, name: string, file: string): number {
  const text = required(e, name, file);
  const x = Number(text);
  if (text.trim() === "" || !Number.isFinite(x)) {
    throw new RangeError(`${file}: ${name} of <${e.tag}> must be a number, got ${JSON.stringify(text)}`);
  }
  return x;
}

const optional = (e: XmlElement, name: string): string | undefined =>
  Object.hasOwn(e.attributes, name) && e.attributes[name] !== "" ? e.attributes[name] : undefined;
const isTrue = (e: XmlElement, name: string): boolean => /^(true|1)$/i.test(e.attributes[name] ?? "");

/** Reads histograms by file, path and name; each ROOT file is opened once. */
function histograms(files: HistFactoryFiles) {
  const open = new Map<string, Promise<HistogramReader>>();
  return async (
    place: Place,
    name: string,
    inputFile: string | undefined,
    path: string | undefined,
  ): Promise<RootHistogram> => {
    const file = inputFile ?? place.inputFile;
    if (file === "") throw new RangeError(`${place.file}: no InputFile for the histogram ${name}`);
    const reader = open.get(file) ?? files.bytes(file).then((content) => histogramReader(content, file));
    open.set(file, reader);
    const at = (folder: string): string => [...folder.split("/").filter((x) => x !== ""), name].join("/");
    return (await reader)([...new Set([at(path ?? place.path), at(""), name])]);
  };
}

type Read = ReturnType<typeof histograms>;

async function modifier(
  e: XmlElement,
  sample: RootHistogram,
  channel: string,
  place: Place,
  read: Read,
): Promise<Modifier | undefined> {
  const { file } = place;
  const histogram = (suffix = ""): Promise<RootHistogram> =>
    read(
      place,
      required(e, `HistoName${suffix}`, file),
      optional(e, suffix === "" ? "InputFile" : `HistoFile${suffix}`) ?? optional(e, "InputFile"),
      optional(e, `HistoPath${suffix}`),
    );
  switch (e.tag) {
    case "OverallSys": {
      const data = { lo: numeric(e, "Low", file), hi: numeric(e, "High", file) };
      return { name: required(e, "Name", file), type: "normsys", data };
    }
    case "NormFactor":
      return { name: required(e, "Name", file), type: "normfactor", data: null };
    case "ShapeFactor":
      return { name: required(e, "Name", file), type: "shapefactor", data: null };
    case "HistoSys": {
      const data = { lo_data: (await histogram("Low")).contents, hi_data: (await histogram("High")).contents };
      return { name: required(e, "Name", file), type: "histosys", data };
    }
    case "ShapeSys": {
      const constraint = optional(e, "ConstraintType") ?? "Poisson";
      if (constraint !== "Poisson") {
        throw new RangeError(`${file}: ShapeSys must have a Poisson constraint in a workspace, got ${constraint}`);
      }
      // Given relative to the rate.
      const { contents } = await histogram();
      const data = contents.map((r, i) => sample.contents[i] * r);
      return { name: required(e, "Name", file), type: "shapesys", data };
    }
    case "StatError": {
      if (!isTrue(e, "Activate")) return undefined;
      const data =
        optional(e, "HistoName") === undefined
          ? sample.errors
          : (await histogram()).contents.map((r, i) => sample.contents[i] * r);
      return { name: `staterror_${channel}`, type: "staterror", data };
    }
    default:
      throw new RangeError(`${file}: <${e.tag}> in a Sample has no form in a workspace`);
  }
}

/** Values of a NormFactor as a parameter's configuration. */
function normFactorConfig(e: XmlElement, file: string): ParameterConfig {
  return {
    name: required(e, "Name", file),
    bounds: [[numeric(e, "Low", file), numeric(e, "High", file)]],
    inits: [numeric(e, "Val", file)],
    ...(optional(e, "Const") === undefined ? {} : { fixed: isTrue(e, "Const") }),
  };
}

async function readChannel(
  root: XmlElement,
  file: string,
  read: Read,
): Promise<{ channel: Channel; observation: Observation; configs: ParameterConfig[] }> {
  const name = required(root, "Name", file);
  const place = { file, inputFile: optional(root, "InputFile") ?? "", path: optional(root, "HistoPath") ?? "" };
  const inherit = (e: XmlElement): Place => ({
    file,
    inputFile: optional(e, "InputFile") ?? place.inputFile,
    path: optional(e, "HistoPath") ?? (Object.hasOwn(e.attributes, "HistoPath") ? "" : place.path),
  });
  const data = root.children.find((e) => e.tag === "Data");
  if (data === undefined) throw new RangeError(`${file}: the channel ${name} has no <Data>`);
  const observed = await read(inherit(data), required(data, "HistoName", file), undefined, undefined);
  const samples: Sample[] = [];
  const configs: ParameterConfig[] = [];
  for (const e of root.children.filter((child) => child.tag === "Sample")) {
    const own = inherit(e);
    const nominal = await read(own, required(e, "HistoName", file), undefined, undefined);
    const modifiers: Modifier[] = isTrue(e, "NormalizeByTheory") ? [{ name: "lumi", type: "lumi", data: null }] : [];
    for (const child of e.children) {
      const m = await modifier(child, nominal, name, own, read);
      if (m !== undefined) modifiers.push(m);
      if (child.tag === "NormFactor") configs.push(normFactorConfig(child, file));
    }
    samples.push({ name: required(e, "Name", file), data: nominal.contents, modifiers });
  }
  return { channel: { name, samples }, observation: { name, data: observed.contents }, configs };
}

/** The configurations of all channels, each name once. */
function merged(configs: readonly ParameterConfig[]): ParameterConfig[] {
  const byName = new Map<string, ParameterConfig>();
  for (const config of configs) {
    const known = byName.get(config.name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(config)) {
      throw new RangeError(`readHistFactoryXml: the NormFactor ${config.name} must have the same values everywhere`);
    }
    byName.set(config.name, config);
  }
  return [...byName.values()];
}

function measurement(e: XmlElement, configs: readonly ParameterConfig[], file: string): Measurement {
  const lumi = numeric(e, "Lumi", file);
  const relative = numeric(e, "LumiRelErr", file);
  if (!(lumi > 0 && relative >= 0)) {
    throw new RangeError(`${file}: need Lumi > 0 and LumiRelErr >= 0, got ${lumi} and ${relative}`);
  }
  // Of a luminosity that is held the width is a constant of the likelihood: any will do.
  const sigma = lumi * (relative === 0 ? 1 : relative);
  const poi = e.children.find((c) => c.tag === "POI");
  if (poi === undefined) throw new RangeError(`${file}: the measurement ${required(e, "Name", file)} has no <POI>`);
  const parameters = new Map<string, ParameterConfig>([
    [
      "lumi",
      {
        name: "lumi",
        auxdata: [lumi],
        bounds: [[lumi - 5 * sigma, lumi + 5 * sigma]],
        inits: [lumi],
        sigmas: [sigma],
        ...(relative === 0 ? { fixed: true } : {}),
      },
    ],
    ...configs.map((c) => [c.name, c] as const),
  ]);
  for (const child of e.children) {
    if (child.tag === "POI") continue;
    if (child.tag !== "ParamSetting") {
      throw new RangeError(`${file}: <${child.tag}> in a Measurement has no form in a workspace`);
    }
    const setting = {
      ...(optional(child, "Const") === undefined ? {} : { fixed: isTrue(child, "Const") }),
      ...(optional(child, "Val") === undefined ? {} : { inits: [numeric(child, "Val", file)] }),
    };
    for (const word of child.text.split(/\s+/).filter((w) => w !== "")) {
      if (word.startsWith("gamma_")) {
        throw new RangeError(`${file}: the setting of one bin's factor, ${word}, has no form in a workspace`);
      }
      const name = word === "Lumi" ? "lumi" : word.replace(/^alpha_/, "");
      parameters.set(name, { ...parameters.get(name), name, ...setting });
    }
  }
  // A luminosity that nothing is normalised to, and whose error is not known, is none.
  if (sigma === 0) parameters.delete("lumi");
  return { name: required(e, "Name", file), config: { poi: poi.text, parameters: [...parameters.values()] } };
}

/**
 * Read a HistFactory workspace in the form ROOT's `hist2workspace` takes: a combination XML file, one XML file a channel,
 * histograms in ROOT files.
 *
 * Parameters' names lose ROOT's `alpha_`; `Lumi` becomes `lumi`; uncertainties given relative to rates become absolute.
 * As in pyhf, the constraint of a `StatError` is Gaussian whatever `StatErrorConfig` says, its threshold is not applied,
 * and a luminosity is bounded by five of its errors; one without an error is held. What has no form in a workspace (`ConstraintTerm`, settings of single
 * bins, Gaussian `ShapeSys`) is refused, not dropped.
 * @param path - The combination file.
 * @param files - Gives the content of the combination file, and of those it names, by the paths written there.
 * @returns The workspace in its JSON form.
 * @throws RangeError with the file and what is wrong in it; WorkspaceError when the result is no workspace.
 * @see [HistFactory](https://cds.cern.ch/record/1456844), section 3
 */
export async function readHistFactoryXml(path: string, files: HistFactoryFiles): Promise<Workspace> {
  const top = parseXml(await files.text(path), path);
  const read = histograms(files);
  const channels = [];
  for (const { tag, text } of top.children) {
    if (tag === "Input") channels.push(await readChannel(parseXml(await files.text(text), text), text, read));
    else if (tag !== "Measurement") throw new RangeError(`${path}: <${tag}> has no form in a workspace`);
  }
  const configs = merged(channels.flatMap((c) => c.configs));
  return parseWorkspace({
    channels: channels.map((c) => c.channel),
    measurements: top.children.filter((e) => e.tag === "Measurement").map((e) => measurement(e, configs, path)),
    observations: channels.map((c) => c.observation),
    version: "1.0.0",
  });
}
