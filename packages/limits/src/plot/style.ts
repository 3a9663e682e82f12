import type { ExpectedBands, Limit } from "../limit.js";
import type { LimitStyle } from "./options.js";

/** The expectation of a limit, if it has one. */
export function expectedOf(limit: Limit): ExpectedBands | undefined {
  return "expected" in limit ? limit.expected : undefined;
}

/** How a limit is drawn when nobody says. */
export function defaultStyle(limit: Limit): LimitStyle {
  if (expectedOf(limit)) return "bands";
  return limit.kind === "projection" || limit.kind === "expected" ? "dashed" : "region";
}
