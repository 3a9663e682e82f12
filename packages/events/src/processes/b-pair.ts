import { GEV2_FB, particle } from "@belladonna/kinematics";
import { requireChoice, requireOptions, requirePositive } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import { twoBodySampler } from "../phase-space/two-body-sampler.js";
import type { Process } from "./process.js";

/** What {@link bPair} takes. */
export interface BPairOptions {
  /** `"+"` for $B^+B^-$, `"0"` for $B^0\bar B^0$. */
  readonly charge: "+" | "0";
  /**
   * Cross section at $\sqrt s=m_{\Upsilon(4S)}$ without radiation and energy spread, fb, > 0: at SuperKEKB
   * $1.11\times10^6$ fb for both charges together, about half of it each.
   */
  readonly crossSection: number;
}

const OPTIONS: readonly (keyof BPairOptions)[] = ["charge", "crossSection"];

/**
 * $e^-e^+\to\Upsilon(4S)\to B\bar B$: two spinless particles from a vector, so $\sin^2\theta$, with
 * $$\sigma(s)=\sigma_0\,\frac{m^2\Gamma^2}{(s-m^2)^2+m^2\Gamma^2}\,\frac{m^2}{s}\,\Bigl(\frac{p}{p_0}\Bigr)^3
 *   \frac{m}{\sqrt s},$$
 * $p$ the momentum of the $B$, and the width held constant. Beams of finite energy spread smear the line shape.
 *
 * The mixing of the $B^0$ and its coherence are left out.
 *
 * ```ts
 * const pairs = bPair({ charge: "+", crossSection: 5.5e5 });
 * crossSection(pairs, { sqrtS: 10.5794 }).value; // ≈ 5.494e5
 * crossSection(pairs, { sqrtS: 10.6 }).value; // ≈ 3.068e5
 * ```
 * @param options - Charge and cross section.
 * @returns The process; final particles are $B^+,B^-$ or $B^0,\bar B^0$.
 * @throws RangeError when the cross section is not > 0.
 * @see Belle II Physics Book, PTEP 2019, 123C01, for the cross section
 */
export function bPair(options: BPairOptions): Process {
  requireOptions("bPair", options, OPTIONS);
  const { charge, crossSection } = options;
  requireChoice("bPair: charge", charge, ["+", "0"]);
  requirePositive("bPair: crossSection", crossSection, "fb");
  const id = charge === "+" ? 521 : 511;
  const { mass } = particle(id);
  const upsilon = particle(300553);
  const electron = particle(11).mass;
  const peak = square(upsilon.mass);
  const scale = peak * square(upsilon.width ?? 0);
  const p0 = Math.sqrt(peak / 4 - mass * mass);
  // σ = N p² (8π/3) p / (16π² √s · 4 √s p_e) for |M|² = N p² sin²θ, at s = m² and 2 p_e = m.
  const atPeak = (crossSection * 12 * Math.PI * cube(upsilon.mass)) / (GEV2_FB * cube(p0));
  return {
    name: charge === "+" ? "e- e+ > B+ B-" : "e- e+ > B0 anti-B0",
    incoming: [
      { pdgId: 11, mass: electron },
      { pdgId: -11, mass: electron },
    ],
    outgoing: [
      { pdgId: id, mass },
      { pdgId: -id, mass },
    ],
    symmetryFactor: 1,
    squaredAmplitude([a, b, c, d], out, count) {
      for (let i = 0; i < count; i++) {
        const [qe, qx, qy, qz] = [a.e[i] - b.e[i], a.px[i] - b.px[i], a.py[i] - b.py[i], a.pz[i] - b.pz[i]];
        const [ke, kx, ky, kz] = [c.e[i] - d.e[i], c.px[i] - d.px[i], c.py[i] - d.py[i], c.pz[i] - d.pz[i]];
        const qq = qe * qe - qx * qx - qy * qy - qz * qz;
        const kk = ke * ke - kx * kx - ky * ky - kz * kz;
        const qk = qe * ke - qx * kx - qy * ky - qz * kz;
        // p² sin²θ from invariants.
        const transverse = (qk * qk) / (4 * qq) - kk / 4;
        const gap = 4 * electron * electron - qq - peak;
        out[i] = (atPeak * scale * transverse) / (gap * gap + scale);
      }
    },
    sampler: () => twoBodySampler([mass, mass], 1, electron),
  };
}
