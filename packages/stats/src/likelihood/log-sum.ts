import { log } from "@belladonna/numerics/elementary";

/**
 * Sum of logarithms of positive numbers: products are formed as long as they stay in range, so that there is one
 * logarithm for many terms, and blocks are added with compensation.
 */
export class LogSum {
  #sum = 0;
  #lost = 0;

  /** Begin a new sum. */
  start(): void {
    this.#sum = 0;
    this.#lost = 0;
  }

  /** Add $\sum_i w_i \ln f_i$ of the first `n` entries; false when an entry is not positive. */
  add(f: Float64Array, n: number, weights: Float64Array | undefined): boolean {
    let part = 0;
    if (weights !== undefined) {
      for (let i = 0; i < n; i++) {
        if (!(f[i] > 0)) return false;
        part += weights[i] * log(f[i]);
      }
    } else {
      let product = 1;
      for (let i = 0; i < n; i++) {
        const v = f[i];
        if (!(v > 1e-100 && v < 1e100)) {
          if (!(v > 0)) return false;
          part += log(v);
          continue;
        }
        product *= v;
        if (!(product > 1e-200 && product < 1e200)) {
          part += log(product);
          product = 1;
        }
      }
      part += log(product);
    }
    this.#accumulate(part);
    return true;
  }

  /** The sum so far. */
  total(): number {
    return this.#sum + this.#lost;
  }

  #accumulate(x: number): void {
    const sum = this.#sum + x;
    this.#lost += Math.abs(this.#sum) >= Math.abs(x) ? this.#sum - sum + x : x - sum + this.#sum;
    this.#sum = sum;
  }
}
