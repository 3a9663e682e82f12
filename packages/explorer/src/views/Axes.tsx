import type { AxisLayout } from "@belladonna/limits/plot";
import { layout } from "../plane/layout.js";
import { Words } from "./Marks.js";

/** Frame, ticks, numbers and titles. */
export function Axes() {
  const plan = layout.value;
  if (plan === undefined) return null;
  const { box, x, y, fontSize, height } = plan;
  const long = (tick: AxisLayout["ticks"][number]): number => (tick.text === undefined ? 4 : 8);
  return (
    <g class="axes" font-size={fontSize}>
      <rect class="frame" x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} />
      <path class="ticks" d={x.ticks.map((t) => `M${t.at},${box.y1}v${long(t)}`).join("")} />
      <path class="ticks" d={y.ticks.map((t) => `M${box.x0},${t.at}h${-long(t)}`).join("")} />
      {x.ticks.map(
        (t) =>
          t.text !== undefined && (
            <text key={t.value} x={t.at} y={box.y1 + 8 + 0.8 * fontSize} dy="0.35em" text-anchor="middle">
              {t.text}
            </text>
          ),
      )}
      {y.ticks.map(
        (t) =>
          t.text !== undefined && (
            <text key={t.value} x={box.x0 - 12} y={t.at} dy="0.35em" text-anchor="end">
              {t.text}
            </text>
          ),
      )}
      <text x={box.x1} y={height - 0.9 * fontSize} dy="0.35em" text-anchor="end">
        <Words text={x.title} size={fontSize} />
      </text>
      <text dy="0.35em" text-anchor="end" transform={`translate(${0.95 * fontSize},${box.y0}) rotate(-90)`}>
        <Words text={y.title} size={fontSize} />
      </text>
    </g>
  );
}
