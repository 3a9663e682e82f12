import { productsOf, readSignal } from "../events/les-houches-signal.js";
import { see } from "../events/sample.js";
import type { NamedFile, SearchOptions } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import type { Sample } from "./background.js";
import { candidates } from "./candidates.js";
import { type Grid, mostHiggs, nodesOf } from "./mass-grid.js";
import { massRange } from "./published.js";
import { beams } from "./samples.js";
import { signalPoint, type SignalPoint } from "./signal-peak.js";
import { simulateSignal } from "./tasks.js";
import { gridColumns, tuned, type TunedPoint, type Window } from "./windows.js";

/** Signal at the nodes that the masses need; columns in which a node has no peak are left out. */
export async function signalGrid(
  { masses, seed }: SearchOptions,
  background: Sample,
  work: Work,
): Promise<Grid<TunedPoint>> {
  const columns = gridColumns(masses);
  const nodes = nodesOf(columns);
  const made = await work.each(
    "signal: events, detector, peak",
    simulateSignal,
    nodes.map((node) => ({ ...node, seed })),
  );
  const rows = nodes.length / columns.length;
  const found = columns.map((_, c) => made.slice(c * rows, (c + 1) * rows));
  const whole = (list: typeof made): list is SignalPoint[] => list.every((one) => !("reason" in one));
  const good = columns.flatMap((mA, c) => {
    const list = found[c];
    return whole(list) ? [{ mA, points: list.map((point) => tuned(point, background)) }] : [];
  });
  if (good.length === 0) {
    const reason = made.find((one) => "reason" in one);
    throw new UserError(reason !== undefined && "reason" in reason ? reason.reason : "no signal passes");
  }
  return { columns: good.map(({ mA }) => mA), values: good.flatMap(({ points }) => points) };
}

/** The window of signal that came from a file, and what the selection did to it. */
export async function fileWindow(
  file: NamedFile,
  seed: number,
  background: Sample,
): Promise<{ readonly window: Window; readonly cutFlow: CutFlow }> {
  const { events, mass: mA, mediator } = await readSignal(file, beams);
  const { offsets, particles: p } = events;
  const final = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => k).filter(
    (k) => p.status[offsets[0] + k] === 1,
  );
  const muons = productsOf(events, 0, mediator).map((row) => row - offsets[0]);
  const others = final.filter((k) => p.mother[offsets[0] + k] !== mediator && p.pdgId[offsets[0] + k] !== 22);
  if (muons.length !== 2 || muons.some((k) => Math.abs(p.pdgId[offsets[0] + k]) !== 13) || others.length !== 1) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > A' h', A' > mu+ mu-`);
  }
  const mH = p.m[offsets[0] + others[0]];
  const [from, to] = massRange.value;
  if (!(mA >= from && mA <= to && mH < mostHiggs(mA))) {
    throw new UserError(
      `${file.name}: masses of ${mA} and ${mH} GeV are outside the search: ${from} to ${to} GeV, and a lighter h'`,
    );
  }
  const point = signalPoint({ mA, mH }, candidates(see(events, seed), beams), events.length);
  if ("reason" in point) throw new UserError(`${file.name}: ${point.reason}`);
  const { ellipse, cut, chosen, triggerEfficiency, cutFlow } = tuned(point, background);
  return { window: { mA, mH, column: 0, ellipse, cut, efficiency: chosen, triggerEfficiency }, cutFlow };
}
