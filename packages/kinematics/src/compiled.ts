/**
 * Columns of many rows by WebAssembly that is made at run time, with the bits of the functions of `columns`.
 *
 * @packageDocumentation
 */
export { ptEtaPhi } from "./compiled/pt-eta-phi.js";
export type { PtEtaPhi } from "./compiled/pt-eta-phi.js";
