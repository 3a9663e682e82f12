import { exp, log } from "@belladonna/numerics/elementary";

/** How a `normsys` factor goes between its three values: piecewise exponential, or polynomial within one deviation. */
export type FactorInterpolation = "code1" | "code4";

/** How a `histosys` shift goes between its three histograms: linear, parabola, or polynomial within one deviation. */
export type ShiftInterpolation = "code0" | "code2" | "code4p";

/**
 * The even part of an additive shift and its first two derivatives, written to `out[0..2]`.
 *
 * With $b=(\nu^+-\nu^-)/2$ and $a=(\nu^++\nu^-)/2-\nu^0$ each of the codes is $\delta(\alpha)=b\,\alpha+a\,g(\alpha)$,
 * where $g(\pm1)=1$:
 *
 * $$g_0=|\alpha|,\qquad g_2=\begin{cases}\alpha^2\\2|\alpha|-1\end{cases}\qquad
 * g_{4p}=\begin{cases}\alpha^2(15-10\alpha^2+3\alpha^4)/8&|\alpha|\le1\\|\alpha|&|\alpha|>1\end{cases}$$
 *
 * The parabola continues as its tangent, as in ROOT; the formula printed in the HistFactory note and used by pyhf lacks the
 * constant and jumps at $|\alpha|=1$. At the kink of code 0 the derivatives are those of the side $\alpha\ge0$.
 * @param code - The interpolation.
 * @param alpha - The nuisance parameter, in standard deviations.
 * @param out - Receives $g$, $g'$, $g''$.
 * @see [HistFactory](https://cds.cern.ch/record/1456844), section 4.1
 */
export function evenShift(code: ShiftInterpolation, alpha: number, out: Float64Array): void {
  const magnitude = Math.abs(alpha);
  const sign = alpha < 0 ? -1 : 1;
  if (code === "code0" || (code === "code4p" && magnitude > 1)) {
    out[0] = magnitude;
    out[1] = sign;
    out[2] = 0;
  } else if (code === "code2") {
    out[0] = magnitude > 1 ? 2 * magnitude - 1 : alpha * alpha;
    out[1] = magnitude > 1 ? 2 * sign : 2 * alpha;
    out[2] = magnitude > 1 ? 0 : 2;
  } else {
    const x = alpha * alpha;
    out[0] = (x * (15 + x * (3 * x - 10))) / 8;
    out[1] = (alpha * (30 + x * (18 * x - 40))) / 8;
    out[2] = (30 + x * (90 * x - 120)) / 8;
  }
}

/** Numbers that {@link factorCoefficients} writes for each factor. */
export const FACTOR_COEFFICIENTS = 8;

/**
 * What {@link factor} needs of a `normsys`: the logarithms of its two values, then the six coefficients of the polynomial
 * that joins the two exponentials with equal value, slope and curvature at $\alpha=\pm1$.
 * @param lo - Factor at one deviation down, > 0.
 * @param hi - Factor at one deviation up, > 0.
 * @param out - Receives the coefficients.
 * @param at - Where in `out`.
 */
export function factorCoefficients(lo: number, hi: number, out: Float64Array, at: number): void {
  const logLo = log(lo);
  const logHi = log(hi);
  const up = hi * logHi;
  const down = lo * logLo;
  // Value, slope and curvature that the odd and the even part of the polynomial must have at +1.
  const odd0 = (hi - lo) / 2;
  const odd1 = (up - down) / 2;
  const odd2 = (up * logHi - down * logLo) / 2;
  const even0 = (hi + lo) / 2 - 1;
  const even1 = (up + down) / 2;
  const even2 = (up * logHi + down * logLo) / 2;
  out[at] = logLo;
  out[at + 1] = logHi;
  out[at + 2] = (15 * odd0 - 7 * odd1 + odd2) / 8;
  out[at + 3] = (24 * even0 - 9 * even1 + even2) / 8;
  out[at + 4] = (5 * odd1 - 5 * odd0 - odd2) / 4;
  out[at + 5] = (7 * even1 - 12 * even0 - even2) / 4;
  out[at + 6] = (3 * odd0 - 3 * odd1 + odd2) / 8;
  out[at + 7] = (8 * even0 - 5 * even1 + even2) / 8;
}

/**
 * The factor of a `normsys` and its first two derivatives, written to `out[0..2]`.
 *
 * $$f_1=\begin{cases}(f^+)^\alpha&\alpha\ge0\\(f^-)^{-\alpha}&\alpha<0\end{cases}\qquad
 * f_4=\begin{cases}1+\sum_{i=1}^6a_i\alpha^i&|\alpha|<1\\f_1&|\alpha|\ge1\end{cases}$$
 * @param code - The interpolation.
 * @param alpha - The nuisance parameter, in standard deviations.
 * @param coefficients - From {@link factorCoefficients}.
 * @param at - Where in `coefficients`.
 * @param out - Receives $f$, $f'$, $f''$.
 * @see [HistFactory](https://cds.cern.ch/record/1456844), section 4.1
 */
export function factor(
  code: FactorInterpolation,
  alpha: number,
  coefficients: Float64Array,
  at: number,
  out: Float64Array,
): void {
  if (code === "code4" && alpha < 1 && alpha > -1) {
    const a1 = coefficients[at + 2];
    const a2 = coefficients[at + 3];
    const a3 = coefficients[at + 4];
    const a4 = coefficients[at + 5];
    const a5 = coefficients[at + 6];
    const a6 = coefficients[at + 7];
    out[0] = 1 + alpha * (a1 + alpha * (a2 + alpha * (a3 + alpha * (a4 + alpha * (a5 + alpha * a6)))));
    out[1] = a1 + alpha * (2 * a2 + alpha * (3 * a3 + alpha * (4 * a4 + alpha * (5 * a5 + alpha * 6 * a6))));
    out[2] = 2 * a2 + alpha * (6 * a3 + alpha * (12 * a4 + alpha * (20 * a5 + alpha * 30 * a6)));
    return;
  }
  const slope = alpha < 0 ? -coefficients[at] : coefficients[at + 1];
  const f = exp(slope * alpha);
  out[0] = f;
  out[1] = slope * f;
  out[2] = slope * slope * f;
}
