import { expect, it } from "vitest";
import { limitFromJson, limitToJson } from "../../src/json.js";
import type { Limit } from "../../src/limit.js";
import { mixingLimits } from "../../src/plot/mixing-limits.js";
import { scalarMixing } from "../../src/plot/scalar-mixing.js";
import { published } from "../../src/published/published.js";

/** The numbers of a limit, column after column, and the rest. */
function apart(data: Limit): { numbers: number[]; rest: object } {
  const columns = Object.entries(data).filter(([, v]) => Array.isArray(v)) as [string, number[]][];
  const rest = Object.entries(data).filter(([, v]) => !Array.isArray(v));
  return { numbers: columns.flatMap(([, v]) => v), rest: Object.fromEntries(rest) };
}

it("are those that follow from the bundled grids, made again", async () => {
  const grids = published.find({ portal: "dark-scalar", observable: "BF(B" }).filter((e) => e.shape === "grid");
  expect(mixingLimits).toHaveLength(grids.length);
  for (const [i, { id }] of grids.entries()) {
    const grid = await published.get(id);
    if (grid.shape !== "grid") throw new Error(`${id} is no grid`);
    const made = apart(limitFromJson(limitToJson(scalarMixing(grid))));
    const kept = apart(mixingLimits[i]);
    expect(made.rest).toEqual(kept.rest);
    expect(made.numbers).toHaveLength(kept.numbers.length);
    expect(made.numbers.length).toBeGreaterThan(50);
    // Roots are found to 1e-12.
    const differ = made.numbers.filter((v, k) => v !== kept.numbers[k] && !(Math.abs(v / kept.numbers[k] - 1) < 1e-9));
    expect(differ).toEqual([]);
  }
});
