import { add, negate, scale, subtract, sum } from "./columns/arithmetic.js";
import { boost, boostFromRestOf, boostToRestOf } from "./columns/boost.js";
import { recoil, toCms, toLab } from "./columns/frames.js";
import { fromEnergy, fromMass, fromPThetaPhi, fromPtEtaPhi } from "./columns/make.js";
import { angle, deltaEta, deltaPhi, deltaR, dot, invariantMass } from "./columns/pairs.js";
import { rotate, rotateX, rotateY, rotateZ } from "./columns/rotation.js";
import { beta, cosTheta, eta, gamma, massSquared, p, phi, pt, rapidity, theta } from "./columns/scalars.js";
import { forEachBlock, fourVectorAt, fourVectors, fromObjects, slice, take } from "./four-vectors.js";
import type * as verbs from "./columns/verbs.js";

/**
 * The verbs of the package over `FourVectors`: a batch in, a batch or a column out, row by row. Every function takes an
 * optional `out` and then allocates nothing in its loop; rows are those of the first argument.
 *
 * @namespace
 */
export const columns: typeof verbs = {
  add,
  angle,
  beta,
  boost,
  boostFromRestOf,
  boostToRestOf,
  cosTheta,
  deltaEta,
  deltaPhi,
  deltaR,
  dot,
  eta,
  forEachBlock,
  fourVectorAt,
  fourVectors,
  fromEnergy,
  fromMass,
  fromObjects,
  fromPtEtaPhi,
  fromPThetaPhi,
  gamma,
  invariantMass,
  massSquared,
  negate,
  p,
  phi,
  pt,
  rapidity,
  recoil,
  rotate,
  rotateX,
  rotateY,
  rotateZ,
  scale,
  slice,
  subtract,
  sum,
  take,
  theta,
  toCms,
  toLab,
};
