import { utf8ToBytes } from "@noble/hashes/utils.js";

/** Bytes in the order of ROOT's files, big endian, one number after the other. */
export interface ByteWriter {
  /** Bytes written so far. */
  readonly length: number;
  /** Unsigned or signed integers of 1, 2 and 4 bytes. */
  u8(...x: readonly number[]): void;
  i16(...x: readonly number[]): void;
  i32(...x: readonly number[]): void;
  f32(...x: readonly number[]): void;
  f64(x: readonly number[]): void;
  /** A TString: its length, then its bytes. */
  text(x: string): void;
  /** Bytes as they are. */
  raw(x: Uint8Array): void;
  /** What `write` writes, after its number of bytes and the version of its class. */
  versioned(version: number, write: () => void): void;
  /** Overwrite an integer of 4 bytes. */
  patch(place: number, x: number): void;
  /** All that was written. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Bit of a number of bytes that says it is one. */
const COUNT = 0x40000000;

/** A writer without bytes. */
export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1 << 12);
  let length = 0;
  const room = (n: number): number => {
    if (length + n > buffer.length) {
      const larger = new Uint8Array(2 * (length + n));
      larger.set(buffer);
      buffer = larger;
    }
    length += n;
    return length - n;
  };
  /** A view of the next bytes. */
  const at = (bytes: number): DataView => {
    const place = room(bytes);
    return new DataView(buffer.buffer, place, bytes);
  };
  const w: ByteWriter = {
    get length() {
      return length;
    },
    u8: (...x) => {
      for (const y of x) at(1).setUint8(0, y);
    },
    i16: (...x) => {
      for (const y of x) at(2).setInt16(0, y);
    },
    i32: (...x) => {
      for (const y of x) at(4).setInt32(0, y);
    },
    f32: (...x) => {
      for (const y of x) at(4).setFloat32(0, y);
    },
    f64: (x) => {
      for (const y of x) at(8).setFloat64(0, y);
    },
    text(x) {
      const bytes = utf8ToBytes(x);
      if (bytes.length < 255) w.u8(bytes.length);
      else {
        w.u8(255);
        w.i32(bytes.length);
      }
      w.raw(bytes);
    },
    raw(x) {
      // The place first: making room may replace the buffer.
      const place = room(x.length);
      buffer.set(x, place);
    },
    versioned(version, write) {
      const place = room(4);
      w.i16(version);
      write();
      w.patch(place, (length - place - 4) | COUNT);
    },
    patch(place, x) {
      new DataView(buffer.buffer).setInt32(place, x);
    },
    bytes: () => buffer.slice(0, length),
  };
  return w;
}
