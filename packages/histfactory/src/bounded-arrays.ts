/** An array as a file's description of a class has it. */
interface StreamedArray {
  readonly fArrayDim?: number;
  readonly fArrayLength?: number;
  readonly fMaxIndex?: ArrayLike<number>;
}

/** What reads arrays in jsroot's `TBuffer`. */
export interface ArrayReader {
  /** The bytes. */
  readonly arr: DataView;
  /** Where it is in them. */
  readonly o: number;
  /** An array of one or more dimensions. */
  readNdimArray(handle: StreamedArray, read: unknown): unknown;
  /** An array of numbers. */
  readFastArray(entries: number, ...rest: unknown[]): unknown;
}

/** Of an array in a class, as ROOT keeps them. */
const MOST_DIMENSIONS = 5;

/** Buffers whose arrays are bounded already. */
const bounded = /* @__PURE__ */ new WeakSet<ArrayReader>();

/**
 * Make jsroot refuse arrays that are longer than the bytes they would be read from. In 7.11.2 it makes an array of as many
 * dimensions and entries as a file's own description of its classes says, which in a damaged file are billions.
 * @param prototype - That of jsroot's `TBuffer`; changed once.
 */
export function boundArrays(prototype: ArrayReader): void {
  if (bounded.has(prototype)) return;
  bounded.add(prototype);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the buffer below
  const { readNdimArray, readFastArray } = prototype;
  const require = (buffer: ArrayReader, entries: number): void => {
    const left = buffer.arr.byteLength - buffer.o;
    if (!(entries >= 0 && entries <= left)) {
      throw new RangeError(`an array of ${entries} entries is not in the ${left} bytes left`);
    }
  };
  prototype.readNdimArray = function (this: ArrayReader, handle: StreamedArray, read: unknown): unknown {
    const { fArrayDim = 0, fArrayLength = 0, fMaxIndex } = handle;
    if (fArrayDim < 1) require(this, fArrayLength);
    else {
      const sizes = Array.from({ length: Math.min(fArrayDim, MOST_DIMENSIONS + 1) }, (_, i) => fMaxIndex?.[i] ?? 0);
      const entries = sizes.reduce((product, size) => product * size, 1);
      // With a size of 0 the loop over three dimensions and more has no end.
      require(this, fArrayDim <= MOST_DIMENSIONS && entries > 0 ? entries : Number.NaN);
    }
    return readNdimArray.call(this, handle, read);
  };
  prototype.readFastArray = function (this: ArrayReader, entries: number, ...rest: unknown[]): unknown {
    require(this, entries);
    return readFastArray.call(this, entries, ...rest);
  };
}
