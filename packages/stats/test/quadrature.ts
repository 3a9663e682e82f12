/** Adaptive Simpson quadrature, for checks. */
export function adaptive(f: (x: number) => number, a: number, b: number, tolerance = 1e-11): number {
  const part = (
    l: number,
    fl: number,
    r: number,
    fr: number,
    m: number,
    fm: number,
    whole: number,
    depth: number,
  ): number => {
    const ml = 0.5 * (l + m);
    const mr = 0.5 * (m + r);
    const [fml, fmr] = [f(ml), f(mr)];
    const left = ((m - l) / 6) * (fl + 4 * fml + fm);
    const right = ((r - m) / 6) * (fm + 4 * fmr + fr);
    const change = left + right - whole;
    if (depth > 40 || Math.abs(change) <= tolerance * (Math.abs(whole) + 1e-3)) return left + right + change / 15;
    return part(l, fl, m, fm, ml, fml, left, depth + 1) + part(m, fm, r, fr, mr, fmr, right, depth + 1);
  };
  let total = 0;
  const panels = 32;
  for (let i = 0; i < panels; i++) {
    const l = a + ((b - a) * i) / panels;
    const r = a + ((b - a) * (i + 1)) / panels;
    const m = 0.5 * (l + r);
    const [fl, fm, fr] = [f(l), f(m), f(r)];
    total += part(l, fl, r, fr, m, fm, ((r - l) / 6) * (fl + 4 * fm + fr), 0);
  }
  return total;
}
