import type { Line } from "./propagators.js";

/**
 * Take the large part off the current $J$ of an electron that goes on nearly undeflected, in place:
 *
 * $$J'=J-q\,\frac{J^+}{q^+},\qquad J'^+=0,\quad J'_\perp=J_\perp-q_\perp\frac{J^+}{q^+},\quad
 * J'^-=\frac{2}{q^+}\left(q_\perp\cdot J'_\perp-q^2\frac{J^+}{q^+}\right),$$
 *
 * and with $+$ and $-$ exchanged for a positron, whichever component of $q$ is larger. What is taken off is along $q$ and
 * adds nothing to a sum of diagrams that conserves the current; left in, it would cancel between diagrams to the order of
 * $(q_\perp/q^+)^2$, $10^{-12}$ of each at the smallest $Q^2$. Where $q_\perp$ is the larger the current is left as it is.
 * @param w - Work space.
 * @param at - Start of the current, a conserved one.
 * @param line - Momentum of the current and $q^2$.
 * @param n - Number of rows.
 * @param B - Block length.
 */
export function lightConeGauge(w: Float64Array, at: number, { q, from, d, over }: Line, n: number, B: number): void {
  for (let i = 0; i < n; i++) {
    const plus = q[from + i];
    const minus = q[from + B + i];
    const x = q[from + 2 * B + i];
    const y = q[from + 3 * B + i];
    const onPlus = Math.abs(plus) >= Math.abs(minus);
    const large = onPlus ? plus : minus;
    if (!(large * large > x * x + y * y)) continue;
    const big = at + i + (onPlus ? 0 : 2 * B);
    const small = at + i + (onPlus ? 2 * B : 0);
    const k = at + i;
    const re = w[big] / large;
    const im = w[big + B] / large;
    w[big] = 0;
    w[big + B] = 0;
    // V = V¹ + iV², V' = V¹ − iV² of q are x ± iy.
    const vr = (w[k + 4 * B] -= x * re - y * im);
    const vi = (w[k + 5 * B] -= x * im + y * re);
    const cr = (w[k + 6 * B] -= x * re + y * im);
    const ci = (w[k + 7 * B] -= x * im - y * re);
    // 2 q⊥·V⊥ = q V' + q' V.
    const q2 = 2 * d[over + i];
    w[small] = (x * (vr + cr) + y * (vi - ci) - q2 * re) / large;
    w[small + B] = (x * (vi + ci) - y * (vr - cr) - q2 * im) / large;
  }
}
