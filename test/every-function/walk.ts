// The walk over all exports of a package: calls that work, from which wrong ones are made.

/** Where a value stands in the arguments of a call: position, then keys. */
export type Path = readonly (number | string)[];

/** A call that works. */
export interface Example {
  readonly args: readonly unknown[];
  /** Option objects: a key that is not known must be refused. */
  readonly options?: readonly Path[];
  /** Words of which only some are right: another must be refused. */
  readonly choices?: readonly Path[];
  /** Documented: `NaN` or infinity, or only infinity, comes back where the arguments have no number for an answer. */
  readonly open?: true | "infinite";
  /** Positions of arguments that other functions make, plain as they are: their numbers are nobody's to write. */
  readonly made?: readonly number[];
  /** What is done with the result, where the work is in that. */
  readonly use?: (result: never) => unknown;
}

/** Calls of every function; what is no function says what it is. */
export type Table = Readonly<Record<string, readonly Example[] | "constant">>;

/** What people and their scripts give by mistake. */
export const HOSTILE: readonly number[] = [Number.NaN, Infinity, -Infinity, 0, 1e300, -1e300, 5e-324, -5e-324];

/** A call with options at some places and words at others. */
export const call = (
  args: readonly unknown[],
  options: readonly Path[],
  choices: readonly Path[] = [],
  more: Partial<Example> = {},
): Example[] => [{ args, options, choices, ...more }];

/** What takes neither options, words nor numbers, or is no function. */
export const plain = (...names: string[]): Table => Object.fromEntries(names.map((name) => [name, "constant"]));

const isPlain = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

/** Where the numbers of a call stand: arguments, and what plain objects and short lists in them hold. */
export function numbersOf({ args, made = [] }: Example): Path[] {
  const found: Path[] = [];
  const visit = (x: unknown, path: Path): void => {
    if (typeof x === "number") found.push(path);
    // Of a list, the first stands for all.
    else if (Array.isArray(x)) {
      if (x.length > 0) visit(x[0], [...path, 0]);
    }
    // A likelihood, a stream or a table is made elsewhere.
    else if (isPlain(x) && !Object.values(x).some((v) => typeof v === "function" || ArrayBuffer.isView(v))) {
      for (const [key, value] of Object.entries(x)) visit(value, [...path, key]);
    }
  };
  args.forEach((arg, i) => {
    if (!made.includes(i)) visit(arg, [i]);
  });
  return found;
}

/** The arguments with the value at a path changed. */
export function changed(args: readonly unknown[], path: Path, change: (old: unknown) => unknown): unknown[] {
  const put = (x: unknown, at: Path): unknown => {
    if (at.length === 0) return change(x);
    const [key, ...rest] = at;
    if (typeof key === "number") {
      const copy = [...(x as unknown[])];
      copy[key] = put(copy[key], rest);
      return copy;
    }
    const record = (x ?? {}) as Record<string, unknown>;
    return { ...record, [key]: put(record[key], rest) };
  };
  return put(args, path) as unknown[];
}

/** Where a result holds a number that an example's may not, unless it says itself that it is not valid. */
export function notFinite(result: unknown, open?: Example["open"], path = "result"): string | undefined {
  if (open === true) return undefined;
  if (typeof result === "number") {
    const fine = Number.isFinite(result) || (open === "infinite" && !Number.isNaN(result));
    return fine ? undefined : `${path} = ${result}`;
  }
  if (isPlain(result)) {
    if (result.valid === false && typeof result.reason === "string" && result.reason !== "") return undefined;
    for (const [key, value] of Object.entries(result)) {
      const bad = notFinite(value, open, `${path}.${key}`);
      if (bad !== undefined) return bad;
    }
  } else if (Array.isArray(result) || ArrayBuffer.isView(result)) {
    for (const value of result as unknown as Iterable<unknown>) {
      const bad = notFinite(value, open, `${path}[]`);
      if (bad !== undefined) return bad;
    }
  }
  return undefined;
}
