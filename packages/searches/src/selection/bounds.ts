import type { Sourced } from "@belladonna/sources";
import type { Quantity } from "./quantity.js";

/** Where a number comes from, and its unit. */
type Origin = Pick<Sourced, "unit" | "standing" | "source">;

/** A range, printed as `10 to 11 GeV`; which of its ends belong to it is for the cut to say. */
export function between(
  quantity: string,
  low: number,
  high: number,
  origin: Origin,
): Quantity<readonly [low: number, high: number]> {
  // A degree sign stands at each number.
  const first = origin.unit === "°" ? withUnit(low, "°") : numberText(low);
  return { quantity, value: [low, high], text: `${first} to ${withUnit(high, origin.unit)}`, ...origin };
}

/** An upper bound, printed as `< 0.4 GeV`. */
export function below(quantity: string, value: number, origin: Origin): Quantity {
  return { quantity, value, text: `< ${withUnit(value, origin.unit)}`, ...origin };
}

/** A fraction, printed as `90 %`. */
export function percent(quantity: string, value: number, origin: Omit<Origin, "unit">): Quantity {
  return { quantity, value, unit: "1", text: `${Number((100 * value).toPrecision(12))} %`, ...origin };
}

/** A number with a true minus sign. */
function numberText(value: number): string {
  return String(value).replace("-", "−");
}

function withUnit(value: number, unit: string): string {
  return unit === "1" ? numberText(value) : `${numberText(value)}${unit === "°" ? "" : " "}${unit}`;
}
