/**
 * A piece of work that can be done on another thread: a pure function of one point of plain data (what `structuredClone`
 * and JSON keep: numbers, texts, lists, objects, `Float64Array`), found by the name under which its module exports it.
 */
export interface Task<P, R> {
  /** URL of the module that exports the task: `import.meta.url`. */
  readonly module: string;
  /** Name under which it is exported. */
  readonly name: string;
  /** The work. */
  readonly run: (point: P) => R | Promise<R>;
}

/** What a worker is told: where the task is, and its point. */
export interface TaskCall {
  /** URL of the module. */
  readonly module: string;
  /** Name of the export. */
  readonly name: string;
  /** The point. */
  readonly point: unknown;
}
