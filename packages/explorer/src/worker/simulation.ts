import { eventGenerator, EventColumns, mediatorDecays, signalProcess, writeLhe } from "@belladonna/events";
import type { Process } from "@belladonna/events";
import { beamPreset, particle } from "@belladonna/kinematics";
import type { EventTable } from "@belladonna/kinematics";
import { portalNamed } from "@belladonna/models";
import type { Mediator } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { belle2, detect, evaluate, explain, l1Menu, level1Inputs, namesSet, trackPath } from "@belladonna/trigger";
import type { Detected } from "@belladonna/trigger";
import type { EventView, EventWish, Sample, SampleWish } from "./answers.js";
import { highLevelOf } from "./high-level.js";
import { fractionOf, lineRows } from "./line-rows.js";
import { massesOf } from "./masses.js";
import { typedLines } from "./typed-line.js";

/** Streams of random numbers beside those of the generator. */
const DETECTOR_STREAM = 3;

/** Trials after which a sample stays as it is. */
const MOST_BLOCKS = 40;

/** Events of one point, detected and triggered, with what can be asked of them. */
export interface Simulation {
  /** The account of the sample. */
  readonly sample: Sample;
  /** One event, why a line fired in it or did not, and what an expression does. */
  readonly event: (wish: EventWish) => EventView;
  /** The events as a Les Houches file. */
  readonly lhe: () => string;
}

/**
 * Make events of a point, and let the detector and level 1 see them.
 * @param wish - Portal, point, seed, number of events.
 * @throws RangeError where the portal is unknown or has no process here, phase space is closed or the model refuses.
 */
export function simulate(wish: SampleWish): Simulation {
  const mediator = portalNamed(wish.portal).make(wish.mass, wish.coupling);
  const process = signalProcess(mediator);
  if (process === undefined) {
    throw new RangeError(`no event of e⁺e⁻ → γX or μ⁺μ⁻X is made with a mass of ${wish.mass} GeV`);
  }
  const decays = decaysOf(mediator);
  const options = { beams: beamPreset("run2019"), isr: true, seed: wish.seed, decays };
  const generator = eventGenerator(process, options);
  if (!generator.valid) throw new RangeError(generator.reason ?? "no event is made");
  const columns = new EventColumns(wish.events * 8, wish.events + 2048);
  const sums = { trials: 0, sum: 0, sumSquares: 0 };
  for (let block = 0; block < MOST_BLOCKS && columns.events < wish.events; block++) {
    const account = generator.fill(block, columns);
    sums.trials += account.trials;
    sums.sum += account.sum;
    sums.sumSquares += account.sumSquares;
  }
  const events = columns.table(Math.min(columns.events, wish.events));
  const mean = sums.sum / sums.trials;
  const variance = Math.max(0, sums.sumSquares / sums.trials - mean * mean);
  const detected = detect(events, belle2, random(wish.seed).stream(DETECTOR_STREAM));
  const inputs = level1Inputs(detected);
  const fired = evaluate(l1Menu, inputs);
  const seen = Uint8Array.from({ length: events.length }, (_, i) => (leavesAnything(detected, i) ? 1 : 0));
  const high = highLevelOf(detected, fired, seen);
  const explanationOf = (line: string, index: number) =>
    l1Menu.lines.some(({ name }) => name === line) ? explain(l1Menu, inputs, line, index) : high.explain(line, index);
  const typedAt = typedLines(inputs, seen);
  return {
    sample: {
      process: process.name,
      crossSection: { value: mean, error: Math.sqrt(variance / sums.trials) },
      branchingFraction: generator.branchingFraction,
      events: events.length,
      betaGamma: meanBetaGamma(events, process),
      acceptance: fractionOf({ line: seen }),
      lines: lineRows(fired, seen),
      highLines: high.lines,
      detector: {
        chamber: [...belle2.tracker.chamberRadius, ...belle2.tracker.chamberZ],
        calorimeter: [belle2.calorimeter.radius, belle2.calorimeter.zBackward, belle2.calorimeter.zForward],
        muons: [belle2.muonSystem.radius, belle2.muonSystem.zBackward, belle2.muonSystem.zForward],
      },
    },
    event: ({ index, line, expression }) => {
      const shown = seenOf(events, detected, index);
      return {
        index,
        ...shown,
        masses: massesOf(shown, options.beams),
        fired: [...namesSet(fired, index), ...high.fired(index)],
        explanation: explanationOf(line, index),
        typed: typedAt(expression, index),
      };
    },
    lhe: () => writeLhe(events, { crossSection: { value: mean, error: Math.sqrt(variance / sums.trials) } }),
  };
}

/** Mean of βγ = p/m of the particle of a process, event by event. */
function meanBetaGamma({ length, particles: p }: EventTable, { outgoing }: Process): number {
  const made = outgoing.find((o) => o.mediator !== undefined);
  if (made === undefined) return Number.NaN;
  let sum = 0;
  for (let k = 0; k < p.pdgId.length; k++) {
    if (p.pdgId[k] === made.pdgId) sum += Math.sqrt(p.px[k] ** 2 + p.py[k] ** 2 + p.pz[k] ** 2);
  }
  return sum / made.mass / length;
}

/** Decays with listed products; none where there are none: the particle leaves unseen. */
function decaysOf(mediator: Mediator) {
  try {
    return [mediatorDecays(mediator)];
  } catch {
    return [];
  }
}

/** Whether a particle of the event, and not beam background, left a track or a cluster. */
function leavesAnything({ tracks, clusters }: Detected, i: number): boolean {
  return [tracks, clusters].some(({ offsets, particle: from }) => {
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (from[k] >= 0) return true;
    return false;
  });
}

function nameOf(pdgId: number): string {
  try {
    return particle(pdgId).name;
  } catch {
    return "X";
  }
}

/** What one event is made of, and what was seen of it. */
function seenOf(
  { offsets, particles: p }: EventTable,
  detected: Detected,
  index: number,
): Pick<EventView, "particles" | "tracks" | "clusters" | "muons"> {
  const rows = (of: Int32Array): number[] => Array.from({ length: of[index + 1] - of[index] }, (_, k) => of[index] + k);
  const { tracks, clusters, muons } = detected;
  return {
    particles: rows(offsets).map((k) => ({
      name: nameOf(p.pdgId[k]),
      pdgId: p.pdgId[k],
      status: p.status[k],
      momentum: [p.px[k], p.py[k], p.pz[k]],
      energy: p.e[k],
      vertex: [p.vx[k], p.vy[k], p.vz[k]],
    })),
    tracks: rows(tracks.offsets).map((k) => ({
      name: nameOf(tracks.pdgId[k]),
      pdgId: tracks.pdgId[k],
      charge: tracks.charge[k],
      momentum: [tracks.px[k], tracks.py[k], tracks.pz[k]],
      path: trackPath(detected, k),
    })),
    clusters: rows(clusters.offsets).map((k) => ({
      energy: clusters.energy[k],
      theta: clusters.theta[k],
      phi: clusters.phi[k],
      distance: clusters.distance[k],
      neutral: clusters.track[k] < 0,
    })),
    muons: rows(muons.offsets).map((k) => ({ theta: muons.theta[k], phi: muons.phi[k], layers: muons.layers[k] })),
  };
}
