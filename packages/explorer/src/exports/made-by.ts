import { marked } from "@belladonna/sources";
import { version } from "../../package.json";
import { dataMark } from "../state/data-mark.js";

/** What made a file of this page: the program, its version, and which limits are bundled with it. */
export const madeBy = `belladonna explorer ${version}, bundled limits ${dataMark()}`;

/** A text with that mark. */
export function withMark(name: string, data: string): string;
export function withMark(name: string, data: string | Uint8Array): string | Uint8Array;
export function withMark(name: string, data: string | Uint8Array): string | Uint8Array {
  return marked(name, data, madeBy);
}
