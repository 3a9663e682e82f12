import type { Quantity } from "./quantity.js";

/** A quantity that something has to exceed, printed as `> 0.1 GeV`. */
export function above(quantity: Quantity): Quantity {
  return { ...quantity, text: `> ${withUnit(quantity)}` };
}

/** A quantity that something may not exceed, printed as `< 0.4 GeV`. */
export function below(quantity: Quantity): Quantity {
  return { ...quantity, text: `< ${withUnit(quantity)}` };
}

/** A range, printed as `10 to 11 GeV`; which of its ends belong to it is for the cut to say. */
export function between(
  quantity: Quantity<readonly [low: number, high: number]>,
): Quantity<readonly [low: number, high: number]> {
  const { value, unit } = quantity;
  // A degree sign stands at each number.
  const low = withUnit({ value: value[0], unit: unit === "°" ? unit : "1" });
  return { ...quantity, text: `${low} to ${withUnit({ value: value[1], unit })}` };
}

/** A fraction, printed as `90 %`. */
export function percent(quantity: Quantity): Quantity {
  return { ...quantity, text: `${Number((100 * quantity.value).toPrecision(12))} %` };
}

/** A number with a true minus sign, and its unit. */
function withUnit({ value, unit }: Pick<Quantity, "value" | "unit">): string {
  const number = String(value).replace("-", "−");
  return unit === "1" ? number : `${number}${unit === "°" ? "" : " "}${unit}`;
}
