import data from "../data/alp-gluon.json";
import { tablesOf, type Table } from "./table.js";

/**
 * Widths (eV) of an axion-like particle with a gluon coupling only, $\mathcal L=-4\pi\alpha_s\,\tfrac{c_g}{\Lambda}\,aG\tilde G$,
 * $c_g/\Lambda=1/$TeV, against its mass (GeV), to 3 GeV. Source and remarks stand in the file.
 */
export const gluonWidths: Readonly<Record<string, Table>> = /* @__PURE__ */ tablesOf(data);
