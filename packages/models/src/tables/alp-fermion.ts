import data from "../data/alp-fermion.json";
import { tablesOf, type Table } from "./table.js";

/**
 * Widths times $f^2$ (GeV$^3$) of an axion-like particle with $\mathcal L=\tfrac{\partial_\mu a}{f}\sum_q\bar q\gamma^\mu\gamma_5q$,
 * all quarks alike, against its mass (GeV), to 2.5 GeV; `2Gamma` is without the loops of leptons. With the coupling
 * $\tfrac{c}{2f}$ of this package they are to be multiplied by $c^2/4$. Source and remarks stand in the file.
 */
export const fermionWidths: Readonly<Record<string, Table>> = /* @__PURE__ */ tablesOf(data);
