import { describe, expect, it } from "vitest";
import { fit } from "../src/index.js";
import reference from "./data/fits.json";
import { dataOf, models, offset } from "./fit-models.js";
import type { ReferenceFit } from "./fit-models.js";

const rows = reference.fits as unknown as ReferenceFit[];

describe("data of the reference fits", () => {
  it.each(rows.filter((r) => r.data.recipe !== undefined))("are regenerated: $name", (row) => {
    const x = dataOf(row);
    expect([...x.subarray(0, 5)]).toEqual(row.data.first5);
    expect(Math.abs(x.reduce((a, b) => a + b, 0) / (row.data.sum ?? 0) - 1)).toBeLessThan(1e-12);
  });
});

describe.each(rows.filter((r) => r.name in models))("reference fit $name", (row) => {
  const result = fit(models[row.name](row));
  const { values, fval, hesse_errors, covariance, minos } = row.reference;
  const { tolerances } = row;
  const names = Object.keys(values);
  // Reference values are of the stated objective; ours is -2 ln L, up to the constant of the saturated model.
  const scale = 1 / row.errordef_up;

  it("is valid and reaches the minimum", () => {
    expect(result.reason).toBe("");
    expect(result.valid).toBe(true);
    expect(Math.abs((result.value - offset(row)) / scale - fval)).toBeLessThan(tolerances.fval_abs);
  });
  it.each(names)("has the right %s, with the right error", (name) => {
    const error = hesse_errors[name];
    expect(Math.abs(result.parameters[name] - values[name]) / error).toBeLessThan(tolerances.values_in_sigma);
    expect(Math.abs(result.errors[name] / error - 1)).toBeLessThan(tolerances.hesse_rel);
  });
  it("has the right covariance", () => {
    const order = covariance.params.map((p) => Object.keys(result.parameters).indexOf(p));
    const n = order.length;
    covariance.matrix.forEach((line, i) => {
      line.forEach((c, j) => {
        const size = hesse_errors[covariance.params[i]] * hesse_errors[covariance.params[j]];
        expect(Math.abs(result.covariance[order[i] * n + order[j]] - c) / size).toBeLessThan(2 * tolerances.hesse_rel);
      });
    });
  });
  it.each(names)("has the right profile interval of %s", (name) => {
    const interval = result.minos(name);
    const [lower, upper] = minos[name];
    expect(interval.reason).toBe("");
    if (lower === null) expect(interval.lowerAtBound).toBe(true);
    else expect(Math.abs(interval.lower / lower - 1)).toBeLessThan(tolerances.minos_rel);
    if (upper === null) expect(interval.upperAtBound).toBe(true);
    else expect(Math.abs(interval.upper / upper - 1)).toBeLessThan(tolerances.minos_rel);
  });
});
