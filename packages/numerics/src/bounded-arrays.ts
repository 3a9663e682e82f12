/** An array as a file's description of a class has it. */
export interface StreamedArray {
  /** Number of dimensions; 0 for one that has only a length. */
  readonly fArrayDim?: number;
  /** Length of an array of no dimension. */
  readonly fArrayLength?: number;
  /** Lengths in each dimension. */
  readonly fMaxIndex?: ArrayLike<number>;
}

/** What is used of jsroot's `TBuffer`. */
export interface ArrayReader {
  /** The bytes. */
  readonly arr: DataView;
  /** Where it is in them. */
  readonly o: number;
  /** An array of one or more dimensions. */
  readNdimArray(handle: StreamedArray, read: unknown): unknown;
  /** An array of numbers. */
  readFastArray(entries: number, ...rest: unknown[]): unknown;
  /** Version of the class that is read. */
  readonly last_read_version: number;
  /** An unsigned integer of four bytes. */
  ntou4(): number;
  /** A text. */
  readTString(): string;
  /** An object of any class. */
  readObjectAny(): unknown;
  /** The part of an object that is of a class. */
  classStreamer(target: object, type: string): unknown;
}

/** What is used of `jsroot/io`. */
export interface JsrootIo {
  /** The class that reads bytes. */
  readonly TBuffer: {
    /** What its objects can do. */
    readonly prototype: ArrayReader;
  };
  /** Has objects of a class read by a function. */
  readonly addUserStreamer: (type: string, read: (buffer: ArrayReader, list: StreamedList) => void) => void;
}

/** A list of objects with their options, as jsroot keeps it. */
export interface StreamedList {
  /** Its class. */
  _typename?: string;
  /** The class whose layout it has. */
  $kind?: string;
  /** Its name. */
  name?: string;
  /** The objects. */
  arr?: unknown[];
  /** An option of each. */
  opt?: string[];
}

/** Of an array in a class, as ROOT keeps them. */
const MOST_DIMENSIONS = 5;

/** Version of `TList` from which on its objects have options. */
const LIST_WITH_OPTIONS = 4;

/** Buffers whose arrays are bounded already. */
const bounded = /* @__PURE__ */ new WeakSet<ArrayReader>();

/** That what is to be read may be in the bytes left. */
function requireLeft({ arr, o }: ArrayReader, entries: number): void {
  const left = arr.byteLength - o;
  if (entries >= 0 && entries <= left) return;
  throw new RangeError(`an array of ${entries} entries is not in the ${left} bytes left`);
}

/**
 * Make jsroot refuse arrays and lists that are longer than the bytes they would be read from. In 7.11.2 it makes an array of
 * as many dimensions and entries as a file's own description of its classes says, which in a damaged file are billions.
 * @param io - The module `jsroot/io`; changed once.
 * @example
 * ```ts
 * const TBuffer = class {
 *   arr = new DataView(new ArrayBuffer(8));
 *   o = 0;
 *   readFastArray() {}
 *   readNdimArray() {}
 * };
 * boundArrays({ TBuffer, addUserStreamer: () => {} });
 * new TBuffer().readFastArray(8); // a longer one throws a RangeError
 * ```
 */
export function boundArrays({ TBuffer: { prototype }, addUserStreamer }: JsrootIo): void {
  if (bounded.has(prototype)) return;
  bounded.add(prototype);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the buffer below
  const { readNdimArray, readFastArray } = prototype;
  prototype.readNdimArray = function (this: ArrayReader, handle: StreamedArray, read: unknown): unknown {
    const { fArrayDim = 0, fArrayLength = 0, fMaxIndex } = handle;
    if (fArrayDim < 1) requireLeft(this, fArrayLength);
    else {
      const sizes = Array.from({ length: Math.min(fArrayDim, MOST_DIMENSIONS + 1) }, (_, i) => fMaxIndex?.[i] ?? 0);
      const entries = sizes.reduce((product, size) => product * size, 1);
      // With a size of 0 the loop over three dimensions and more has no end.
      requireLeft(this, fArrayDim <= MOST_DIMENSIONS && entries > 0 ? entries : Number.NaN);
    }
    return readNdimArray.call(this, handle, read);
  };
  prototype.readFastArray = function (this: ArrayReader, entries: number, ...rest: unknown[]): unknown {
    requireLeft(this, entries);
    return readFastArray.call(this, entries, ...rest);
  };
  addUserStreamer("TList", readList);
  addUserStreamer("TObjArray", readObjectArray);
}

/** Reads a `TList`: its name, then each object with its option. */
function readList(buffer: ArrayReader, list: StreamedList): void {
  const [objects, options]: [unknown[], string[]] = [[], []];
  const hasOptions = buffer.last_read_version >= LIST_WITH_OPTIONS;
  if (hasOptions) buffer.classStreamer(list, "TObject");
  list._typename ??= "TList";
  Object.assign(list, { $kind: "TList", name: hasOptions ? buffer.readTString() : "", arr: objects, opt: options });
  if (!hasOptions) return;
  const length = buffer.ntou4();
  requireLeft(buffer, length);
  while (objects.length < length) {
    objects.push(buffer.readObjectAny());
    options.push(buffer.readTString());
  }
}

/** Reads a `TObjArray`: its name, its least index, its objects. */
function readObjectArray(buffer: ArrayReader, list: StreamedList): void {
  const version = buffer.last_read_version;
  if (version > 2) buffer.classStreamer(list, "TObject");
  list._typename ??= "TObjArray";
  const objects: unknown[] = [];
  Object.assign(list, { $kind: "TObjArray", name: version > 1 ? buffer.readTString() : "", arr: objects });
  const length = buffer.ntou4();
  const fLowerBound = buffer.ntou4();
  requireLeft(buffer, length);
  Object.assign(list, { fLast: length - 1, fLowerBound });
  while (objects.length < length) objects.push(buffer.readObjectAny());
}
