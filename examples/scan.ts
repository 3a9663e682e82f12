// Which points of a plane of mass and coupling would give a signal, and what happens when the scan is stopped half-way?
import { memoryCheckpoint, scan } from "@belladonna/scan";
import { crossSection, gammaX } from "@belladonna/events";
import { alp } from "@belladonna/models";

interface Point extends Record<string, number> {
  readonly mass: number;
  readonly gPhoton: number;
}
const masses = [0.5, 1, 2, 4, 8];
const couplings = [1e-5, 1e-4, 1e-3];
const points = couplings.flatMap((gPhoton) => masses.map((mass): Point => ({ mass, gPhoton })));
const events = ({ mass, gPhoton }: Point): number =>
  crossSection(gammaX(alp({ mass, gPhoton })), { sqrtS: 10.58 }).value * 0.445;

// The first run is stopped after seven points; the second finishes and repeats none of them.
const checkpoint = memoryCheckpoint();
const signal = { aborted: false };
let computed = 0;
const counted = (point: Point): number => {
  computed++;
  if (computed === 7) signal.aborted = true;
  return events(point);
};
await scan(counted, points, { checkpoint, signal }).catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : error);
});
const results = await scan(counted, points, { checkpoint });
console.log(`${points.length} points, ${computed} computed`);
console.log(`mass (GeV)  ${masses.map((m) => String(m).padStart(10)).join("")}`);
couplings.forEach((g, i) => {
  const row = masses.map((_, k) => results[i * masses.length + k].toPrecision(3).padStart(10));
  console.log(`${g.toExponential(0).padEnd(12)}${row.join("")}  events in 445/pb`);
});
