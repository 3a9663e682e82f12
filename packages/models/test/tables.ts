// Reads the reference tables of test/data; every row is a record by column name.
interface Table {
  readonly columns: string[];
  readonly rows: (number | string | null)[][];
}

// Vite's glob works in node and in a browser; its types are not loaded here.
interface ViteMeta {
  readonly glob: (pattern: string, options: { eager: true; import: "default" }) => Record<string, Table>;
}
const files = (import.meta as unknown as ViteMeta).glob("./data/*.json", { eager: true, import: "default" });

/** One row of a reference table. */
export interface Row {
  readonly mass_GeV: number;
  readonly channel: string;
  readonly quantity: string;
  readonly value: number;
  readonly unit: string;
  readonly process: string;
  readonly form: string;
  readonly label: string;
  readonly type: string;
}

/** Relative distance of a value from the one it should have. */
export const off = (got: number, want: number): number => (got === want ? 0 : Math.abs(got / want - 1));

/** What a file of tests does with its tables. */
interface TablesOfFile {
  /** The rows of a table. */
  readonly rows: (name: string) => readonly Row[];
  /** Says that a test holds these rows against something of ours; returns them. */
  readonly use: (table: readonly Row[]) => readonly Row[];
  /**
   * The rows of this file's tables that no test has held against anything and no reason covers, by channel, and the reasons
   * that cover another number of rows than they say. To be asked by the last test of a file.
   */
  readonly unlisted: (reasons: readonly (readonly [pattern: RegExp, rows: number, reason: string])[]) => string[];
  /** The rows further from `predict` than `tolerance` allows, printed so that a failing test names them. */
  readonly misses: (
    table: readonly Row[],
    predict: (row: Row) => number,
    tolerance: number | ((row: Row) => number),
  ) => string[];
  /** The rows whose ratio (table / ours) is not within the given range. */
  readonly outside: (
    table: readonly Row[],
    predict: (row: Row) => number,
    range: (row: Row) => readonly [number, number],
  ) => string[];
}

/** The tables of one file of tests, and which of their rows it has held against something. */
export function tablesOfFile(): TablesOfFile {
  const tables = new Map<string, readonly Row[]>();
  const used = new Set<Row>();

  const rows = (name: string): readonly Row[] => {
    const known = tables.get(name);
    if (known !== undefined) return known;
    const { columns, rows: cells } = files[`./data/${name}.json`];
    const made = cells.map((r) => Object.fromEntries(columns.map((c, i) => [c, r[i]])) as unknown as Row);
    tables.set(name, made);
    return made;
  };

  const use = (table: readonly Row[]): readonly Row[] => {
    for (const row of table) used.add(row);
    return table;
  };

  const unlisted = (reasons: readonly (readonly [pattern: RegExp, rows: number, reason: string])[]): string[] => {
    const keys: string[] = [];
    for (const [name, table] of tables) {
      for (const row of table) {
        if (!used.has(row)) keys.push(`${name} ${row.channel || row.process || row.type} ${row.quantity}`);
      }
    }
    const open = [...new Set(keys.filter((key) => !reasons.some(([pattern]) => pattern.test(key))))];
    const wrong = reasons.flatMap(([pattern, expected, reason]) => {
      const count = keys.filter((key) => pattern.test(key)).length;
      return count === expected ? [] : [`${reason}: ${String(count)} rows, not ${String(expected)}`];
    });
    return [...open, ...wrong];
  };

  const misses = (
    table: readonly Row[],
    predict: (row: Row) => number,
    tolerance: number | ((row: Row) => number),
  ): string[] =>
    use(table).flatMap((row) => {
      const got = predict(row);
      const bound = typeof tolerance === "number" ? tolerance : tolerance(row);
      const distance = off(got, row.value);
      const name = `${row.channel || row.process || row.type} ${row.quantity}`;
      return distance <= bound
        ? []
        : [
            `${String(row.mass_GeV)} ${name}: got ${String(got)}, want ${String(row.value)} (${distance.toExponential(1)})`,
          ];
    });

  const outside = (
    table: readonly Row[],
    predict: (row: Row) => number,
    range: (row: Row) => readonly [number, number],
  ): string[] =>
    use(table).flatMap((row) => {
      const ratio = row.value / predict(row);
      const [low, high] = range(row);
      return ratio >= low && ratio <= high
        ? []
        : [
            `${String(row.mass_GeV)} ${row.channel || row.process}: ratio ${String(ratio)} not in [${String(low)}, ${String(high)}]`,
          ];
    });

  return { rows, use, unlisted, misses, outside };
}
