import { exclusionLayout } from "@belladonna/limits/plot";
import type { AxisLayout, PlotLayout } from "@belladonna/limits/plot";
import { axis } from "@belladonna/plot";
import type { Axis } from "@belladonna/plot";
import { computed, signal } from "@preact/signals";
import { route } from "./carried.js";
import { planeData } from "./plane-data.js";
import { drawn, shown, yTitle } from "./shown.js";
import { xDomain, yDomain } from "../state/store.js";

/** Room for the plane, px. */
export const room = signal({ width: 720, height: 520 });

/** The plane laid out for the room there is; undefined while its limits load or when all are hidden. */
export const layout = computed((): PlotLayout | undefined => {
  const data = planeData.value;
  if (data.state !== "ready" || shown.value.length === 0) return undefined;
  const { width, height } = room.value;
  const { x, y } = data.plane.options;
  return exclusionLayout(drawn.value, {
    width,
    height,
    fontSize: width < 520 ? 12 : 15,
    fontFamily: "inherit",
    x: { ...x, ...(route.value && { label: "m [GeV]" }), ...(xDomain.value && { domain: xDomain.value }) },
    y: { ...y, label: yTitle.value, ...(yDomain.value && { domain: yDomain.value }) },
  });
});

/** An axis of a layout that can be asked. */
export function axisOf({ domain, scale, range }: AxisLayout): Axis {
  return axis(domain, scale, range[0], range[1]);
}
