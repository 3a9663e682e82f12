import { tickTexts } from "./axis.js";
import type { Axis } from "./axis.js";

/** One tick of an axis. */
export interface Tick {
  /** Where, px. */
  readonly at: number;
  /** Its value. */
  readonly value: number;
  /** Its text; absent for a short tick. */
  readonly text?: string;
}

/** One axis as data. */
export interface AxisLayout {
  /** Title. */
  readonly title: string;
  /** Logarithmic or linear. */
  readonly scale: "log" | "linear";
  /** Smallest and largest value. */
  readonly domain: readonly [number, number];
  /** Page coordinates of both, px. */
  readonly range: readonly [number, number];
  /** Ticks, those with a text last. */
  readonly ticks: readonly Tick[];
}

/**
 * An axis as plain data: where its ticks are and what they say, in one notation.
 *
 * ```ts
 * axisLayout(axis([1, 100], "log", 0, 200), "$m$ [GeV]").ticks.at(-1); // { at: 200, value: 100, text: "100" }
 * ```
 * @param of - The axis.
 * @param title - Its title.
 * @returns Title, ends and ticks, px.
 */
export function axisLayout({ scale, domain, px, minor, major }: Axis, title: string): AxisLayout {
  const texts = tickTexts(major);
  const ticks = [
    ...minor.map((value) => ({ at: px(value), value })),
    ...major.map((value, i) => ({ at: px(value), value, text: texts[i] })),
  ];
  return { title, scale, domain, range: [px(domain[0]), px(domain[1])], ticks };
}

/**
 * An axis with words in place of numbers, where it has some.
 * @param of - The axis.
 * @param given - Its title, and words with the values at which they stand.
 */
export function withWords(
  of: Axis,
  {
    label,
    words,
  }: { readonly label: string; readonly words?: readonly { readonly value: number; readonly text: string }[] },
): AxisLayout {
  const laid = axisLayout(of, label);
  if (words === undefined) return laid;
  return { ...laid, ticks: words.map(({ value, text }) => ({ at: of.px(value), value, text })) };
}
