/** What made a result. */
export interface WorkKey {
  /** Task, code, engine: {@link ScanOptions.identity}. */
  readonly identity: string;
  /** The point, and its index where the task uses it. */
  readonly point: unknown;
}

/** A result that was kept. */
export interface Found {
  /** What the task gave. */
  readonly result: unknown;
}

/** Keeps results beyond a scan: any scan that asks the same of the same code finds them. */
export interface ResultCache {
  /** The result of some work, or nothing where it is not kept, or not whole. */
  readonly get: (key: WorkKey) => Promise<Found | undefined>;
  /** Keep a result. Where it cannot be kept, nothing is lost but time, and nothing is thrown. */
  readonly put: (key: WorkKey, result: unknown) => Promise<void>;
}
