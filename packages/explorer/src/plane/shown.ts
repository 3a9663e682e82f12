import type { Limit } from "@belladonna/limits";
import type { LimitEntry } from "@belladonna/limits/plot";
import { computed } from "@preact/signals";
import { projections } from "../answers/projecting.js";
import { isCharges } from "../answers/registry.js";
import { own } from "../own/own.js";
import { hide, luminosity, mass, regime } from "../state/store.js";
import { bandLines } from "./bands.js";
import { carriedAt, carriedLimits, route } from "./carried.js";
import { planeData } from "./plane-data.js";

/** Whether a limit, or what it was made of, is not hidden. */
function visible({ id }: Limit): boolean {
  return !hide.value.includes(id.split(":")[0]) && !hide.value.includes(id);
}

/** What is drawn of the plane itself or, when it is recast, of the limits carried over. */
const base = computed((): readonly LimitEntry[] => {
  const now = planeData.value;
  if (now.state !== "ready") return [];
  if (route.value === undefined) return now.entries.filter((e) => visible(e.limit));
  const colour = (origin: Limit): string => now.entries.find((e) => e.limit === origin)?.color ?? "#5d5d5d";
  return carriedLimits.value.flatMap((c) =>
    c.done && visible(c.limit) ? [{ limit: c.limit, color: colour(c.origin), style: styleOf(c.origin) }] : [],
  );
});

function styleOf({ kind }: Limit): "dashed" | "region" {
  return kind === "projection" ? "dashed" : "region";
}

/** Limits at the luminosity chosen. */
const projected = computed(() =>
  luminosity.value > 0
    ? projections(
        base.value.map((e) => e.limit),
        luminosity.value,
        regime.value,
      )
    : [],
);

/** What is drawn: limits that are not hidden, their projections, the reader's own. */
export const shown = computed((): readonly LimitEntry[] => [
  ...base.value,
  ...projected.value.map((limit): LimitEntry => {
    const color = base.value.find((e) => limit.id.startsWith(e.limit.id))?.color;
    return { limit, style: "dashed", ...(color !== undefined && { color }) };
  }),
  ...(own.value === undefined ? [] : [{ limit: own.value, style: "line" as const, color: "#000000" }]),
]);

/** All that is drawn: what is shown, and the bands that are no limits. */
export const drawn = computed((): readonly LimitEntry[] => [...shown.value, ...bandLines.value]);

/** Limits that are asked at a mass: those shown, bands that are no limits left out; recasts at that very mass. */
export function askedAt(at: number): readonly Limit[] {
  const now = planeData.value;
  if (now.state !== "ready") return [];
  const rest = [...projected.value, ...(own.value === undefined ? [] : [own.value])];
  if (route.value !== undefined) return [...carriedAt(at).filter(visible), ...rest];
  return [...now.limits.filter(visible), ...rest];
}

/** Limits that are asked at the point. */
export const asked = computed((): readonly Limit[] => askedAt(route.value === undefined ? 0 : mass.value));

/** Title of the vertical axis: that of the plane, or the coupling limits are carried to. */
export const yTitle = computed(() => {
  const now = planeData.value;
  if (now.state !== "ready") return "";
  if (route.value === undefined) return now.plane.options.y?.label ?? "";
  const { name } = route.value.to;
  return isCharges(name) ? "g" : `g(${name})`;
});
