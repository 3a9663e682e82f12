/** Trigger cells 1 to 576 of the calorimeter, in order of their number; source and remarks stand in the file. */
import data from "../data/trigger-cells.json";

const columns = /* @__PURE__ */ (() => data.columns)();

/** Position along $x$, cm. */
export const cellX: readonly number[] = /* @__PURE__ */ (() => columns.x.values)();

/** Position along $y$, cm. */
export const cellY: readonly number[] = /* @__PURE__ */ (() => columns.y.values)();

/** Position along $z$, cm. */
export const cellZ: readonly number[] = /* @__PURE__ */ (() => columns.z.values)();

/** Ring: 1-3 forward, 4-15 barrel, 16-17 backward. */
export const cellThetaId: readonly number[] = /* @__PURE__ */ (() => columns.thetaId.values)();

/** Number in the ring: 1-32 in the endcaps (odd ones only in ring 1), 1-36 in the barrel. */
export const cellPhiId: readonly number[] = /* @__PURE__ */ (() => columns.phiId.values)();

/** Lab energy of 1 GeV in the centre-of-mass frame, 0.1 GeV. */
export const lutEnergy: readonly number[] = /* @__PURE__ */ (() => columns.lutEnergy.values)();

/** Azimuth in the centre-of-mass frame, degrees. */
export const lutPhi: readonly number[] = /* @__PURE__ */ (() => columns.lutPhi.values)();

/** Polar angle in the centre-of-mass frame, degrees. */
export const lutTheta: readonly number[] = /* @__PURE__ */ (() => columns.lutTheta.values)();
