/** Nodes and weights of Gauss and Legendre on (0, 1), by Newton's iteration on $P_n$. */
export function gaussLegendre(n: number): { readonly x: Float64Array; readonly w: Float64Array } {
  const x = new Float64Array(n);
  const w = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let z = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 12; step++) {
      let p = 1;
      let before = 0;
      for (let j = 1; j <= n; j++) {
        const next = ((2 * j - 1) * z * p - (j - 1) * before) / j;
        before = p;
        p = next;
      }
      slope = (n * (z * p - before)) / (z * z - 1);
      z -= p / slope;
    }
    x[k] = (1 - z) / 2;
    w[k] = 1 / ((1 - z * z) * slope * slope);
  }
  return { x, w };
}
