/** Powers of ten and two meet as whole numbers: a decimal text as numerator and denominator. */
function fractionOf(text: string): readonly [bigint, bigint] {
  const [digits, exponent = "0"] = text.split("e");
  const [whole, decimals = ""] = digits.split(".");
  const power = Number(exponent) - decimals.length;
  const numerator = BigInt(whole + decimals);
  return power >= 0 ? [numerator * 10n ** BigInt(power), 1n] : [numerator, 10n ** BigInt(-power)];
}

/** Exponent of the last place of a double, that of the subnormals at least. */
function lastPlace(x: number): number {
  const upper = new DataView(new Float64Array([x]).buffer).getUint32(4, true);
  return Math.max((upper >>> 20) & 0x7ff, 1) - 1075;
}

/**
 * By how many units in its last place a double misses a decimal number.
 * @param floor - Take the unit of this number where that of the value is smaller, for errors near a zero.
 */
export function ulps(got: number, want: string, floor = 0): number {
  if (!Number.isFinite(got)) return Infinity;
  const [numerator, denominator] = fractionOf(want);
  const place = lastPlace(got);
  // The double as a whole number of its last places; both sides times 2^1074 are whole numbers.
  const mine = BigInt(Math.round(got * 2 ** -Math.trunc(place / 2) * 2 ** -(place - Math.trunc(place / 2))));
  const difference = (mine << BigInt(place + 1074)) * denominator - (numerator << 1074n);
  const unit = Math.max(lastPlace(Number(want)), lastPlace(floor));
  const scaled = (difference * 1_000_000n) / (denominator << BigInt(unit + 1074));
  return Math.abs(Number(scaled)) / 1e6;
}
