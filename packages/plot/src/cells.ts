import type { Box } from "./box.js";
import type { Point } from "./simplify.js";

/** Side of a cell, px. */
const CELL = 4;

/** What lines pass through the cells of a frame. */
export interface Cells {
  /** For one set of lines: how many cells of a box are crossed, cells of other lines and of the background counted three times. */
  readonly crossing: (self: number) => (box: Box) => number;
  /** For one set of lines: how many cells of a box are crossed by lines of other sets or of the background. */
  readonly strangers: (self: number) => (box: Box) => number;
}

/** Lines and areas that belong to no text, px. */
export interface Background {
  /** Lines. */
  readonly lines: readonly (readonly Point[])[];
  /** Polygons. */
  readonly fills: readonly (readonly Point[])[];
}

/**
 * Count the cells of a frame that lines cross, so that the count in any box is four look-ups.
 * @param sets - Lines of each text, px.
 * @param frame - The frame, px.
 * @param background - What no text belongs to: counted as the lines of others are.
 */
export function lineCells(
  sets: readonly (readonly (readonly Point[])[])[],
  frame: Box,
  background: Background = { lines: [], fills: [] },
): Cells {
  const grid = gridOf(frame);
  const { columns, rows } = grid;
  // Which set a cell belongs to: -1 none, -2 several or the background.
  const owner = new Int32Array(columns * rows).fill(-1);
  [...sets, background.lines].forEach((lines, k) => {
    for (const line of lines) {
      for (let i = 1; i < line.length; i++) {
        const [ax, ay] = line[i - 1];
        const [bx, by] = line[i];
        const n = Math.min(2000, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / (CELL / 2)) + 1);
        for (let s = 0; s <= n; s++) {
          const c = Math.floor((ax + ((bx - ax) * s) / n - frame.x0) / CELL);
          const w = Math.floor((ay + ((by - ay) * s) / n - frame.y0) / CELL);
          if (c < 0 || c >= columns || w < 0 || w >= rows) continue;
          const at = w * columns + c;
          owner[at] = owner[at] === -1 || owner[at] === k ? k : -2;
        }
      }
    }
  });
  const covered = owner.slice();
  fillCells(background.fills, grid, (at) => (covered[at] = -2));
  return {
    crossing: (self) => {
      const counts = sums(grid, covered, self, 1, 3);
      return (box) => inBox(grid, counts, box);
    },
    strangers: (self) => {
      const counts = sums(grid, owner, self, 0, 1);
      return (box) => inBox(grid, counts, box);
    },
  };
}

/**
 * How many regions a point lies in, each of several polygons (even–odd), to the accuracy of a cell.
 * @param regions - Polygons of each region, px.
 * @param frame - Where points are asked, px.
 */
export function regionCells(
  regions: readonly (readonly (readonly Point[])[])[],
  frame: Box,
): (x: number, y: number) => number {
  const grid = gridOf(frame);
  const { columns, rows } = grid;
  const count = new Uint8Array(columns * rows);
  const last = new Int32Array(columns * rows).fill(-1);
  regions.forEach((rings, k) => {
    fillCells(rings, grid, (at) => {
      if (last[at] !== k) count[at]++;
      last[at] = k;
    });
  });
  return (x, y) => {
    const c = Math.floor((x - frame.x0) / CELL);
    const w = Math.floor((y - frame.y0) / CELL);
    return c >= 0 && c < columns && w >= 0 && w < rows ? count[w * columns + c] : 0;
  };
}

/** Visit every cell whose middle lies in one of several polygons. */
function fillCells(
  rings: readonly (readonly Point[])[],
  { frame, columns, rows }: Grid,
  visit: (cell: number) => void,
): void {
  for (const ring of rings) {
    const crossings = new Map<number, number[]>();
    for (let i = 0, k = ring.length - 1; i < ring.length; k = i++) {
      const [xi, yi] = ring[i];
      const [xk, yk] = ring[k];
      const bottom = Math.max(yi, yk);
      // Rows whose middle lies from one end to before the other.
      const from = Math.max(0, Math.ceil((Math.min(yi, yk) - frame.y0) / CELL - 0.5));
      for (let w = from; w < rows && frame.y0 + (w + 0.5) * CELL < bottom; w++) {
        const x = xi + ((xk - xi) * (frame.y0 + (w + 0.5) * CELL - yi)) / (yk - yi);
        const row = crossings.get(w);
        if (row === undefined) crossings.set(w, [x]);
        else row.push(x);
      }
    }
    for (const [w, xs] of crossings) {
      xs.sort((a, b) => a - b);
      for (let i = 0; i + 1 < xs.length; i += 2) {
        const from = Math.max(0, Math.ceil((xs[i] - frame.x0) / CELL - 0.5));
        for (let c = from; c < columns && frame.x0 + (c + 0.5) * CELL < xs[i + 1]; c++) visit(w * columns + c);
      }
    }
  }
}

interface Grid {
  readonly frame: Box;
  readonly columns: number;
  readonly rows: number;
}

function gridOf(frame: Box): Grid {
  const columns = Math.max(0, Math.ceil((frame.x1 - frame.x0) / CELL));
  const rows = Math.max(0, Math.ceil((frame.y1 - frame.y0) / CELL));
  return { frame, columns, rows };
}

/** Sums over all cells above and to the left of a corner, of what a cell of one owner and one of any other counts. */
function sums({ columns, rows }: Grid, owner: Int32Array, self: number, own: number, other: number): Int32Array {
  const stride = columns + 1;
  const out = new Int32Array(stride * (rows + 1));
  for (let w = 0, cell = 0; w < rows; w++) {
    let row = 0;
    for (let at = w * stride + 1; at <= w * stride + columns; at++) {
      const of = owner[cell++];
      if (of !== -1) row += of === self ? own : other;
      out[at + stride] = out[at] + row;
    }
  }
  return out;
}

function inBox({ frame, columns, rows }: Grid, table: Int32Array, box: Box): number {
  const c0 = Math.max(0, Math.floor((box.x0 - frame.x0) / CELL));
  const c1 = Math.min(columns, Math.floor((box.x1 - frame.x0) / CELL) + 1);
  const r0 = Math.max(0, Math.floor((box.y0 - frame.y0) / CELL));
  const r1 = Math.min(rows, Math.floor((box.y1 - frame.y0) / CELL) + 1);
  if (c1 <= c0 || r1 <= r0) return 0;
  const top = r0 * (columns + 1);
  const bottom = r1 * (columns + 1);
  return table[bottom + c1] - table[top + c1] - table[bottom + c0] + table[top + c0];
}
