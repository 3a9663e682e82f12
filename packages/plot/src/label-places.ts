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

/** Places at one distance from the line, a column a quantity. */
interface Ring {
  /** Which ring. */
  readonly ring: number;
  /** Number of places. */
  readonly n: number;
  /** Centres of the text, px. */
  readonly x: Float64Array;
  /** Centres of the text, px. */
  readonly y: Float64Array;
  /** What each costs at least, in rings, and all it costs once it is {@link Places.settle | settled}; never less than {@link leastCost}. */
  readonly cost: Float64Array;
  /** Number of the point of the line each belongs to. */
  readonly from: Int16Array;
  /** What is known of each: 0 the least cost, 1 the whole cost, 2 also that a leader is drawn. */
  readonly known: Uint8Array;
}

/** Places a text may go. */
export interface Places {
  /** Number of places. */
  readonly n: number;
  /** Half the width and height of the text with a little space, px. */
  readonly half: TextSize;
  /** Places at one distance from the line, made when they are first asked for: 1 to {@link RINGS}. */
  readonly ring: (ring: number) => Ring;
  /** Make the cost of a place whole: most places of a crowded page are too dear by what is known at once. */
  readonly settle: (ring: Ring, k: number) => void;
  /** The leader to a settled place; undefined where there is none. */
  readonly leader: (ring: Ring, k: number) => readonly [Point, Point] | undefined;
}

const PAD = 3;

/** Half a text with a little space. */
function halfOf({ width, height }: TextSize): TextSize {
  return { width: width / 2 + PAD, height: height / 2 + PAD / 2 };
}

/** A box around its centre. */
export function boxAround(x: number, y: number, { width, height }: TextSize): Box {
  return { x0: x - width, x1: x + width, y0: y - height, y1: y + height };
}

/** Where the leader of a text ends: at the nearest point of the text. */
function endOfLeader([ax, ay]: Point, x: number, y: number, { width, height }: TextSize): Point {
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
  const near = 1.25 * Math.sqrt(dx * dx + dy * dy);
  const [w, h] = [width / 2 + near, height / 2 + near];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
}

/** Places around points of the line, at growing distances. */
export const RINGS = 34;

/** How far from the line a ring is, in heights of letters. */
function away(ring: number): number {
  return ring === 1 ? 0.75 : 0.4 + 1.1 * (ring - 1);
}

/** What a place of a ring costs at least. */
export function leastCost(ring: number): number {
  return 1.2 * (ring - 1);
}

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
  const crossed = cells.crossing(self);
  const strangers = cells.strangers(self);
  const own = regionCells([request.inside], frame);
  const outside = request.inside.length === 0 ? 0 : OUTSIDE;
  const half = halfOf(size);
  const shifts = (ring: number): readonly Point[] =>
    DIRECTIONS.map(([sx, sy]) => [
      sx * (size.width / 2 + away(ring) * fontSize),
      sy * (size.height / 2 + away(ring) * 0.7 * fontSize),
    ]);
  const placesIn = (ring: number): Ring => {
    const most = anchors.length * DIRECTIONS.length;
    const [x, y, cost] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
    const [from, known] = [new Int16Array(most), new Uint8Array(most)];
    const least = leastCost(ring);
    const moves = shifts(ring);
    let n = 0;
    for (let k = 0; k < anchors.length; k++) {
      for (const [dx, dy] of moves) {
        const cx = anchors[k][0] + dx;
        const cy = anchors[k][1] + dy;
        if (!isWithin(frame, cx, cy, half)) continue;
        x[n] = cx;
        y[n] = cy;
        cost[n] = least + (dx === 0 ? 0 : ASIDE) + (strangers(boxAround(cx, cy, half)) > 0 ? ON_A_LINE : 0);
        from[n++] = k;
      }
    }
    return { ring, n, x, y, cost, from, known };
  };
  const settle = ({ ring, x, y, cost, from, known }: Ring, k: number): void => {
    if (known[k] > 0) return;
    const within = own(x[k], y[k]);
    const around = regions(x[k], y[k]);
    const others = OTHER * Math.min(2, around - within);
    const mistaken = strangers(widened(x[k], y[k], size, anchors[from[k]])) > 0 ? MISTAKEN : 0;
    const elsewhere = outside > 0 && within === 0 && around > 0;
    cost[k] += 0.35 * crossed(boxAround(x[k], y[k], half)) + (within > 0 ? 0 : outside) + others + mistaken;
    known[k] = ring > 2 || mistaken > 0 || elsewhere ? 2 : 1;
  };
  const made: Ring[] = [];
  let n = 0;
  for (let ring = 1; ring <= RINGS; ring++) {
    for (const [dx, dy] of shifts(ring)) n += countWithin(frame, anchors, dx, dy, half);
  }
  return {
    n,
    half,
    ring: (ring) => (made[ring] ??= placesIn(ring)),
    settle,
    leader: ({ x, y, from, known }, k) => {
      if (known[k] < 2) return undefined;
      const anchor = anchors[from[k]];
      return [anchor, endOfLeader(anchor, x[k], y[k], size)];
    },
  };
}

/** Whether a text lies in the frame. */
function isWithin(frame: Box, x: number, y: number, { width, height }: TextSize): boolean {
  return x - width >= frame.x0 && x + width <= frame.x1 && y - height >= frame.y0 && y + height <= frame.y1;
}

/** How many points have a text at one distance within the frame. */
function countWithin(frame: Box, points: readonly Point[], dx: number, dy: number, half: TextSize): number {
  let n = 0;
  for (const point of points) if (isWithin(frame, point[0] + dx, point[1] + dy, half)) n++;
  return n;
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
