// What the namespace `columns` holds, as a type and for its documentation.
export { add, negate, scale, subtract, sum } from "./arithmetic.js";
export { boost, boostFromRestOf, boostToRestOf } from "./boost.js";
export { recoil, toCms, toLab } from "./frames.js";
export { fromEnergy, fromMass, fromPThetaPhi, fromPtEtaPhi } from "./make.js";
export { angle, deltaEta, deltaPhi, deltaR, dot, invariantMass } from "./pairs.js";
export { rotate, rotateX, rotateY, rotateZ } from "./rotation.js";
export { beta, cosTheta, eta, gamma, massSquared, p, phi, pt, rapidity, theta } from "./scalars.js";
export { forEachBlock, fourVectorAt, fourVectors, fromObjects, slice, take } from "../four-vectors.js";
