import { between } from "../selection/bounds.js";
import type { Quantity } from "../selection/quantity.js";
import type { SignalChannel, Pair } from "./channels.js";

type Intervals = readonly (readonly [number, number])[];

/** Masses at which the vertex must be farther out because other decays peak. */
function peaks(pair: string, value: Intervals, provenance: Pick<Quantity, "standing" | "source">): Quantity<Intervals> {
  return {
    quantity: `masses at which the vertex is farther out, ${pair}`,
    value,
    unit: "GeV",
    text: `${value.map(([low, high]) => `${low}–${high}`).join(", ")} GeV`,
    ...provenance,
  };
}

const STEPS = {
  standing: "derived",
  source: "where the published limits step, as digitised by github:alp-aca/alp-aca",
} as const;
const GUESSED = {
  standing: "stand-in",
  source: "D⁰, φ, J/ψ, ψ(2S); no table of these channels is public",
} as const;

/** The same, channel by channel of the pair. */
export const tightMasses: Readonly<Record<Pair, Quantity<Intervals>>> = {
  mu: peaks(
    "μμ",
    [
      [1.7, 1.795],
      [3.01, 3.15],
      [3.66, 3.765],
    ],
    STEPS,
  ),
  e: peaks(
    "ee",
    [
      [0.99, 1.045],
      [1.335, 1.37],
      [3.01, 3.15],
      [3.65, 3.74],
    ],
    STEPS,
  ),
  pi: peaks(
    "ππ",
    [
      [1.81, 1.91],
      [3.01, 3.15],
      [3.65, 3.75],
    ],
    GUESSED,
  ),
  K: peaks(
    "KK",
    [
      [1.01, 1.03],
      [1.81, 1.91],
      [3.01, 3.15],
      [3.65, 3.75],
    ],
    GUESSED,
  ),
};

/** Masses of the $K_S$ that the pion channels leave out. */
export const kShortMasses: Quantity<readonly [number, number]> = between({
  quantity: "K_S veto of ππ",
  value: [0.48, 0.515],
  unit: "GeV",
  standing: "stand-in",
  source: "that there is one was read",
});

/** Which of the two displacements a mass takes: 0, or 1 where other decays peak. */
export function displacementAt({ pair }: SignalChannel, mass: number): 0 | 1 {
  return tightMasses[pair].value.some(([low, high]) => mass >= low && mass <= high) ? 1 : 0;
}

/** Whether a mass is left out. */
export function vetoed({ pair }: SignalChannel, mass: number): boolean {
  return pair === "pi" && mass > kShortMasses.value[0] && mass < kShortMasses.value[1];
}
