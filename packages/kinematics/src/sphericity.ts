import { components, type Momenta } from "./momenta.js";
import type { ThreeVector } from "./three-vector.js";

/** Sphericity and what comes with it. */
export interface Sphericity {
  /** $S = \frac32(\lambda_2+\lambda_3)$, from 0 (two pencil jets) to 1 (isotropic). */
  readonly value: number;
  /** $A = \frac32\lambda_3$, from 0 (planar) to 1/2. */
  readonly aplanarity: number;
  /** Eigenvalues $\lambda_1\ge\lambda_2\ge\lambda_3$ of the momentum tensor, of sum 1. */
  readonly eigenvalues: ThreeVector;
  /** Unit eigenvectors in the same order; the first is the sphericity axis. */
  readonly axes: readonly [ThreeVector, ThreeVector, ThreeVector];
}

/**
 * Sphericity from the momentum tensor
 *
 * $$S^{ab} = \frac{\sum_i |\vec p_i|^{r-2}\,p_i^ap_i^b}{\sum_i|\vec p_i|^r},$$
 *
 * $r = 2$ for sphericity (J. D. Bjorken, S. J. Brodsky, Phys. Rev. D 1 (1970) 1416), $r = 1$ for the linear tensor that
 * does not change when a particle splits collinearly.
 *
 * @param momenta - Momenta of the event, GeV.
 * @param power - $r$, 2 when absent.
 * @returns All `NaN` when there is no momentum at all.
 * @throws RangeError for a component that is no number up to 1e70 GeV in size.
 * @example
 * ```ts
 * sphericity([{ px: 1, py: 0, pz: 0 }, { px: 0, py: 1, pz: 0 }]).value; // ≈ 0.75
 * ```
 */
export function sphericity(momenta: Momenta, power: 1 | 2 = 2): Sphericity {
  const { px, py, pz } = components("sphericity", momenta);
  // Upper triangle of the tensor: xx, xy, xz, yy, yz, zz.
  const t = new Float64Array(6);
  let norm = 0;
  for (let i = 0; i < px.length; i++) {
    const square = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
    if (square === 0) continue;
    const w = power === 2 ? 1 : 1 / Math.sqrt(square);
    norm += w * square;
    t[0] += w * px[i] * px[i];
    t[1] += w * px[i] * py[i];
    t[2] += w * px[i] * pz[i];
    t[3] += w * py[i] * py[i];
    t[4] += w * py[i] * pz[i];
    t[5] += w * pz[i] * pz[i];
  }
  const { values, vectors } = eigen(t.map((x) => x / norm));
  return {
    value: 1.5 * (values[1] + values[2]),
    aplanarity: 1.5 * values[2],
    eigenvalues: values,
    axes: vectors,
  };
}

/** Eigenvalues, largest first, and eigenvectors of a symmetric 3 by 3 matrix, by cyclic Jacobi rotations. */
function eigen(t: Float64Array): { values: ThreeVector; vectors: readonly [ThreeVector, ThreeVector, ThreeVector] } {
  const a = [
    [t[0], t[1], t[2]],
    [t[1], t[3], t[4]],
    [t[2], t[4], t[5]],
  ];
  const v = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (let sweep = 0; sweep < 30 && Math.abs(a[0][1]) + Math.abs(a[0][2]) + Math.abs(a[1][2]) > 0; sweep++) {
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const off = a[p][q];
      if (Math.abs(off) < 1e-300) {
        a[p][q] = a[q][p] = 0;
        continue;
      }
      const tau = (a[q][q] - a[p][p]) / (2 * off);
      const tan = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
      const cos = 1 / Math.sqrt(1 + tan * tan);
      const sin = tan * cos;
      const r = 3 - p - q;
      a[p][p] -= tan * off;
      a[q][q] += tan * off;
      a[p][q] = a[q][p] = 0;
      const [rp, rq] = [a[r][p], a[r][q]];
      a[r][p] = a[p][r] = cos * rp - sin * rq;
      a[r][q] = a[q][r] = sin * rp + cos * rq;
      for (const row of v) [row[p], row[q]] = [cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]];
    }
  }
  const [i, j, k] = [0, 1, 2].sort((x, y) => a[y][y] - a[x][x]);
  const vector = (c: number): ThreeVector => [v[0][c], v[1][c], v[2][c]];
  return { values: [a[i][i], a[j][j], a[k][k]], vectors: [vector(i), vector(j), vector(k)] };
}
