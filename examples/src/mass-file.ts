import Papa from "papaparse";
import type { NamedFile } from "./search.js";
import { UserError } from "./user-error.js";

/**
 * Masses from a CSV file: one number a row in GeV, an optional header `mass`, comments after `#`.
 *
 * @returns The masses, GeV, in the order of the file.
 * @throws UserError naming the line when a row is not one positive number, or when there is none.
 */
export function readMasses({ name, bytes }: NamedFile): Float64Array {
  const text = new TextDecoder("utf-8").decode(bytes);
  // Every line is kept, also empty ones and comments, so that the number in a message is the line in the file.
  const { data } = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: false });
  const masses: number[] = [];
  data.forEach((row, i) => {
    const line = i + 1;
    const cells = row
      .join(",")
      .replace(/#.*/, "")
      .split(",")
      .map((cell) => cell.trim());
    if (cells.length === 1 && cells[0] === "") return;
    if (masses.length === 0 && cells.length === 1 && cells[0].toLowerCase() === "mass") return;
    const value = Number(cells[0]);
    if (cells.length !== 1 || cells[0] === "" || !(value > 0 && value < Infinity)) {
      throw new UserError(`${name}, line ${line}: must be one mass > 0 in GeV, got "${row.join(",")}"`);
    }
    masses.push(value);
  });
  if (masses.length === 0) throw new UserError(`${name}: no masses in it; one number in GeV a row is wanted`);
  return Float64Array.from(masses);
}
