import { type CutFlow, cutFlowRows } from "../selection/cut-flow.js";

/** Columns of the table of a cut flow. */
export const CUT_FLOW_HEAD = ["cut", "events", "efficiency", "cumulative"] as const;

/** Rows of the table of a cut flow, as texts; with the events expected in the data where they are known. */
export function cutFlowTexts(flow: CutFlow): string[][] {
  const { weight } = flow;
  return cutFlowRows(flow).map(({ name, events, efficiency, cumulative }) => [
    name,
    weight === undefined ? count(events) : `${count(events)} (${(events * weight).toPrecision(3)} expected)`,
    Number.isNaN(efficiency) ? "-" : efficiency.toPrecision(3),
    cumulative.toPrecision(3),
  ]);
}

/** A number of events, or a sum of weights. */
function count(events: number): string {
  return Number.isInteger(events) ? String(events) : events.toPrecision(4);
}
