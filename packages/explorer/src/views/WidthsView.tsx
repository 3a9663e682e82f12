import { palette } from "@belladonna/limits/plot";
import { axis } from "@belladonna/plot";
import { computed, signal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { curvesOf, massesOver } from "../answers/curves.js";
import type { Curves } from "../answers/curves.js";
import { Chart } from "../chart/Chart.js";
import { chartLayout } from "../chart/chart-layout.js";
import { layout, room } from "../plane/layout.js";
import { portal } from "../point/answers.js";
import { coupling, mass } from "../state/store.js";
import { messages } from "../text/messages.js";
import { particleNames } from "../text/particle-names.js";
import { CurvesTable } from "./CurvesTable.js";
import { SigmaView } from "./SigmaView.js";

/** Masses of a curve. */
const POINTS = 160;

/** Time the coupling must rest before lifetimes are drawn again, ms. */
const REST = 120;

/** Channels with a line of their own. */
const LINES = 7;

const curves = signal<Curves | undefined>(undefined);

const charts = computed(() => {
  const plan = layout.value;
  const found = curves.value;
  if (plan === undefined || found === undefined) return undefined;
  const { box, x, labelSize: fontSize } = plan;
  const frame = { x: x.domain, linear: x.scale === "linear", fontSize };
  const open = [...found.fractions]
    .map(([name, y]) => ({ name: particleNames(name), y, most: Math.max(...y) }))
    .sort((a, b) => b.most - a.most)
    .slice(0, LINES);
  const series = open.map(({ name, y }, i) => ({ name, x: found.mass, y, color: palette[i % palette.length] }));
  const finite = found.ctau.filter((v) => Number.isFinite(v) && v > 0);
  const height = Math.round(Math.min(200, room.value.width * 0.3));
  const upper = { x0: box.x0, x1: box.x1, y0: 12, y1: 12 + height };
  const lower = { x0: box.x0, x1: box.x1, y0: upper.y1 + 14, y1: upper.y1 + 14 + height };
  return {
    box,
    height: lower.y1 + 3 * fontSize,
    fontSize,
    fractions: chartLayout(series, { ...frame, box: upper, y: [1e-3, 1.4] }),
    lifetime:
      finite.length > 1
        ? chartLayout([{ name: "cτ", x: found.mass, y: found.ctau, color: palette[0] }], {
            ...frame,
            box: lower,
            y: lifetimeRange(finite),
          })
        : undefined,
  };
});

/** Decay lengths shown: most of them, and not the steep rise where the last channel closes. */
function lifetimeRange(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (t: number): number => sorted[Math.floor(t * (sorted.length - 1))];
  return [sorted[0] / 2, Math.min(sorted[sorted.length - 1], at(0.97) * 30) * 2];
}

/** Branching fractions and decay length against the mass, under the plane and with its axis. */
export function WidthsView() {
  const timer = useRef(0);
  useSignalEffect(() => {
    const of = portal.value;
    const x = layout.value?.x;
    const g = coupling.value;
    window.clearTimeout(timer.current);
    if (of === undefined || x === undefined) {
      curves.value = undefined;
      return;
    }
    timer.current = window.setTimeout(() => {
      curves.value = curvesOf(of, massesOver(x.domain, POINTS, x.scale === "linear"), g);
    }, REST);
  });
  const drawn = charts.value;
  const plan = layout.value;
  if (drawn === undefined || plan === undefined || curves.value === undefined) return null;
  const { fractions, lifetime, height, fontSize, box } = drawn;
  const px = axis(plan.x.domain, plan.x.scale, box.x0, box.x1).px(mass.value);
  const cross = px >= box.x0 && px <= box.x1 ? px : undefined;
  const { width } = room.value;
  return (
    <section aria-labelledby="widths" class="plane widths">
      <h2 id="widths">{messages.widthsOver}</h2>
      <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={messages.widthsOver}>
        <Chart layout={fractions} title="B" cross={cross} numbers={lifetime === undefined} fontSize={fontSize} />
        {lifetime && <Chart layout={lifetime} title="cτ [cm]" cross={cross} numbers fontSize={fontSize} />}
      </svg>
      <CurvesTable curves={curves.value} />
      <SigmaView />
    </section>
  );
}
