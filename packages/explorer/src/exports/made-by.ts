import { version } from "../../package.json";
import { dataMark } from "../state/data-mark.js";

/** What made a file of this page: the program, its version, and which limits are bundled with it. */
export const madeBy = `belladonna explorer ${version}, bundled limits ${dataMark()}`;
