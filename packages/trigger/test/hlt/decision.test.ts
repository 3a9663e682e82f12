import { describe, expect, it } from "vitest";
import {
  evaluateCut,
  finalDecision,
  lineResult,
  menuResult,
  parseCut,
  prescaleKeeps,
  type LineResult,
} from "../../src/index.js";
import reference from "../data/hlt-decision-cases.json";

describe("decisions", () => {
  it.each(reference.module_results)(
    "of a menu on $results",
    ({ results, module_result_accept_mode: accept, module_result_reject_mode: reject }) => {
      expect(menuResult(results as LineResult[], true)).toBe(accept);
      expect(menuResult(results as LineResult[], false)).toBe(reject);
    },
  );

  it.each(reference.final_decision)("in the end on $results", ({ results, accept_event: accept }) => {
    expect(finalDecision(results as unknown as Record<string, LineResult>)).toBe(accept);
  });

  it.each(reference.cuts)("of the line $cut, reject $reject", ({ cut, prescale, reject, expect: expected }) => {
    const holds = evaluateCut(parseCut(cut), {}) !== 0;
    const kept = prescaleKeeps("line", prescale, 7, 0);
    expect(lineResult(holds, kept, reject ? "reject" : "accept")).toBe(expected);
  });

  it("are 13 in all", () => {
    expect(reference.module_results.length + reference.final_decision.length + reference.cuts.length).toBe(13);
  });

  it("reject whatever the prescale", () => {
    expect(lineResult(true, false, "reject")).toBe("reject");
    expect(lineResult(true, false, "accept")).toBe("noResult");
  });
});
