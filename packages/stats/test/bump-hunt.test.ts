import { describe, expect, it } from "vitest";
import { binned, chebyshev, fit, gaussian, parameter, sum } from "../src/index.js";
import reference from "./data/bumphunt-scan.json";

const { counts, range, nbins, scan } = reference;
const edge = (i: number): number => range[0] + ((range[1] - range[0]) * i) / nbins;

describe("scan of a histogram for a narrow peak on a cubic background", () => {
  it.each(scan)("finds the signal, its error and its significance at mass $mass", (row) => {
    const { first_bin: first, last_bin_exclusive: last } = row;
    const window = [edge(first), edge(last)] as const;
    const n = counts.slice(first, last);
    const edges = Array.from({ length: last - first + 1 }, (_, i) => edge(first + i));
    const total = n.reduce((a, b) => a + b, 0);
    const c = [1, 2, 3].map((k) => parameter(`c${k}`, 0));
    const density = sum(
      [gaussian({ mean: row.mass, sigma: row.sigma, range: window }), chebyshev({ coefficients: c, range: window })],
      { yields: [parameter("s", 0), parameter("b", total, { min: 0 })] },
    );
    const likelihood = binned(density, n, edges);
    const free = fit(likelihood);
    const background = fit(likelihood, { fix: { s: 0 } });
    expect(free.reason).toBe("");
    expect(background.reason).toBe("");
    // The reference's objective lacks the saturated term: sum of n - n ln n.
    const saturated = n.reduce((s, k) => s + (k > 0 ? k - k * Math.log(k) : 0), 0);
    expect(Math.abs(0.5 * free.value + saturated - row.nll_free)).toBeLessThan(1e-6);
    expect(Math.abs(0.5 * background.value + saturated - row.nll_b)).toBeLessThan(1e-6);
    expect(Math.abs(free.parameters.s - row.s_hat) / row.s_err_hesse).toBeLessThan(1e-4);
    expect(Math.abs(free.errors.s / row.s_err_hesse - 1)).toBeLessThan(1e-3);
    const z = Math.sign(free.parameters.s) * Math.sqrt(Math.max(background.value - free.value, 0));
    expect(Math.abs(z - row.signed_Z)).toBeLessThan(1e-5);
  });
});
