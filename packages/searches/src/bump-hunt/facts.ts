import type { Quantity } from "../selection/quantity.js";

/** Bins a width of the peak. */
export const binsPerWidth: Quantity = {
  quantity: "bins of the fit",
  value: 3,
  unit: "a width of the peak",
  standing: "stand-in",
  source: "a fit of each entry by itself; bins of a third of a width lose half a per cent of the information",
};

/** The stretch that belongs to a peak, in widths on either side of it. */
const NEAR = 2;

/** What is near a peak, in widths on either side of it. */
export const nearWidths: Quantity = {
  quantity: "background of a hypothesis, as it is listed",
  value: NEAR,
  unit: "1",
  text: `within ${NEAR} widths of the peak`,
  standing: "derived",
  source: "holds 95 % of a Gaussian peak",
};

/** Background within {@link nearWidths} below which events are counted, events: large-sample formulae fail there. */
const FEW = 3;

/** Expected background near the peak, events, below which entries are counted in place of a fit. */
export const fewEvents: Quantity = {
  quantity: "few events",
  value: FEW,
  unit: "events",
  text: `counted in ±${NEAR} widths below ${FEW} expected events`,
  standing: "stand-in",
  source: "asymptotic formulae are too optimistic there",
};
