import { describe, expect, it } from "vitest";
import { breakupMomentum, genbodMaximum, phaseSpaceFactor, phaseSpaceVolume } from "../src/index.js";
import { cases, relativeError } from "./reference.js";

type Row = {
  M: number;
  masses: number[];
  R_n: number;
  Phi_n_pdg: number;
  wmax_TGenPhaseSpace: number;
  mean_weight_TGenPhaseSpace: number;
};
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

describe("phaseSpaceVolume", () => {
  it.each(cases<Row>("phase_space"))("$tag to 1e-12", ({ M, masses, R_n, Phi_n_pdg }) => {
    const volume = phaseSpaceVolume(M, masses);
    expect(relativeError(volume, R_n)).toBeLessThan(1e-12);
    expect(relativeError(volume * phaseSpaceFactor(masses.length), Phi_n_pdg)).toBeLessThan(1e-12);
  });

  it.each(cases<Row>("phase_space"))("$tag: the mean of TGenPhaseSpace's weight to 1e-12", (row) => {
    const { M, masses, wmax_TGenPhaseSpace: bound, mean_weight_TGenPhaseSpace: mean } = row;
    const n = masses.length;
    const q = M - masses.reduce((a, b) => a + b);
    expect(relativeError(genbodMaximum(M, masses), bound)).toBeLessThan(1e-12);
    // R_n = pi^(n-1) (2Q)^(n-2) / ((n-2)! M) <product of momenta>.
    const perProduct = (Math.PI ** (n - 1) * (2 * q) ** (n - 2)) / (factorial(n - 2) * M);
    expect(relativeError(phaseSpaceVolume(M, masses) / perProduct / bound, mean)).toBeLessThan(1e-12);
  });

  type TwoBody = { M: number; m1: number; m2: number; R2: number | null };
  it.each(cases<TwoBody>("two_body"))("$tag: two bodies to 1e-12", ({ M, m1, m2, R2 }) => {
    expect(relativeError(phaseSpaceVolume(M, [m1, m2]), R2 ?? 0)).toBeLessThan(1e-12);
  });

  it("does not depend on the order of the masses, to the last bit", () => {
    expect(phaseSpaceVolume(9, [1, 0.2, 0, 3])).toBe(phaseSpaceVolume(9, [0, 3, 1, 0.2]));
  });

  it("goes over into the massless closed form, for up to ten bodies", () => {
    for (const n of [3, 4, 5, 6, 8, 10]) {
      const closed = ((Math.PI / 2) ** (n - 1) * 10 ** (2 * n - 4)) / (factorial(n - 1) * factorial(n - 2));
      expect(relativeError(phaseSpaceVolume(10, Array<number>(n).fill(0)), closed)).toBeLessThan(1e-14);
      const nearly = phaseSpaceVolume(10, Array<number>(n).fill(1e-9));
      expect(relativeError(nearly, closed)).toBeLessThan(1e-12);
    }
  });

  it("goes over into the non-relativistic power law at threshold", () => {
    // R_n -> (2 pi)^(3(n-1)/2) / (2^n Gamma(3(n-1)/2)) sqrt(sum m / ... ) Q^((3n-5)/2): only the power is tested here.
    for (const n of [3, 4, 5]) {
      const m = Array<number>(n).fill(1);
      const ratio = phaseSpaceVolume(n + 2e-9, m) / phaseSpaceVolume(n + 1e-9, m);
      expect(relativeError(ratio, 2 ** ((3 * n - 5) / 2))).toBeLessThan(1e-6);
    }
  });

  it("joins four bodies from two pairs: R_4 = int dM_a^2 dM_b^2 R_2 R_2 R_2", () => {
    // An independent route: a midpoint sum over sin^2-mapped pair masses, good to 1e-5.
    const [M, m] = [3, 0.4];
    const steps = 400;
    let sum = 0;
    const pair = (x: number): number => (Math.PI * breakupMomentum(x, m, m)) / x;
    for (let i = 0; i < steps; i++) {
      for (let j = 0; j < steps; j++) {
        const [s, t] = [(Math.PI / 2) * ((i + 0.5) / steps), (Math.PI / 2) * ((j + 0.5) / steps)];
        const a = 2 * m + (M - 4 * m) * Math.sin(s) ** 2;
        const room = M - a - 2 * m;
        const b = 2 * m + room * Math.sin(t) ** 2;
        const jacobian = (M - 4 * m) * Math.sin(2 * s) * room * Math.sin(2 * t);
        sum += 4 * a * b * pair(a) * pair(b) * ((Math.PI * breakupMomentum(M, a, b)) / M) * jacobian;
      }
    }
    const cell = (Math.PI / 2 / steps) ** 2;
    expect(relativeError(sum * cell, phaseSpaceVolume(M, [m, m, m, m]))).toBeLessThan(1e-5);
  });

  it("is 0 where nothing can go, and refuses what are no masses", () => {
    expect(phaseSpaceVolume(1, [0.5, 0.5, 0.1])).toBe(0);
    expect(phaseSpaceVolume(1, [0.5, 0.5])).toBe(0);
    expect(phaseSpaceVolume(0, [0, 0, 0])).toBe(0);
    expect(() => phaseSpaceVolume(1, [0.5])).toThrow("phaseSpaceVolume: needs a finite M >= 0 and two or more masses");
    expect(() => phaseSpaceVolume(1, [0.5, -0.1])).toThrow("masses=[0.5, -0.1]");
  });
});
