import { encode } from "./codec.js";

/** FNV-1a, 64 bits, of a text: a short mark against mistakes, not against people. */
export function fnv1a(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    // Times the prime 2^40 + 0x1b3, in 32-bit halves.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + ((low << 8) >>> 0)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/**
 * The mark of a scan: of its points, and of what makes the results besides them.
 * @param points - All its points.
 * @param identity - What makes the results besides the points: task, code, engine; only the points count when absent.
 * @returns 16 hexadecimal digits.
 * @throws RangeError when a point is not plain data.
 *
 * @example
 * ```ts
 * fingerprint([1, 2]).length; // ≈ 16
 * ```
 */
export function fingerprint(points: readonly unknown[], identity?: string): string {
  return fnv1a(identity === undefined ? encode(points) : `${identity}\n${encode(points)}`);
}
