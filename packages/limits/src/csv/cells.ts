/** The rows of a table in text, in one notation. */
export interface TextTable {
  /** Names of the columns, where the text has a line of them. */
  readonly header?: readonly string[];
  /** Lines that begin with `#`, without it. */
  readonly comments: readonly string[];
  /** Numbers, `NaN` for an empty cell or `nan`, `Infinity` for `inf`; one row a line. */
  readonly rows: readonly (readonly number[])[];
}

/**
 * Cut a text into rows of numbers. One separator holds for the whole text: tabs, semicolons or commas, whichever is first
 * to stand in every line, else blanks. Where the comma does not separate, it is a decimal comma. Cells may be in quotes; empty ones
 * keep their place; an unnamed first column, or one more than the header names that counts the rows, from 0 or in quotes from 1, is left out.
 *
 * @param text - The text.
 * @param reader - Function that reads it, for messages.
 * @throws RangeError for a cell that is no number or a row of another width, with its line.
 */
export function textTable(text: string, reader: string): TextTable {
  const comments: string[] = [];
  const lines: [number: number, line: string][] = [];
  for (const [at, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.trim();
    if (line.startsWith("#")) comments.push(line.slice(1).trim());
    else if (line !== "") lines.push([at + 1, raw]);
  }
  const separator = separatorOf(lines.map(([, line]) => line));
  const cells = lines.map(([at, line]) => ({ at, cells: cut(line, separator) }));
  const first = cells.at(0);
  if (first === undefined) throw new RangeError(`${reader}: must have at least one row of numbers`);
  const named = first.cells.some(
    (cell) => cell !== "" && Number.isNaN(number(cell, separator)) && !/^nan$/i.test(cell),
  );
  const body = named ? cells.slice(1) : cells;
  if (body.length === 0) throw new RangeError(`${reader}: must have at least one row of numbers`);
  let header = named ? first.cells : undefined;
  let rows = body.map((line) => parse(line, separator, reader));
  const width = header?.length ?? rows[0].length;
  // A name of a row, as R writes it, is in quotes; a number may be a mass.
  const quoted = lines.slice(named ? 1 : 0).every(([, line]) => line.trimStart().startsWith('"'));
  const counted = rows.every((row, i) => row.length === width + 1 && row[0] === (quoted ? i + 1 : i));
  if (header !== undefined && counted) rows = rows.map((row) => row.slice(1));
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) {
    const hint = separator === "," ? "; is the comma a decimal comma? then separate cells by semicolons" : "";
    throw new RangeError(`${reader}: line ${body[odd].at}: must have ${width} cells, got ${rows[odd].length}${hint}`);
  }
  if (header?.[0] === "") {
    header = header.slice(1);
    rows = rows.map((row) => row.slice(1));
  }
  return { ...(header === undefined ? {} : { header }), comments, rows };
}

type Separator = "\t" | ";" | "," | " ";

function separatorOf(lines: readonly string[]): Separator {
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, ""));
  // Blanks between two numbers of a comma's cell: the commas are decimal.
  const decimal = bare.some((line) => /\d[^\S\t]+[-+.\d]/.test(line.split(",")[1] ?? ""));
  const candidates = (["\t", ";", ","] as const).filter((one) => one !== "," || !decimal);
  const everywhere = candidates.find((one) => bare.every((line) => line.includes(one)));
  if (everywhere !== undefined) return everywhere;
  // A line without the separator of the others is too short; it does not make blanks of commas.
  const alone = bare.some((line) => !/\S\s+\S/.test(line.trim()));
  return (alone ? candidates.find((one) => bare.some((line) => line.includes(one))) : undefined) ?? " ";
}

function cut(line: string, separator: Separator): string[] {
  if (separator === " ") return line.trim().split(/\s+/).map(unquoted);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    if (c === separator && !quoted) {
      cells.push(unquoted(cell));
      cell = "";
    } else cell += c;
  }
  cells.push(unquoted(cell));
  return cells;
}

function unquoted(cell: string): string {
  const bare = cell.trim();
  return /^".*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"').trim() : bare;
}

function parse(line: { at: number; cells: string[] }, separator: Separator, reader: string): number[] {
  return line.cells.map((cell) => {
    const value = number(cell, separator);
    if (!Number.isNaN(value) || cell === "" || /^nan$/i.test(cell)) return value;
    const hint = /\d,\d/.test(cell) ? " (a decimal comma?)" : "";
    throw new RangeError(`${reader}: line ${line.at}: must be a number, got "${cell}"${hint}`);
  });
}

function number(cell: string, separator: Separator): number {
  if (/^\+?inf(inity)?$/i.test(cell)) return Infinity;
  const text = separator !== "," && /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(cell) ? cell.replace(",", ".") : cell;
  // Number("") is 0, Number("0x10") is 16: neither is meant in a table.
  return /^[+-]?(\d+\.?\d*|\.\d+)([eEdD][+-]?\d+)?$/.test(text) ? Number(text.replace(/[dD]/, "e")) : Number.NaN;
}
