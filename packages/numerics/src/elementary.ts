/**
 * Elementary functions whose results are the same bits on every engine: nothing but sums, products, quotients and square
 * roots, which IEEE 754 rounds one way, where ECMAScript leaves the last bits of `Math.exp` and its kin to the engine.
 *
 * @packageDocumentation
 */
export { exp, expm1 } from "./elementary/exp.js";
export { log, log10, log1p, log2 } from "./elementary/log.js";
export { pow } from "./elementary/pow.js";
export { cube, hypot, integerPower, square } from "./elementary/powers.js";
export { cos, sin, tan } from "./elementary/trigonometric.js";
export { acos, asin, atan, atan2 } from "./elementary/arctangent.js";
export { cosh, sinh, tanh } from "./elementary/hyperbolic.js";
export { acosh, asinh, atanh } from "./elementary/inverse-hyperbolic.js";
