import { createHash } from "node:crypto";

const FORMAT = "belladonna-cache/1";

/** A kept result. */
export interface Entry {
  /** SHA-256 of what made it: the name of its file. */
  readonly key: string;
  /** The task, for people. */
  readonly task: string;
  /** The result, as bytes. */
  readonly body: Uint8Array;
}

/** A result as a file: a line of JSON, then the bytes. */
export function entryBytes(key: string, task: string, body: Uint8Array): Uint8Array {
  const header = JSON.stringify({ format: FORMAT, key, task, sum: sumOf(key, body) });
  const line = new TextEncoder().encode(`${header}\n`);
  const bytes = new Uint8Array(line.length + body.length);
  bytes.set(line);
  bytes.set(body, line.length);
  return bytes;
}

/** A result from a file; undefined where the file is not whole, not one of ours, or was changed. */
export function openEntry(bytes: Uint8Array): Entry | undefined {
  const end = bytes.indexOf(10);
  if (end < 0) return undefined;
  try {
    const { format, key, task, sum } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Readonly<
      Record<string, unknown>
    >;
    const body = bytes.subarray(end + 1);
    if (format !== FORMAT || typeof key !== "string" || typeof task !== "string") return undefined;
    return sum === sumOf(key, body) ? { key, task, body } : undefined;
  } catch {
    return undefined;
  }
}

/** Of the key too, so that a result under another name is none. */
const sumOf = (key: string, body: Uint8Array): string => createHash("sha256").update(key).update(body).digest("hex");
