import { describe, expect, it } from "vitest";
import { crossSection } from "../../src/index.js";
import { rows } from "../reference.js";
import { processOf } from "../reference-process.js";

describe("cross sections of tree processes", () => {
  // ggg here goes through the general maps; threePhotons has its own. Partial widths (w_) and gamma X, which have
  // closed forms, are tested with those.
  const compared = rows.flatMap((row) => {
    const found = processOf(row);
    return found === undefined ? [] : [{ ...row, ...found }];
  });

  it("are all there", () => {
    expect(compared.length).toBeGreaterThan(80);
  });

  it.each(compared)("are MadGraph's: $key", { timeout: 600_000 }, ({ process, cuts, value, err }) => {
    const found = crossSection(process, { sqrtS: 10.58, cuts, relativeError: 1.5e-3 });
    const error = Math.sqrt((found.error / 1000) ** 2 + err ** 2);
    expect(Math.abs(found.value / 1000 - value)).toBeLessThan(3.5 * error);
  });
});
