import { published } from "@belladonna/limits";

/**
 * A mark of the bundled limits: other limits, other mark. Identifiers, ranges, numbers of points and labels go in.
 * @returns Four hexadecimal digits.
 */
export function dataMark(): string {
  const facts = published
    .find({ unverified: true, redigitisations: true })
    .map((e) => [e.id, e.points, e.massRange, e.cl, e.kind]);
  // FNV-1a, 32 bits folded to 16.
  let hash = 0x811c9dc5;
  for (const c of JSON.stringify(facts)) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, "0");
}
