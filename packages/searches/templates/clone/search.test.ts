import { describe, expect, it } from "vitest";
import { runSearch } from "../src/run-search.js";
import { templateName } from "../src/template-name/search.js";

describe("template-name", () => {
  it("gives an expected limit at every mass", async () => {
    const { measured } = await runSearch(templateName, { masses: { from: 1, to: 2, step: 1 }, events: 5000 });
    expect(measured[0].masses.map(({ mass }) => mass)).toEqual([1, 2]);
    for (const { expected } of measured[0].masses) expect(expected).toBeGreaterThan(0);
  });

  it("comes as close to the published limit as its README says", () => {
    expect.fail("fill in: the expected limit over the published one, in the rate");
  });
});
