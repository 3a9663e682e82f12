/**
 * The verbs of the package over {@link FourVectors}: a batch in, a batch or a column out, row by row. Every function takes
 * an optional `out` and then allocates nothing in its loop; rows are those of the first argument.
 *
 * @module columns
 */
export { add, negate, scale, subtract, sum } from "./columns/arithmetic.js";
export { boost, boostFromRestOf, boostToRestOf } from "./columns/boost.js";
export { recoil, toCms, toLab } from "./columns/frames.js";
export { fromEnergy, fromMass, fromPThetaPhi, fromPtEtaPhi } from "./columns/make.js";
export { angle, deltaEta, deltaPhi, deltaR, dot, invariantMass } from "./columns/pairs.js";
export { rotate, rotateX, rotateY, rotateZ } from "./columns/rotation.js";
export { beta, cosTheta, eta, gamma, massSquared, p, phi, pt, rapidity, theta } from "./columns/scalars.js";
export { forEachBlock, fourVectorAt, fourVectors, fromObjects, slice, take } from "./four-vectors.js";
