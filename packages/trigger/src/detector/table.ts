/** A typed array that a column may be. */
type Column = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

type ColumnType = "f64" | "i32" | "i16" | "i8" | "u8";

interface Columns {
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly i16: Int16Array;
  readonly i8: Int8Array;
  readonly u8: Uint8Array;
}

/** Names and types of the columns of a table. */
type Schema = Readonly<Record<string, ColumnType>>;

/** Columns under construction: `rows` filled of a capacity that doubles when needed. */
export type Growing<S extends Schema> = { -readonly [K in keyof S]: Columns[S[K]] } & {
  /** Rows filled. */
  rows: number;
  /** Start of each event. */
  readonly offsets: Int32Array;
};

const make = {
  f64: (n: number): Column => new Float64Array(n),
  i32: (n: number): Column => new Int32Array(n),
  i16: (n: number): Column => new Int16Array(n),
  i8: (n: number): Column => new Int8Array(n),
  u8: (n: number): Column => new Uint8Array(n),
} as const;

/** An empty table for `events` events with room for `capacity` rows. */
export function growing<S extends Schema>(schema: S, events: number, capacity: number): Growing<S> {
  const columns = Object.fromEntries(Object.entries(schema).map(([name, type]) => [name, make[type](capacity)]));
  return { ...columns, rows: 0, offsets: new Int32Array(events + 1) } as Growing<S>;
}

/** Makes room for `extra` more rows; must be called before they are written. */
export function reserve<S extends Schema>(table: Growing<S>, schema: S, extra: number): void {
  const names = Object.keys(schema);
  const columns = table as unknown as Record<string, Column>;
  const capacity = columns[names[0]].length;
  const needed = table.rows + extra;
  if (needed <= capacity) return;
  for (const name of names) {
    const wider = make[schema[name]](Math.max(needed, 2 * capacity));
    wider.set(columns[name].subarray(0, table.rows));
    columns[name] = wider;
  }
}

/** The finished table: each column cut to the rows filled (views, no copy). */
export function finish<S extends Schema>(
  table: Growing<S>,
  schema: S,
): { readonly [K in keyof S]: Columns[S[K]] } & { readonly offsets: Int32Array } {
  const columns = table as unknown as Record<string, Column>;
  const views = Object.fromEntries(Object.keys(schema).map((name) => [name, columns[name].subarray(0, table.rows)]));
  return { ...views, offsets: table.offsets } as { readonly [K in keyof S]: Columns[S[K]] } & {
    readonly offsets: Int32Array;
  };
}
