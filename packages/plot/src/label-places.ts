import type { Box } from "./box.js";
import { regionCells } from "./cells.js";
import type { Cells } from "./cells.js";
import { clipLine } from "./clip.js";
import type { Point } from "./simplify.js";
import { textSize } from "./text-size.js";
import type { TextSize } from "./text-size.js";

/** A text to be placed near a line. */
export interface LabelRequest {
  /** The text. */
  readonly text: string;
  /** Lines the text belongs to, px. */
  readonly lines: readonly (readonly Point[])[];
  /** Outlines of the regions it would best lie in; none for a mere line. */
  readonly inside: readonly (readonly Point[])[];
}

/** Places a text may go. */
export interface Places {
  /** Size of the text, px. */
  readonly size: TextSize;
  /** Number of places. */
  readonly n: number;
  /** Centre, cost, and anchor of its leader (-1: none), one place after the other. */
  readonly at: Float64Array;
  /** Points of the line. */
  readonly anchors: readonly Point[];
}

/** Numbers a place. */
export const FIELDS = 4;

/** Which of them is its cost. */
export const COST = 2;

const PAD = 3;

/** A text around its centre, with a little space. */
export function boxAround(x: number, y: number, { width, height }: TextSize): Box {
  const [w, h] = [width / 2 + PAD, height / 2 + PAD / 2];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
}

/** Where the leader of a text ends: at the nearest point of the text. */
export function endOfLeader([ax, ay]: Point, x: number, y: number, { width, height }: TextSize): Point {
  const [w, h] = [width / 2, height / 2];
  return [Math.min(Math.max(ax, x - w), x + w), Math.min(Math.max(ay, y - h), y + h)];
}

/** What it costs that another line lies as near to a text as its own, and that one passes through it, in rings. */
const [MISTAKEN, ON_A_LINE] = [3, 30];

/** What it costs to lie outside the own region, and in one of another text. */
const [OUTSIDE, OTHER] = [2.5, 0.8];

/** What it costs to lie at the side of a point of the line, not above or below. */
const ASIDE = 0.3;

/** All that lies nearer to a text than a point of its own line, or hardly farther. */
function widened(x: number, y: number, { width, height }: TextSize, [ax, ay]: Point): Box {
  const dx = Math.max(0, Math.abs(ax - x) - width / 2);
  const dy = Math.max(0, Math.abs(ay - y) - height / 2);
  const near = 1.25 * Math.hypot(dx, dy);
  const [w, h] = [width / 2 + near, height / 2 + near];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
}

/** Places around points of the line, at growing distances. */
const RINGS = 34;

/**
 * The places of a text, each with what it costs.
 * @param request - The text.
 * @param frame - Where texts may lie.
 * @param fontSize - Height of the letters, px.
 * @param cells - What lines pass where.
 * @param self - Number of the text's own lines in `cells`.
 * @param regions - How many regions, those of this and of all other texts, a point lies in.
 */
export function placesOf(
  request: LabelRequest,
  frame: Box,
  fontSize: number,
  cells: Cells,
  self: number,
  regions: (x: number, y: number) => number,
): Places {
  const size = textSize(request.text, fontSize);
  const anchors = along(request.lines, frame, 40);
  const at = new Float64Array(anchors.length * RINGS * DIRECTIONS.length * FIELDS);
  const crossed = cells.crossing(self);
  const strangers = cells.strangers(self);
  const own = regionCells([request.inside], frame);
  const outside = request.inside.length === 0 ? 0 : OUTSIDE;
  let n = 0;
  anchors.forEach(([ax, ay], anchor) => {
    for (let ring = 1; ring <= RINGS; ring++) {
      const away = ring === 1 ? 0.75 : 0.4 + 1.1 * (ring - 1);
      for (const [sx, sy] of DIRECTIONS) {
        const x = ax + sx * (size.width / 2 + away * fontSize);
        const y = ay + sy * (size.height / 2 + away * 0.7 * fontSize);
        const box = boxAround(x, y, size);
        if (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) continue;
        const within = own(x, y);
        const others = OTHER * Math.min(2, regions(x, y) - within);
        const apart = 1.2 * (ring - 1) + (within > 0 ? 0 : outside) + others + (sx === 0 ? 0 : ASIDE);
        const mistaken = strangers(widened(x, y, size, [ax, ay])) > 0 ? MISTAKEN : 0;
        const through = strangers(box) > 0 ? ON_A_LINE : 0;
        const k = n++ * FIELDS;
        at[k] = x;
        at[k + 1] = y;
        at[k + COST] = 0.35 * crossed(box) + apart + mistaken + through;
        const elsewhere = outside > 0 && within === 0 && regions(x, y) > 0;
        at[k + 3] = ring > 2 || mistaken > 0 || elsewhere ? anchor : -1;
      }
    }
  });
  return { size, n, at, anchors };
}

const DIRECTIONS: readonly Point[] = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [0.7, -0.7],
  [-0.7, -0.7],
  [0.7, 0.7],
  [-0.7, 0.7],
];

/** Points spread evenly along the visible parts of lines. */
function along(lines: readonly (readonly Point[])[], frame: Box, n: number): Point[] {
  const pieces: { a: Point; b: Point; length: number }[] = [];
  let total = 0;
  for (const line of lines.flatMap((one) => clipLine(one, frame))) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const length = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2);
      pieces.push({ a, b, length });
      total += length;
    }
  }
  const out: Point[] = [];
  let travelled = 0;
  for (const { a, b, length } of pieces) {
    while (out.length < n && (out.length + 0.5) * (total / n) <= travelled + length) {
      const t = length > 0 ? ((out.length + 0.5) * (total / n) - travelled) / length : 0;
      out.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    travelled += length;
  }
  return out;
}
