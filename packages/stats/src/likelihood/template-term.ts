import { digamma, logGamma } from "@belladonna/numerics";
import { log as ln, log1p } from "@belladonna/numerics/elementary";
import { poissonDeviance } from "./bin-statistic.js";

/**
 * How the finite statistics of templates enter: `"da"`, the exact-mean form of Dembinski and Abdelmotteleb; `"jsc"`,
 * Conway's normal approximation; `"asy"`, the marginal form of Argüelles, Schneider and Yuan.
 */
export type TemplateMethod = "da" | "jsc" | "asy";

/** A bin's term and its derivatives by the expectation $\mu$ and its variance $V$ from the templates. */
export interface TemplateTerm {
  value: number;
  byMean: number;
  byVariance: number;
}

/** Evaluate the term of a bin with `n` entries at expectation `mu` of variance `v`. */
export function templateTerm(method: TemplateMethod, n: number, mu: number, v: number, out: TemplateTerm): void {
  if (!(mu > 0 && v > 0)) {
    out.value = n === 0 && mu === 0 ? 0 : Infinity;
    out.byMean = n === 0 ? 2 : 0;
    out.byVariance = 0;
  } else if (method === "da") dembinski(n, mu, v, out);
  else if (method === "jsc") conway(n, mu, v, out);
  else arguelles(n, mu, v, out);
}

/** Derivative of the Poisson deviance of `n` by its expectation. */
function slope(n: number, mu: number): number {
  return n === 0 ? 2 : 2 * (1 - n / mu);
}

/** [arXiv:2206.12346](https://arxiv.org/abs/2206.12346): the template's count has an effective size k. */
function dembinski(n: number, mu: number, v: number, out: TemplateTerm): void {
  const k = (mu * mu) / v;
  // The scale that minimises the sum of both deviances; its own derivative does not enter.
  const beta = (n + k) / (mu + k);
  const byScale = 2 * (beta - 1 - ln(beta));
  out.value = poissonDeviance(n, mu * beta) + poissonDeviance(k, k * beta);
  out.byMean = beta * slope(n, mu * beta) + (byScale * 2 * mu) / v;
  out.byVariance = (-byScale * k) / v;
}

/** [arXiv:1103.0354](https://arxiv.org/abs/1103.0354): a normal scale factor of relative variance r. */
function conway(n: number, mu: number, v: number, out: TemplateTerm): void {
  const r = v / (mu * mu);
  const p = 0.5 - (0.5 * v) / mu;
  const beta = p + Math.sqrt(p * p + n * r);
  const off = beta - 1;
  out.value = poissonDeviance(n, mu * beta) + (off * off) / r;
  out.byMean = beta * slope(n, mu * beta) + (2 * off * off * mu) / v;
  out.byVariance = (-off * off * mu * mu) / (v * v);
}

/** Twice the negative logarithm of [arXiv:1901.04645](https://arxiv.org/abs/1901.04645), with its prior of shape $\alpha = \mu^2/V + 1$. */
function arguelles(n: number, mu: number, v: number, out: TemplateTerm): void {
  const alpha = (mu * mu) / v + 1;
  const beta = mu / v;
  const log = alpha * ln(beta) + logGamma(n + alpha) - logGamma(n + 1) - (n + alpha) * log1p(beta) - logGamma(alpha);
  const byAlpha = ln(beta / (1 + beta)) + digamma(n + alpha) - digamma(alpha);
  const byBeta = alpha / beta - (n + alpha) / (1 + beta);
  out.value = -2 * log;
  out.byMean = -2 * ((byAlpha * 2 * mu) / v + byBeta / v);
  out.byVariance = (2 * (byAlpha * mu * mu + byBeta * mu)) / (v * v);
}
