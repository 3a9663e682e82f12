import { axis, clipLine, placeLabels, simplify, textSize, tickTexts } from "@belladonna/plot";
import type { Box, Point } from "@belladonna/plot";

/** One line of a chart; a value that is not finite, or not above 0, breaks it. */
export interface Series {
  /** Its name. */
  readonly name: string;
  /** Any CSS colour. */
  readonly color: string;
  /** Abscissae. */
  readonly x: readonly number[];
  /** Ordinates. */
  readonly y: readonly number[];
}

/** Where a chart goes and what its axes are; both logarithmic but for x where it is said. */
export interface ChartFrame {
  /** Frame, px. */
  readonly box: Box;
  /** Smallest and largest abscissa. */
  readonly x: readonly [number, number];
  /** Whether x is linear. */
  readonly linear: boolean;
  /** Smallest and largest ordinate. */
  readonly y: readonly [number, number];
  /** Size of the letters, px. */
  readonly fontSize: number;
}

/** A tick with its number. */
interface ChartTick {
  /** Where, px. */
  readonly at: number;
  /** Number; `""` for a short tick. */
  readonly text: string;
}

/** A chart as plain data. */
export interface ChartLayout {
  /** Frame, px. */
  readonly box: Box;
  /** Ticks of the abscissa. */
  readonly xTicks: readonly ChartTick[];
  /** Ticks of the ordinate. */
  readonly yTicks: readonly ChartTick[];
  /** Lines in the order of the series. */
  readonly lines: readonly { readonly name: string; readonly color: string; readonly d: string }[];
  /** Names beside the lines. */
  readonly labels: readonly { readonly text: string; readonly color: string; readonly x: number; readonly y: number }[];
}

/** Lay out a chart. */
export function chartLayout(series: readonly Series[], { box, x, linear, y, fontSize }: ChartFrame): ChartLayout {
  const ax = axis(x, linear ? "linear" : "log", box.x0, box.x1);
  const ay = axis(y, "log", box.y1, box.y0);
  const pieces = series.map((s) =>
    runs(s).flatMap((run) =>
      clipLine(
        simplify(
          run.map(([a, b]): Point => [ax.px(a), ay.px(b)]),
          0.3,
        ),
        box,
      ),
    ),
  );
  const placed = placeLabels(
    series.map((s, i) => ({ text: s.name, lines: pieces[i], inside: [] })),
    box,
    fontSize,
  );
  const ticks = ({ major, minor, px }: typeof ax): ChartTick[] => {
    const room = Math.abs(px(major[1] ?? 0) - px(major[0] ?? 0));
    const every = major.length > 1 ? Math.ceil((textSize("0", fontSize).height * 1.3) / room) : 1;
    const texts = tickTexts(major);
    return [
      ...minor.map((v) => ({ at: px(v), text: "" })),
      ...major.map((v, i) => ({ at: px(v), text: i % every === 0 ? texts[i] : "" })),
    ];
  };
  return {
    box,
    xTicks: ticks(ax),
    yTicks: ticks(ay),
    lines: series.map(({ name, color }, i) => ({
      name,
      color,
      d: pieces[i].map((p) => `M${p.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join("L")}`).join(""),
    })),
    labels: placed.flatMap((at, i) => (at ? [{ text: series[i].name, color: series[i].color, x: at.x, y: at.y }] : [])),
  };
}

/** Pieces of a line between values that break it. */
function runs({ x, y }: Series): Point[][] {
  const out: Point[][] = [];
  let run: Point[] = [];
  x.forEach((at, i) => {
    if (Number.isFinite(y[i]) && y[i] > 0) run.push([at, y[i]]);
    else {
      if (run.length > 1) out.push(run);
      run = [];
    }
  });
  if (run.length > 1) out.push(run);
  return out;
}
