import { limitFromCsv, limitFromJson } from "@belladonna/limits";
import type { Limit, LimitInfo } from "@belladonna/limits";

/** What a table that says nothing of itself is taken for: a limit on the quantity of the plane. */
export type Assumed = Pick<LimitInfo, "observable" | "unit" | "cl">;

/**
 * Read a limit of the reader's: JSON of this project, a HEPData table, or CSV.
 * @param text - Text of the file.
 * @param name - Name of the file; its ending decides between YAML and CSV.
 * @param assumed - Facts a table without them is given.
 * @throws RangeError when it is no limit, or one on another quantity.
 */
export async function readOwn(text: string, name: string, assumed: Assumed): Promise<Limit> {
  const label = name.replace(/\.[^.]*$/, "") || "my limit";
  const info = {
    id: "own",
    kind: "observed",
    label,
    ...assumed,
    provenance: { source: `file of the reader: ${name}`, standing: "read" },
  } as const;
  const read = await parse(text, name, info);
  if (read.observable !== assumed.observable || read.unit !== assumed.unit) {
    throw new RangeError(
      `${name}: must be on ${assumed.observable} (${assumed.unit}), as the plane is, got ${read.observable} (${read.unit})`,
    );
  }
  if (read.shape === "grid") throw new RangeError(`${name}: must be a curve, intervals or a contour, got a grid`);
  return { ...read, id: "own", label: read.label ?? label };
}

async function parse(text: string, name: string, info: LimitInfo): Promise<Limit> {
  if (text.trimStart().startsWith("{") && text.includes("belladonna-limit")) return limitFromJson(text);
  if (/\.ya?ml$/i.test(name) || /^\s*(dependent|independent)_variables:/m.test(text)) {
    const { readTable } = await import("./hepdata.js");
    const { observable, unit, ...rest } = info;
    // A table that says what it is on is taken at its word.
    try {
      return readTable(text, { info: rest });
    } catch {
      return readTable(text, { info: { ...rest, observable, unit } });
    }
  }
  // What the text says of itself stands.
  const said = new Set(
    [...text.matchAll(/^#\s*(\w+):/gm)].map(([, name]) => (name === "source" ? "provenance" : name)),
  );
  const rest = Object.entries(info).filter(([name]) => !said.has(name));
  return limitFromCsv(text, { ...(Object.fromEntries(rest) as Partial<LimitInfo>), sort: true });
}
