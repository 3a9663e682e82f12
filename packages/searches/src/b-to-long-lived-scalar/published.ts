import type { CurveLimit, GridLimit } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import type { SignalChannel } from "./channels.js";

/** The published limits of a channel on its (mass, lifetime) grid, if there are any. */
export async function publishedGrid({ published: id }: SignalChannel): Promise<GridLimit | undefined> {
  if (id === undefined) return undefined;
  const found = await bundledLimit(id);
  if (found.shape !== "grid") throw new TypeError(`${id}: must be a grid`);
  return found;
}

/** The limits of a grid at one of its lifetimes, cm; nothing where it has no such row. */
export function atLifetime(grid: GridLimit | undefined, ctau: number): CurveLimit | undefined {
  if (grid === undefined) return undefined;
  const { ctau: rows, value, ...info } = grid;
  const row = rows.indexOf(ctau);
  return row < 0 ? undefined : { ...info, shape: "curve", id: `${grid.id}:${ctau}cm`, value: value[row] };
}
