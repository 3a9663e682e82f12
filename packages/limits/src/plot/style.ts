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

/** Labels a little darker than their lines, to be legible on white. */
export function darker(color: string): string {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!hex) return color;
  return (
    "#" +
    hex
      .slice(1)
      .map((c) =>
        Math.round(parseInt(c, 16) * 0.72)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
  );
}
