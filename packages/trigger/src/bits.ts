/**
 * Named bits of many events: one column of 32-bit words a name, event $i$ in bit $i \bmod 32$ of word
 * $\lfloor i/32\rfloor$. This is the layout of an Arrow boolean column, and lets one operation act on 32 events.
 */
export interface Bits {
  /** Names of the columns. */
  readonly names: readonly string[];
  /** Number of events. */
  readonly length: number;
  /** Words of one column: $\lceil\mathrm{length}/32\rceil$. */
  readonly stride: number;
  /** Columns one after the other; bits beyond the last event are 0. */
  readonly words: Int32Array;
}

/**
 * Bits of `length` events, all 0.
 *
 * ```ts
 * countSet(emptyBits(["ehigh"], 3), "ehigh"); // 0
 * ```
 * @param names - Names of the columns.
 * @throws RangeError when `length` is not a whole number ≥ 0.
 */
export function emptyBits(names: readonly string[], length: number): Bits {
  if (!(Number.isSafeInteger(length) && length >= 0)) {
    throw new RangeError(`emptyBits: length must be a whole number >= 0, got ${length}`);
  }
  const stride = (length + 31) >>> 5;
  return { names, length, stride, words: new Int32Array(names.length * stride) };
}

/**
 * Bits given, event by event, by the names that are set.
 *
 * ```ts
 * countSet(bitsOf(["ehigh", "fff"], [["ehigh"], [], ["ehigh", "fff"]]), "ehigh"); // 2
 * ```
 * @param names - Names of the columns.
 * @param events - Names set in each event.
 * @throws RangeError when an event sets a name that is not among `names`.
 */
export function bitsOf(names: readonly string[], events: readonly (readonly string[])[]): Bits {
  const bits = emptyBits(names, events.length);
  const index = new Map(names.map((name, i) => [name, i]));
  events.forEach((event, i) => {
    for (const name of event) {
      const column = index.get(name);
      if (column === undefined) throw new RangeError(`bitsOf: event ${i} sets ${name}, which is not among the names`);
      bits.words[column * bits.stride + (i >>> 5)] |= 1 << (i & 31);
    }
  });
  return bits;
}

/**
 * Whether a bit is set.
 *
 * ```ts
 * bit(bitsOf(["ehigh", "fff"], [["ehigh"], []]), "ehigh", 0); // true
 * ```
 * @param bits - The bits.
 * @param name - Name of the column.
 * @param event - Event, 0 to `bits.length - 1`.
 * @throws RangeError when there is no such column or event.
 */
export function bit(bits: Bits, name: string, event: number): boolean {
  const column = columnOf(bits, name, "bit");
  if (!(Number.isSafeInteger(event) && event >= 0 && event < bits.length)) {
    throw new RangeError(`bit: event must be from 0 to ${bits.length - 1}, got ${event}`);
  }
  return ((bits.words[column * bits.stride + (event >>> 5)] >>> (event & 31)) & 1) === 1;
}

/**
 * Names of the bits set in one event, in the order of the columns.
 *
 * ```ts
 * namesSet(bitsOf(["ehigh", "fff"], [["ehigh"], []]), 0); // ["ehigh"]
 * ```
 * @param bits - The bits.
 * @param event - Event, 0 to `bits.length - 1`.
 */
export function namesSet(bits: Bits, event: number): string[] {
  return bits.names.filter((_, j) => ((bits.words[j * bits.stride + (event >>> 5)] >>> (event & 31)) & 1) === 1);
}

/**
 * Number of events in which a bit is set.
 *
 * ```ts
 * countSet(bitsOf(["ehigh", "fff"], [["ehigh"], []]), "fff"); // 0
 * ```
 * @param bits - The bits.
 * @param name - Name of the column.
 * @throws RangeError when there is no such column.
 */
export function countSet(bits: Bits, name: string): number {
  const column = columnOf(bits, name, "countSet");
  let n = 0;
  for (let w = column * bits.stride; w < (column + 1) * bits.stride; w++) n += popcount(bits.words[w]);
  return n;
}

/** Number of ones in a 32-bit word. */
export function popcount(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Index of the column `name`. */
export function columnOf(bits: Bits, name: string, where: string): number {
  const column = bits.names.indexOf(name);
  if (column < 0) throw new RangeError(`${where}: there is no bit named ${name}`);
  return column;
}
