import { citationText } from "@belladonna/sources";
import { cite } from "../limit.js";
import type { Limit } from "../limit.js";
import { tableOf } from "./tables.js";
import { yamlText } from "./yaml-text.js";

/** What a submission says beyond its limits. */
export interface HepDataOptions {
  /** Abstract or remark on the whole submission. */
  readonly comment?: string;
  /** Centre-of-mass energies, GeV. Default none. */
  readonly cmEnergies?: readonly (number | string)[];
  /** Reactions in HEPData's notation, such as `E+ E- --> GAMMA AXION`. */
  readonly reactions?: readonly string[];
  /** Key phrases. Default: portal and experiment. */
  readonly phrases?: readonly string[];
  /** Licence of the data; HEPData's default is CC0. */
  readonly license?: {
    /** Name. */
    readonly name: string;
    /** Address of its text. */
    readonly url: string;
  };
}

/**
 * The files of a HEPData submission: `submission.yaml` and one table a limit.
 *
 * Numbers are written so that YAML 1.1 readers take them as numbers, and read back as the same bits.
 * @param limits - One limit or several.
 * @param options - What the record says beyond them.
 * @returns File names with their texts.
 * @throws RangeError when two limits have one identifier.
 * @see [HEPData submission format](https://hepdata-submission.readthedocs.io)
 */
export function hepDataFiles(limits: Limit | readonly Limit[], options: HepDataOptions = {}): Record<string, string> {
  const all: readonly Limit[] = "shape" in limits ? [limits] : limits;
  const files: Record<string, string> = {};
  const record = options.comment ?? all.map((l) => cite(l)).join("\n");
  const documents = [yamlText({ comment: record })];
  for (const l of all) {
    const file = `${l.id.replace(/[^\w.-]+/g, "_")}.yaml`;
    if (file in files) throw new RangeError(`hepDataFiles: identifiers must differ, got ${l.id} twice`);
    files[file] = yamlText(tableOf(l));
    const keywords = [
      { name: "reactions", values: options.reactions ?? [] },
      { name: "observables", values: [l.observable.slice(0, 128)] },
      { name: "cmenergies", values: options.cmEnergies ?? [] },
      { name: "phrases", values: options.phrases ?? [l.portal, l.experiment].filter((p) => p !== undefined) },
    ];
    documents.push(
      yamlText({
        name: l.id.slice(0, 64),
        ...(l.reference ? { location: citationText(l.reference).slice(0, 256) } : {}),
        description: describe(l),
        keywords,
        ...(options.license ? { data_license: options.license } : {}),
        data_file: file,
      }),
    );
  }
  return { "submission.yaml": documents.map((d) => `---\n${d}`).join(""), ...files };
}

function describe(l: Limit): string {
  const level = `${Number((l.cl * 100).toPrecision(4))} %`;
  const what = {
    curve: "Upper limits",
    interval: "Excluded intervals",
    contour: "Excluded region",
    grid: "Upper limits",
  };
  const lifetime = l.shape === "grid" ? " and proper lifetime ctau in cm" : "";
  const luminosity = l.luminosity === undefined ? "" : `, ${l.luminosity} fb^-1`;
  return `${what[l.shape]} at ${level} confidence level on ${l.observable} as a function of mass in GeV${lifetime} (${l.kind}${luminosity}).`;
}
