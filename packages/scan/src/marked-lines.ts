import { decode, encode } from "./codec.js";
import { fnv1a } from "./fingerprint.js";

/** What the first line of a file of results says it is. */
const FORMAT = "belladonna-scan/2";

/** The line that says whose results follow. */
export function headerLine(mark: string, points: number): string {
  return JSON.stringify({ format: FORMAT, scan: mark, points });
}

/**
 * One result, or why there is none, as a line with a checksum: of the line, and of the mark, so that a line of another scan
 * is no line of this one.
 */
export function resultLine(
  mark: string,
  entry: { readonly index: number; readonly result: unknown } | { readonly index: number; readonly error: string },
): string {
  const body = encode(entry);
  return `${body.slice(0, -1)},"sum":"${fnv1a(mark + body)}"}`;
}

/** What the lines say that belong to a scan. */
export interface MarkedLines {
  /** Whether the header of the scan is there. */
  readonly found: boolean;
  /** The mark of the first header that is of another scan. */
  readonly other: string | undefined;
  /** Results by index. */
  readonly results: ReadonlyMap<number, unknown>;
  /** Messages of tasks that failed, by index. */
  readonly errors: ReadonlyMap<number, string>;
  /** Numbers, from 1, of lines that are whole and do not fit their checksum: somebody changed them. */
  readonly changed: readonly number[];
  /** Lines without a header before them. */
  readonly ownerless: number;
}

const SUM = /,"sum":"([0-9a-f]{16})"\}$/;

/**
 * Reads lines that {@link headerLine} and {@link resultLine} wrote. Only lines after the header of the scan whose checksum
 * fits are taken; a line that was cut off when its writer died is left out.
 */
export function readMarkedLines(lines: readonly string[], mark: string): MarkedLines {
  const results = new Map<number, unknown>();
  const errors = new Map<number, string>();
  const changed: number[] = [];
  let owner: string | undefined;
  let [found, ownerless] = [false, 0];
  let other: string | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const header = markOf(line);
    if (header !== undefined) {
      owner = header;
      if (owner === mark) found = true;
      else other ??= owner;
      continue;
    }
    if (owner === undefined) ownerless++;
    const sum = SUM.exec(line)?.[1];
    if (owner !== mark || sum === undefined) continue;
    const body = line.replace(SUM, "}");
    if (fnv1a(mark + body) !== sum) changed.push(i + 1);
    else {
      const { index, result, error } = decode(body) as { index: number; result?: unknown; error?: string };
      if (error === undefined) results.set(index, result);
      else errors.set(index, error);
    }
  }
  return { found, other, results, errors, changed, ownerless };
}

/** The mark in a header; undefined for other lines. */
function markOf(line: string): string | undefined {
  if (SUM.test(line)) return undefined;
  try {
    const header = JSON.parse(line) as { readonly format?: unknown; readonly scan?: unknown } | null;
    return header?.format === FORMAT && typeof header.scan === "string" ? header.scan : undefined;
  } catch {
    return undefined;
  }
}
