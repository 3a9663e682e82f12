import { cos, sin, square } from "@belladonna/numerics/elementary";

/** A pole form factor: $F(q^2)=F(0)/[(1-q^2/M^2)(1-\sigma_1q^2/M^2+\sigma_2q^4/M^4)]$, without the first factor for $A_1,A_2$. */
export type Pole = readonly [atZero: number, sigma1: number, sigma2: number];

/** Parent, daughter, their PDG identities, CKM element, isospin or mixing factor. */
type Decay = readonly [
  parent: string,
  daughter: string,
  parentId: number,
  daughterId: number,
  ckm: Ckm,
  factor: number,
];

/** A CKM element by its key in `constants`. */
export type Ckm = "vus" | "vub" | "vcd" | "vcs" | "vcb";

// eta and eta' are rotations of octet and singlet by -11.5 degrees; the light-quark content of each, squared.
const angle = (-11.5 * Math.PI) / 180;
const lightInEta = /* @__PURE__ */ square(
  /* @__PURE__ */ cos(angle) / Math.sqrt(6) - /* @__PURE__ */ sin(angle) / Math.sqrt(3),
);
const lightInEtaPrime = /* @__PURE__ */ square(
  /* @__PURE__ */ sin(angle) / Math.sqrt(6) + /* @__PURE__ */ cos(angle) / Math.sqrt(3),
);

/** $B_c^*$ has not been measured; GeV. */
const BC_STAR = 6.4;

/**
 * $P\to P'\ell N$: form factor at $q^2=0$ ($f_+=f_0$ there) and the poles of $f_+$ and $f_0$, GeV.
 *
 * D. Melikhov, B. Stech, Phys. Rev. D 62 (2000) 014006, hep-ph/0001113, in the single-pole form of D. Gorbunov,
 * M. Shaposhnikov, JHEP 10 (2007) 015, arXiv:0705.1729, with the modes of arXiv:2405.07330.
 */
export const pseudoscalarModes: readonly (readonly [
  ...Decay,
  atZero: number,
  vectorPole: number,
  scalarPole: number,
])[] = [
  ["D0", "K-", 421, -321, "vcs", 1, 0.747, 2.1122, 1.96835],
  ["D+", "K0bar", 411, -311, "vcs", 1, 0.747, 2.1122, 1.96835],
  ["D0", "pi-", 421, -211, "vcd", 1, 0.69, 2.01026, 1.86966],
  ["D+", "pi0", 411, 111, "vcd", 1 / 2, 0.69, 2.01026, 1.86966],
  ["D+", "eta", 411, 221, "vcd", lightInEta, 0.69, 2.01026, 1.86966],
  ["D+", "eta'", 411, 331, "vcd", lightInEtaPrime, 0.69, 2.01026, 1.86966],
  ["Ds+", "K0", 431, 311, "vcd", 1, 0.72, 2.01026, 1.86966],
  ["Ds+", "eta", 431, 221, "vcs", 1, 0.495, 2.1122, 1.96835],
  ["Ds+", "eta'", 431, 331, "vcs", 1, 0.557, 2.1122, 1.96835],
  ["B+", "D0bar", 521, -421, "vcb", 1, 0.66, BC_STAR, 6.27447],
  ["B0", "D-", 511, -411, "vcb", 1, 0.66, BC_STAR, 6.27447],
  ["Bs0", "Ds-", 531, -431, "vcb", 1, 0.65, BC_STAR, 6.27447],
  ["B+", "pi0", 521, 111, "vub", 1 / 2, 0.29, 5.32475, 5.27972],
  ["B+", "eta", 521, 221, "vub", lightInEta, 0.29, 5.32475, 5.27941],
  ["B+", "eta'", 521, 331, "vub", lightInEtaPrime, 0.29, 5.32475, 5.27941],
  ["B0", "pi-", 511, -211, "vub", 1, 0.29, 5.32475, 5.27941],
  ["Bs0", "K-", 531, -321, "vub", 1, 0.31, 5.32475, 5.27941],
];

/**
 * $P\to V\ell N$: poles of $A_0$ (pseudoscalar) and of $V,A_1,A_2$ (vector), GeV, then $A_0,V,A_1,A_2$; sources as for
 * {@link pseudoscalarModes}.
 */
export const vectorModes: readonly (readonly [
  ...Decay,
  pole0: number,
  poleV: number,
  A0: Pole,
  V: Pole,
  A1: Pole,
  A2: Pole,
])[] = [
  [
    "D0",
    "K*-",
    421,
    -323,
    "vcs",
    1,
    1.96835,
    2.1122,
    [0.76, 0.17, 0],
    [1.03, 0.27, 0],
    [0.66, 0.3, 0],
    [0.49, 0.67, 0],
  ],
  [
    "D+",
    "K*0bar",
    411,
    -313,
    "vcs",
    1,
    1.96835,
    2.1122,
    [0.76, 0.17, 0],
    [1.03, 0.27, 0],
    [0.66, 0.3, 0],
    [0.49, 0.67, 0],
  ],
  [
    "D0",
    "rho-",
    421,
    -213,
    "vcd",
    1,
    1.86966,
    2.01026,
    [0.66, 0.36, 0],
    [0.9, 0.46, 0],
    [0.59, 0.5, 0],
    [0.49, 0.89, 0],
  ],
  [
    "D+",
    "rho0",
    411,
    113,
    "vcd",
    1 / 2,
    1.86966,
    2.01026,
    [0.66, 0.36, 0],
    [0.9, 0.46, 0],
    [0.59, 0.5, 0],
    [0.49, 0.89, 0],
  ],
  [
    "D+",
    "omega",
    411,
    223,
    "vcd",
    1 / 2,
    1.86966,
    2.01026,
    [0.66, 0.36, 0],
    [0.9, 0.46, 0],
    [0.59, 0.5, 0],
    [0.49, 0.89, 0],
  ],
  [
    "Ds+",
    "K*0",
    431,
    313,
    "vcd",
    1,
    1.86966,
    2.01026,
    [0.67, 0.2, 0],
    [1.04, 0.24, 0],
    [0.57, 0.29, 0.42],
    [0.42, 0.58, 0],
  ],
  ["Ds+", "phi", 431, 333, "vcs", 1, 1.96835, 2.1122, [0.73, 0.1, 0], [1.1, 0.26, 0], [0.64, 0.29, 0], [0.47, 0.63, 0]],
  [
    "B+",
    "D*0bar",
    521,
    -423,
    "vcb",
    1,
    6.27447,
    BC_STAR,
    [0.69, 0.58, 0],
    [0.76, 0.57, 0],
    [0.66, 0.78, 0],
    [0.62, 1.04, 0],
  ],
  [
    "B0",
    "D*-",
    511,
    -413,
    "vcb",
    1,
    6.27447,
    BC_STAR,
    [0.69, 0.58, 0],
    [0.76, 0.57, 0],
    [0.66, 0.78, 0],
    [0.62, 1.04, 0],
  ],
  [
    "Bs0",
    "Ds*-",
    531,
    -433,
    "vcb",
    1,
    6.27447,
    BC_STAR,
    [0.67, 0.35, 0],
    [0.95, 0.372, 0],
    [0.7, 0.463, 0],
    [0.75, 1.04, 0],
  ],
  [
    "B+",
    "rho0",
    521,
    113,
    "vub",
    1 / 2,
    5.27941,
    5.32475,
    [0.3, 0.54, 0],
    [0.31, 0.59, 0],
    [0.26, 0.73, 0.1],
    [0.29, 1.4, 0.5],
  ],
  [
    "B+",
    "omega",
    521,
    223,
    "vub",
    1 / 2,
    5.27941,
    5.32475,
    [0.3, 0.54, 0],
    [0.31, 0.59, 0],
    [0.26, 0.73, 0.1],
    [0.29, 1.4, 0.5],
  ],
  [
    "B0",
    "rho-",
    511,
    -213,
    "vub",
    1,
    5.27941,
    5.32475,
    [0.3, 0.54, 0],
    [0.31, 0.59, 0],
    [0.26, 0.54, 0.1],
    [0.24, 1.4, 0.5],
  ],
  [
    "Bs0",
    "K*-",
    531,
    -323,
    "vub",
    1,
    5.27941,
    5.32475,
    [0.37, 0.6, 0.16],
    [0.38, 0.66, 0.3],
    [0.29, 0.86, 0.6],
    [0.26, 1.32, 0.54],
  ],
];
