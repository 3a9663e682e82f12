/**
 * Functions over columns that are made at run time from expressions: WebAssembly, two rows at a time, or closures, with the
 * same bits.
 *
 * @packageDocumentation
 */
export { expressions } from "./compiled/expressions.js";
export type { Expression, Expressions, Operation } from "./compiled/expressions.js";
export type { Kernel, Layout, Program } from "./compiled/program.js";
export { closureProgram } from "./compiled/closure-program.js";
export { hasWasm, wasmProgram } from "./compiled/wasm-program.js";
export { elementaryExpressions } from "./compiled/elementary-expressions.js";
export type { ElementaryExpressions } from "./compiled/elementary-expressions.js";
export { compiledRandom } from "./compiled/random.js";
