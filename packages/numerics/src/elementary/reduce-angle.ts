import { DOUBLE, HALF_PI, HALF_PI_LOW, UPPER, WORDS } from "./binary.js";
import { productError, sumError } from "./rounding.js";

const TWO_OVER_PI = 0.6366197723675814;
/** $\pi/2$ in parts of 33, 33 and 53 bits: the first two have exact products with whole numbers below $2^{20}$. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487959506e-21;

/**
 * An angle less the nearest multiple of $\pi/2$, in two doubles: relative error below $2^{-58}$, whatever the angle.
 * @param x - Angle, rad, at least $\pi/4$ in size.
 * @param out - Receives the rest and what its rounding took away; NaN for angles that are not finite.
 * @returns The multiple, whole, modulo 4 beyond a million.
 * @see W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980), for the parts of $\pi/2$
 */
export function reduceAngle(x: number, out: Float64Array): number {
  const k = Math.floor(x * TWO_OVER_PI + 0.5);
  const size = Math.abs(k);
  if (size < 1048576) {
    const near = x - k * HALF_PI_1;
    const part = -k * HALF_PI_2;
    const h = near + part;
    // What is left out is 2^-118 of k at most.
    if (Math.abs(h) > size * 8.673617379884035e-19) {
      const l = sumError(near, part) - k * HALF_PI_3;
      const r = h + l;
      out[0] = r;
      out[1] = l - (r - h);
      return k;
    }
  }
  return reduceExactly(x, out);
}

/** $2/\pi$ in units of $2^{-1184}$. */
const TWO_OVER_PI_DIGITS =
  "0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee882" +
  "35f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e" +
  "5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046";
const DIGITS_BITS = 1184;
/** Bits kept of the fraction: the nearest a double comes to a multiple of $\pi/2$ is $2^{-62}$. */
const KEPT = 180;
/** $2^{-180}$. */
const UNIT = 6.525304467998525e-55;

/**
 * The same by whole numbers of any size, for angles beyond a million and beside a multiple of $\pi/2$: slow, a microsecond.
 * @see M. H. Payne and R. N. Hanek, ACM SIGNUM Newsletter 18 (1983) 19
 */
function reduceExactly(x: number, out: Float64Array): number {
  const a = Math.abs(x);
  if (!(a < Infinity)) {
    out[0] = out[1] = Number.NaN;
    return 0;
  }
  DOUBLE[0] = a;
  // a = mantissa · 2^exponent, both whole.
  const exponent = (WORDS[UPPER] >> 20) - 1075;
  const mantissa = BigInt((WORDS[UPPER] & 0xfffff) | 0x100000) * 4294967296n + BigInt(WORDS[1 - UPPER] >>> 0);
  const turns = (mantissa * BigInt(TWO_OVER_PI_DIGITS)) >> BigInt(DIGITS_BITS - exponent - KEPT);
  const unit = 1n << BigInt(KEPT);
  const multiple = (turns + unit / 2n) / unit;
  const rest = turns - multiple * unit;
  const high = Number(rest);
  const low = Number(rest - BigInt(high));
  const sign = x < 0 ? -UNIT : UNIT;
  const h = high * HALF_PI;
  const l = productError(high, HALF_PI) + high * HALF_PI_LOW + low * HALF_PI;
  out[0] = sign * (h + l);
  out[1] = sign * (l - (h + l - h));
  return x < 0 ? -Number(multiple % 4n) : Number(multiple % 4n);
}
