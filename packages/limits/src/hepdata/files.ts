import { requireOptions } from "@belladonna/numerics";
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
  requireOptions("hepDataFiles", options, ["comment", "cmEnergies", "reactions", "phrases", "license"]);
  const all: readonly Limit[] = "shape" in limits ? [limits] : limits;
  const files: Record<string, string> = {};
  const [ids, names, stems] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const record = options.comment ?? all.map((l) => cite(l)).join("\n");
  const documents = [yamlText({ comment: record })];
  for (const l of all) {
    if (ids.has(l.id)) throw new RangeError(`hepDataFiles: identifiers must differ, got ${l.id} twice`);
    ids.add(l.id);
    const name = unique(cutText(l.id, 64), 64, names);
    const stem = cutText(l.id.replace(/[^\w.-]+/g, "_"), 120);
    const file = `${unique(stem === "submission" ? "submission_" : stem, 120, stems)}.yaml`;
    files[file] = yamlText(tableOf(l));
    const keywords = [
      { name: "reactions", values: options.reactions ?? [] },
      { name: "observables", values: [cutText(l.observable, 128)] },
      { name: "cmenergies", values: options.cmEnergies ?? [] },
      { name: "phrases", values: options.phrases ?? [l.portal, l.experiment].filter((p) => p !== undefined) },
    ];
    documents.push(
      yamlText({
        name,
        ...(l.reference ? { location: cutText(citationText(l.reference), 256) } : {}),
        description: describe(l),
        keywords,
        ...(options.license ? { data_license: options.license } : {}),
        data_file: file,
      }),
    );
  }
  return { "submission.yaml": documents.map((d) => `---\n${d}`).join(""), ...files };
}

/** The first code points of a text: none is cut in two. */
function cutText(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("");
}

/** A name that is not taken yet, no longer than allowed; taken from here on. */
function unique(name: string, most: number, taken: Set<string>): string {
  let one = name;
  for (let k = 2; taken.has(one); k++) one = `${cutText(name, most - String(k).length - 1)}_${k}`;
  taken.add(one);
  return one;
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
  return `${what[l.shape]} at ${level} confidence level on ${l.observable} as a function of mass in GeV${lifetime} (${l.kind}${l.data === undefined ? "" : " of pseudo-data"}${luminosity}).`;
}
