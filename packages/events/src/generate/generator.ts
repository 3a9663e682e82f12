import type { FourVector, FourVectors } from "@belladonna/kinematics";
import { random, requireOptions } from "@belladonna/numerics";
import { MASS } from "@belladonna/models/constants";
import type { Process } from "../processes/process.js";
import { collisionsOf } from "./collisions.js";
import { decayer } from "../decays/decayer.js";
import type { Decayer } from "../decays/decayer.js";
import type { DecayTable } from "../decays/decay-table.js";
import { mediatorDecay } from "./forced-decay.js";
import type { EventColumns } from "../event-columns.js";
import { beamScale, labMatrix } from "./lab-frame.js";
import { prepareOptions, requireShare, unweightingSampling } from "./prepare.js";
import type { Preparation, PrepareOptions } from "./prepare.js";
import { productionSpins } from "./production-spins.js";
import { closedPhaseSpace } from "./threshold.js";
import { BLOCK, trialSource } from "./weighted-trials.js";

/** What an event generator needs to know. */
export interface GeneratorOptions extends PrepareOptions {
  /** Seed of the events. */
  readonly seed: number;
  /** Channel the mediators decay to, by name, or `"all"` for all two-body channels; undecayed when absent. */
  readonly decay?: string;
  /**
   * Decay tables of other particles, as {@link tauDecays}, and of what comes out of any decay; particles without a table
   * do not decay.
   */
  readonly decays?: readonly DecayTable[];
  /**
   * Decay with the spins of production, correlated among all particles ({@link Process.helicityAmplitudes}), in place of
   * unpolarised and independently. Default true.
   */
  readonly spinCorrelations?: boolean;
  /** What {@link prepare} found for the same process, collisions, cuts and overweight; found now when absent. */
  readonly prepared?: Preparation | undefined;
}

/** Names of the options of {@link eventGenerator}. */
const generatorOptions: readonly string[] = [
  "seed",
  "decay",
  "decays",
  "spinCorrelations",
  "prepared",
  ...prepareOptions,
];

/** Account of one block. */
export interface BlockAccount {
  /** Trials thrown. */
  readonly trials: number;
  /** Events accepted. */
  readonly accepted: number;
  /** Sum of the trials' weights, fb: over `trials` it is the cross section. */
  readonly sum: number;
  /** Sum of the squared weights, fb². */
  readonly sumSquares: number;
  /** Accepted events of weight above 1. */
  readonly overweight: number;
  /** Decays of its particles, and of theirs. */
  readonly decays: number;
  /** Those whose weight was above the bound of their dynamics. */
  readonly overweightDecays: number;
}

/** A generator of unweighted events by blocks; block $b$ is the same whoever makes it, and whenever. */
export interface EventGenerator {
  /** False where no trial passes the cuts or phase space is closed. */
  readonly valid: boolean;
  /** Why not. */
  readonly reason?: string;
  /** Branching fraction of forced decays. */
  readonly branchingFraction: number;
  /** Append the events of block `b` to the columns. */
  fill(b: number, columns: EventColumns): BlockAccount;
}

/**
 * A generator of unweighted events. What {@link prepare} finds is found first, unless it is handed in: it takes as long as
 * thousands of events.
 *
 * ```ts
 * const process = gammaX(alp({ mass: 1, gPhoton: 1e-3 }));
 * const generator = eventGenerator(process, { sqrtS: 10.58, seed: 1, decay: "gamma gamma" });
 * const events = new EventColumns();
 * const { trials, sum } = generator.fill(7, events); // block 7, whichever were made before
 * sum / trials; // ≈ 123.6
 * generator.branchingFraction; // 1
 * ```
 * @param process - The process.
 * @param options - Collisions, cuts, seed, decay, preparation.
 * @throws RangeError for bad options, or a preparation of something else.
 */
export function eventGenerator(process: Process, options: GeneratorOptions): EventGenerator {
  requireOptions("generate", options, generatorOptions);
  const { cuts = {}, seed, decay, decays: tables, spinCorrelations = true } = options;
  requireShare("generate", options.overweight);
  const collisions = collisionsOf("generate", options);
  const { beams } = collisions;
  const chain = decay === undefined && tables === undefined ? undefined : decayerOf(process, decay, tables ?? []);
  const branchingFraction =
    chain === undefined ? 1 : process.outgoing.reduce((f, { pdgId }) => f * chain.branchingFraction(pdgId), 1);
  const spins = chain === undefined || !spinCorrelations ? undefined : productionSpins(process, chain);
  const root = random(seed);
  const source = trialSource(process, cuts, collisions);
  const closed = closedPhaseSpace(process, collisions);
  const { sampling, most } = unweightingSampling("generate", process, options, collisions, source);
  const nothing = most > 0 ? undefined : (closed ?? "the cuts leave nothing: no trial passed them");
  const matrix = new Float64Array(16);
  const sharp = collisions.dimensions === 0;
  if (beams !== undefined) labMatrix(beams, beams.electron.e, beams.positron.e, matrix);
  const vector = new Float64Array(5);

  /** Row `i` of a centre-of-mass column in the frame of the events, into `vector`. */
  const transform = ({ px, py, pz, e, m }: FourVectors, i: number): void => {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const mass = m[i];
    vector[4] = mass;
    if (beams === undefined) {
      vector[0] = x;
      vector[1] = y;
      vector[2] = z;
      vector[3] = e[i];
      return;
    }
    const t = e[i];
    const r = matrix;
    vector[3] = r[0] * t + r[1] * x + r[2] * y + r[3] * z;
    vector[0] = r[4] * t + r[5] * x + r[6] * y + r[7] * z;
    vector[1] = r[8] * t + r[9] * x + r[10] * y + r[11] * z;
    vector[2] = r[12] * t + r[13] * x + r[14] * y + r[15] * z;
  };

  return {
    valid: nothing === undefined,
    ...(nothing === undefined ? {} : { reason: nothing }),
    branchingFraction,
    fill(b, columns) {
      const stream = root.stream(b);
      const trials = source.throw(stream, BLOCK, sampling);
      const { momenta, weight, accept, collision } = trials;
      const decayStream = chain === undefined ? undefined : stream.stream(0);
      let accepted = 0;
      let sum = 0;
      let sumSquares = 0;
      let overweight = 0;
      const before = { ...chain?.account };
      for (let i = 0; i < trials.count; i++) {
        const w = weight[i];
        sum += w;
        sumSquares += w * w;
        if (accept[i] * most >= w) continue;
        accepted++;
        if (w > most) overweight++;
        if (beams !== undefined && !sharp) labMatrix(beams, collision[5 * i], collision[5 * i + 1], matrix);
        if (beams === undefined) {
          const energy = collisions.nominal / 2;
          const momentum = Math.sqrt(energy * energy - MASS.e * MASS.e);
          columns.add(11, -1, -1, 0, 0, momentum, energy, MASS.e);
          columns.add(-11, -1, -1, 0, 0, -momentum, energy, MASS.e);
        } else {
          addBeam(columns, 11, beams.electron, collision[5 * i] + collision[5 * i + 3]);
          addBeam(columns, -11, beams.positron, collision[5 * i + 1] + collision[5 * i + 4]);
        }
        for (let k = 0; k < process.outgoing.length; k++) {
          transform(momenta[k + 2], i);
          const { pdgId } = process.outgoing[k];
          const status = chain?.decays(pdgId) === true ? 2 : 1;
          columns.add(pdgId, status, 0, vector[0], vector[1], vector[2], vector[3], vector[4]);
        }
        if (beams !== undefined) {
          addRadiation(columns, 0, beams.electron, collision[5 * i + 3]);
          addRadiation(columns, 1, beams.positron, collision[5 * i + 4]);
        }
        if (chain !== undefined && decayStream !== undefined) {
          spins?.set((leg) => {
            transform(momenta[leg], i);
            return vector;
          });
          for (let k = 0; k < process.outgoing.length; k++) {
            const { pdgId } = process.outgoing[k];
            if (!chain.decays(pdgId)) continue;
            transform(momenta[k + 2], i);
            const matrix = chain.decay(columns, k + 2, pdgId, vector, origin, decayStream, spins?.densityOf(k + 2));
            if (matrix !== undefined) spins?.decayed(k + 2, matrix);
          }
        }
        columns.close(w > most ? w / most : 1);
      }
      const decays = (chain?.account.drawn ?? 0) - (before.drawn ?? 0);
      const overweightDecays = (chain?.account.overweight ?? 0) - (before.overweight ?? 0);
      return { trials: BLOCK, accepted, sum, sumSquares, overweight, decays, overweightDecays };
    },
  };
}

/** Append a beam particle: its direction, the given energy. */
function addBeam(columns: EventColumns, id: number, { px, py, pz, e, m }: FourVector, energy: number): void {
  const f = beamScale(e, m, energy);
  columns.add(id, -1, -1, f * px, f * py, f * pz, energy, m);
}

/** Least energy of a radiated photon that is listed, GeV. */
const LISTED = 1e-9;

/** Append a photon along beam particle `from`. */
function addRadiation(columns: EventColumns, from: number, { px, py, pz }: FourVector, energy: number): void {
  if (!(energy > LISTED)) return;
  const f = energy / Math.sqrt(px * px + py * py + pz * pz);
  columns.add(22, 1, from, f * px, f * py, f * pz, energy, 0);
}

const origin = new Float64Array(4);

/** A decayer of the mediators to a channel and of the particles in the tables. */
function decayerOf(process: Process, decay: string | undefined, tables: readonly DecayTable[]): Decayer {
  const own = process.outgoing.flatMap(({ pdgId, mediator }) =>
    mediator !== undefined && decay !== undefined ? [mediatorDecay(mediator, pdgId, decay)] : [],
  );
  if (decay !== undefined && own.length === 0) {
    throw new RangeError(`generate: ${process.name} has no mediator that could decay to "${decay}"`);
  }
  const chain = decayer([...own, ...tables]);
  if (!process.outgoing.some(({ pdgId }) => chain.decays(pdgId))) {
    throw new RangeError(`generate: none of the decay tables is of a final particle of ${process.name}`);
  }
  return chain;
}
