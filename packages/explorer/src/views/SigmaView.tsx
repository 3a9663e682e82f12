import { palette } from "@belladonna/limits/plot";
import { axis } from "@belladonna/plot";
import { Chart } from "../chart/Chart.js";
import { chartLayout } from "../chart/chart-layout.js";
import { sigmaCurve, sigmaWanted } from "../events/sigma.js";
import { layout, room } from "../plane/layout.js";
import { mass } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText } from "../text/number-text.js";
import { ScrolledTable } from "./ScrolledTable.js";

/** One row in so many is shown. */
const EVERY = 4;

/** The cross section against the mass, when it is asked for. */
export function SigmaView() {
  return (
    <details onToggle={(e) => (sigmaWanted.value = e.currentTarget.open)}>
      <summary>{messages.sigmaOver}</summary>
      {sigmaWanted.value && <Curve />}
    </details>
  );
}

function Curve() {
  const plan = layout.value;
  const curve = sigmaCurve.value;
  if (plan === undefined || curve === undefined) return <p class="remark">…</p>;
  const { x, y, done } = curve;
  const known = y.filter((v) => v > 0);
  if (known.length === 0) {
    return <p class="remark">{done < x.length ? messages.counted(done, x.length) : messages.notMade}</p>;
  }
  const { box, labelSize: fontSize } = plan;
  const { width } = room.value;
  const height = Math.round(Math.min(220, width * 0.35));
  const frame = { x0: box.x0, x1: box.x1, y0: 12, y1: 12 + height };
  const most = Math.max(...known);
  const least = Math.max(Math.min(...known), most * 1e-6);
  const drawn = chartLayout([{ name: "σ", x, y, color: palette[0] }], {
    box: frame,
    x: plan.x.domain,
    linear: plan.x.scale === "linear",
    y: [least / 2, most * 2],
    fontSize,
  });
  const px = axis(plan.x.domain, plan.x.scale, box.x0, box.x1).px(mass.value);
  return (
    <>
      {done < x.length && <p class="remark">{messages.counted(done, x.length)}</p>}
      <svg class="chart" viewBox={`0 0 ${width} ${frame.y1 + 3 * fontSize}`} role="img" aria-label={messages.sigmaOver}>
        <Chart
          layout={drawn}
          title="σ [fb]"
          cross={px >= box.x0 && px <= box.x1 ? px : undefined}
          numbers
          fontSize={fontSize}
        />
      </svg>
      <p class="remark">{messages.sigmaOf}</p>
      <ScrolledTable label={`${messages.sigmaOver} ${messages.asTable}`} heads={["m (GeV)", "σ (fb)"]}>
        {x.map(
          (m, i) =>
            i % EVERY === 0 && (
              <tr key={m}>
                <td>{numberText(m, 3)}</td>
                <td>{numberText(y[i], 3)}</td>
              </tr>
            ),
        )}
      </ScrolledTable>
    </>
  );
}
