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

/** Where a text may go. */
export interface Place {
  /** Centre of the text, px. */
  readonly x: number;
  /** Centre of the text, px. */
  readonly y: number;
  /** What it costs, in rings; never less than {@link leastCost}. */
  readonly cost: number;
  /** The text with a little space. */
  readonly box: Box;
  /** From the point of the line to the text, where it lies apart or another line is nearer. */
  readonly leader: readonly [Point, Point] | undefined;
}

/** Places a text may go. */
export interface Places {
  /** Number of places. */
  readonly n: number;
  /** Places at one distance from the line, made when they are first asked for: 1 to {@link RINGS}. */
  readonly ring: (ring: number) => readonly Place[];
}

const PAD = 3;

/** A text around its centre, with a little space. */
function boxAround(x: number, y: number, { width, height }: TextSize): Box {
  const [w, h] = [width / 2 + PAD, height / 2 + PAD / 2];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
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
  // Centres whose text lies in the frame.
  const margins = boxAround(0, 0, size);
  const fits = (x: number, y: number): boolean =>
    x + margins.x0 >= frame.x0 &&
    x + margins.x1 <= frame.x1 &&
    y + margins.y0 >= frame.y0 &&
    y + margins.y1 <= frame.y1;
  const centreX = (ax: number, ring: number, sx: number): number => ax + sx * (size.width / 2 + away(ring) * fontSize);
  const centreY = (ay: number, ring: number, sy: number): number =>
    ay + sy * (size.height / 2 + away(ring) * 0.7 * fontSize);
  const placesIn = (ring: number): Place[] => {
    const found: Place[] = [];
    for (const anchor of anchors) {
      for (const [sx, sy] of DIRECTIONS) {
        const x = centreX(anchor[0], ring, sx);
        const y = centreY(anchor[1], ring, sy);
        if (!fits(x, y)) continue;
        const box = boxAround(x, y, size);
        const within = own(x, y);
        const around = regions(x, y);
        const others = OTHER * Math.min(2, around - within);
        const mistaken = strangers(widened(x, y, size, anchor)) > 0 ? MISTAKEN : 0;
        const through = strangers(box) > 0 ? ON_A_LINE : 0;
        const apart = leastCost(ring) + (within > 0 ? 0 : outside) + others + (sx === 0 ? 0 : ASIDE);
        const elsewhere = outside > 0 && within === 0 && around > 0;
        const isApart = ring > 2 || mistaken > 0 || elsewhere;
        found.push({
          x,
          y,
          cost: 0.35 * crossed(box) + apart + mistaken + through,
          box,
          leader: isApart ? [anchor, endOfLeader(anchor, x, y, size)] : undefined,
        });
      }
    }
    return found;
  };
  const made: (readonly Place[])[] = [];
  let n = 0;
  for (let ring = 1; ring <= RINGS; ring++)
    for (const [ax, ay] of anchors)
      for (const [sx, sy] of DIRECTIONS) if (fits(centreX(ax, ring, sx), centreY(ay, ring, sy))) n++;
  return { n, ring: (ring) => (made[ring] ??= placesIn(ring)) };
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
