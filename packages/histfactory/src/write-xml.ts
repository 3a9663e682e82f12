import type { RootHistogram } from "./root-histogram.js";
import { parseWorkspace } from "./validate.js";
import { shown } from "./workspace-error.js";
import type { Channel, Measurement, Modifier, ParameterConfig, Sample, Workspace } from "./workspace.js";
import { writeRootHistograms } from "./write-root.js";

/** Name of the file with the histograms. */
const HISTOGRAMS = "histograms.root";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An element with attributes; those that are `undefined` are left out. */
function element(tag: string, attributes: Readonly<Record<string, string | number | undefined>>, inner = ""): string {
  const list = Object.entries(attributes).flatMap(([name, x]) =>
    x === undefined ? [] : [` ${name}="${escaped(String(x))}"`],
  );
  const open = `<${tag}${list.join("")}`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</${tag}>`;
}

const indented = (lines: readonly string[]): string => `\n${lines.map((l) => `  ${l}`).join("\n")}\n`;

/** Collects histograms, each under a name of its own. */
interface Store {
  readonly all: Record<string, RootHistogram>;
  /** Keep a histogram, and return its name. */
  readonly keep: (name: string, contents: readonly number[], errors?: readonly number[]) => string;
}

function store(): Store {
  const all: Record<string, RootHistogram> = {};
  return {
    all,
    keep(name, contents, errors = contents.map(() => 0)) {
      // A slash would be a folder, a semicolon the number of a version; other characters are not read alike everywhere.
      const own = name.replaceAll(/[^\w.+-]/g, "_");
      let unique = own;
      for (let i = 2; Object.hasOwn(all, unique); i++) unique = `${own}_${i}`;
      all[unique] = { contents, errors };
      return unique;
    },
  };
}

const relativeTo = (data: readonly number[], errors: readonly number[]): number[] =>
  errors.map((e, b) => (data[b] === 0 ? 0 : e / data[b]));

function modifierElement(
  m: Modifier,
  sample: Sample,
  channel: Channel,
  configs: ReadonlyMap<string, ParameterConfig>,
  { keep }: Store,
): string | undefined {
  const name = `${channel.name}_${sample.name}_${m.name}`;
  switch (m.type) {
    case "lumi":
      return undefined;
    case "normsys":
      return element("OverallSys", { Name: m.name, High: m.data.hi, Low: m.data.lo });
    case "shapefactor":
      return element("ShapeFactor", { Name: m.name });
    case "normfactor": {
      const config = configs.get(m.name);
      const [low, high] = config?.bounds?.[0] ?? [0, 10];
      return element("NormFactor", { Name: m.name, Val: config?.inits?.[0] ?? 1, Low: low, High: high });
    }
    case "histosys": {
      const HistoNameHigh = keep(`${name}_high`, m.data.hi_data);
      const HistoNameLow = keep(`${name}_low`, m.data.lo_data);
      return element("HistoSys", { Name: m.name, HistoNameHigh, HistoNameLow });
    }
    case "shapesys":
    case "staterror": {
      if (m.data.some((e, b) => e !== 0 && sample.data[b] === 0)) {
        throw new RangeError(
          `writeHistFactoryXml: the uncertainty ${shown(m.name)} of ${shown(sample.name)} is relative in XML, so that an empty bin can have none`,
        );
      }
      const HistoName = keep(name, relativeTo(sample.data, m.data));
      return m.type === "shapesys"
        ? element("ShapeSys", { Name: m.name, HistoName, ConstraintType: "Poisson" })
        : element("StatError", { Activate: "True", HistoName });
    }
  }
}

function channelFile(
  channel: Channel,
  observed: readonly number[],
  configs: ReadonlyMap<string, ParameterConfig>,
  kept: Store,
): string {
  const stats = new Set(
    channel.samples.flatMap((s) => s.modifiers.filter((m) => m.type === "staterror").map((m) => m.name)),
  );
  if (stats.size > 1) {
    throw new RangeError(
      `writeHistFactoryXml: the channel ${shown(channel.name)} has ${stats.size} staterrors, of which XML has one`,
    );
  }
  const histogram = (name: string, data: readonly number[]): { HistoName: string } => ({
    HistoName: kept.keep(`${channel.name}_${name}`, data),
  });
  const samples = channel.samples.map((s) =>
    element(
      "Sample",
      {
        Name: s.name,
        ...histogram(s.name, s.data),
        NormalizeByTheory: s.modifiers.some((m) => m.type === "lumi") ? "True" : "False",
      },
      indented(s.modifiers.flatMap((m) => modifierElement(m, s, channel, configs, kept) ?? [])),
    ),
  );
  const children = [
    element("Data", histogram("data", observed)),
    element("StatErrorConfig", { RelErrorThreshold: 0, ConstraintType: "Gaussian" }),
    ...samples,
  ];
  const root = element("Channel", { Name: channel.name, InputFile: HISTOGRAMS }, indented(children));
  return `<!DOCTYPE Channel SYSTEM 'HistFactorySchema.dtd'>\n${root}\n`;
}

function measurementElement({ name, config }: Measurement, factors: ReadonlySet<string>): string {
  const lumi = config.parameters.find((p) => p.name === "lumi");
  const [centre = 1] = lumi?.auxdata ?? lumi?.inits ?? [];
  const [sigma = 0] = lumi?.sigmas ?? [];
  const settings = config.parameters.flatMap((p) => {
    if (p.name !== "lumi" && !factors.has(p.name) && (p.auxdata ?? p.sigmas ?? p.factors ?? p.bounds) !== undefined) {
      throw new RangeError(
        `writeHistFactoryXml: bounds and constraints of ${shown(p.name)} in ${shown(name)} have no form in XML`,
      );
    }
    const known = p.name === "lumi" ? "Lumi" : factors.has(p.name) ? p.name : `alpha_${p.name}`;
    const [value] = p.inits ?? [];
    const held = p.fixed === undefined ? undefined : p.fixed ? "True" : "False";
    const start = p.name === "lumi" ? undefined : value;
    return held === undefined && start === undefined
      ? []
      : [element("ParamSetting", { Const: held, Val: start }, escaped(known))];
  });
  const children = [`<POI>${escaped(config.poi)}</POI>`, ...settings];
  return element("Measurement", { Name: name, Lumi: centre, LumiRelErr: sigma / centre }, indented(children));
}

/**
 * A workspace in the XML form of HistFactory: a combination file and one file a channel, with the histograms as TH1D in one
 * ROOT file, `histograms.root`. `readHistFactoryXml` reads them back, and so do uproot and pyhf's `xml2json`.
 *
 * A `staterror` is called `staterror_` and the channel's name when read back; luminosities get bounds of five errors.
 * @param workspace - The workspace.
 * @param prefix - Beginning of the names of the channels' files.
 * @returns Content of the files by name; `combination.xml` is the one to begin with.
 * @throws WorkspaceError when it is no workspace, RangeError when XML has no form for something in it.
 */
export function writeHistFactoryXml(
  workspace: Workspace,
  prefix = "channel",
): Record<string, string | Uint8Array<ArrayBuffer>> {
  const { channels, measurements, observations } = parseWorkspace(workspace);
  const kept = store();
  const factors = new Set(
    channels
      .flatMap((c) => c.samples.flatMap((s) => s.modifiers.filter((m) => m.type === "normfactor")))
      .map((m) => m.name),
  );
  const configs = new Map(measurements[0].config.parameters.map((p) => [p.name, p]));
  for (const m of measurements.slice(1)) {
    for (const p of m.config.parameters) {
      if (factors.has(p.name) && JSON.stringify(p.bounds) !== JSON.stringify(configs.get(p.name)?.bounds)) {
        throw new RangeError(
          `writeHistFactoryXml: the bounds of ${shown(p.name)} must be the same in all measurements, as they are in XML`,
        );
      }
    }
  }
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = {};
  const inputs = channels.map((channel, i) => {
    const file = `${prefix}_${i}.xml`;
    const observed = observations.find((o) => o.name === channel.name)?.data ?? [];
    files[file] = channelFile(channel, observed, configs, kept);
    return `<Input>${file}</Input>`;
  });
  const children = [...inputs, ...measurements.map((m) => measurementElement(m, factors))];
  const top = element("Combination", { OutputFilePrefix: "./results/workspace" }, indented(children));
  files["combination.xml"] = `<!DOCTYPE Combination SYSTEM 'HistFactorySchema.dtd'>\n${top}\n`;
  files[HISTOGRAMS] = writeRootHistograms(HISTOGRAMS, kept.all);
  return files;
}
