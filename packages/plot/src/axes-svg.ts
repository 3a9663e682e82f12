import type { AxisLayout } from "./axis-layout.js";
import type { Box } from "./box.js";
import { element, f, text } from "./svg.js";
import { textSize } from "./text-size.js";

/** A frame with its axes. */
export interface FrameLayout {
  /** The frame, px. */
  readonly box: Box;
  /** Size of the letters, px. */
  readonly fontSize: number;
  /** Horizontal axis. */
  readonly x: AxisLayout;
  /** Vertical axis. */
  readonly y: AxisLayout;
}

/** Length of a tick with a number and without, px. */
const [LONG, SHORT] = [8, 4];

/** A title of at most this width, in sizes of the letters, stands upright above the numbers. */
const SHORT_TITLE = 2.6;

/**
 * Frame, ticks, numbers and titles of the axes as markup. A title of a few letters stands upright at the top of its axis.
 *
 * ```ts
 * const a = axisLayout(axis([0, 1], "linear", 0, 90), "$x$");
 * paintAxes({ box: { x0: 0, y0: 0, x1: 90, y1: 90 }, fontSize: 10, x: a, y: a }).startsWith("<rect"); // true
 * ```
 * @param layout - Frame and axes.
 * @param below - Whether numbers and title of the horizontal axis are drawn: not where another frame follows below.
 * @param above - Whether there is room above for a short title: not where another frame stands there.
 * @returns Markup.
 */
export function paintAxes({ box, fontSize, x, y }: FrameLayout, below = true, above = true): string {
  const frame = { x: f(box.x0), y: f(box.y0), width: f(box.x1 - box.x0), height: f(box.y1 - box.y0) };
  const upright = above && textSize(y.title, fontSize).width <= SHORT_TITLE * fontSize;
  const xNumbers = below ? numbers(x).map(([at, words]) => text(words, at, box.y1 + 8 + 0.8 * fontSize, fontSize)) : [];
  return [
    element("rect", { ...frame, fill: "none", stroke: "black" }),
    element("path", { d: tickPath(x, (at, long) => `M${f(at)},${f(box.y1)}v${long}`), ...LINE }),
    element("path", { d: tickPath(y, (at, long) => `M${f(box.x0)},${f(at)}h${-long}`), ...LINE }),
    ...xNumbers,
    ...numbers(y).map(([at, words]) => text(words, box.x0 - 13, at, fontSize, { anchor: "end" })),
    below && x.title !== "" ? text(x.title, box.x1, box.y1 + 2.5 * fontSize, fontSize, { anchor: "end" }) : "",
    y.title === ""
      ? ""
      : upright
        ? text(y.title, box.x0 - 13, box.y0 - 1.15 * fontSize, fontSize, { anchor: "end" })
        : text(y.title, 0, 0, fontSize, {
            anchor: "end",
            transform: `translate(${f(0.95 * fontSize)},${f(box.y0)}) rotate(-90)`,
          }),
  ].join("");
}

/** Title and note of a figure as markup, above its frame. */
export function paintHeadline(
  { title, note, labelSize }: { readonly title: string; readonly note: string; readonly labelSize: number },
  { box, fontSize }: Pick<FrameLayout, "box" | "fontSize">,
): string {
  const above = box.y0 - 0.9 * fontSize;
  return [
    title === "" ? "" : text(title, box.x0, above, fontSize, { anchor: "start", bold: true }),
    note === "" ? "" : text(note, box.x1, above, labelSize, { anchor: "end" }),
  ].join("");
}

const LINE = { fill: "none", stroke: "black", "stroke-width": "1", "stroke-linejoin": "round" };

/** The ticks of an axis as one path: where each stands, and its length, px. */
export function tickPath({ ticks }: AxisLayout, one: (at: number, length: number) => string): string {
  return ticks.map(({ at, text: words }) => one(at, words === undefined ? SHORT : LONG)).join("");
}

function numbers({ ticks }: AxisLayout): [at: number, words: string][] {
  return ticks.flatMap(({ at, text: words }) => (words === undefined ? [] : [[at, words] as [number, string]]));
}
