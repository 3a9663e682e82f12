import type { Box } from "./box.js";
import { insideCells, lineCells } from "./cells.js";
import type { Background, Cells } from "./cells.js";
import { clipLine } from "./clip.js";
import type { Point } from "./simplify.js";
import { requirePage } from "./largest.js";
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

/** Where a text goes. */
export interface PlacedLabel {
  /** Centre of the text, px. */
  readonly x: number;
  /** Centre of the text, px. */
  readonly y: number;
  /** Point of its line to which a leader is drawn: when the text lies apart, or another line is nearer. */
  readonly leader?: Point;
}

/**
 * Place texts near their lines so that none overlaps another, and as few lines as possible cross a text.
 *
 * Each text tries places along its line, on it and at growing distances; the order of texts with fewest places comes
 * first, then each is tried again with all others fixed until nothing improves. A place where another line is nearer than
 * the text's own is a bad one. What a place costs is read from counts
 * over cells of the frame, so that thirty texts take a few milliseconds however many points their lines have.
 *
 * ```ts
 * const lines = [[[0, 50], [400, 50]]];
 * placeLabels([{ text: "this run", lines, inside: [] }], { x0: 0, y0: 0, x1: 400, y1: 300 }, 14)[0].y < 50; // true
 * ```
 * @param requests - The texts.
 * @param frame - Where texts may lie.
 * @param fontSize - Height of the letters, px.
 * @param obstacles - Boxes no text may touch.
 * @param background - Lines and areas of no text, which texts keep clear of as of other texts' lines.
 * @returns One place a text, in the same order; `undefined` where no free place exists.
 * @throws RangeError for a frame that is no box of at most 10 000 px each way, or letters of no height.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Box,
  fontSize: number,
  obstacles: readonly Box[] = [],
  background?: Background,
): (PlacedLabel | undefined)[] {
  requirePage("placeLabels", frame);
  const cells = lineCells(
    requests.map((r) => r.lines),
    frame,
    background,
  );
  const places = requests.map((r, i) => placesOf(r, frame, fontSize, cells, i));
  const taken: (Box | undefined)[] = requests.map(() => undefined);
  const chosen = requests.map(() => -1);
  const cheapest = (self: number): number => {
    const { size, n, at } = places[self];
    const others = [...obstacles, ...taken.filter((_, k) => k !== self)].filter((box) => box !== undefined);
    let best = -1;
    let least = Infinity;
    for (let k = 0; k < n; k++) {
      if (at[COST + k * FIELDS] >= least) continue;
      const box = boxAround(at[k * FIELDS], at[1 + k * FIELDS], size);
      if (others.some((o) => overlap(box, o))) continue;
      [best, least] = [k, at[COST + k * FIELDS]];
    }
    return best;
  };
  const order = requests.map((_, i) => i).sort((a, b) => places[a].n - places[b].n);
  for (let round = 0; round < 4; round++) {
    let moved = false;
    for (const i of order) {
      const best = cheapest(i);
      if (best === chosen[i]) continue;
      const { size, at } = places[i];
      chosen[i] = best;
      taken[i] = best < 0 ? undefined : boxAround(at[best * FIELDS], at[1 + best * FIELDS], size);
      moved = true;
    }
    if (!moved) break;
  }
  return chosen.map((k, i) => {
    if (k < 0) return undefined;
    const { at, anchors } = places[i];
    const [x, y, , anchor] = at.subarray(k * FIELDS, (k + 1) * FIELDS);
    return { x, y, ...(anchor >= 0 && { leader: anchors[anchor] }) };
  });
}

/** Places a text may go. */
interface Places {
  /** Size of the text, px. */
  readonly size: TextSize;
  /** Number of places. */
  readonly n: number;
  /** Centre, cost, and anchor of its leader (-1: none), one place after the other. */
  readonly at: Float64Array;
  /** Points of the line. */
  readonly anchors: readonly Point[];
}

/** Numbers a place, and which of them is its cost. */
const [FIELDS, COST] = [4, 2];

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

const PAD = 3;

/** A text around its centre, with a little space. */
function boxAround(x: number, y: number, { width, height }: TextSize): Box {
  const [w, h] = [width / 2 + PAD, height / 2 + PAD / 2];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
}

/** What it costs that another line lies as near to a text as its own, in rings. */
const MISTAKEN = 3;

/** All that lies nearer to a text than a point of its own line. */
function widened(x: number, y: number, { width, height }: TextSize, [ax, ay]: Point): Box {
  const dx = Math.max(0, Math.abs(ax - x) - width / 2);
  const dy = Math.max(0, Math.abs(ay - y) - height / 2);
  const [w, h] = [width / 2 + Math.hypot(dx, dy), height / 2 + Math.hypot(dx, dy)];
  return { x0: x - w, x1: x + w, y0: y - h, y1: y + h };
}

/** Places around points of the line, at growing distances. */
const RINGS = 7;

function placesOf(request: LabelRequest, frame: Box, fontSize: number, cells: Cells, self: number): Places {
  const size = textSize(request.text, fontSize);
  const anchors = along(request.lines, frame, 40);
  const at = new Float64Array(anchors.length * RINGS * DIRECTIONS.length * FIELDS);
  const crossed = cells.crossing(self);
  const strangers = cells.strangers(self);
  const inside = request.inside.length === 0 ? () => true : insideCells(request.inside, frame);
  let n = 0;
  anchors.forEach(([ax, ay], anchor) => {
    for (let ring = 1; ring <= RINGS; ring++) {
      const away = ring === 1 ? 0.75 : 0.4 + 1.1 * (ring - 1);
      for (const [sx, sy] of DIRECTIONS) {
        const x = ax + sx * (size.width / 2 + away * fontSize);
        const y = ay + sy * (size.height / 2 + away * 0.7 * fontSize);
        const box = boxAround(x, y, size);
        if (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) continue;
        const apart = 1.2 * (ring - 1) + (inside(x, y) ? 0 : 2.5) + (sx !== 0 && sy !== 0 ? 0.3 : 0);
        const mistaken = strangers(widened(x, y, size, [ax, ay])) > 0 ? MISTAKEN : 0;
        const k = n++ * FIELDS;
        at[k] = x;
        at[k + 1] = y;
        at[k + COST] = 0.35 * crossed(box) + apart + mistaken;
        at[k + 3] = ring > 2 || mistaken > 0 ? anchor : -1;
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
