import { axis, tickTexts } from "@belladonna/plot";
import type { HereRow } from "./here-rows.js";

/** A limit of a run drawn along an axis of its own: positions in px from the left. */
export interface RowDrawing {
  /** Band of two standard deviations: left end and width; undefined where there is none. */
  readonly two: readonly [number, number] | undefined;
  /** Band of one. */
  readonly one: readonly [number, number] | undefined;
  /** Median; undefined where there is none, as for the others. */
  readonly median: number | undefined;
  /** Limit of the pseudo-data. */
  readonly pseudo: number | undefined;
  /** Published limit. */
  readonly published: number | undefined;
  /** Ticks with a number. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Room left and right of the outermost value, as a factor. */
const MARGIN = 1.4;

/** Most ticks with a number. */
const TICKS = 5;

/**
 * Lay out a limit on a logarithmic axis that holds all its values.
 * @param row - The limit.
 * @param left - Left end of the axis, px.
 * @param right - Right end, px.
 * @returns Positions; undefined where no value is finite and above 0.
 */
export function rowDrawing(row: HereRow, left: number, right: number): RowDrawing | undefined {
  const drawable = (v: number): boolean => Number.isFinite(v) && v > 0;
  const values = [row.median, ...row.one, ...row.two, row.pseudo, row.published].filter(drawable);
  if (values.length === 0) return undefined;
  const { px, major } = axis([Math.min(...values) / MARGIN, Math.max(...values) * MARGIN], "log", left, right);
  const at = (v: number): number | undefined => (drawable(v) ? px(v) : undefined);
  const band = ([low, high]: readonly [number, number]): readonly [number, number] | undefined =>
    drawable(low) && drawable(high) ? [px(low), px(high) - px(low)] : undefined;
  const every = Math.ceil(major.length / TICKS);
  const shown = major.filter((_, i) => i % every === 0);
  const texts = tickTexts(shown);
  return {
    two: band(row.two),
    one: band(row.one),
    median: at(row.median),
    pseudo: at(row.pseudo),
    published: at(row.published),
    ticks: shown.map((v, i) => ({ at: px(v), text: texts[i] })),
  };
}
