import { strToU8, zipSync } from "fflate";
import { withMark } from "./made-by.js";

/** Texts as one zip, each with the mark of what made it. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(withMark(name, text))] as const);
  return zipSync(Object.fromEntries(entries), { mtime: "1980-01-01" });
}
