import { particle } from "@belladonna/kinematics";

const mass = (pdgId: number): number => particle(pdgId).mass;

/**
 * Particle masses, GeV: those of the particle table of `@belladonna/kinematics`; quarks of PDG 2024
 * ($\overline{\rm MS}$ at the quark's own scale, light ones at 2 GeV; top: pole).
 */
export const MASS: Readonly<Record<MassName, number>> = {
  e: /* @__PURE__ */ mass(11),
  mu: /* @__PURE__ */ mass(13),
  tau: /* @__PURE__ */ mass(15),
  u: 2.16e-3,
  d: 4.7e-3,
  s: 0.0935,
  c: 1.273,
  b: 4.183,
  t: 172.57,
  W: /* @__PURE__ */ mass(24),
  Z: /* @__PURE__ */ mass(23),
  "pi+": /* @__PURE__ */ mass(211),
  pi0: /* @__PURE__ */ mass(111),
  eta: /* @__PURE__ */ mass(221),
  "eta'": /* @__PURE__ */ mass(331),
  rho: /* @__PURE__ */ mass(113),
  "rho+": /* @__PURE__ */ mass(213),
  omega: /* @__PURE__ */ mass(223),
  phi: /* @__PURE__ */ mass(333),
  "K+": /* @__PURE__ */ mass(321),
  K0: /* @__PURE__ */ mass(311),
  "K*+": /* @__PURE__ */ mass(323),
  "K*0": /* @__PURE__ */ mass(313),
  "D+": /* @__PURE__ */ mass(411),
  D0: /* @__PURE__ */ mass(421),
  "D*+": /* @__PURE__ */ mass(413),
  "D*0": /* @__PURE__ */ mass(423),
  "Ds+": /* @__PURE__ */ mass(431),
  "Ds*+": /* @__PURE__ */ mass(433),
  "B+": /* @__PURE__ */ mass(521),
  B0: /* @__PURE__ */ mass(511),
  Bs0: /* @__PURE__ */ mass(531),
  "Bc+": /* @__PURE__ */ mass(541),
};

/** A key of {@link MASS}. */
export type MassName =
  | "e"
  | "mu"
  | "tau"
  | "u"
  | "d"
  | "s"
  | "c"
  | "b"
  | "t"
  | "W"
  | "Z"
  | "pi+"
  | "pi0"
  | "eta"
  | "eta'"
  | "rho"
  | "rho+"
  | "omega"
  | "phi"
  | "K+"
  | "K0"
  | "K*+"
  | "K*0"
  | "D+"
  | "D0"
  | "D*+"
  | "D*0"
  | "Ds+"
  | "Ds*+"
  | "B+"
  | "B0"
  | "Bs0"
  | "Bc+";
