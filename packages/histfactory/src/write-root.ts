import { pow, square } from "@belladonna/numerics/elementary";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { byteWriter } from "./byte-writer.js";
import type { ByteWriter } from "./byte-writer.js";
import streamers from "./data/th1d-streamers.json";
import type { RootHistogram } from "./root-histogram.js";

/** Format of the file: that of ROOT 6.24. */
const FORMAT = 62400;
/** Where the first record begins. */
const BEGIN = 100;
/** Length of the file's header. */
const HEADER = 63;
/** A date in ROOT's form (years from 1995, month, day, hour, minute, second): 2020-01-01, so that files repeat. */
const DATE = ((25 << 26) | (1 << 22) | (1 << 17)) >>> 0;
/** End of the free space: that of files with 32-bit places. */
const END_OF_FREE = 2_000_000_000;

/** The object at the bottom of every named one. */
function object(w: ByteWriter, bits: number): void {
  w.i16(1);
  w.i32(0, bits);
}

function named(w: ByteWriter, name: string, title: string): void {
  w.versioned(1, () => {
    object(w, 0x03000000);
    w.text(name);
    w.text(title);
  });
}

function axis(w: ByteWriter, name: string, bins: number): void {
  w.versioned(10, () => {
    named(w, name, "");
    // Divisions, colours, fonts and sizes of an axis as ROOT makes one.
    w.versioned(4, () => {
      w.i32(510);
      w.i16(1, 1, 42);
      w.f32(0.005, 0.035, 0.03, 1, 0.035);
      w.i16(1, 42);
    });
    w.i32(bins);
    w.f64([0, bins]);
    // No edges of its own, no range, no bits, no time, no labels.
    w.i32(0, 0, 0);
    w.i16(0);
    w.u8(0);
    w.text("");
    w.i32(0, 0);
  });
}

/** A histogram as TH1D (version 3), bins of width 1 from 0. */
function th1d(w: ByteWriter, name: string, { contents, errors }: RootHistogram): void {
  const n = contents.length;
  const sum = (f: (b: number) => number): number => contents.reduce((total, _, b) => total + f(b), 0);
  const array = (x: readonly number[]): void => {
    w.i32(x.length);
    w.f64(x);
  };
  w.versioned(3, () => {
    w.versioned(8, () => {
      named(w, name, "");
      w.versioned(2, () => {
        w.i16(602, 1, 1);
      });
      w.versioned(2, () => {
        w.i16(0, 1001);
      });
      w.versioned(2, () => {
        w.i16(1, 1);
        w.f32(1);
      });
      w.i32(n + 2);
      axis(w, "xaxis", n);
      axis(w, "yaxis", 1);
      axis(w, "zaxis", 1);
      w.i16(0, 1000);
      const moment = (k: number): number => sum((b) => contents[b] * pow(b + 0.5, k));
      w.f64([moment(0), moment(0), sum((b) => square(errors[b])), moment(1), moment(2), -1111, -1111, 0]);
      array([]);
      array([0, ...errors.map((e) => e * e), 0]);
      w.text("");
      // The list of functions, empty.
      w.versioned(5, () => {
        object(w, 0x03000000);
        w.text("");
        w.i32(0);
      });
      w.i32(0);
      w.u8(0);
      w.i32(0, 2);
    });
    array([0, ...contents, 0]);
  });
}

/** The key of a record: its lengths, place, class, name and title. */
interface Key {
  readonly type: string;
  readonly name: string;
  readonly title: string;
  readonly place: number;
  readonly size: number;
}

const textLength = (x: string): number => {
  const n = utf8ToBytes(x).length;
  return n < 255 ? n + 1 : n + 5;
};
const keyLength = ({ type, name, title }: Pick<Key, "type" | "name" | "title">): number =>
  26 + textLength(type) + textLength(name) + textLength(title);

function writeKey(w: ByteWriter, key: Key, directory: number): void {
  const length = keyLength(key);
  w.i32(length + key.size);
  w.i16(4);
  w.i32(key.size, DATE);
  w.i16(length, 1);
  w.i32(key.place, directory);
  w.text(key.type);
  w.text(key.name);
  w.text(key.title);
}

/** A UUID of zeros after its version: files that are the same in all bits have the same. */
function uuid(w: ByteWriter): void {
  w.i16(1);
  w.raw(new Uint8Array(16));
}

/**
 * A ROOT file with histograms, uncompressed, as TH1D in its top directory.
 * @param file - Name that the file has inside.
 * @param histograms - By name.
 * @returns The bytes; the same for the same histograms.
 * @see [ROOT's file layout](https://root.cern/doc/master/classTFile.html)
 */
export function writeRootHistograms(
  file: string,
  histograms: Readonly<Record<string, RootHistogram>>,
): Uint8Array<ArrayBuffer> {
  const w = byteWriter();
  w.raw(new Uint8Array(BEGIN));
  /** A record: its key, then its content, whose key is returned. */
  const record = (type: string, name: string, title: string, directory: number, content: Uint8Array): Key => {
    const key = { type, name, title, place: w.length, size: content.length };
    writeKey(w, key, directory);
    w.raw(content);
    return key;
  };
  const made = (write: (b: ByteWriter) => void): Uint8Array => {
    const b = byteWriter();
    write(b);
    return b.bytes();
  };
  const nameBytes = keyLength({ type: "TFile", name: file, title: "" }) + textLength(file) + textLength("");
  const directory = (keys: number, keyBytes: number): Uint8Array =>
    made((b) => {
      b.text(file);
      b.text("");
      b.i16(5);
      b.i32(DATE, DATE, keyBytes, nameBytes, BEGIN, 0, keys);
      uuid(b);
      b.i32(0, 0, 0);
    });
  const top = record("TFile", file, "", 0, directory(0, 0));
  const keys = Object.entries(histograms).map(([name, histogram]) =>
    record(
      "TH1D",
      name,
      "",
      BEGIN,
      made((b) => {
        th1d(b, name, histogram);
      }),
    ),
  );
  const list = record(
    "TFile",
    file,
    "",
    BEGIN,
    made((b) => {
      b.i32(keys.length);
      for (const key of keys) writeKey(b, key, BEGIN);
    }),
  );
  const info = record("TList", "StreamerInfo", "Doubly linked list", BEGIN, hexToBytes(streamers.bytes));
  const free = w.length;
  const freeKey = { type: "TFile", name: file, title: "", place: free, size: 10 };
  const end = free + keyLength(freeKey) + freeKey.size;
  writeKey(w, freeKey, BEGIN);
  w.i16(1);
  w.i32(end, END_OF_FREE);

  const out = w.bytes();
  const listBytes = keyLength(list) + list.size;
  out.set(directory(list.place, listBytes), BEGIN + keyLength(top));
  const header = made((b) => {
    b.raw(utf8ToBytes("root"));
    b.i32(FORMAT, BEGIN, end, free, end - free, 1, nameBytes);
    b.u8(4);
    b.i32(0, info.place, keyLength(info) + info.size);
    uuid(b);
  });
  out.set(header.subarray(0, HEADER), 0);
  return out;
}
