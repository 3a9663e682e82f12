/** One hypothesis to be tried: plain data that survive JSON. */
export type ScanPoint = Readonly<Record<string, unknown>> | number | string;

/** What a task is told besides its point. */
export interface TaskContext {
  /** Index of the point: the address of its random stream, `random(seed).stream(index)`. */
  readonly index: number;
}

/** Work on one point: plain data in, plain data out, the same wherever it runs. */
export type ScanTask<P, R> = (point: P, context: TaskContext) => R | Promise<R>;

/** A point with its place in the list. */
export interface IndexedPoint<P> {
  /** Its index in the list of all points. */
  readonly index: number;
  /** The point. */
  readonly point: P;
}

/** Work to be done by an executor. */
export interface ScanJob<P, R> {
  /** The task; executors that run elsewhere have it in a module of their own. */
  readonly task: ScanTask<P, R> | undefined;
  /** The points still to be done, with their indices. */
  readonly points: readonly IndexedPoint<P>[];
  /**
   * The mark of the scan, 16 hexadecimal digits: of all its points and its identity. What an executor keeps bears it; when
   * absent, the `fingerprint` of the points of the job.
   */
  readonly mark?: string;
  /** To be called with each result as it arrives, in any order; what it rejects with ends the run. */
  readonly done: (index: number, result: R) => void | Promise<void>;
  /** Ask to stop: no point is started after it is aborted. */
  readonly signal?: AbortLike;
}

/** Where tasks run. */
export interface Executor {
  /** Name, for messages. */
  readonly name: string;
  /** Do all points of a job; rejects when a task fails. */
  readonly run: <P, R>(job: ScanJob<P, R>) => Promise<void>;
}

/** The part of an `AbortSignal` that a scan needs. */
export interface AbortLike {
  /** Whether to stop. */
  readonly aborted: boolean;
}
