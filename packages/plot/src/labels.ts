import type { Box } from "./box.js";
import { lineCells, regionCells } from "./cells.js";
import type { Background } from "./cells.js";
import { spanIn } from "./clip.js";
import { boxAround, leastCost, placesOf, RINGS } from "./label-places.js";
import type { LabelRequest } from "./label-places.js";
import type { Point } from "./simplify.js";
import { requirePage } from "./largest.js";

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
 * the text's own is a bad one, and so is one on another line, or where the leader of a text passes over another text. What a
 * place costs is read from counts over cells of the frame, however many points the lines have: twenty-six limits take some
 * 30 ms, the forty-five of the most crowded plane 80, both several times that when first called.
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
  const regions = regionCells(
    requests.map((r) => r.inside),
    frame,
  );
  const places = requests.map((r, i) => placesOf(r, frame, fontSize, cells, i, regions));
  const taken: (Taken | undefined)[] = requests.map(() => undefined);
  const cheapest = (self: number): Taken | undefined => {
    const { half, ring: ringAt, settle, leader: leaderTo } = places[self];
    const others = taken.filter((one, k): one is Taken => k !== self && one !== undefined);
    const boxes = [...obstacles, ...others.map((o) => o.box)];
    const isFree = (x: number, y: number): boolean => {
      const [x0, x1, y0, y1] = [x - half.width, x + half.width, y - half.height, y + half.height];
      for (const box of boxes) if (x0 < box.x1 && box.x0 < x1 && y0 < box.y1 && box.y0 < y1) return false;
      return true;
    };
    let best: Taken | undefined;
    let least = Infinity;
    for (let ring = 1; ring <= RINGS && leastCost(ring) < least; ring++) {
      const there = ringAt(ring);
      const { n, x, y, cost } = there;
      for (let k = 0; k < n; k++) {
        if (cost[k] >= least || !isFree(x[k], y[k])) continue;
        settle(there, k);
        if (cost[k] >= least) continue;
        const box = boxAround(x[k], y[k], half);
        const leader = leaderTo(there, k);
        let all = cost[k];
        for (const other of others) if (passes(leader, other.box) || passes(other.leader, box)) all += OVER_TEXT;
        if (all < least) [best, least] = [{ ring, k, x: x[k], y: y[k], box, leader }, all];
      }
    }
    return best;
  };
  const order = requests.map((_, i) => i).sort((a, b) => places[a].n - places[b].n);
  for (let round = 0; round < 8; round++) {
    let moved = false;
    for (const i of order) {
      const best = cheapest(i);
      if (best?.ring === taken[i]?.ring && best?.k === taken[i]?.k) continue;
      taken[i] = best;
      moved = true;
    }
    if (!moved) break;
  }
  return taken.map((place) => {
    if (place === undefined) return undefined;
    const { x, y, leader } = place;
    return { x, y, ...(leader && { leader: leader[0] }) };
  });
}

/** The place that a text has. */
interface Taken {
  readonly ring: number;
  /** Which place of the ring. */
  readonly k: number;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
  readonly leader: readonly [Point, Point] | undefined;
}

/** What it costs that a leader passes over another text, in rings. */
const OVER_TEXT = 4;

function passes(leader: readonly [Point, Point] | undefined, box: Box): boolean {
  return leader !== undefined && spanIn(leader[0], leader[1], box);
}
