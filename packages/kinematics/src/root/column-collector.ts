/** A branch with any number of values an entry: entry $i$ owns `values[offsets[i]]` to `values[offsets[i + 1] - 1]`. */
export interface RaggedColumn {
  /** Start of each entry in `values`; one more than there are entries. */
  readonly offsets: Int32Array;
  /** The values of all entries, end to end. */
  readonly values: Float64Array;
}

/** Gathers the values of one branch, entry by entry. */
export class ColumnCollector {
  readonly #values: number[] = [];
  readonly #offsets: number[] = [0];
  #ragged = false;

  /** Entries taken. */
  get entries(): number {
    return this.#offsets.length - 1;
  }

  /** Take the value of the next entry; what it is when it is neither a number nor a list of numbers. */
  take(value: unknown): string | undefined {
    const list =
      typeof value === "object" && value !== null && "length" in value ? (value as ArrayLike<unknown>) : [value];
    if (list !== value && this.#ragged) return "a number beside lists";
    if (list === value && !this.#ragged) {
      if (this.entries > 0) return "a list beside numbers";
      this.#ragged = true;
    }
    for (let i = 0; i < list.length; i++) {
      const one = list[i];
      if (typeof one !== "number" && typeof one !== "bigint" && typeof one !== "boolean") {
        return typeof one === "string" ? "text" : "objects";
      }
      this.#values.push(Number(one));
    }
    this.#offsets.push(this.#values.length);
    return undefined;
  }

  /** The column of all entries taken. */
  finish(): Float64Array | RaggedColumn {
    const values = Float64Array.from(this.#values);
    return this.#ragged ? { offsets: Int32Array.from(this.#offsets), values } : values;
  }
}
