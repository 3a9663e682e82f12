import { aroundPeak, besselKScaled, gaussLegendre } from "@belladonna/numerics";
import { exp, integerPower, log, pow, square } from "@belladonna/numerics/elementary";
import { MASS } from "../masses.js";
import { vectorToDarkMatter } from "../widths/dark.js";
import { darkMatterOf, type RelicDarkMatter } from "./relic-dark-matter.js";

/** An annihilation cross section at points of $\sqrt s$, ready to be averaged at any temperature. */
export interface AnnihilationTable {
  /** Mass of the (lighter) dark matter, GeV. */
  readonly mass: number;
  /** Mass of its partner, GeV; the same unless inelastic. */
  readonly partner: number;
  /** Points of $\sqrt s$, GeV, rising. */
  readonly energies: Float64Array;
  /** $\frac{2\sigma\lambda}{\sqrt s}\sqrt s\,w/(8m_1^2m_2^2)$ at each, with the weight $w$ of the quadrature, per squared coupling. */
  readonly weights: Float64Array;
}

/** How many of the states annihilate: $\sigma$ over that of a resonance of two distinct particles of spin 1/2. */
const MULTIPLICITY = { dirac: 1, inelastic: 1, majorana: 2, scalar: 4 } as const;

/** Masses where widths to the Standard Model open or change their source, GeV. */
const thresholds = (): number[] => [
  ...[MASS.e, MASS.mu, MASS["pi+"], MASS["K+"], MASS.tau, MASS.D0, MASS["B+"]].map((m) => 2 * m),
  MASS.pi0,
  1.75,
  4.8,
];

/** Distances from threshold, over its energy: from what does not count at $x=3000$ to what does not at $x=5$. */
const NEAR = 1e-10;
const FAR = 8;
const POINTS = 10;

/** Edges of panels: in powers of e from threshold, at openings, around peaks. */
function edgesOf(threshold: number, mediatorMass: number, width: number): number[] {
  const end = threshold * (1 + FAR);
  const steps = Math.ceil(log(FAR / NEAR));
  const powers = Array.from({ length: steps }, (_, k) => threshold * (1 + NEAR * pow(FAR / NEAR, (k + 1) / steps)));
  // Where the average is made, hadrons may change from point to point.
  const middle = Array.from({ length: 60 }, (_, k) => threshold * (1 + 0.01 * pow(80, k / 60)));
  // Thresholds are approached in squares of 4.
  const openings = thresholds().flatMap((t) => [t, ...[1e-6, 1e-4, 1e-2, 0.2].map((d) => t * (1 + d))]);
  const peaks = [
    ...aroundPeak(mediatorMass, width),
    ...aroundPeak(mediatorMass, width / 2),
    ...aroundPeak(MASS.omega, 0.0087),
    ...aroundPeak(MASS.phi, 0.00425),
  ];
  const inside = [...powers, ...middle, ...openings, ...peaks].filter((q) => q > threshold * (1 + NEAR) && q < end);
  return [threshold * (1 + NEAR), ...inside.sort((a, b) => a - b), end];
}

/**
 * Annihilation by a vector at rest and beyond, at quadrature points of $\sqrt s$:
 * $$\sigma(s)=\kappa\,\frac{12\pi s^2}{\lambda(s,m_1^2,m_2^2)}\,
 * \frac{\Gamma_{\rm DM}(\sqrt s)\,\Gamma_{\rm SM}(\sqrt s)}{(s-m_{A'}^2)^2+m_{A'}^2\Gamma_{\rm DM}^2(m_{A'})},$$
 * $\kappa=1$ (Dirac, inelastic), 2 (Majorana), 4 (complex scalar). The vector's width to the Standard Model, of second
 * order in the coupling, is not in its propagator.
 *
 * @param widthAt - $\Gamma_{\rm SM}(Q)/g^2$, GeV
 * @param dark - the dark matter
 * @param mediatorMass - $m_{A'}$, GeV
 */
export function annihilationTable(
  widthAt: (q: number) => number,
  dark: RelicDarkMatter,
  mediatorMass: number,
): AnnihilationTable {
  const matter = darkMatterOf(dark, mediatorMass);
  const mass = matter.mass;
  const partner = (1 + (dark.splitting ?? 0)) * mass;
  const threshold = mass + partner;
  const width = vectorToDarkMatter(mediatorMass, matter);
  const edges = edgesOf(threshold, mediatorMass, width);
  const { x, w } = gaussLegendre(POINTS);
  const energies: number[] = [];
  const weights: number[] = [];
  const unit = (3 * Math.PI * MULTIPLICITY[dark.kind]) / (mass * mass * partner * partner);
  for (let i = 0; i + 1 < edges.length; i++) {
    const [a, b] = [edges[i], edges[i + 1]];
    if (!(b > a * (1 + 1e-14))) continue;
    for (let k = x.length - 1; k >= 0; k--) {
      const q = (a + b) / 2 + ((b - a) / 2) * x[k];
      const pole = square((q - mediatorMass) * (q + mediatorMass)) + square(mediatorMass * width);
      energies.push(q);
      weights.push(
        (((unit * integerPower(q, 4) * (b - a)) / 2) * w[k] * vectorToDarkMatter(q, matter) * widthAt(q)) / pole,
      );
    }
  }
  return { mass, partner, energies: Float64Array.from(energies), weights: Float64Array.from(weights) };
}

/**
 * Thermal average of the annihilation cross section per squared coupling,
 * $$\langle\sigma v\rangle=\frac{1}{8m_1^2m_2^2T\,K_2(m_1/T)K_2(m_2/T)}
 * \int ds\,\sigma(s)\,\frac{\lambda(s,m_1^2,m_2^2)}{\sqrt s}\,K_1(\sqrt s/T).$$
 *
 * @param table - the cross section
 * @param x - $m_1/T$, 5 to 3000
 * @returns GeV⁻²
 * @see P. Gondolo, G. Gelmini, Nucl. Phys. B 360 (1991) 145
 */
export function thermalAverage(table: AnnihilationTable, x: number): number {
  const { mass, partner, energies, weights } = table;
  const T = mass / x;
  let sum = 0;
  for (let i = 0; i < energies.length; i++) {
    // All exponentials together: no underflow.
    const exponent = (energies[i] - mass - partner) / T;
    if (exponent > 45) break;
    sum += weights[i] * exp(-exponent) * besselKScaled(1, energies[i] / T);
  }
  return sum / (T * besselKScaled(2, mass / T) * besselKScaled(2, partner / T));
}
