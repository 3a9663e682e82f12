/**
 * $x^a y^b/\bigl(B(a, b)\,I_x(a, b)\bigr)$, $y = 1 - x$, by the even part of the continued fraction, of the order of
 * $\sqrt{a + b}$ terms, and the modified Lentz algorithm; for $x \le (a + 1)/(a + b + 2)$.
 * @see A. DiDonato and A. Morris, ACM Trans. Math. Softw. 18 (1992) 360, eq. 9
 */
export function betaFraction(x: number, a: number, b: number, y: number): number {
  const lambda = a * y - b * x + 1;
  let f = (a / (a + 1)) * lambda;
  let c = f;
  let d = 0;
  for (let m = 1; m < 100000; m++) {
    const s = a + 2 * m - 1;
    const alpha = ((a + m - 1) / s) * (a + b + m - 1) * ((m * (b - m) * x * x) / s);
    const beta = m + (m * (b - m) * x) / s + ((a + m) / (s + 2)) * (lambda + m * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    f *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return f;
}
