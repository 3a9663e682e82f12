import type { ChartLayout } from "./chart-layout.js";

interface ChartProps {
  readonly layout: ChartLayout;
  /** Title of the ordinate. */
  readonly title: string;
  /** Where the mass line stands, px; undefined outside the frame. */
  readonly cross: number | undefined;
  /** Whether the numbers of the abscissa are written. */
  readonly numbers: boolean;
  /** Size of the letters, px. */
  readonly fontSize: number;
}

/** A chart: frame, ticks, lines with their names, the line of the mass. */
export function Chart({ layout, title, cross, numbers, fontSize }: ChartProps) {
  const { box, xTicks, yTicks, lines, labels } = layout;
  return (
    <g font-size={fontSize}>
      <rect class="paper" x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} />
      {lines.map(({ name, color, d }, i) => (
        <path key={name} class={`curve dash${i % 4}`} d={d} style={{ "--c": color }} />
      ))}
      {cross !== undefined && <path class="cross" d={`M${cross},${box.y0}V${box.y1}`} />}
      {labels.map(({ text, color, x, y }) => (
        <g key={text} class="label" style={{ "--c": color }}>
          <text x={x} y={y} dy="0.35em" text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      <g class="axes">
        <rect class="frame" x={box.x0} y={box.y0} width={box.x1 - box.x0} height={box.y1 - box.y0} />
        <path class="ticks" d={xTicks.map((t) => `M${t.at},${box.y1}v${t.text === "" ? 3 : 6}`).join("")} />
        <path class="ticks" d={yTicks.map((t) => `M${box.x0},${t.at}h${t.text === "" ? -3 : -6}`).join("")} />
        {numbers &&
          xTicks.map(
            (t) =>
              t.text !== "" && (
                <text key={t.text} x={t.at} y={box.y1 + 8 + 0.8 * fontSize} dy="0.35em" text-anchor="middle">
                  {t.text}
                </text>
              ),
          )}
        {yTicks.map(
          (t) =>
            t.text !== "" && (
              <text key={t.text} x={box.x0 - 9} y={t.at} dy="0.35em" text-anchor="end">
                {t.text}
              </text>
            ),
        )}
        <text dy="0.35em" text-anchor="end" transform={`translate(${0.95 * fontSize},${box.y0}) rotate(-90)`}>
          {title}
        </text>
      </g>
    </g>
  );
}
