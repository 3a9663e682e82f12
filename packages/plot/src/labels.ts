import type { Point } from "./simplify.js";

/** A rectangle on the page, px. */
export interface Box {
  /** Left edge. */
  readonly x0: number;
  /** Top edge. */
  readonly y0: number;
  /** Right edge. */
  readonly x1: number;
  /** Bottom edge. */
  readonly y1: number;
}

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
  /** Point of its line to which a leader is drawn when the text lies apart. */
  readonly leader?: Point;
}

/**
 * Place texts near their lines so that none overlaps another, and as few lines as possible cross a text.
 *
 * Each text tries places along its line, on it and at growing distances; the order of texts with fewest free places
 * comes first, then each is tried again with all others fixed until nothing improves.
 * @param requests - The texts.
 * @param frame - Where texts may lie.
 * @param fontSize - Height of the letters, px.
 * @param obstacles - Boxes no text may touch.
 * @returns One place a text, in the same order; `undefined` where no free place exists.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Box,
  fontSize: number,
  obstacles: readonly Box[] = [],
): (PlacedLabel | undefined)[] {
  const boxes = requests.map((r) => textSize(r.text, fontSize));
  const cells = occupancy(requests, frame);
  const candidates = requests.map((r, i) => candidatesOf(r, boxes[i], frame, fontSize, cells, i));
  const chosen: (Candidate | undefined)[] = requests.map(() => undefined);
  const free = (c: Candidate, self: number): boolean =>
    !obstacles.some((o) => overlap(c.box, o)) && !chosen.some((o, k) => k !== self && o && overlap(c.box, o.box));
  const order = requests.map((_, i) => i).sort((a, b) => candidates[a].length - candidates[b].length);
  for (let round = 0; round < 4; round++) {
    let moved = false;
    for (const i of order) {
      const best = candidates[i].find((c) => free(c, i));
      if (best !== chosen[i]) {
        chosen[i] = best;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return chosen.map((c) => (c ? { x: c.x, y: c.y, ...(c.leader ? { leader: c.leader } : {}) } : undefined));
}

interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  readonly cost: number;
  readonly leader?: Point;
}

/** Size of a text on the page. */
export interface TextSize {
  /** Width, px. */
  readonly width: number;
  /** Height, px. */
  readonly height: number;
}

/** Width and height of a text, px; mean advance of DejaVu Sans. */
export function textSize(text: string, fontSize: number): TextSize {
  return { width: 0.62 * fontSize * Array.from(text).length, height: 1.15 * fontSize };
}

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

const CELL = 4;
interface Occupancy {
  readonly columns: number;
  readonly rows: number;
  /** Bit set of the lines that pass through a cell, folded into 32 bits. */
  readonly lines: Int32Array;
}

/** Which lines pass through which cells of the frame. */
function occupancy(requests: readonly LabelRequest[], frame: Box): Occupancy {
  const columns = Math.ceil((frame.x1 - frame.x0) / CELL);
  const rows = Math.ceil((frame.y1 - frame.y0) / CELL);
  const lines = new Int32Array(columns * rows);
  requests.forEach((r, k) => {
    for (const line of r.lines) {
      for (let i = 1; i < line.length; i++) {
        const [ax, ay] = line[i - 1];
        const [bx, by] = line[i];
        const n = Math.min(2000, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / (CELL / 2)) + 1);
        for (let s = 0; s <= n; s++) {
          const c = Math.floor((ax + ((bx - ax) * s) / n - frame.x0) / CELL);
          const w = Math.floor((ay + ((by - ay) * s) / n - frame.y0) / CELL);
          if (c >= 0 && c < columns && w >= 0 && w < rows) lines[w * columns + c] |= 1 << (k & 31);
        }
      }
    }
  });
  return { columns, rows, lines };
}

function candidatesOf(
  request: LabelRequest,
  size: { width: number; height: number },
  frame: Box,
  fontSize: number,
  cells: Occupancy,
  self: number,
): Candidate[] {
  const pad = 3;
  const out: Candidate[] = [];
  const visible = request.lines
    .flat()
    .filter((p) => p[0] >= frame.x0 && p[0] <= frame.x1 && p[1] >= frame.y0 && p[1] <= frame.y1);
  const anchors = along(request.lines, frame, 40);
  if (anchors.length === 0 && visible.length === 0) return out;
  for (const [ax, ay] of anchors) {
    for (let ring = 1; ring <= 7; ring++) {
      const away = ring === 1 ? 0.75 : 0.4 + 1.1 * (ring - 1);
      for (const [sx, sy] of DIRECTIONS) {
        const x = ax + sx * (size.width / 2 + away * fontSize);
        const y = ay + sy * (size.height / 2 + away * 0.7 * fontSize);
        const box = {
          x0: x - size.width / 2 - pad,
          x1: x + size.width / 2 + pad,
          y0: y - size.height / 2 - pad / 2,
          y1: y + size.height / 2 + pad / 2,
        };
        if (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) continue;
        const crossed = crossing(box, frame, cells, self);
        const inside = request.inside.length === 0 || request.inside.some((r) => contains(r, x, y));
        const cost = 0.35 * crossed + 1.2 * (ring - 1) + (inside ? 0 : 2.5) + (sx !== 0 && sy !== 0 ? 0.3 : 0);
        out.push({ x, y, box, cost, ...(ring > 2 ? { leader: [ax, ay] as const } : {}) });
      }
    }
  }
  return out.sort((a, b) => a.cost - b.cost);
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

/** Number of cells in a box that a line crosses, own line counted once, others three times. */
function crossing(box: Box, frame: Box, cells: Occupancy, self: number): number {
  let n = 0;
  const c0 = Math.max(0, Math.floor((box.x0 - frame.x0) / CELL));
  const c1 = Math.min(cells.columns - 1, Math.floor((box.x1 - frame.x0) / CELL));
  const r0 = Math.max(0, Math.floor((box.y0 - frame.y0) / CELL));
  const r1 = Math.min(cells.rows - 1, Math.floor((box.y1 - frame.y0) / CELL));
  const own = 1 << (self & 31);
  for (let r = r0; r <= r1; r++) {
    for (let c = c0; c <= c1; c++) {
      const bits = cells.lines[r * cells.columns + c];
      if (bits !== 0) n += bits === own ? 1 : 3;
    }
  }
  return n;
}

/** Points spread evenly along the visible parts of lines. */
function along(lines: readonly (readonly Point[])[], frame: Box, n: number): Point[] {
  const pieces: { a: Point; b: Point; length: number }[] = [];
  let total = 0;
  const inFrame = (p: Point): boolean => p[0] >= frame.x0 && p[0] <= frame.x1 && p[1] >= frame.y0 && p[1] <= frame.y1;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      if (!inFrame(a) && !inFrame(b)) continue;
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
  return out.filter(inFrame);
}

/** Whether a point lies in a polygon (even–odd). */
function contains(ring: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, k = ring.length - 1; i < ring.length; k = i++) {
    const [xi, yi] = ring[i];
    const [xk, yk] = ring[k];
    if (yi > y !== yk > y && x < ((xk - xi) * (y - yi)) / (yk - yi) + xi) inside = !inside;
  }
  return inside;
}
