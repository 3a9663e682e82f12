import { particle } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
import {
  type Detected,
  type Detector,
  bit,
  evaluate,
  l1Menu,
  level1Inputs,
  newPairVertex,
  pairVertex,
} from "@belladonna/trigger";
import type { Candidates as Columns } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";

/** Impact parameters below which a track is prompt. */
export const IMPACT: { readonly d0: Quantity; readonly z0: Quantity } = {
  d0: {
    quantity: "|d₀| of a prompt track, less than",
    value: 0.5,
    unit: "cm",
    standing: "stand-in",
    source: "ours",
  },
  z0: {
    quantity: "|z₀| of a prompt track, less than",
    value: 2,
    unit: "cm",
    standing: "stand-in",
    source: "ours",
  },
};

/** Level-1 lines, any of which keeps the event. */
export const TRIGGER: Quantity<readonly string[]> = {
  quantity: "trigger",
  value: ["fff", "ffo", "stt", "cdcklm1", "hie", "c4"],
  unit: "1",
  standing: "stand-in",
  source: "lines of Belle II for tracks and energy, for those of Belle",
};

/** Pairs of muons of opposite charge: columns. */
export interface Candidates extends Columns {
  /** Distance of their vertex from the axis, cm. */
  readonly radius: Float64Array;
  /** Distance of their mass, taken as pions, from that of the $K_S$, GeV. */
  readonly fromKShort: Float64Array;
  /** Number of other tracks that are prompt, {@link IMPACT}. */
  readonly prompt: Int32Array;
  /** Sum of their charges. */
  readonly promptCharge: Int32Array;
  /** Number of pions among them. */
  readonly promptPions: Int32Array;
  /** Scalar product of the momenta of the first two of them, GeV²; 0 where there are fewer. */
  readonly promptProduct: Float64Array;
  /** 1 where a line of {@link TRIGGER} fired. */
  readonly triggered: Uint8Array;
}

const PION = particle(211).mass;
const KAON = particle(310).mass;

/** Fits a vertex to each pair of muons of opposite charge, and looks at the prompt tracks beside it. */
export function candidates(detected: Detected, detector: Detector): Candidates {
  const lines = evaluate(l1Menu, level1Inputs(detected));
  const { offsets, pdgId: identity, charge, d0, z0, px, py, pz } = detected.tracks;
  const isPrompt = (k: number): boolean => Math.abs(d0[k]) < IMPACT.d0.value && Math.abs(z0[k]) < IMPACT.z0.value;
  const vertex = newPairVertex();
  const { momenta: p } = vertex;
  const rows: Row[] = [];
  for (let event = 0; event < detected.length; event++) {
    const [first, last] = [offsets[event], offsets[event + 1]];
    const triggered = TRIGGER.value.some((line) => bit(lines, line, event)) ? 1 : 0;
    for (let a = first; a < last; a++) {
      for (let b = a + 1; b < last; b++) {
        if (charge[a] === charge[b] || Math.abs(identity[a]) !== 13 || Math.abs(identity[b]) !== 13) continue;
        pairVertex(detected.tracks, a, b, detector, vertex);
        const [x, y, z] = [p[0] + p[3], p[1] + p[4], p[2] + p[5]];
        const e =
          Math.sqrt(square(p[0]) + square(p[1]) + square(p[2]) + square(PION)) +
          Math.sqrt(square(p[3]) + square(p[4]) + square(p[5]) + square(PION));
        const rest: number[] = [];
        for (let k = first; k < last; k++) if (k !== a && k !== b && isPrompt(k)) rest.push(k);
        const [k, l] = rest;
        rows.push({
          event,
          radius: vertex.rho,
          fromKShort: Math.abs(Math.sqrt(e * e - x * x - y * y - z * z) - KAON),
          prompt: rest.length,
          promptCharge: rest.reduce((sum, track) => sum + charge[track], 0),
          promptPions: rest.filter((track) => Math.abs(identity[track]) === 211).length,
          promptProduct: rest.length < 2 ? 0 : px[k] * px[l] + py[k] * py[l] + pz[k] * pz[l],
          triggered,
        });
      }
    }
  }
  const column = (name: keyof Row): number[] => rows.map((row) => row[name]);
  return {
    event: Int32Array.from(column("event")),
    radius: Float64Array.from(column("radius")),
    fromKShort: Float64Array.from(column("fromKShort")),
    prompt: Int32Array.from(column("prompt")),
    promptCharge: Int32Array.from(column("promptCharge")),
    promptPions: Int32Array.from(column("promptPions")),
    promptProduct: Float64Array.from(column("promptProduct")),
    triggered: Uint8Array.from(column("triggered")),
  };
}

/** One pair. */
type Row = Readonly<Record<keyof Candidates, number>>;
