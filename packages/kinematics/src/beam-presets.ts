import { beams, type Beams } from "./beams.js";

// Energies, angles, spreads and bunch sizes: basf2, generators/scripts/beamparameters.py and
// analysis/utility/src/PCmsLabTransform.cc. The 2019 energies are those of the public Belle II papers.

function superKekbAt(electron: number, positron: number): Beams {
  return beams({
    electron,
    positron,
    crossingAngle: 0.083,
    energySpread: { electron: 5.13e-3, positron: 2.375e-3 },
    bunchSize: { electron: [10.2e-4, 59e-7, 0.6], positron: [7.75e-4, 59e-7, 0.5] },
  });
}

/**
 * SuperKEKB as designed: 7 GeV electrons on 4 GeV positrons crossing at 83 mrad, $\sqrt{s} = 10.574$ GeV,
 * $\beta\gamma = 0.287$; the beams of the level-1 trigger's tables. For data taking see {@link beamPreset}.
 *
 * @example
 * ```ts
 * superKekb.sqrtS; // ≈ 10.5739
 * ```
 */
export const superKekb: Beams = /* @__PURE__ */ superKekbAt(7, 4);

/** Names of the beams in {@link beamPreset}. */
export type BeamPreset =
  | "superKekb"
  | "upsilon4S"
  | "run2019"
  | "offResonance"
  | "upsilon5S"
  | "scan10750"
  | "upsilon3S"
  | "upsilon2S"
  | "upsilon1S"
  | "belle";

/**
 * Beams by name: the design (`superKekb`), the simulation's $\Upsilon(4S)$ (7.004 on 4.002 GeV), the 2019 running
 * (`run2019`, 7.007 on 4.000 GeV), 60 MeV below resonance, $\Upsilon(5S)$, $\Upsilon(3S)$, $\Upsilon(2S)$,
 * $\Upsilon(1S)$, the 10.75 GeV scan (the 2019 energies scaled at constant boost), and Belle at KEKB (7.998 on
 * 3.499 GeV, 22 mrad, positrons along $-z$).
 *
 * @param name - Which one.
 * @throws RangeError when there is none of that name.
 * @example
 * ```ts
 * beamPreset("run2019").sqrtS; // ≈ 10.5792
 * beamPreset("scan10750").sqrtS; // ≈ 10.75
 * ```
 */
export function beamPreset(name: BeamPreset): Beams {
  switch (name) {
    case "superKekb":
      return superKekb;
    case "upsilon4S":
      return superKekbAt(7.004, 4.002);
    case "run2019":
      return superKekbAt(7.007, 4.0);
    case "offResonance":
      return superKekbAt(6.964, 3.979);
    case "upsilon5S":
      return superKekbAt(7.2, 4.114);
    case "scan10750": {
      const factor = 10.75 / superKekbAt(7.007, 4.0).sqrtS;
      return superKekbAt(7.007 * factor, 4.0 * factor);
    }
    case "upsilon3S":
      return superKekbAt(6.855, 3.917);
    case "upsilon2S":
      return superKekbAt(6.635, 3.792);
    case "upsilon1S":
      return superKekbAt(6.263, 3.579);
    case "belle":
      return beams({ electron: 7.998213, positron: 3.499218, crossingAngle: 0.022, electronAngle: 0.022 });
    default:
      throw new RangeError(`beamPreset: unknown name, got ${String(name)}`);
  }
}
