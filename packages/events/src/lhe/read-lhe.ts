import type { LheEvents } from "./lhe-events.js";
import { LheParser } from "./lhe-parser.js";
import type { ReadLheOptions } from "./lhe-parser.js";

/** A source of bytes: a web `ReadableStream`, or anything that iterates over pieces, such as a Node stream. */
export type ByteStream = ReadableBytes | AsyncIterable<Uint8Array>;

/** What is used of a web `ReadableStream` of bytes. */
export interface ReadableBytes {
  /** Lock the stream to a reader. */
  getReader(): ByteReader;
}

/** A reader of a {@link ReadableBytes}. */
export interface ByteReader {
  /** The next piece. */
  read(): Promise<BytePiece>;
}

/** What a {@link ByteReader} reads. */
export interface BytePiece {
  /** Whether the stream has ended. */
  readonly done: boolean;
  /** The bytes, unless it has. */
  readonly value?: Uint8Array | undefined;
}

/** The parts of the platform that this file uses, in Node and in browsers. */
interface Platform {
  readonly TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { stream: boolean }): string };
  readonly DecompressionStream: new (format: "gzip") => {
    readonly readable: ByteStream;
    readonly writable: {
      getWriter(): {
        write(bytes: Uint8Array): Promise<void>;
        close(): Promise<void>;
        abort(why: unknown): Promise<void>;
      };
    };
  };
}

const platform = globalThis as unknown as Platform;

/**
 * Read a Les Houches event file, plain or gzipped (told by its first two bytes), all versions 1.0 to 3.0.
 *
 * Cross sections and weights are turned from pb into fb. Weights of `<wgt>` keep their id, those of `<weights>` get the
 * ids of `<initrwgt>` in the header, in its order.
 *
 * ```ts
 * readLhe(writeLhe(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 }))).length; // 5
 * ```
 * @param source - Text, which is read at once; or bytes or a stream of bytes, which give a promise.
 * @param options - How far off the mass shell a particle may be.
 * @returns The events.
 * @throws RangeError with the number of the line where the file is broken; from bytes the promise is rejected.
 * @see J. Alwall et al., Comput. Phys. Commun. 176 (2007) 300; E. Boos et al., hep-ph/0109068 (meaning of the numbers).
 */
export function readLhe(source: string, options?: ReadLheOptions): LheEvents;
export function readLhe(source: Uint8Array | ByteStream, options?: ReadLheOptions): Promise<LheEvents>;
export function readLhe(
  source: string | Uint8Array | ByteStream,
  options: ReadLheOptions = {},
): LheEvents | Promise<LheEvents> {
  const parser = new LheParser(options);
  if (typeof source === "string") {
    parser.push(source);
    parser.end();
    return parser.take();
  }
  return (async () => {
    for await (const text of texts(source)) parser.push(text);
    parser.end();
    return parser.take();
  })();
}

/**
 * Read a Les Houches file a few events at a time, so that files larger than memory can be gone through.
 *
 * ```ts
 * const events = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 50, seed: 1 });
 * const bytes = new TextEncoder().encode(writeLhe(events)); // or the stream of a file
 * let read = 0;
 * for await (const block of readLheBlocks(bytes, 20)) read += block.length;
 * read; // 50
 * ```
 * @param source - Bytes or a stream of bytes, plain or gzipped.
 * @param events - Least number of events in a piece; the last piece may have fewer.
 * @param options - As for {@link readLhe}.
 * @returns An iterator over tables; a table ends where a piece of the stream ended.
 */
export async function* readLheBlocks(
  source: Uint8Array | ByteStream,
  events = 10000,
  options: ReadLheOptions = {},
): AsyncGenerator<LheEvents, void> {
  if (!(events > 0)) throw new RangeError(`readLheBlocks: events must be > 0, got ${events}`);
  const parser = new LheParser(options);
  for await (const text of texts(source)) {
    parser.push(text);
    if (parser.events >= events) yield parser.take();
  }
  parser.end();
  if (parser.events > 0) yield parser.take();
}

/** Pieces of text of a source of bytes, inflated where it is gzipped. */
async function* texts(source: Uint8Array | ByteStream): AsyncGenerator<string, void> {
  const decoder = new platform.TextDecoder();
  for await (const bytes of inflated(pieces(source))) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

async function* pieces(source: Uint8Array | ByteStream): AsyncGenerator<Uint8Array, void> {
  if (source instanceof Uint8Array) {
    yield source;
  } else if ("getReader" in source) {
    const reader = source.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value !== undefined) yield value;
    }
  } else {
    yield* source;
  }
}

async function* inflated(source: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array, void> {
  // The two bytes that tell gzip may come in two pieces.
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const { done, value } = await source.next();
    if (done === true) break;
    const joined = new Uint8Array(head.length + value.length);
    joined.set(head);
    joined.set(value, head.length);
    head = joined;
  }
  if (!(head[0] === 0x1f && head[1] === 0x8b)) {
    if (head.length > 0) yield head;
    yield* source;
    return;
  }
  const { readable, writable } = new platform.DecompressionStream("gzip");
  const writer = writable.getWriter();
  // Written while it is read; a failure of either side shows up on the reading side.
  const writing = (async () => {
    try {
      await writer.write(head);
      for await (const bytes of source) await writer.write(bytes);
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
    }
  })();
  try {
    yield* pieces(readable);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`readLhe: the gzipped data is broken: ${why}`, { cause: error });
  }
  await writing;
}
