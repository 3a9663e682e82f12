import { ALPHA } from "../constants.js";
import type { Fermion, Lepton } from "../mediator.js";

/** Charges $x_f$ of the fermions under a new U(1); absent ones are 0. */
export type Charges = Readonly<Partial<Record<Fermion, number>>> & {
  /**
   * Two leptons of charge +1 and −1 whose loops mix the boson with the photon, so that every other charged fermion gets
   * the effective charge of `loopCharge` at $q^2=m^2$.
   */
  readonly loop?: readonly [Lepton, Lepton];
};

/** Fermions that may have a charge under a new U(1). */
export const fermions: readonly Fermion[] = ["e", "mu", "tau", "nue", "numu", "nutau", "d", "u", "s", "c", "b"];

/** Electric charges of the charged fermions, in units of $e$. */
export const electricCharge: Readonly<Partial<Record<Fermion, number>>> = {
  e: -1,
  mu: -1,
  tau: -1,
  d: -1 / 3,
  u: 2 / 3,
  s: -1 / 3,
  c: 2 / 3,
  b: -1 / 3,
};

const third = 1 / 3;
const allQuarks = { d: third, u: third, s: third, c: third, b: third };

/** Baryon minus lepton number, left-handed neutrinos only. */
export const bMinusL: Charges = { ...allQuarks, e: -1, mu: -1, tau: -1, nue: -1, numu: -1, nutau: -1 };

/** Baryon number, with the lepton charge $-\alpha/4\pi$ that kinetic mixing of one-loop size gives. */
export const baryonic: Charges = {
  ...allQuarks,
  e: -ALPHA / (4 * Math.PI),
  mu: -ALPHA / (4 * Math.PI),
  tau: -ALPHA / (4 * Math.PI),
};

/** $L_e-L_\mu$, with loop-induced couplings of tau and quarks. */
export const leMinusLmu: Charges = { e: 1, mu: -1, nue: 1, numu: -1, loop: ["e", "mu"] };

/** $L_e-L_\tau$, with loop-induced couplings of muon and quarks. */
export const leMinusLtau: Charges = { e: 1, tau: -1, nue: 1, nutau: -1, loop: ["e", "tau"] };

/** $L_\mu-L_\tau$, with loop-induced couplings of electron and quarks; `zPrime` is this model. */
export const lmuMinusLtau: Charges = { mu: 1, tau: -1, numu: 1, nutau: -1, loop: ["mu", "tau"] };

/** No coupling to the proton ($2x_u+x_d=0$) or the neutrinos, unit coupling to charged leptons. */
export const protophobic: Charges = {
  e: -1,
  mu: -1,
  tau: -1,
  u: -third,
  c: -third,
  d: 2 * third,
  s: 2 * third,
  b: 2 * third,
};
