import { excludedAt } from "@belladonna/limits";
import { palette } from "@belladonna/limits/plot";
import { axis } from "@belladonna/plot";
import { computed } from "@preact/signals";
import { ratioTo } from "../answers/ratio.js";
import { Chart } from "../chart/Chart.js";
import { chartLayout } from "../chart/chart-layout.js";
import { takeFile } from "../shell/input.js";
import { dropOwn, own } from "../own/own.js";
import { layout, room } from "../plane/layout.js";
import { asked } from "../plane/shown.js";
import { mass } from "../state/store.js";
import { messages } from "../text/messages.js";
import { numberText } from "../text/number-text.js";

/** Limits the own one is compared with: those measured on this plane. */
const others = computed(() =>
  asked.value.filter((l) => l !== own.value && l.kind !== "projection" && l.kind !== "expected"),
);

const strip = computed(() => {
  const plan = layout.value;
  const mine = own.value;
  if (plan === undefined || mine === undefined) return undefined;
  const series = others.value.map((l, i) => ({
    name: l.label ?? l.id,
    color: palette[i % palette.length],
    ...ratioTo(mine, l),
  }));
  const values = series.flatMap((s) => s.y).filter((v) => Number.isFinite(v) && v > 0);
  if (values.length < 2) return undefined;
  const box = { x0: plan.box.x0, x1: plan.box.x1, y0: 12, y1: 172 };
  const [low, high] = [Math.min(...values) / 1.5, Math.max(...values) * 1.5];
  const frame = { box, x: plan.x.domain, linear: plan.x.scale === "linear", fontSize: plan.labelSize };
  return { box, chart: chartLayout(series, { ...frame, y: [low, high] }) };
});

/** The reader's own limit: where it is given, and what it is over each published one. */
export function OwnView() {
  const mine = own.value;
  const drawn = strip.value;
  const plan = layout.value;
  const { width } = room.value;
  const px = plan && axis(plan.x.domain, plan.x.scale, plan.box.x0, plan.box.x1).px(mass.value);
  return (
    <section aria-labelledby="own" class="late">
      <h2 id="own">{messages.own}</h2>
      <p class="remark">{messages.ownHelp}</p>
      <div class="tools">
        <label class="button">
          {messages.ownFile}
          <input
            type="file"
            class="unseen"
            accept=".csv,.json,.yaml,.yml,.txt"
            onChange={(e) => {
              const file = e.currentTarget.files?.[0];
              if (file !== undefined) void takeFile(file);
            }}
          />
        </label>
        {mine !== undefined && (
          <button type="button" onClick={dropOwn}>
            {messages.ownAway}
          </button>
        )}
      </div>
      {drawn !== undefined && plan !== undefined && (
        <svg class="chart" viewBox={`0 0 ${width} ${drawn.box.y1 + 40}`} role="img" aria-label={messages.ratio}>
          <Chart layout={drawn.chart} title={messages.ratioAxis} cross={px} numbers fontSize={plan.labelSize} />
        </svg>
      )}
      {mine !== undefined && (
        <details>
          <summary>
            {messages.ratio} {messages.asTable}
          </summary>
          <table>
            <tbody>
              {others.value.map((l) => {
                const a = excludedAt(mine, mass.value).at(0)?.lower;
                const b = excludedAt(l, mass.value).at(0)?.lower;
                return (
                  <tr key={l.id}>
                    <th scope="row">{l.label ?? l.id}</th>
                    <td>{a === undefined || b === undefined ? messages.nothing : numberText(a / b)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
