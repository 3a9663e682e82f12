import { log, log1p } from "@belladonna/numerics/elementary";

/** How binned data are compared with expectations. */
export type BinStatistic = "poisson" | "pearson" | "neyman";

/** One bin's term of $-2\ln L$ and its first two derivatives by the expectation $\mu$. */
export interface BinTerm {
  value: number;
  first: number;
  second: number;
}

/**
 * Baker–Cousins term $2[\mu - n + n\ln(n/\mu)]$, without cancellation near $\mu = n$.
 * @see S. Baker, R. Cousins, Nucl. Instrum. Meth. 221 (1984) 437
 */
export function poissonDeviance(n: number, mu: number): number {
  if (n === 0) return 2 * mu;
  const x = (mu - n) / n;
  // Where the mean is lost in 1 + x its logarithm is not.
  if (x < -0.99) return 2 * (mu - n + n * (log(n) - log(mu)));
  // x - ln(1 + x), by its series where the two cancel.
  if (Math.abs(x) > 0.02) return 2 * n * (x - log1p(x));
  const t = x / (2 + x);
  const tt = t * t;
  return 2 * n * (x * t - 2 * t * tt * (1 / 3 + tt * (1 / 5 + tt * (1 / 7 + tt * (1 / 9 + tt / 11)))));
}

/** Term of a bin with `n` entries, of variance `variance` when they are weighted; not finite where it has no value. */
export function binTerm(statistic: BinStatistic, n: number, variance: number, mu: number, out: BinTerm): void {
  if (statistic === "poisson") {
    // Scaled Poisson for weighted entries (G. Bohm, G. Zech, Nucl. Instrum. Meth. A 748 (2014) 1).
    const scale = n > 0 ? n / variance : 1;
    if (!(mu > 0) && !(n === 0 && mu === 0)) {
      out.value = Infinity;
      return;
    }
    out.value = scale * poissonDeviance(n, mu);
    out.first = n === 0 ? 2 : 2 * scale * (1 - n / mu);
    out.second = n === 0 ? 0 : (2 * scale * n) / (mu * mu);
  } else if (statistic === "pearson") {
    const scale = n > 0 ? n / variance : 1;
    out.value = mu > 0 ? (scale * (n - mu) * (n - mu)) / mu : Infinity;
    out.first = scale * (1 - (n * n) / (mu * mu));
    out.second = (2 * scale * n * n) / (mu * mu * mu);
  } else {
    const weight = variance > 0 ? 1 / variance : 0;
    out.value = weight * (n - mu) * (n - mu);
    out.first = 2 * weight * (mu - n);
    out.second = 2 * weight;
  }
}
