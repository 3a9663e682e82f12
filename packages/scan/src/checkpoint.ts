import { decode } from "./codec.js";

/** Keeps the lines of a scan: a file, a browser's storage, a list in memory. */
export interface Checkpoint {
  /** All lines kept so far. */
  readonly read: () => Promise<readonly string[]> | readonly string[];
  /** Keep one more line; done when it is safe. */
  readonly append: (line: string) => Promise<void> | void;
}

/** A checkpoint in memory. */
export interface MemoryCheckpoint extends Checkpoint {
  /** The lines kept. */
  readonly lines: readonly string[];
}

/**
 * A checkpoint in memory, for tests and for pages.
 * @param lines - Lines to start from, such as those of an earlier one.
 * @returns The checkpoint.
 */
export function memoryCheckpoint(lines: readonly string[] = []): MemoryCheckpoint {
  const kept = [...lines];
  return {
    lines: kept,
    read: () => [...kept],
    append: (line) => {
      kept.push(line);
    },
  };
}

/** What the lines of a checkpoint say; a last line cut off when the process died is left out. */
export function parseCheckpoint(lines: readonly string[]): {
  readonly key: string | undefined;
  readonly results: Map<number, unknown>;
} {
  let key: string | undefined;
  const results = new Map<number, unknown>();
  for (const line of lines) {
    if (line.trim() === "") continue;
    const entry = parseLine(line);
    if (entry === undefined) continue;
    if (typeof entry.scan === "string") key = entry.scan;
    else if (typeof entry.index === "number") results.set(entry.index, entry.result);
  }
  return { key, results };
}

function parseLine(line: string): { scan?: unknown; index?: unknown; result?: unknown } | undefined {
  try {
    return decode(line) as { scan?: unknown; index?: unknown; result?: unknown };
  } catch {
    return undefined;
  }
}
