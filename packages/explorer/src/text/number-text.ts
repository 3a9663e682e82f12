const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number for the screen: plainly from 0.001 to 99999, else with a power of ten.
 * @param value - Any number.
 * @param digits - Significant digits.
 */
export function numberText(value: number, digits = 4): string {
  if (value === Infinity) return "∞";
  if (Number.isNaN(value)) return "–";
  if (value === 0) return "0";
  const [mantissa, power] = value.toExponential(digits - 1).split("e");
  const exponent = Number(power);
  if (exponent >= -3 && exponent < 5) return String(Number(value.toPrecision(digits)));
  const raised = String(Math.abs(exponent)).replace(/\d/g, (d) => SUPERSCRIPT[Number(d)]);
  return `${String(Number(mantissa))}·10${exponent < 0 ? "⁻" : ""}${raised}`;
}

/** A factor, two digits: 0.59, 4.1, 23. */
export function factorText(value: number): string {
  return value >= 1000 || value < 0.001 ? numberText(value, 2) : String(Number(value.toPrecision(2)));
}

/** A fraction in per cent. */
export function percentText(fraction: number): string {
  const percent = 100 * fraction;
  return `${percent < 0.01 && percent > 0 ? numberText(percent, 2) : Number(percent.toPrecision(3))} %`;
}
