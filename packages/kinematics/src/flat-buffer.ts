/** A struct in a flat buffer, by the places of its numbers in it, bytes. */
interface FlatStruct {
  readonly int32: (at: number) => number;
  /** A 64-bit integer, rounded to a double. */
  readonly int64: (at: number) => number;
}

/** A table of a flat buffer: fields by number, each checked to lie in the bytes when it is asked for. */
export interface FlatTable {
  readonly has: (field: number) => boolean;
  readonly uint8: (field: number) => number;
  readonly int64: (field: number) => number;
  /** Visit the table in a field, if it is there. */
  readonly table: (field: number, visit: (table: FlatTable) => void) => void;
  /** Visit the tables of a list. */
  readonly tables: (field: number, visit: (table: FlatTable) => void) => void;
  /** Visit the structs of a list. */
  readonly structs: (field: number, size: number, visit: (struct: FlatStruct) => void) => void;
  /** Check that a list of numbers of `size` bytes is whole. */
  readonly scalars: (field: number, size: number) => void;
  /** Check that a text is whole. */
  readonly text: (field: number) => void;
}

/**
 * A flat buffer as its tables, none of which may reach beyond its bytes.
 *
 * Offsets point forwards, so nothing is its own part; that a part is of many is bounded by the number of bytes.
 * @param bytes - The buffer.
 * @throws RangeError, here or where a field is asked for, when an offset or a length leads out of the bytes.
 * @see [FlatBuffers, internals](https://flatbuffers.dev/internals)
 */
export function flatBuffer(bytes: Uint8Array): { readonly root: FlatTable } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let visits = 0;
  const within = (at: number, size: number): number => {
    if (!(at >= 0 && size >= 0 && at + size <= bytes.length)) {
      throw new RangeError(`${size} bytes at ${at} are not in a message of ${bytes.length}`);
    }
    return at;
  };
  const uint16 = (at: number): number => view.getUint16(within(at, 2), true);
  const int32 = (at: number): number => view.getInt32(within(at, 4), true);
  const uint32 = (at: number): number => view.getUint32(within(at, 4), true);
  const int64 = (at: number): number => Number(view.getBigInt64(within(at, 8), true));
  const target = (at: number): number => at + uint32(at);

  const tableAt = (at: number): FlatTable => {
    if (++visits > bytes.length)
      throw new RangeError(`a message of ${bytes.length} bytes has more than as many tables`);
    const fields = at - int32(at);
    const size = uint16(fields);
    // Libraries read what is odd or negative as a 16-bit integer each in its own way.
    if (size % 2 !== 0 || size > 0x7fff) throw new RangeError(`a table has ${size} bytes of fields`);
    within(fields, size);
    within(at, uint16(fields + 2));
    /** Where a field lies; 0 where it is left out. */
    const place = (field: number): number => {
      const slot = 4 + 2 * field;
      const offset = slot + 2 <= size ? uint16(fields + slot) : 0;
      if (offset > 0x7fff) throw new RangeError(`field ${field} of a table lies ${offset} bytes on`);
      return offset === 0 ? 0 : at + offset;
    };
    /** Start and number of the entries of a list; 0 entries where it is left out. */
    const list = (field: number, entry: number): readonly [start: number, length: number] => {
      const from = place(field);
      if (from === 0) return [0, 0];
      const start = target(from);
      const length = uint32(start);
      within(start + 4, length * entry);
      return [start + 4, length];
    };
    return {
      has: (field) => place(field) !== 0,
      uint8: (field) => (place(field) === 0 ? 0 : view.getUint8(within(place(field), 1))),
      int64: (field) => (place(field) === 0 ? 0 : int64(place(field))),
      table: (field, visit) => {
        if (place(field) !== 0) visit(tableAt(target(place(field))));
      },
      tables: (field, visit) => {
        const [start, length] = list(field, 4);
        for (let i = 0; i < length; i++) visit(tableAt(target(start + 4 * i)));
      },
      structs: (field, size, visit) => {
        const [start, length] = list(field, size);
        for (let i = 0; i < length; i++) {
          const from = start + i * size;
          visit({ int32: (at) => int32(from + at), int64: (at) => int64(from + at) });
        }
      },
      scalars: (field, size) => {
        list(field, size);
      },
      text: (field) => {
        list(field, 1);
      },
    };
  };
  return { root: tableAt(uint32(0)) };
}
