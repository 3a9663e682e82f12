// Natural units: GeV, cm, ns, rad, fb. Factors from CODATA 2022 (exact where the SI fixes them).

/** Speed of light, cm/ns (exact). */
export const C_CM_PER_NS = 29.9792458;

/** $\hbar$, GeV ns: $6.582119569\ldots\times10^{-16}$ eV s (exact in the SI). */
export const HBAR_GEV_NS = 6.582119569509066e-16;

/** $\hbar c$, GeV cm (exact in the SI): $c\tau = \hbar c/\Gamma$. */
export const HBAR_C_GEV_CM = 1.973269804593025e-14;

/** $(\hbar c)^2$, fb GeV²: multiplies a cross section in GeV⁻² to give fb. */
export const GEV2_FB = 3.8937937217186e11;

/** One MeV, GeV. */
export const MEV = 1e-3;

/** One second, ns. */
export const SECOND = 1e9;

/** Transverse momentum over curvature radius and field of a particle of unit charge, GeV/(T cm): $c$ in these units. */
export const GEV_PER_TESLA_CM = 0.00299792458;

/** One degree, rad. */
export const DEGREE = 0.017453292519943295;

/** One millimetre, cm. */
export const MM = 0.1;

/** One micrometre, cm. */
export const MICROMETRE = 1e-4;

/** Cross sections in cm²: one femtobarn. */
export const FEMTOBARN_CM2 = 1e-39;

/** Cross sections in fb: one picobarn. */
export const PICOBARN = 1e3;

/** Cross sections in fb: one nanobarn. */
export const NANOBARN = 1e6;

/** Luminosities in inverse fb: one inverse attobarn. */
export const INVERSE_ATTOBARN = 1e3;
