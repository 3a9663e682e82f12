// Columns that are copied side by side are read ahead from memory: twice as fast as by `set`, one after the other.

/** Copies `n` rows of three columns from `from` on to the start of three columns of length `length`. */
export function readThree(
  values: Float64Array,
  length: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  from: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    values[i] = a[from + i];
    values[length + i] = b[from + i];
    values[2 * length + i] = c[from + i];
  }
}

/** Copies `n` rows the other way. */
export function writeThree(
  values: Float64Array,
  length: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  from: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    a[from + i] = values[i];
    b[from + i] = values[length + i];
    c[from + i] = values[2 * length + i];
  }
}
