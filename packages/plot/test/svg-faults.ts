// What is wrong with a figure, read from its SVG text.
import { readable } from "../src/contrast.js";
import { contrast } from "../src/contrast.js";
import type { Point } from "../src/simplify.js";

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Text extends Box {
  readonly words: string;
  readonly fill: string;
  /** Beside a line of the figure, with white around its letters. */
  readonly label: boolean;
}

interface Line {
  readonly color: string;
  readonly pieces: readonly (readonly Point[])[];
  /** A rule that explains itself, or a line from a label to what it names. */
  readonly thin: boolean;
}

/** Mean width of a letter of DejaVu Sans, in sizes of the letters: rather the letters' own than the room kept for them. */
const ADVANCE = 0.56;

/** What a reader of the figure would stumble over, a sentence each. */
export function faultsOf(svg: string, { crowded = false }: { readonly crowded?: boolean } = {}): string[] {
  const attribute = (tag: string, name: string): string | undefined =>
    new RegExp(`(?<![-\\w])${name}="([^"]*)"`).exec(tag)?.[1];
  const number = (tag: string, name: string): number => Number(attribute(tag, name));
  const texts = [...svg.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, tag, inside]): Text => {
    const size = number(tag, "font-size");
    const parts = inside.includes("<tspan")
      ? [...inside.matchAll(/<tspan ([^>]*)>([^<]*)/g)].map(([, t, w]) => [w, number(t, "font-size")] as const)
      : [[inside, size] as const];
    const clean = (w: string): string => w.replaceAll(/&\w+;/g, "x");
    const width = parts.reduce((sum, [w, s]) => sum + ADVANCE * s * Array.from(clean(w)).length, 0);
    const turned = /translate\(([-\d.]+),([-\d.]+)\) rotate\(-90\)/.exec(attribute(tag, "transform") ?? "");
    const anchor = { start: 0, middle: 0.5, end: 1 }[attribute(tag, "text-anchor") ?? "start"] ?? 0;
    const half = 0.45 * size;
    const [x, y] = turned ? [Number(turned[1]), Number(turned[2])] : [number(tag, "x"), number(tag, "y")];
    const facts = {
      words: parts.map(([w]) => w).join(""),
      fill: attribute(tag, "fill") ?? "black",
      label: tag.includes("paint-order"),
    };
    return turned
      ? { ...facts, x0: x - half, x1: x + half, y0: y - (1 - anchor) * width + 0, y1: y + anchor * width }
      : { ...facts, x0: x - anchor * width, x1: x + (1 - anchor) * width, y0: y - half, y1: y + half };
  });
  const frames = [...svg.matchAll(/<rect ([^>]*fill="none"[^>]*)\/>/g)].map(([, t]): Box => {
    const [x0, y0] = [number(t, "x"), number(t, "y")];
    return { x0, y0, x1: x0 + number(t, "width"), y1: y0 + number(t, "height") };
  });
  const [page] = [...svg.matchAll(/<svg ([^>]*)>/g)].map(([, t]) => ({
    x0: 0,
    y0: 0,
    x1: number(t, "width"),
    y1: number(t, "height"),
  }));
  const points = (d: string): Point[][] =>
    [...d.matchAll(/M([^MZ]*)/g)].map(([, piece]) =>
      piece.split("L").map((p): Point => {
        const [x, y] = p.split(",");
        return [Number(x), Number(y)];
      }),
    );
  const paths = [...svg.matchAll(/<path ([^>]*)\/>/g)].map(([, t]) => t);
  const lines = paths
    .filter((t) => /stroke="/.test(t) && !/[vhH]-?\d/.test(attribute(t, "d") ?? ""))
    .map((t): Line => ({
      color: attribute(t, "stroke") ?? "black",
      pieces: points(attribute(t, "d") ?? ""),
      thin: number(t, "stroke-width") === 0.8 && !t.includes("stroke-linejoin"),
    }));
  const areas = paths
    .filter((t) => {
      const fill = attribute(t, "fill");
      return fill !== undefined && fill !== "none";
    })
    .flatMap((t) => points(attribute(t, "d") ?? ""));

  const faults: string[] = [];
  texts.forEach((a, i) => {
    if (a.words === "") return;
    if (a.x0 < page.x0 || a.x1 > page.x1 || a.y0 < page.y0 || a.y1 > page.y1)
      faults.push(`"${a.words}" leaves the page`);
    for (const b of texts.slice(i + 1)) if (overlap(a, b)) faults.push(`"${a.words}" lies on "${b.words}"`);
    for (const frame of frames)
      if (overlap(a, frame) && !within(a, frame)) faults.push(`"${a.words}" lies on the frame`);
    const fill = a.fill === "black" ? "#000000" : a.fill;
    if (!(contrast(fill, "#ffffff") >= 4.5)) faults.push(`"${a.words}" has too little contrast, ${fill}`);
  });
  if (crowded) return faults;
  const drawn = lines.filter((l) => !l.thin);
  for (const a of texts.filter((t) => frames.some((frame) => within(t, frame)))) {
    for (const line of drawn) {
      if (a.label && readable(line.color) === a.fill) continue;
      if (line.pieces.some((piece) => piece.length > 1 && crosses(piece, a) && !sample(piece, a)))
        faults.push(`"${a.words}" lies on a line, ${line.color}`);
    }
    if (!a.label && areas.some((ring) => covers(ring, a))) faults.push(`"${a.words}" of the legend lies on an area`);
    if (!a.label) continue;
    const distances = drawn.map((line) => ({
      color: line.color,
      d: Math.min(...line.pieces.map((piece) => distance(piece, a))),
    }));
    const own = Math.min(...distances.filter((l) => readable(l.color) === a.fill).map((l) => l.d));
    const led = lines.some((l) => l.thin && readable(l.color) === a.fill);
    const nearer = distances.find((l) => readable(l.color) !== a.fill && l.d < own - 1);
    if (nearer && !led && own < Infinity) faults.push(`"${a.words}" is nearer to ${nearer.color} than to its own line`);
  }
  return faults;
}

function overlap(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

function within(a: Box, b: Box): boolean {
  return a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1;
}

/** A short level piece in front of a text: its sample in a legend. */
function sample(piece: readonly Point[], text: Box): boolean {
  return piece.length === 2 && piece.every(([x]) => x <= text.x0);
}

function crosses(piece: readonly Point[], box: Box): boolean {
  return distance(piece, { x0: box.x0 + 1, x1: box.x1 - 1, y0: box.y0 + 1, y1: box.y1 - 1 }) === 0;
}

/** Least distance of a line from a box, px; looked for along the box every 2 px. */
function distance(piece: readonly Point[], box: Box): number {
  let least = Infinity;
  for (let i = 1; i < piece.length; i++) {
    const [a, b] = [piece[i - 1], piece[i]];
    const n = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 2));
    for (let k = 0; k <= n; k++) {
      const x = a[0] + ((b[0] - a[0]) * k) / n;
      const y = a[1] + ((b[1] - a[1]) * k) / n;
      least = Math.min(least, Math.hypot(Math.max(box.x0 - x, 0, x - box.x1), Math.max(box.y0 - y, 0, y - box.y1)));
    }
  }
  return least;
}

/** Whether a polygon covers the middle or a corner of a box, or its edge crosses it. */
function covers(ring: readonly Point[], box: Box): boolean {
  if (ring.length > 4 && crosses([...ring, ring[0]], box)) return true;
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  let inside = false;
  ring.forEach(([xi, yi], i) => {
    const [xk, yk] = ring[(i + ring.length - 1) % ring.length];
    if (yi > y !== yk > y && x < xi + ((xk - xi) * (y - yi)) / (yk - yi)) inside = !inside;
  });
  return inside;
}
