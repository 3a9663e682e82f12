import type { CurveLimit, GridLimit } from "../limit.js";

/** A grid at one lifetime: its longest for what is not seen, else its shortest with all masses. */
export function gridSlice(grid: GridLimit): CurveLimit {
  const { ctau, value, mass, ...info } = grid;
  const known = value.map((row) => row.filter((v) => Number.isFinite(v)).length);
  const most = Math.max(...known);
  const i = grid.finalState === "invisible" ? ctau.length - 1 : known.indexOf(most);
  const at = mass.flatMap((_, j) => (Number.isFinite(value[i][j]) ? [j] : []));
  return {
    ...info,
    shape: "curve",
    label: `${grid.label ?? grid.id}, cτ ${Number(ctau[i].toPrecision(2))} cm`,
    mass: at.map((j) => mass[j]),
    value: at.map((j) => value[i][j]),
  };
}
