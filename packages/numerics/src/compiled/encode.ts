/** A WebAssembly module as bytes: functions from a number of rows to 0 or 1, on a memory of their own. */

/** Bytes of one function. */
export interface Body {
  /** Numbers of locals beside the parameter: of 32 bits, then of 128. */
  readonly locals: readonly [words: number, vectors: number];
  /** Its instructions, without the end. */
  readonly code: readonly number[];
}

/** An unsigned number in groups of seven bits, the lowest first. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  bytes.push(value);
  return bytes;
}

const I32 = 0x7f;
const V128 = 0x7b;
const END = 0x0b;
const [FUNCTION, TO_FUNCTION, TO_MEMORY] = [0x60, 0, 2];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(entries: readonly (readonly number[])[]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Array.from(text, (letter) => letter.charCodeAt(0))];
}

/**
 * The module: `f0`, `f1`, … and `memory`.
 * @param bodies - The functions.
 * @param pages - Size of the memory, 64 KiB each; it does not grow.
 */
export function encodeModule(bodies: readonly Body[], pages: number): Uint8Array<ArrayBuffer> {
  const exported = bodies.map((_, k) => [...name(`f${k}`), TO_FUNCTION, ...unsigned(k)]);
  const start = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[FUNCTION, ...list([[I32]]), ...list([[I32]])]])),
    ...section(3, list(bodies.map(() => [0]))),
    ...section(5, list([[1, ...unsigned(pages), ...unsigned(pages)]])),
    ...section(7, list([...exported, [...name("memory"), TO_MEMORY, 0]])),
  ];
  const functions = bodies.map(({ locals: [words, vectors], code }) => {
    const locals = list([
      [...unsigned(words), I32],
      [...unsigned(vectors), V128],
    ]);
    return { head: [...unsigned(locals.length + code.length + 1), ...locals], code };
  });
  const count = unsigned(bodies.length);
  const size = functions.reduce((sum, { head, code }) => sum + head.length + code.length + 1, count.length);
  const bytes: number[] = [...start, 10, ...unsigned(size), ...count];
  const out = new Uint8Array(bytes.length + size - count.length);
  out.set(bytes);
  let at = bytes.length;
  for (const { head, code } of functions) {
    out.set(head, at);
    out.set(code, at + head.length);
    at += head.length + code.length + 1;
    out[at - 1] = END;
  }
  return out;
}
