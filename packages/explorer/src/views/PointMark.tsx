import { axisOf, layout } from "../plane/layout.js";
import { coupling, mass, pins } from "../state/store.js";

/** The point with its cross lines, and the pins. */
export function PointMark() {
  const plan = layout.value;
  if (plan === undefined) return null;
  const { box } = plan;
  const [x, y] = [axisOf(plan.x), axisOf(plan.y)];
  const place = (m: number, g: number): [number, number] => [x.px(m), y.px(g)];
  const inside = ([px, py]: readonly [number, number]): boolean =>
    px >= box.x0 - 0.5 && px <= box.x1 + 0.5 && py >= box.y0 - 0.5 && py <= box.y1 + 0.5;
  const at = place(mass.value, coupling.value);
  return (
    <g>
      {pins.value.map((pin, i) => {
        const p = place(pin.mass, pin.coupling);
        return (
          inside(p) && (
            <g key={i} class="pin" transform={`translate(${p[0]},${p[1]})`}>
              <path d="M0,-6L6,0L0,6L-6,0Z" />
              <text x={9} dy="0.35em">
                {i + 1}
              </text>
            </g>
          )
        );
      })}
      {at[0] >= box.x0 && at[0] <= box.x1 && <path class="cross" d={`M${at[0]},${box.y0}V${box.y1}`} />}
      {at[1] >= box.y0 && at[1] <= box.y1 && <path class="cross" d={`M${box.x0},${at[1]}H${box.x1}`} />}
      {inside(at) && <circle class="handle" cx={at[0]} cy={at[1]} r={7} />}
    </g>
  );
}
