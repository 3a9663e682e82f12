// The amplitudes of exclusive hadronic states by the currents of rho, omega and phi: limits, thresholds, and the data they
// are fitted to. Row by row they are held against DeLiVeR in vector.test.ts.
import { logGamma } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { bMinusL, darkPhoton, protophobic, vectorMediator, type Charges } from "../src/index.js";
import { vectorMesonWidth } from "../src/hadronic/vector-meson.js";
import { exclusiveStates } from "../src/hadronic/exclusive-states.js";
import { lightCurrents } from "../src/hadronic/light-currents.js";
import { pionFormFactor2, pionPairR } from "../src/hadronic/pion-pairs.js";
import { gounarisSakurai, pWave } from "../src/hadronic/resonances.js";
import { kaonFormFactor, kaonTowers } from "../src/hadronic/vector-to-kaons.js";
import { vectorToMesonPhoton } from "../src/hadronic/vector-to-meson-photon.js";
import { vectorToThreePions } from "../src/hadronic/vector-to-three-pions.js";
import { electricCharge } from "../src/portals/charges.js";
import { vectorMesonTables } from "../src/tables/vector-meson.js";
import { off, tablesOfFile } from "./tables.js";

const { rows } = tablesOfFile();

const photonQuarks = { u: 2 / 3, d: -1 / 3, s: -1 / 3 };
const photonCurrents = lightCurrents(photonQuarks);
const R = (m: number, width: number): number => (width * 12 * Math.PI) / m;

describe("the currents", () => {
  it("are 1 for a photon, and omega and phi of opposite sign for baryon number", () => {
    for (const strength of [photonCurrents.rho, photonCurrents.omega, photonCurrents.phi])
      expect(off(strength, 1)).toBeLessThan(1e-15);
    expect(lightCurrents({ u: 1 / 3, d: 1 / 3, s: 1 / 3 })).toEqual({ rho: 0, omega: 2, phi: -1 });
  });

  it("make widths that are quadratic forms of the couplings: 4 W(a) = W(2a), W(a+b) + W(a-b) = 2 W(a) + 2 W(b)", () => {
    const of = (u: number, d: number, s: number): number[] =>
      exclusiveStates(1.62, { u, d, s }, "currents").map((x) => x.width);
    const [a, b] = [of(0.3, -0.1, 0.2), of(0.1, 0.2, -0.3)];
    const [plus, minus, twice] = [of(0.4, 0.1, -0.1), of(0.2, -0.3, 0.5), of(0.6, -0.2, 0.4)];
    for (const i of a.keys()) {
      expect(Math.abs(twice[i] - 4 * a[i])).toBeLessThanOrEqual(1e-12 * a[i]);
      expect(Math.abs(plus[i] + minus[i] - 2 * a[i] - 2 * b[i])).toBeLessThanOrEqual(1e-11 * (a[i] + b[i]));
    }
  });

  it("open every state at its threshold, whatever was asked before", () => {
    const thresholds: Record<string, number> = {
      "pi0 gamma": 0.1349768,
      "eta gamma": 0.547862,
      "pi+ pi-": 0.2791408,
      "pi+ pi- pi0": 0.41412,
      "K Kbar": 0.987354,
      "K Kbar pi": 1.12233,
      "omega pi pi": 1.0526,
      "eta omega": 1.3305,
    };
    const at = (m: number, name: string): number =>
      exclusiveStates(m, photonQuarks, "currents").find((x) => x.name === name)?.width ?? NaN;
    for (const [name, m] of Object.entries(thresholds)) {
      expect(at(m * 0.999, name), name).toBe(0);
      expect(at(m * 1.005, name), name).toBeGreaterThan(0);
      expect(at(m * 0.999, name), name).toBe(0);
    }
  });
});

describe("line shapes", () => {
  it("are 1 at s = 0, purely imaginary at the mass, of size M/Gamma there", () => {
    const [M, width, m] = [0.7755, 0.1494, 0.13957];
    const rho = gounarisSakurai(M, width, m);
    for (const s of [1e-12, 0.07, 0.08]) expect(off(rho(s)[0], rho(s * (1 - 1e-9))[0])).toBeLessThan(1e-6);
    expect(off(rho(1e-12)[0], 1)).toBeLessThan(1e-6);
    expect(Math.abs(rho(M * M)[0])).toBeLessThan(1e-9);
    // 1 + d Gamma/M, d = 0.48 for the rho
    expect(off(rho(M * M)[1] / (M / width), 1 + (0.48 * width) / M)).toBeLessThan(0.01);
    expect(pWave(0.01, M, width, m, m)[1]).toBe(0);
    expect(off(pWave(M * M, M, width, m, m)[1], M / width)).toBeLessThan(1e-12);
  });

  it("go on above the fitted ones as in the dual model, whose slope gives the first coupling", () => {
    for (const { beta, couplings } of Object.values(kaonTowers)) {
      const first = (2 / Math.sqrt(Math.PI)) * (beta - 1) * Math.exp(logGamma(beta - 0.5) - logGamma(beta));
      expect(off(first, couplings[0])).toBeLessThan(1e-9);
    }
  });

  it("give a photon the measured peaks of omega and phi to three pions: R = 9 B_ee B_3pi/alpha^2", () => {
    // PDG 2024: B_ee B_3pi = 7.38e-5 * 0.892 and 2.98e-4 * 0.154; interference with the tail of the omega at the phi
    const alpha2 = (1 / 137.036) ** 2;
    const omega = R(0.7824, vectorToThreePions(0.7824, photonCurrents));
    expect(off(omega, (9 * 7.38e-5 * 0.892) / alpha2)).toBeLessThan(0.06);
    const phi = R(1.01924, vectorToThreePions(1.01924, photonCurrents));
    expect(off(phi, (9 * 2.98e-4 * 0.154) / alpha2)).toBeLessThan(0.25);
  });
});

describe("faults of DarkCast's vector-meson tables, which the currents do not share", () => {
  const baryon = { u: 1 / 3, d: 1 / 3, s: 1 / 3 };

  it("the isoscalar K Kbar of phi alone is 30 times that with omega, between phi and 1.3 GeV", () => {
    // omega and phi cancel for equal charges: a kaon has no baryon number
    const kaons = rows("deliver_B").filter((r) => r.channel === "KK" && r.mass_GeV > 1.2 && r.mass_GeV < 1.3);
    for (const r of kaons) {
      expect(vectorMesonWidth(r.mass_GeV, "K_K", baryon) / r.value).toBeGreaterThan(25);
      expect(
        off(vectorMediator({ mass: r.mass_GeV, coupling: 1, charges: bMinusL }).width("K Kbar"), r.value),
      ).toBeLessThan(1e-4);
    }
    expect(kaons.length).toBeGreaterThan(0);
  });

  it("no kaon has a baryon number, each has its charge, at q2 = 0", () => {
    const photon = lightCurrents({ u: 2 / 3, d: -1 / 3, s: -1 / 3 });
    expect(off(kaonFormFactor(1e-12, "charged", photon), 1)).toBeLessThan(0.02); // eta_phi, fixed widths
    expect(kaonFormFactor(1e-12, "neutral", photon)).toBeLessThan(1e-3);
    for (const kaon of ["charged", "neutral"] as const) {
      expect(kaonFormFactor(1e-12, kaon, lightCurrents(baryon))).toBeLessThan(1e-3);
    }
  });

  it("pi0 gamma is the omega's alone: 3 to 12 times low below 0.28 GeV", () => {
    for (const m of [0.15, 0.2, 0.27]) {
      const photon = { u: 2 / 3, d: -1 / 3, s: -1 / 3 };
      const ratio = vectorMesonWidth(m, "pi0_gamma", photon) / vectorToMesonPhoton(m, "pi0", lightCurrents(photon));
      expect(ratio).toBeGreaterThan(0.05);
      expect(ratio).toBeLessThan(0.12);
      expect(
        vectorMesonWidth(m, "pi0_gamma", baryon) / vectorToMesonPhoton(m, "pi0", lightCurrents(baryon)),
      ).toBeLessThan(0.45);
    }
  });

  it("R of a photon lies on the data where the tables are 10 to 16 % above, from 1.05 to 1.3 GeV", () => {
    // means in bins of 50 MeV of the compilation of the Particle Data Group, PTEP 2020, 083C01; 2 to 3 % each
    const data = [
      [1.1018, 0.9117],
      [1.1497, 0.8848],
      [1.1995, 0.9258],
      [1.2514, 1.0409],
      [1.2979, 1.1642],
    ] as const;
    const e2 = 4 * Math.PI * (1 / 137.035999084);
    const ratio = (m: number, source: "matched" | "vector-mesons"): number =>
      (darkPhoton({ mass: m, epsilon: 1, hadrons: { source } }).width("hadrons") * 12 * Math.PI) / (m * e2);
    for (const [m, r] of data) {
      expect(off(ratio(m, "matched"), r)).toBeLessThan(0.025);
      expect(ratio(m, "vector-mesons") / r).toBeGreaterThan(1.09);
    }
  });
});

describe("near threshold", () => {
  // Gamma(pi0 -> gamma gamma) = 7.72 eV and its slope a = 0.0335(31) in 1 + a q2/m_pi^2, PDG 2024
  const anomaly = (m: number): number => {
    const e2 = (4 * Math.PI) / 137.035999084;
    const point = (2 / 3) * 7.72e-9 * (m / 0.1349768) ** 3 * (1 - (0.1349768 / m) ** 2) ** 3;
    return (point / e2) * (1 + 0.0335 * (m / 0.1349768) ** 2) ** 2;
  };

  it("pi0 gamma is that of the anomaly: of a photon, and of a baryonic vector, which couples alike", () => {
    for (const m of [0.136, 0.14, 0.16, 0.2, 0.25]) {
      const photon = vectorToMesonPhoton(m, "pi0", photonCurrents) / anomaly(m);
      const baryon = vectorToMesonPhoton(m, "pi0", lightCurrents({ u: 1 / 3, d: 1 / 3, s: 1 / 3 })) / anomaly(m);
      // 13 and 8 % low before; the slope of the fit is 0.030
      for (const ratio of [photon, baryon]) {
        expect(ratio).toBeGreaterThan(0.97);
        expect(ratio).toBeLessThan(1.01);
      }
    }
  });

  it("strange quarks alone make no pi0 gamma by the anomaly", () => {
    const strange = lightCurrents({ u: 0, d: 0, s: 1 });
    expect(vectorToMesonPhoton(0.2, "pi0", strange) / vectorToMesonPhoton(0.2, "pi0", photonCurrents)).toBeLessThan(
      1e-3,
    );
  });

  it("pi0 gamma goes over into the fit at 0.6 GeV", () => {
    const at = (m: number): number => vectorToMesonPhoton(m, "pi0", photonCurrents);
    expect(off(at(0.6 - 1e-7), at(0.6 + 1e-7))).toBeLessThan(1e-5);
  });

  it("three pions open at 2 m_pi+ + m_pi0 and rise with the phase space of it", () => {
    const open = 2 * 0.13957039 + 0.1349768;
    const at = (m: number): number => vectorToThreePions(m, photonCurrents);
    expect(at(open - 1e-6)).toBe(0);
    expect(at(0.416)).toBeGreaterThan(0);
    // |p+ x p-|^2 over three-body phase space: (m - open)^4 next to threshold, and the amplitude beside it
    expect(off(at(open + 2e-3) / at(open + 1e-3), 16)).toBeLessThan(0.05);
    // DeLiVeR opens at 3 * 0.14 GeV: ((m - 0.41412)/(m - 0.42))^4 = 3.0 at its lowest point, less 8 % at 0.66 GeV
    const theirs = rows("deliver_dark_photon").filter((r) => r.channel === "3pi" && r.value > 0);
    const lowest = theirs.reduce((a, b) => (b.mass_GeV < a.mass_GeV ? b : a));
    expect(lowest.mass_GeV).toBeLessThan(0.44);
    const ratio = ((4 * Math.PI) / 137.035999) * (at(lowest.mass_GeV) / lowest.value);
    expect(ratio).toBeGreaterThan(2.4);
    expect(ratio).toBeLessThan(2.9);
    expect(off(at(0.66 - 1e-9), at(0.66 + 1e-9))).toBeLessThan(1e-3);
  });

  it("pion pairs lie on the data from 0.32 to 0.40 GeV, where the table is 7 % above", () => {
    // R and error of BaBar, PDG compilation, PTEP 2020, 083C01
    const data = [
      [0.325, 0.05454, 0.00482],
      [0.335, 0.0639, 0.00569],
      [0.345, 0.08552, 0.00671],
      [0.355, 0.10805, 0.0069],
      [0.365, 0.12097, 0.00727],
      [0.375, 0.13737, 0.00828],
      [0.385, 0.16656, 0.0091],
      [0.395, 0.17188, 0.0085],
    ] as const;
    const mean = (of: (q: number) => number): number => {
      let [sum, weight] = [0, 0];
      for (const [q, r, error] of data) {
        const w = (of(q) / error) ** 2;
        sum += (r / of(q)) * w;
        weight += w;
      }
      return sum / weight;
    };
    const table = vectorMesonTables["pi+_pi-.rho0"];
    expect(mean((q) => table?.(q) ?? NaN)).toBeLessThan(0.95);
    expect(Math.abs(mean((q) => pionPairR(q, 0.27914078)) - 1)).toBeLessThan(0.022);
    // |F|^2 at q2 = 0.1 GeV^2 with <r^2> = 0.429 fm^2 and curvature 3.9 GeV^-4 and what joins the table
    expect(off(pionFormFactor2(Math.sqrt(0.1), 0.27914078), (1 + 0.1837 + 0.039 + 0.013) ** 2)).toBeLessThan(0.01);
    expect(off(pionPairR(0.5 - 1e-9, 0.279), pionPairR(0.5 + 1e-9, 0.279))).toBeLessThan(1e-7);
  });
});

describe("the spread", () => {
  // Means in bins of 50 MeV of R, PDG compilation, PTEP 2020, 083C01; bins on the omega and the phi left out.
  const data = [
    [0.425, 0.2609],
    [0.4534, 0.328],
    [0.5067, 0.5151],
    [0.5483, 0.7732],
    [0.6014, 1.3387],
    [0.6474, 2.3725],
    [0.6975, 4.7328],
    [0.8541, 3.0997],
    [0.9043, 1.7306],
    [0.9509, 1.1456],
    [1.1018, 0.9117],
    [1.1497, 0.8848],
    [1.1995, 0.9258],
    [1.2514, 1.0409],
    [1.2979, 1.1642],
    [1.3507, 1.3568],
    [1.3978, 1.5857],
    [1.4472, 1.8554],
    [1.4993, 2.0812],
    [1.5534, 2.2248],
    [1.6023, 2.3916],
    [1.6508, 2.5396],
    [1.7006, 2.4623],
  ] as const;
  const spreadOf = (m: number, charges: Charges): readonly [number, number] =>
    vectorMediator({ mass: m, coupling: 1, charges })
      .channels()
      .find((c) => c.name === "pi0 gamma")?.spread ?? [NaN, NaN];
  const hadrons = (m: number, charges: Charges, source: "matched" | "vector-mesons"): number =>
    vectorMediator({ mass: m, coupling: 1, charges, hadrons: { source } }).width("hadrons");

  it("of a dark photon holds the measured R, which lies within 6 % of ours", () => {
    for (const [m, r] of data) {
      const ratio = r / R(m, hadrons(m, electricCharge, "matched"));
      const [low, high] = spreadOf(m, electricCharge);
      expect(ratio, String(m)).toBeGreaterThan(low);
      expect(ratio, String(m)).toBeLessThan(high);
      expect(Math.abs(ratio - 1), String(m)).toBeLessThan(0.06);
    }
  });

  it("holds DarkCast's tables where they have no fault: a photon from 2 m_pi on, B-L but for the tail of the phi", () => {
    for (const [charges, ranges] of [
      [electricCharge, [[0.285, 1.99]]],
      [protophobic, [[0.285, 1.99]]],
      [
        bMinusL,
        [
          [0.505, 1.025],
          [1.36, 1.99],
        ],
      ],
    ] as const) {
      for (const [from, to] of ranges) {
        for (let m = from; m < to; m += 0.007) {
          const ratio = hadrons(m, charges, "vector-mesons") / hadrons(m, charges, "matched");
          const [low, high] = spreadOf(m, charges);
          expect(ratio, String(m)).toBeGreaterThan(low);
          expect(ratio, String(m)).toBeLessThan(high);
        }
      }
    }
  });

  it("is no narrower for open charm than that of the hadrons, and not nothing for quarkonia", () => {
    for (const m of [3.94, 4.2, 4.5]) {
      const list = vectorMediator({ mass: m, coupling: 1, charges: bMinusL }).channels();
      const of = (name: string) => list.find((c) => c.name === name)?.spread ?? [NaN, NaN];
      expect(of("c cbar")[0]).toBeLessThanOrEqual(of("u ubar")[0]);
      expect(of("c cbar")[1]).toBeGreaterThanOrEqual(of("u ubar")[1]);
      expect(of("psi resonances")[1]).toBeGreaterThan(1);
    }
  });
});
