import type { Beams, CmsOptions } from "../beams.js";
import type { FourVector } from "../four-vector.js";
import { BLOCK, forEachBlock, fourVectors, slice, type FourVectors } from "../four-vectors.js";
import { subtract, sum } from "./arithmetic.js";

/**
 * Lab four-vectors in the centre-of-mass frame of the beams, in either convention.
 *
 * @param beams - Beams.
 * @param vs - Four-vectors in the lab.
 * @param options - The convention; `"boost"` when absent.
 * @param out - Receives the result, may be `vs`; made when absent.
 */
export function toCms(
  beams: Beams,
  vs: FourVectors,
  options: CmsOptions = {},
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  return transform((v) => beams.toCms(v, options), vs, out);
}

/**
 * Centre-of-mass four-vectors in the lab: the inverse of {@link toCms}.
 *
 * @param beams - Beams.
 * @param vs - Four-vectors in the centre-of-mass frame.
 * @param options - The convention; `"boost"` when absent.
 * @param out - Receives the result, may be `vs`; made when absent.
 */
export function toLab(
  beams: Beams,
  vs: FourVectors,
  options: CmsOptions = {},
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  return transform((v) => beams.toLab(v, options), vs, out);
}

/** A Lorentz transformation as its matrix, read off from what it does to the unit vectors, then row by row. */
function transform(map: (v: FourVector) => FourVector, vs: FourVectors, out: FourVectors): FourVectors {
  const { px: tx, py: ty, pz: tz, e: tt } = map({ px: 0, py: 0, pz: 0, e: 1, m: 1 });
  const { px: xx, py: yx, pz: zx, e: ex } = map({ px: 1, py: 0, pz: 0, e: 0, m: -1 });
  const { px: xy, py: yy, pz: zy, e: ey } = map({ px: 0, py: 1, pz: 0, e: 0, m: -1 });
  const { px: xz, py: yz, pz: zz, e: ez } = map({ px: 0, py: 0, pz: 1, e: 0, m: -1 });
  const { px, py, pz, e, m } = vs;
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const t = e[i];
    ox[i] = xx * x + xy * y + xz * z + tx * t;
    oy[i] = yx * x + yy * y + yz * z + ty * t;
    oz[i] = zx * x + zy * y + zz * z + tz * t;
    oe[i] = ex * x + ey * y + ez * z + tt * t;
  }
  if (om !== m) om.set(m);
  return out;
}

/**
 * Recoil of the initial state against the sum of `terms`, row by row, in cache-sized blocks.
 *
 * @param initial - Beams, for the lab frame, or the total four-momentum in the frame of the terms.
 * @param terms - What was detected: at least one batch, all of one length.
 * @param out - Receives the result, none of the terms; made when absent.
 * @throws RangeError when there are no terms.
 */
export function recoil(
  initial: Beams | FourVector,
  terms: readonly FourVectors[],
  out: FourVectors = fourVectors(terms.length === 0 ? 0 : terms[0].px.length),
): FourVectors {
  const total = "total" in initial ? initial.total : initial;
  if (terms.length === 1) return subtract(total, terms[0], out);
  const seen = fourVectors(BLOCK);
  forEachBlock(out.px.length, (from, to) => {
    const some = to - from === BLOCK ? seen : slice(seen, 0, to - from);
    sum(
      terms.map((term) => slice(term, from, to)),
      some,
    );
    subtract(total, some, slice(out, from, to));
  });
  return out;
}
