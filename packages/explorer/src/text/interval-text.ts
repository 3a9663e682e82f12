import { numberText, percentText } from "./number-text.js";
import type { Fraction } from "../worker/answers.js";

/** A fraction with its interval, in per cent. */
export function intervalText({ value, low, high }: Fraction): string {
  return `${percentText(value)} (${numberText(100 * low, 3)} – ${numberText(100 * high, 3)})`;
}
