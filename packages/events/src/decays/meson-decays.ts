import { particle } from "@belladonna/kinematics";
import { references } from "@belladonna/sources";
import type { DecayTable } from "./decay-table.js";
import { selectChannels } from "./decay-table.js";

/** A meson's table: mass and lifetime of the particle table, fractions of PDG 2024. */
function meson(pdgId: number, ctau: number, channels: DecayTable["channels"]): DecayTable {
  const branchingFraction = channels.reduce((sum, { fraction }) => sum + fraction, 0);
  return { pdgId, mass: particle(pdgId).mass, ctau, channels, branchingFraction, source: references.PDG2024 };
}

/**
 * $K_S\to\pi\pi$, with its lifetime ($c\tau=2.68$ cm). The fractions 0.692 and 0.3069, soft photons included, are
 * recalled; the decay table of Belle II has 0.6913 and 0.3062 with 0.0017 of $\pi^+\pi^-\gamma$ apart.
 *
 * ```ts
 * kShortDecays().channels.length; // 2
 * ```
 * @param channels - Names among `"pi+ pi-"` and `"pi0 pi0"`, or `"all"` for both.
 * @throws RangeError when a channel is unknown.
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001
 */
export function kShortDecays(channels: "all" | readonly string[] = "all"): DecayTable {
  const table = meson(310, particle(310).ctau ?? 0, [
    { name: "pi+ pi-", products: [211, -211], fraction: 0.692 },
    { name: "pi0 pi0", products: [111, 111], fraction: 0.3069 },
  ]);
  return selectChannels(table, channels);
}

/**
 * $K^0$ and $\bar K^0$ as equal parts $K_S$ and $K_L$; mixing and interference are left out.
 *
 * ```ts
 * neutralKaonDecays().channels.length; // 2
 * ```
 */
export function neutralKaonDecays(): DecayTable {
  return meson(311, 0, [
    { name: "K_S", products: [310], fraction: 0.5 },
    { name: "K_L", products: [130], fraction: 0.5 },
  ]);
}

/**
 * $\pi^0\to\gamma\gamma$ (98.823 %); the Dalitz decay is left out.
 *
 * ```ts
 * pi0Decays().channels.length; // 1
 * ```
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001
 */
export function pi0Decays(): DecayTable {
  return meson(111, particle(111).ctau ?? 0, [{ name: "gamma gamma", products: [22, 22], fraction: 0.98823 }]);
}

/**
 * $\omega\to\pi^+\pi^-\pi^0$, $\pi^0\gamma$, $\pi^+\pi^-$, by flat phase space; its width of 8.7 MeV is left out.
 *
 * ```ts
 * omegaDecays().channels.length; // 3
 * ```
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001
 */
export function omegaDecays(): DecayTable {
  return meson(223, 0, [
    { name: "pi+ pi- pi0", products: [211, -211, 111], fraction: 0.892 },
    { name: "pi0 gamma", products: [111, 22], fraction: 0.0835 },
    { name: "pi+ pi-", products: [211, -211], fraction: 0.0153 },
  ]);
}

/**
 * $\eta\to\gamma\gamma$, $3\pi^0$, $\pi^+\pi^-\pi^0$, $\pi^+\pi^-\gamma$, by flat phase space.
 *
 * ```ts
 * etaDecays().channels.length; // 4
 * ```
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001
 */
export function etaDecays(): DecayTable {
  return meson(221, 0, [
    { name: "gamma gamma", products: [22, 22], fraction: 0.3936 },
    { name: "3pi0", products: [111, 111, 111], fraction: 0.3257 },
    { name: "pi+ pi- pi0", products: [211, -211, 111], fraction: 0.2302 },
    { name: "pi+ pi- gamma", products: [211, -211, 22], fraction: 0.0428 },
  ]);
}
