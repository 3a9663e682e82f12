import data from "../data/r-ratio.json";
import { tablesOf, type Table } from "./table.js";

const curves = /* @__PURE__ */ tablesOf(data);

/** $R(s)=\sigma(e^+e^-\to{\rm hadrons})/(4\pi\alpha^2/3s)$ in the open-charm region, 3.73 to 4.8 GeV; source in the file. */
export const openCharmR: Table = /* @__PURE__ */ (() => curves.value)();

/** One standard deviation of {@link openCharmR} at the same masses, scaled up where experiments disagree. */
export const openCharmError: Table = /* @__PURE__ */ (() => curves.error)();
