import type { Quantity } from "./quantity.js";

/** A quantity that something has to exceed, written `> 0.1 GeV`. */
export function above(quantity: Quantity): Quantity {
  return { ...quantity, text: `> ${withUnit(quantity.value, quantity.unit)}` };
}

/** A quantity that something may not exceed, written `< 0.1 GeV`. */
export function below(quantity: Quantity): Quantity {
  return { ...quantity, text: `< ${withUnit(quantity.value, quantity.unit)}` };
}

/** An interval, written `0.9 to 0.99`. */
export function between(quantity: Quantity<readonly [number, number]>): Quantity<readonly [number, number]> {
  const [low, high] = quantity.value;
  return { ...quantity, text: `${low} to ${withUnit(high, quantity.unit)}` };
}

/** A number with its unit. */
function withUnit(value: number, unit: string): string {
  return unit === "1" ? String(value) : unit === "°" ? `${value}°` : `${value} ${unit}`;
}

/** A share or a relative uncertainty, written `0.3 %`. */
export function percent(quantity: Quantity): Quantity {
  return { ...quantity, text: `${Number((100 * quantity.value).toPrecision(12))} %` };
}
