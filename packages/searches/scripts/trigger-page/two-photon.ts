import { boostFromRestOf, eventTable, fourVector, particle, superKekb, type EventTable } from "@belladonna/kinematics";
import { constants } from "@belladonna/models";
import { photonSpectrum } from "@belladonna/events";
import { random } from "@belladonna/numerics";

const GEV2_TO_FB = 3.893793721e11;

/** Weighted events and their cross section, fb. */
export interface TwoPhotonSample {
  /** The events; electrons that radiated the photons are lost along the beams. */
  readonly events: EventTable;
  /** Cross section, fb. */
  readonly crossSection: number;
}

/**
 * $e^+e^- \to e^+e^-\ell^+\ell^-$ by equivalent photons of virtualities up to $W^2$, which is good to some 20 %, with
 *
 * $$\frac{\mathrm{d}\sigma}{\mathrm{d}\cos\theta} = \frac{2\pi\alpha^2\beta}{W^2}\,
 * \frac{1 + 2\beta^2\sin^2\theta - \beta^4 - \beta^4\sin^4\theta}{(1 - \beta^2\cos^2\theta)^2}$$
 *
 * for the two photons (V. M. Budnev et al., Phys. Rep. 15 (1975) 181).
 * @param pdgId - 11 or 13.
 * @param least - Least mass $W$ of the pair, GeV.
 * @param n - Number of events.
 */
export function twoPhotonPairs(pdgId: 11 | 13, least: number, n: number): TwoPhotonSample {
  const s = superKekb.sqrtS ** 2;
  const m = particle(pdgId).mass;
  const alpha = constants.alpha.value;
  const span = Math.log(s / (least * least));
  let sum = 0;
  const events = eventTable((builder) => {
    for (let i = 0; i < n; i++) {
      const r = random(31).stream(i);
      // Uniform in the logarithm of W² and in the rapidity of the pair; in cos θ by the rapidity of the lepton.
      const w2 = least * least * Math.exp(span * r.uniform());
      const w = Math.sqrt(w2);
      const reach = 0.5 * Math.log(s / w2);
      const y = reach * (2 * r.uniform() - 1);
      const [x1, x2] = [Math.exp(y - reach), Math.exp(-y - reach)];
      const beta = Math.sqrt(1 - (4 * m * m) / w2);
      const limit = Math.atanh(beta);
      const c = Math.tanh(limit * (2 * r.uniform() - 1)) / beta;
      const sin2 = 1 - c * c;
      const b2 = beta * beta;
      const angular = (1 + 2 * b2 * sin2 - b2 * b2 - b2 * b2 * sin2 * sin2) / (1 - b2 * c * c);
      const photons = x1 * photonSpectrum(x1, w2, alpha) * x2 * photonSpectrum(x2, w2, alpha);
      const hard = ((2 * Math.PI * alpha * alpha) / w2) * angular * 2 * limit;
      const weight = GEV2_TO_FB * photons * hard * span * 2 * reach;
      sum += weight;
      const pair = fourVector({ px: 0, py: 0, pz: w * Math.sinh(y), m: w });
      const phi = 2 * Math.PI * r.uniform();
      const p = (w / 2) * beta;
      const [x, z] = [p * Math.sqrt(sin2) * Math.cos(phi), p * c];
      const py = p * Math.sqrt(sin2) * Math.sin(phi);
      builder.event(weight);
      for (const sign of [1, -1]) {
        const v = boostFromRestOf(fourVector({ px: sign * x, py: sign * py, pz: sign * z, m }), pair);
        builder.particle({ ...superKekb.toLab(v, { convention: "boost-and-rotate" }), pdgId: sign * pdgId });
      }
    }
  });
  return { events, crossSection: sum / n };
}
