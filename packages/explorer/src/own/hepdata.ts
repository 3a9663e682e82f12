/** Reading and writing HEPData: a chunk of its own, loaded when asked. */
export { hepDataFiles, readTable } from "@belladonna/limits/hepdata";
