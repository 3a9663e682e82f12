// Tables of models-2: adaptive quadrature to 1e-10 and closed forms; conventions in the doc comments here.
import { describe, expect, it } from "vitest";
import { darkPhoton, inelasticDarkMatter } from "../src/index.js";
import { gounarisSakurai } from "../src/hadronic/resonances.js";
import { MASS } from "../src/masses.js";
import { ALPHA, HBAR_C } from "../src/physical-constants.js";
import { inelasticDynamics, inelasticSpectrum } from "../src/widths/inelastic.js";
import { inelasticWidth, vectorToFermions } from "../src/widths.js";
import decays from "./data/idm_chi2_decay.json";
import higgs from "./data/idm_hprime_invisible.json";

const CHARGE = Math.sqrt(4 * Math.PI * ALPHA);
const off = (got: number, want: number): number => (got === want ? 0 : Math.abs(got / want - 1));
const pi = MASS["pi+"];
const rho = gounarisSakurai(0.77526, 0.1474, pi);
const pions = (q: number, form2: number): number =>
  ((ALPHA * q) / 12) * Math.sqrt((1 - (2 * pi) / q) * (1 + (2 * pi) / q)) ** 3 * form2;

describe("χ₂ → χ₁ by a virtual dark photon", () => {
  it("has the widths of the table in every row", () => {
    expect(decays.rows).toHaveLength(36);
    for (const [mass, splitting, ratio, alphaD, ee, mumu, tautau, point, form, metres] of decays.rows) {
      const pair = { mass, splitting, mediatorMass: ratio * mass, alphaD };
      const { chi2 } = inelasticDarkMatter({ mass, splitting, darkPhotonMass: ratio * mass, alphaD, epsilon: 1e-3 });
      for (const [name, want] of [
        ["chi1 e+ e-", ee],
        ["chi1 mu+ mu-", mumu],
        ["chi1 tau+ tau-", tautau],
      ] as const) {
        expect(off(chi2.width(name) * 1e6, want)).toBeLessThan(1e-6);
      }
      expect(
        off(
          inelasticWidth(pair, (q) => pions(q, 1), 2 * pi),
          point,
        ),
      ).toBeLessThan(1e-6);
      const gs = inelasticWidth(pair, (q) => pions(q, rho(q * q)[0] ** 2 + rho(q * q)[1] ** 2), 2 * pi);
      expect(off(gs, form)).toBeLessThan(1e-5);
      const leptons = chi2.width("leptons") + gs * 1e-6;
      expect(off(HBAR_C / leptons / 100, metres)).toBeLessThan(1e-5);
    }
  });

  it("has the hadrons of this package, with pions above those of one ρ by up to a quarter", () => {
    for (const [mass, splitting, ratio, alphaD, , , , , form] of decays.rows) {
      const { chi2 } = inelasticDarkMatter({ mass, splitting, darkPhotonMass: ratio * mass, alphaD, epsilon: 1e-3 });
      if (form === 0) expect(chi2.channels().some((c) => c.name === "chi1 pi+ pi-")).toBe(false);
      // Data are above one ρ at its peak and have the ω and higher ρs.
      else {
        const pionRatio = (chi2.width("chi1 pi+ pi-") * 1e6) / form;
        expect(pionRatio).toBeGreaterThan(1);
        expect(pionRatio).toBeLessThan(1.25);
      }
    }
  });

  it("goes to the limit of a small splitting", () => {
    const [mass, splitting, epsilon, alphaD] = [50, 1e-3, 1e-3, 0.1];
    const { chi2 } = inelasticDarkMatter({ mass, splitting, darkPhotonMass: 150, epsilon, alphaD });
    const limit = (4 * epsilon ** 2 * ALPHA * alphaD * 0.05 ** 5) / (15 * Math.PI * 150 ** 4);
    expect(off(chi2.width("chi1 e+ e-"), limit)).toBeLessThan(5e-3);
    expect(inelasticDarkMatter({ mass: 1e-3, splitting: 0.1, darkPhotonMass: 1, epsilon, alphaD }).chi2.ctau).toBe(
      Infinity,
    );
  });

  it("has a matrix element that gives the spectrum of the pair's mass", () => {
    const pair = { mass: 1, splitting: 0.6, mediatorMass: 2.5, alphaD: 0.1 };
    const [m1, m2, mf] = [1, 1.6, MASS.mu];
    const dynamics = inelasticDynamics(pair, mf);
    // Mean over the angle of the pair at a mass, times phase space, is the spectrum up to one factor.
    const factor = (q: number): number => {
      const e1 = (m2 * m2 + m1 * m1 - q * q) / (2 * m2);
      const p1 = Math.sqrt(e1 * e1 - m1 * m1);
      const [gamma, boost] = [(m2 - e1) / q, p1 / q];
      const k = Math.sqrt((q * q) / 4 - mf * mf);
      let sum = 0;
      const n = 200;
      for (let i = 0; i < n; i++) {
        const cos = (2 * (i + 0.5)) / n - 1;
        const sin = Math.sqrt(1 - cos * cos);
        const lepton = (s: number): number[] => [
          s * k * sin,
          0,
          gamma * s * k * cos + (boost * q) / 2,
          (gamma * q) / 2 + boost * s * k * cos,
        ];
        sum += dynamics.value(Float64Array.from([0, 0, -p1, e1, ...lepton(1), ...lepton(-1)]), new Float64Array(3)) / n;
      }
      const spectrum = inelasticSpectrum(pair, q) * vectorToFermions(q, mf, CHARGE);
      return (sum * p1 * k) / spectrum;
    };
    const first = factor(0.25);
    for (const q of [0.3, 0.4, 0.5, 0.58]) expect(off(factor(q), first)).toBeLessThan(1e-4);
  });
});

describe("A′ → χ₁χ₂", () => {
  it("has the width of the table in every row, in the dark group", () => {
    for (const [mass, splitting, ratio, alphaD, ...rest] of decays.rows) {
      const model = inelasticDarkMatter({ mass, splitting, darkPhotonMass: ratio * mass, alphaD, epsilon: 1e-3 });
      expect(off(model.darkPhoton.width("chi1 chi2"), rest[6])).toBeLessThan(1e-6);
      expect(model.darkPhoton.width("dark")).toBe(model.darkPhoton.width("chi1 chi2"));
    }
  });

  it("is asked for by its kind, with a splitting", () => {
    const make = (dark: object): unknown =>
      darkPhoton({ mass: 1, epsilon: 1e-3, dark: { mass: 0.1, alphaD: 0.1, ...dark } });
    expect(() => make({ kind: "inelastic" })).toThrow("darkPhoton: dark.splitting must be finite and > 0, got NaN");
    expect(() => make({ splitting: 0.1 })).toThrow('darkPhoton: dark.splitting is for kind "inelastic", got 0.1');
    expect(() => make({ kind: "axion" })).toThrow("darkPhoton: dark.kind must be one of dirac, majorana");
  });
});

describe("dark Higgs boson of charge 2", () => {
  it("has the widths of the table in every row", () => {
    expect(higgs.rows).toHaveLength(50);
    for (const [mass, splitting, ratio, alphaD, darkHiggsMass, , one, two, pair] of higgs.rows) {
      const parameters = { mass, splitting, darkPhotonMass: ratio * mass, alphaD, epsilon: 1e-6, darkHiggsMass };
      const { darkHiggs } = inelasticDarkMatter(parameters);
      expect(off(darkHiggs?.width("chi1 chi1") ?? 0, one)).toBeLessThan(1e-9);
      expect(off(darkHiggs?.width("chi2 chi2") ?? 0, two)).toBeLessThan(1e-9);
      expect(off(darkHiggs?.width("A' A'") ?? 0, pair)).toBeLessThan(1e-9);
    }
  });

  it("couples to dark photons with four times alphaD", () => {
    const parameters = { mass: 0.5, splitting: 0.2, darkPhotonMass: 1.5, alphaD: 0.1, epsilon: 1e-3, darkHiggsMass: 1 };
    const { darkHiggs } = inelasticDarkMatter({ ...parameters, sinTheta: 1e-4 });
    expect(darkHiggs?.couplings.darkPhoton?.alphaD).toBeCloseTo(0.4, 15);
    expect(darkHiggs?.width("mu+ mu-")).toBeGreaterThan(0);
    expect(inelasticDarkMatter({ ...parameters }).darkHiggs?.couplings.scalar).toBeUndefined();
  });
});

describe("inelasticDarkMatter", () => {
  it("refuses what is no such model", () => {
    const base = { mass: 1, splitting: 0.1, darkPhotonMass: 3, epsilon: 1e-3, alphaD: 0.1 };
    const make = (change: object): unknown => inelasticDarkMatter({ ...base, ...change });
    expect(() => make({ mass: 0 })).toThrow("inelasticDarkMatter: mass must be finite and > 0 GeV, got 0");
    expect(() => make({ splitting: -0.1 })).toThrow("inelasticDarkMatter: splitting must be finite and > 0, got -0.1");
    expect(() => make({ darkPhotonMass: 0.05 })).toThrow("darkPhotonMass must be above m2 - m1 = 0.1 GeV, got 0.05");
    expect(() => make({ epsilon: 2 })).toThrow("inelasticDarkMatter: epsilon must be non-zero");
    expect(() => make({ sinTheta: 0.1 })).toThrow("inelasticDarkMatter: sinTheta needs darkHiggsMass");
    expect(() => make({ darkHigsMass: 1 })).toThrow("option must be one of mass, splitting, darkPhotonMass");
  });
});
