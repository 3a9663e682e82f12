import { halfDeviance } from "../counting/deviance.js";
import { chi2Sf } from "@belladonna/numerics";

/** A $\chi^2$ and what it says. */
export interface Chi2Test {
  /** The statistic. */
  readonly chi2: number;
  /** Degrees of freedom: bins used less fitted parameters. */
  readonly dof: number;
  /** Probability of a larger value, from the $\chi^2$ distribution; `NaN` without degrees of freedom. */
  readonly pValue: number;
}

/** Result of {@link goodnessOfFit}. */
export interface GoodnessOfFit {
  /** Likelihood-ratio $\chi^2$ to the saturated model, $2\sum_i(\mu_i - n_i + n_i\ln\frac{n_i}{\mu_i})$. */
  readonly bakerCousins: Chi2Test;
  /** $\sum_i (n_i - \mu_i)^2/\mu_i$. */
  readonly pearson: Chi2Test;
  /** $\sum_i (n_i - \mu_i)^2/n_i$ over the bins with entries. */
  readonly neyman: Chi2Test;
}

/**
 * Goodness of fit of counts to their expectations.
 * @param observed - Counts, not negative.
 * @param expected - Expectations, not negative; a bin that expects nothing must hold nothing and is left out.
 * @param fitted - Number of parameters fitted to these counts; 0 by default.
 * @throws RangeError when lengths differ, a number is negative or NaN, or `fitted` is not an integer.
 * @see [Baker and Cousins, Nucl. Instrum. Meth. 221 (1984) 437](https://doi.org/10.1016/0167-5087(84)90016-4)
 * @example
 * ```ts
 * goodnessOfFit([12, 7], [10, 10]).pearson.chi2; // ≈ 1.3
 * ```
 */
export function goodnessOfFit(observed: ArrayLike<number>, expected: ArrayLike<number>, fitted = 0): GoodnessOfFit {
  if (observed.length !== expected.length) {
    throw new RangeError(
      `goodnessOfFit: need as many expectations as counts, got ${expected.length}, ${observed.length}`,
    );
  }
  if (!(Number.isInteger(fitted) && fitted >= 0)) {
    throw new RangeError(`goodnessOfFit: fitted must be an integer >= 0, got ${fitted}`);
  }
  if (fitted > observed.length) {
    throw new RangeError(`goodnessOfFit: fitted must be at most the number of bins, ${observed.length}, got ${fitted}`);
  }
  const sums = [0, 0, 0];
  const bins = [0, 0, 0];
  for (let i = 0; i < observed.length; i++) {
    const n = observed[i];
    const mu = expected[i];
    if (!(n >= 0 && mu >= 0 && (mu > 0 || n === 0) && [n, mu].every((x) => x === 0 || (x >= 1e-100 && x <= 1e100)))) {
      throw new RangeError(
        `goodnessOfFit: need counts >= 0 and expectations > 0, from 1e-100 to 1e100, got ${n} and ${mu} in bin ${i}`,
      );
    }
    if (mu === 0) continue;
    const square = (n - mu) * (n - mu);
    sums[0] += 2 * halfDeviance(n, mu);
    sums[1] += square / mu;
    bins[0]++;
    bins[1]++;
    if (n === 0) continue;
    sums[2] += square / n;
    bins[2]++;
  }
  const [bakerCousins, pearson, neyman] = sums.map((chi2, k) => {
    const dof = bins[k] - fitted;
    return { chi2, dof, pValue: dof > 0 ? chi2Sf(chi2, dof) : Number.NaN };
  });
  return { bakerCousins, pearson, neyman };
}
