import { bToKaon, lfvDecay, upsilonToPhoton } from "@belladonna/models";
import type { Mediator } from "@belladonna/models";
import { MASS, VEV } from "@belladonna/models/constants";
import { square } from "@belladonna/numerics/elementary";

/** Rate at which a particle is made, in the unit of the limits on it; 0 where the model does not say. */
export type Rate = (particle: Mediator) => number;

/** Higgs mixing that gives the particle's coupling to the b quark; a scalar's quarks are taken to go with their masses. */
function mixing({ couplings }: Mediator): number {
  return Math.abs((couplings.scalar?.b ?? couplings.pseudoscalar?.b ?? 0) * (VEV / MASS.b));
}

const toKaon =
  (kaon: "K" | "K*", charge: "+" | "0"): Rate =>
  (particle) => {
    const { mass, couplings, kind } = particle;
    const { w: gW = 0 } = couplings;
    if (gW !== 0) return bToKaon({ mass, gW, kaon, charge }).value;
    const sinTheta = kind === "scalar" ? mixing(particle) : 0;
    return sinTheta > 0 ? bToKaon({ mass, sinTheta, kaon, charge }).value : 0;
  };

const fromUpsilon =
  (level: 1 | 2 | 3): Rate =>
  (particle) => {
    const sinTheta = mixing(particle);
    // A mixing above 1 is asked at 1: the rate goes with its square.
    const asked = Math.min(sinTheta, 1);
    return sinTheta > 0
      ? upsilonToPhoton({ mass: particle.mass, sinTheta: asked, level }).value * square(sinTheta / asked)
      : 0;
  };

const fromLepton =
  (from: "mu" | "tau", to: "e" | "mu"): Rate =>
  (particle) => {
    const flavour = particle.couplings.flavourViolating;
    return flavour?.leptons[0] === from && flavour.leptons[1] === to ? lfvDecay(particle).branchingFraction : 0;
  };

/** Branching fractions of production, by the first factor of the observable; `X` stands for the particle. */
export const productionRates: Readonly<Record<string, Rate>> = {
  "BF(B+ -> K+ X)": /* @__PURE__ */ toKaon("K", "+"),
  "BF(B0 -> K*0 X)": /* @__PURE__ */ toKaon("K*", "0"),
  "BF(B+ -> K*+ X)": /* @__PURE__ */ toKaon("K*", "+"),
  "BF(Y(1S) -> gamma X)": /* @__PURE__ */ fromUpsilon(1),
  "BF(Y(3S) -> gamma X)": /* @__PURE__ */ fromUpsilon(3),
  "BF(tau -> e X)": /* @__PURE__ */ fromLepton("tau", "e"),
  "BF(tau -> mu X)": /* @__PURE__ */ fromLepton("tau", "mu"),
  "BF(mu -> e X)": /* @__PURE__ */ fromLepton("mu", "e"),
};

/** A limit on a rate: how the particle is made, and the channel it is seen in, if any. */
export interface RateObservable {
  /** Production, with `X` for the particle. */
  readonly production: string;
  /** The channel. */
  readonly channel?: string;
}

/**
 * The parts of an observable such as `BF(B+ -> K+ a) BF(a -> gamma gamma)`.
 *
 * @param observable - the text
 * @returns its parts; `undefined` where it is no such product
 */
export function rateObservable(observable: string): RateObservable | undefined {
  const match = /^((?:BF|sigma)\(.+ )(S|a|X|alpha)\)(?: BF\(\2 -> ([^()]+)\))?$/.exec(observable);
  if (match === null) return undefined;
  const [, before, , channel] = match as unknown as [string, string, string, string | undefined];
  const production = `${before}X)`;
  return channel === undefined ? { production } : { production, channel };
}
