import data from "../data/scalar-form-factors.json";
import { tablesOf, type Table } from "./table.js";

/**
 * Form factors of two pions and two kaons against $\sqrt s$ (GeV): modulus (GeV²) and phase (rad) of $\Gamma$, $\Delta$,
 * $\Theta$; keys are `function.state.part`. The source stands in the file.
 */
export const scalarFormFactors: Readonly<Record<string, Table>> = /* @__PURE__ */ tablesOf(data);
