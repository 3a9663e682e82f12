import { requireChoice, requireOptions } from "@belladonna/numerics";
import { beamPreset, type Beams } from "@belladonna/kinematics";
import { bit, type Bits } from "../bits.js";
import { belle2 } from "../detector/belle2.js";
import type { Detected } from "../detector/detected.js";
import type { Detector } from "../detector/detector.js";
import type { Reading } from "../l1/cdc.js";
import { clusterPairVariables, clusterVariables } from "./cluster-variables.js";
import { dphiLab, frameOf, loadEvent, newHltEvent, type Frame } from "./event.js";
import { hltVariableNames, V, type HltVariableName } from "./names.js";
import { bhabhaVariables, cosmicVariable, singleTagVariables, trackPairVariables } from "./pair-variables.js";
import { newLeadingTracks, trackVariables, type LeadingTracks } from "./track-variables.js";
import { fitVertex, type Vertex } from "./vertices.js";

/** How {@link hltVariables} are made. */
export interface HltOptions {
  /** Beams, for the frame of the collision; those of 2019, 7.007 on 4.000 GeV, when absent. */
  readonly beams?: Beams;
  /** Follow the code or the documentation where they differ; `"asCoded"` when absent. */
  readonly reading?: Reading;
  /** The detector, for the vertex fit; {@link belle2} when absent. */
  readonly detector?: Detector;
  /** Level-1 lines after prescale, for the variables that pass them on; none fired when absent. */
  readonly level1?: Bits;
  /**
   * Vertex of the leading tracks of an event, instead of a fit to them.
   * @param event - Number of the event.
   */
  readonly vertex?: (event: number) => Vertex | undefined;
}

/** Names of the options of {@link hltVariables}. */
export const hltOptions: readonly (keyof HltOptions)[] = ["beams", "reading", "detector", "level1", "vertex"];

/** High-level trigger variables of many events: a column a name. Counts and flags are whole numbers, undefined is `NaN`. */
export interface HltVariables {
  /** Number of events. */
  readonly length: number;
  /** The columns. */
  readonly columns: Readonly<Record<HltVariableName, Float64Array>>;
}

/** What is needed at hand to compute the variables of one event after another. */
export interface HltCalculator {
  /**
   * Computes the variables of one event.
   * @param i - Number of the event.
   * @param out - Receives a value for each name of {@link hltVariableNames}.
   */
  (i: number, out: Float64Array): void;
}

/** A calculator for the events of `detected`. */
export function hltCalculator(detected: Detected, options: HltOptions = {}): HltCalculator {
  const { boostVector, sqrtS } = options.beams ?? beamPreset("run2019");
  const frame: Frame = frameOf([boostVector[0], boostVector[1], boostVector[2]], sqrtS);
  const reading = options.reading ?? "asCoded";
  requireChoice("hltVariables: reading", reading, ["asCoded", "asDocumented"]);
  const detector = options.detector ?? belle2;
  const event = newHltEvent();
  const leading = newLeadingTracks();
  const fitted: Vertex = { probability: 0, rho: 0, theta: 0 };
  const vertexOf = (i: number): Vertex | undefined => {
    if (options.vertex !== undefined) return options.vertex(i);
    const start = detected.tracks.offsets[i];
    fitVertex(detected.tracks, start + leading.negativeAnyZRow, start + leading.positiveAnyZRow, detector, fitted);
    return fitted;
  };
  const l1 = levelOne(options.level1);
  return (i, out) => {
    out.fill(0);
    loadEvent(detected, i, frame, event);
    trackVariables(event, out, leading);
    clusterVariables(event, out, reading);
    trackPairVariables(out, leading);
    clusterPairVariables(event, out);
    bhabhaVariables(event, out, leading);
    singleTagVariables(event, out, leading, frame);
    cosmicVariable(event, out, leading);
    displacedVertex(out, leading, i, vertexOf);
    l1(i, out);
    out[V.true] = 1;
  };
}

/** Displaced vertex of the leading tracks, 3-60 cm from the axis, at 30-120 degrees; back-to-back tracks are cosmic. */
function displacedVertex(
  out: Float64Array,
  { negativeAnyZ: n, positiveAnyZ: p }: LeadingTracks,
  i: number,
  vertexOf: (i: number) => Vertex | undefined,
): void {
  if (n === undefined || p === undefined) return;
  if (Math.abs(n.theta + p.theta - 180) < 10 && 180 - dphiLab(n, p) < 10) return;
  const vertex = vertexOf(i);
  if (vertex === undefined || !(vertex.rho > 3 && vertex.rho < 60 && vertex.probability > 0.005)) return;
  const theta = (vertex.theta * 180) / Math.PI;
  if (theta > 30 && theta < 120) out[V.displacedVertex] = 1;
}

/** Passes level-1 lines on. */
function levelOne(bits: Bits | undefined): (i: number, out: Float64Array) => void {
  if (bits === undefined) return () => undefined;
  const fired = (name: string, i: number): boolean => bits.names.includes(name) && bit(bits, name, i);
  return (i, out) => {
    out[V.bha3d] = fired("bha3d", i) ? 1 : 0;
    out[V.bhapur] = fired("bhapur", i) ? 1 : 0;
    out[V.bhapur_lml1] = fired("bhapur", i) && fired("lml1", i) ? 1 : 0;
    out[V.l1_bit_f] = fired("f", i) ? 1 : 0;
    out[V.l1_trigger_random] = fired("random", i) ? 1 : 0;
    out[V.l1_trigger_delayed_bhabha] = fired("bg", i) ? 1 : 0;
    out[V.l1_trigger_poisson] = fired("poisson", i) ? 1 : 0;
  };
}

/**
 * The variables on which high-level trigger lines cut: counts of tracks and clusters, Bhabha, two-photon and muon-pair
 * selections, single photons, displaced vertices (basf2 hlt/softwaretrigger/calculations/src/FilterCalculator.cc).
 *
 * The frame of the collision is reached by a boost alone. Tracks have the pion's mass; clusters are massless, count within
 * 200 ns and above 0.1 GeV. As coded, the extended barrel of single photons begins at 30 degrees, as documented at 32.
 *
 * ```ts
 * const seen = detect(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { beams: superKekb, events: 5, seed: 1 }), belle2, random(1));
 * Object.keys(hltVariables(seen)).length > 5; // false
 * ```
 * @param detected - What {@link detect} returned.
 * @param options - See {@link HltOptions}.
 */
export function hltVariables(detected: Detected, options: HltOptions = {}): HltVariables {
  requireOptions("hltVariables", options, hltOptions);
  const calculate = hltCalculator(detected, options);
  const n = detected.length;
  const columns = hltVariableNames.map(() => new Float64Array(n));
  const values = new Float64Array(hltVariableNames.length);
  for (let i = 0; i < n; i++) {
    calculate(i, values);
    for (let k = 0; k < values.length; k++) columns[k][i] = values[k];
  }
  const named = Object.fromEntries(hltVariableNames.map((name, k) => [name, columns[k]]));
  return { length: n, columns: named as Record<HltVariableName, Float64Array> };
}
