import Papa from "papaparse";
import type { NamedFile } from "../search.js";
import { UserError } from "../user-error.js";

/**
 * Columns of numbers from a CSV file: one event a row, an optional header with the names of the columns, comments after
 * `#`.
 *
 * @param file - The file.
 * @param names - Names of its columns.
 * @param signed - Those of them that may hold any number, not only numbers > 0.
 * @returns One list a column, in the order of the file.
 * @throws UserError naming the line when a row is not as many numbers > 0 as there are columns, or when there is none.
 */
export function readColumns(
  { name, bytes }: NamedFile,
  names: readonly string[],
  signed: readonly string[] = [],
): Float64Array[] {
  const text = new TextDecoder("utf-8").decode(bytes);
  // Every line is kept, also empty ones and comments, so that the number in a message is the line in the file.
  const { data } = Papa.parse<string[]>(text, { delimiter: ",", skipEmptyLines: false });
  const columns: number[][] = names.map(() => []);
  const allowed = (x: number, column: string): boolean => Math.abs(x) < Infinity && (x > 0 || signed.includes(column));
  const wanted =
    signed.length > 0
      ? names.map((column) => (signed.includes(column) ? column : `${column} > 0`)).join(", ")
      : names.length === 1
        ? `one ${names[0]} > 0 in GeV`
        : `${names.join(", ")}, each > 0, in GeV`;
  data.forEach((row, i) => {
    const cells = row
      .join(",")
      .replace(/#.*/, "")
      .split(",")
      .map((cell) => cell.trim());
    if (cells.length === 1 && cells[0] === "") return;
    const header = cells.every((cell, c) => cell.toLowerCase() === names.at(c));
    if (columns[0].length === 0 && header) return;
    const values = cells.map((cell) => (cell === "" ? Number.NaN : Number(cell)));
    if (values.length !== names.length || values.some((x, c) => !allowed(x, names[c]))) {
      throw new UserError(`${name}, line ${i + 1}: must be ${wanted}, got "${row.join(",")}"`);
    }
    values.forEach((x, c) => columns[c].push(x));
  });
  if (columns[0].length === 0) throw new UserError(`${name}: no events in it; ${names.join(", ")} a row is wanted`);
  return columns.map((column) => Float64Array.from(column));
}
