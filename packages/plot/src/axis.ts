/** One axis of a plot: where values lie on the page and which ticks are drawn. */
export interface Axis {
  /** Smallest and largest value. */
  readonly domain: readonly [number, number];
  /** Logarithmic or linear. */
  readonly scale: "log" | "linear";
  /** Page coordinate of a value, px. */
  readonly px: (value: number) => number;
  /** Value at a page coordinate. */
  readonly value: (px: number) => number;
  /** Ticks with a number. */
  readonly major: readonly number[];
  /** Ticks without. */
  readonly minor: readonly number[];
}

/**
 * An axis from page coordinate `from` to `to`.
 *
 * ```ts
 * axis([0.01, 100], "log", 0, 400).px(1); // 200
 * ```
 * @param domain - Smallest and largest value; both > 0 on a logarithmic scale.
 * @param scale - Logarithmic or linear.
 * @param from - Page coordinate of `domain[0]`, px.
 * @param to - Page coordinate of `domain[1]`, px.
 * @returns The axis.
 */
export function axis(domain: readonly [number, number], scale: "log" | "linear", from: number, to: number): Axis {
  const [low, high] = domain;
  if (!["log", "linear"].includes(scale)) {
    throw new RangeError(`axis: scale must be log or linear, got "${scale as string}"`);
  }
  if (!(low < high && high - low < Infinity && (scale === "linear" || low > 0))) {
    throw new RangeError(`axis: domain must rise${scale === "log" ? " from > 0" : ""}, got [${low}, ${high}]`);
  }
  if (!(Number.isFinite(from) && Number.isFinite(to))) {
    throw new RangeError(`axis: page coordinates must be finite, got ${from} and ${to}`);
  }
  if (scale === "linear") {
    const step = niceStep((high - low) / 5);
    const major = multiples(low, high, step);
    return {
      domain,
      scale,
      px: (v) => from + ((v - low) / (high - low)) * (to - from),
      value: (p) => low + ((p - from) / (to - from)) * (high - low),
      major,
      minor: multiples(low, high, step / 5).filter((v) => !major.some((m) => Math.abs(m - v) < step / 100)),
    };
  }
  const a = Math.log10(low);
  const b = Math.log10(high);
  const powers: number[] = [];
  const between: number[] = [];
  for (let n = Math.floor(a - 1e-9); n <= Math.ceil(b + 1e-9); n++) {
    for (let k = 1; k < 10; k++) {
      const v = Number(`${k}e${n}`);
      if (v < low * (1 - 1e-12) || v > high * (1 + 1e-12)) continue;
      (k === 1 ? powers : between).push(v);
    }
  }
  const every = Math.max(1, Math.ceil(powers.length / 9));
  const major = fewer(low, high, powers, between) ?? powers.filter((v) => Math.round(Math.log10(v)) % every === 0);
  return {
    domain,
    scale,
    px: (v) => from + ((Math.log10(v) - a) / (b - a)) * (to - from),
    value: (p) => 10 ** (a + ((p - from) / (to - from)) * (b - a)),
    major,
    minor: [...between, ...powers].filter((v) => !major.includes(v)),
  };
}

/** Least number of ticks with a number where powers of ten alone are too few. */
const FEW = 3;

/** Ticks with a number where there are less than three powers of ten: those at 2 and 5 too, or 3, or all, or even steps. */
function fewer(low: number, high: number, powers: readonly number[], between: readonly number[]): number[] | undefined {
  if (powers.length >= FEW) return undefined;
  const sorted = [...powers, ...between].sort((x, y) => x - y);
  for (const digits of [/^[125]/, /^[1235]/, /^[1-9]/]) {
    const found = sorted.filter((v) => digits.test(v.toExponential()));
    if (found.length >= FEW) return found;
  }
  return multiples(low, high, niceStep((high - low) / 5));
}

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A tick's text: powers of ten as 10ⁿ, but 0.01 to 100 plainly.
 *
 * ```ts
 * tickText(1e-7); // "10⁻⁷"
 * ```
 * @param value - Value of the tick.
 * @returns Text.
 */
export function tickText(value: number): string {
  const exponent = exponentOf(value);
  if (value === 0 || (exponent >= -2 && exponent <= 2)) return plainNumber(value);
  return powerText(value, exponent);
}

/**
 * Texts of the ticks of one axis in one notation: plainly from 0.01 to 999, else all but 0, 1 and 10 as powers of ten.
 *
 * ```ts
 * tickTexts([0.001, 0.01, 0.1, 1]); // ["10⁻³", "10⁻²", "10⁻¹", "1"]
 * tickTexts([0.1, 1, 10, 100]); // ["0.1", "1", "10", "100"]
 * ```
 * @param values - Values of all ticks with a number.
 * @returns One text a tick.
 */
export function tickTexts(values: readonly number[]): string[] {
  const used = values.filter((v) => v !== 0).map(exponentOf);
  const top = Math.max(...used);
  // Even steps, as of a linear axis, may begin with a small number.
  const even = values.includes(0) && top >= -2;
  if (even ? top <= 3 : used.every((n) => n >= -2 && n <= 2)) {
    return values.map(plainNumber);
  }
  return values.map((v) => {
    const exponent = exponentOf(v);
    const short = v === 0 || exponent === 0 || v === 10;
    return short ? plainNumber(v) : powerText(v, exponent);
  });
}

/** A number to six digits, with a minus sign and not a hyphen. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}

function exponentOf(value: number): number {
  return Math.floor(Math.log10(Math.abs(value)) + 1e-9);
}

function powerText(value: number, exponent: number): string {
  const mantissa = Number((value / 10 ** exponent).toPrecision(6));
  const digits = String(Math.abs(exponent)).replace(/\d/g, (d) => SUPERSCRIPT[Number(d)]);
  const power = `10${exponent < 0 ? "⁻" : ""}${digits}`;
  return mantissa === 1 ? power : `${plainNumber(mantissa)}·${power}`;
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const rest = raw / power;
  return power * (rest < 1.5 ? 1 : rest < 3.5 ? 2 : rest < 7.5 ? 5 : 10);
}

function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
