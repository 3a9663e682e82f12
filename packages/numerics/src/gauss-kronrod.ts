// R. Piessens et al., QUADPACK (1983), rule QK15.

/** Points of the rule. */
export const POINTS = 15;

/** Positive nodes of the Gauss–Kronrod rule of 7 and 15 points on [-1, 1], from high to low, and 0. */
export const NODES: Float64Array = /* @__PURE__ */ Float64Array.of(
  0.991455371120813,
  0.949107912342759,
  0.864864423359769,
  0.741531185599394,
  0.586087235467691,
  0.405845151377397,
  0.207784955007898,
  0,
);

/** Weights of the rule of 15 points. */
export const WEIGHTS: Float64Array = /* @__PURE__ */ Float64Array.of(
  0.022935322010529,
  0.063092092629979,
  0.10479001032225,
  0.140653259715525,
  0.169004726639267,
  0.190350578064785,
  0.204432940075298,
  0.209482141084728,
);

/** Weights of the rule of 7 points, at every second node from the second on. */
export const GAUSS_WEIGHTS: Float64Array = /* @__PURE__ */ Float64Array.of(
  0.12948496616887,
  0.279705391489277,
  0.381830050505119,
  0.417959183673469,
);
