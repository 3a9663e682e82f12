import { attribute, LheScanner } from "./lhe-scanner.js";

/** Ids of the weights that `<initrwgt>` of a header names, in its order. */
export function weightNames(header: string): string[] {
  const names: string[] = [];
  const from = header.indexOf("<initrwgt");
  const to = header.indexOf("</initrwgt", from);
  if (from < 0 || to < 0) return names;
  const scanner = new LheScanner({
    tag(name, attributes) {
      if (name !== "weight") return;
      names.push(attribute(attributes, "id") ?? String(names.length + 1));
    },
    text: () => undefined,
    header: () => undefined,
    // What a header says beside weights is nobody's business here.
    fail: (message) => {
      throw new RangeError(`readLhe: <initrwgt>: ${message}`);
    },
  });
  scanner.push(header.slice(from, to));
  scanner.end();
  return names;
}
