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
 *
 * ```ts
 * memoryCheckpoint().lines.length; // 0
 * ```
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
