/**
 * Squared matrix elements of decays, as functions of the momenta of the products: what makes decays in events agree with
 * the widths.
 *
 * @packageDocumentation
 */
export {
  chargedCurrentDynamics,
  neutralCurrentDynamics,
  pseudoscalarDynamics,
  twoPionDynamics,
  vectorMesonDynamics,
} from "./widths/v-minus-a.js";
export type { LeptonCurrent, LeptonNumber } from "./widths/v-minus-a.js";
export { pairMass2 } from "./widths/products.js";
