import { asinh, log } from "@belladonna/numerics/elementary";

// Error-free transformations: T. Ogita, S. Rump, S. Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005)
// 1955. Everything here works on doubles well inside the exponent range; callers scale where that may not hold.

const SPLIT = 134217729; // 2^27 + 1

/** What rounding took from the product: $ab - \mathrm{fl}(ab)$, exactly (Dekker, Veltkamp). */
function productError(a: number, b: number, ab: number): number {
  const ta = SPLIT * a;
  const ah = ta - (ta - a);
  const al = a - ah;
  const tb = SPLIT * b;
  const bh = tb - (tb - b);
  const bl = b - bh;
  return ah * bh - ab + ah * bl + al * bh + al * bl;
}

/** What rounding took from the sum: $a + b - \mathrm{fl}(a+b)$, exactly, whichever is larger (Knuth). */
function sumError(a: number, b: number, s: number): number {
  const z = s - a;
  return a - (s - z) + (b - z);
}

/** $ab - cd$ to two units in the last place, whatever cancels. */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const ab = a * b;
  const cd = c * d;
  return ab - cd + (productError(a, b, ab) - productError(c, d, cd));
}

/** $a^2(x^2+y^2) - b^2(u^2+v^2)$ in doubled precision, for components well inside the exponent range. */
export function differenceOfSquares(a: number, x: number, y: number, b: number, u: number, v: number): number {
  const aa = a * a;
  const bb = b * b;
  const xx = x * x;
  const uu = u * u;
  const s = xx + y * y;
  const t = uu + v * v;
  const sLow = sumError(xx, y * y, s) + productError(x, x, xx) + productError(y, y, y * y);
  const tLow = sumError(uu, v * v, t) + productError(u, u, uu) + productError(v, v, v * v);
  const left = aa * s;
  const right = bb * t;
  const leftLow = productError(aa, s, left) + (aa * sLow + productError(a, a, aa) * s);
  const rightLow = productError(bb, t, right) + (bb * tLow + productError(b, b, bb) * t);
  return left - right + (leftLow - rightLow);
}

const terms = /* @__PURE__ */ new Float64Array(8);

/** Sum of the eight scratch terms as if in fourfold precision: three sweeps that keep every rounding error, then a sum. */
function sumOfTerms(): number {
  const t = terms;
  for (let sweep = 0; sweep < 3; sweep++) {
    for (let i = 1; i < 8; i++) {
      const a = t[i - 1];
      const b = t[i];
      const s = a + b;
      t[i] = s;
      t[i - 1] = sumError(a, b, s);
    }
  }
  return t[0] + t[1] + t[2] + t[3] + t[4] + t[5] + t[6] + t[7];
}

/** $a_0 b_0 - a_1 b_1 - a_2 b_2 - a_3 b_3$ rounded once in effect. */
export function minkowski(
  a0: number,
  a1: number,
  a2: number,
  a3: number,
  b0: number,
  b1: number,
  b2: number,
  b3: number,
): number {
  const t = terms;
  t[0] = a0 * b0;
  t[1] = -a1 * b1;
  t[2] = -a2 * b2;
  t[3] = -a3 * b3;
  t[4] = productError(a0, b0, t[0]);
  t[5] = productError(-a1, b1, t[1]);
  t[6] = productError(-a2, b2, t[2]);
  t[7] = productError(-a3, b3, t[3]);
  return sumOfTerms();
}

/** The power of two that brings a number of size `big` to where squares and split products are exact; 1 for infinity. */
export function safeScale(big: number): number {
  return big > 1e120 && big < Infinity ? 2 ** -400 : big < 1e-120 && big > 0 ? 2 ** 400 : 1;
}

/** Whether products of this size are neither rounded to nothing nor out of range, and what rounding took from them is known. */
export function isProduct(size: number): boolean {
  return size > 1e-250 && size < 1e250;
}

/** $\operatorname{asinh}(z/t)$, $t \ge 0$, also where the ratio leaves the exponent range. */
export function asinhRatio(z: number, t: number): number {
  const ratio = z / t;
  if (!(Math.abs(ratio) === Infinity && t > 0 && Math.abs(z) < Infinity)) return asinh(ratio);
  return Math.sign(z) * (Math.LN2 + log(Math.abs(z)) - log(t));
}

/** $\sqrt{(a + b)(a - b)}$; the root of each where their product leaves the exponent range. */
export function rootOfDifference(a: number, b: number): number {
  const product = (a + b) * (a - b);
  return product > 1e-290 && product < Infinity ? Math.sqrt(product) : Math.sqrt(a + b) * Math.sqrt(a - b);
}

/** $\sqrt{x^2+y^2+z^2}$ over the whole exponent range, to 1.3 units in the last place; infinity when one is infinite. */
export function norm(x: number, y: number, z: number): number {
  const s = x * x + y * y + z * z;
  if (s > 1e-280 && s < 1e300) return Math.sqrt(s);
  const k = safeScale(Math.max(Math.abs(x), Math.abs(y), Math.abs(z)));
  if (k === 1) return Math.sqrt(s);
  return norm(x * k, y * k, z * k) / k;
}

/** Signed square root: $\mathrm{sign}(x)\sqrt{|x|}$. */
export function signedRoot(x: number): number {
  return x < 0 ? -Math.sqrt(-x) : Math.sqrt(x);
}

/** Signed mass of $(E, \vec p)$: the exact $E^2 - p^2$ of the stored doubles, rounded, then the signed root. */
export function massOf(px: number, py: number, pz: number, e: number): number {
  const k = safeScale(Math.max(Math.abs(px), Math.abs(py), Math.abs(pz), Math.abs(e)));
  if (k !== 1) return massOf(px * k, py * k, pz * k, e * k) / k;
  return signedRoot(minkowski(e, px, py, pz, e, px, py, pz));
}
