import { exp } from "../elementary/exp.js";
import { square } from "../elementary/powers.js";
import { cos, sin } from "../elementary/trigonometric.js";

// Modified trapezoidal rules with N = 11: M. Al Azah, S. N. Chandler-Wilde, SIAM J. Numer. Anal. 59 (2021) 2346.
const N = 11;
const H = /* @__PURE__ */ Math.sqrt(/* @__PURE__ */ step());
const middle = /* @__PURE__ */ squares(0.5);
const middleWeight = /* @__PURE__ */ weightsOf(0.5);
const whole = /* @__PURE__ */ squares(0);
const wholeWeight = /* @__PURE__ */ weightsOf(0);

function step(): number {
  return Math.PI / (N + 1);
}

/** Squares of the nodes, from `offset` steps on. */
function squares(offset: number): Float64Array {
  return Float64Array.from({ length: N + 1 }, (_, k) => square((k + offset) * H));
}

/** Weights of the nodes. */
function weightsOf(offset: number): Float64Array {
  return squares(offset).map((t) => exp(-t));
}

/**
 * Faddeeva function $w(z) = e^{-z^2}\operatorname{erfc}(-iz)$ at $z = x + iy$ in the upper half plane.
 *
 * ```ts
 * const w = new Float64Array(2);
 * faddeeva(0, 1, w);
 * w[0]; // ≈ 0.4276
 * ```
 * @param x - Real part of $z$.
 * @param y - Imaginary part of $z$, $\ge 0$.
 * @param out - Receives real and imaginary part; relative error of $w$ below 1e-14.
 * @see M. Al Azah, S. N. Chandler-Wilde, [SIAM J. Numer. Anal. 59 (2021) 2346](https://doi.org/10.1137/20M1373037)
 */
export function faddeeva(x: number, y: number, out: Float64Array): void {
  const a = Math.abs(x);
  const phase = a / H - Math.floor(a / H);
  const trapezoid = y < a && phase >= 0.25 && phase <= 0.75;
  const nodes = trapezoid ? whole : middle;
  const weights = trapezoid ? wholeWeight : middleWeight;
  const squareRe = (a - y) * (a + y);
  const squareIm = 2 * a * y;
  let sumRe = 0;
  let sumIm = 0;
  for (let k = trapezoid ? 1 : 0; k <= N; k++) {
    const d = squareRe - nodes[k];
    const r = weights[k] / (d * d + squareIm * squareIm);
    sumRe += r * d;
    sumIm -= r * squareIm;
  }
  // 2 i z h / pi times the sum.
  const c = (2 * H) / Math.PI;
  let re = -c * (a * sumIm + y * sumRe);
  let im = c * (a * sumRe - y * sumIm);
  if (trapezoid) {
    // i h / (pi z)
    const r = H / (Math.PI * (a * a + y * y));
    re += r * y;
    im += r * a;
  }
  const decay = (2 * Math.PI * y) / H;
  if (!(y >= Math.max(a, Math.PI / H)) && squareRe + decay < 745) {
    // 2 exp(-z^2) / (1 -+ exp(-2 pi i z / h)), multiplied through by exp(2 pi i z / h) = q (cos + i sin).
    const q = exp(-decay);
    const angle = (2 * Math.PI * a) / H;
    const qRe = q * cos(angle);
    const qIm = q * sin(angle);
    const sign = trapezoid ? -1 : 1;
    const size = 2 * exp(-squareRe - decay);
    const numeratorRe = size * cos(angle - squareIm);
    const numeratorIm = size * sin(angle - squareIm);
    const denominatorRe = qRe + sign;
    const r = 1 / (denominatorRe * denominatorRe + qIm * qIm);
    re += r * (numeratorRe * denominatorRe + numeratorIm * qIm);
    im += r * (numeratorIm * denominatorRe - numeratorRe * qIm);
  }
  out[0] = re;
  out[1] = x < 0 ? -im : im;
}
