// The axion-like particle against ALPINIST (2201.05170, digitised 1811.03474) and FORESEE (2105.07077). Tolerances:
// closed forms 1e-6; the same digitised tables 5e-3 (both sides are rounded to four digits between steep points).
import { describe, expect, it } from "vitest";
import { alp } from "../src/index.js";
import { alpToGluons, quarkCouplingByGluons } from "../src/hadronic/alp-hadrons.js";
import { alphaS } from "../src/hadronic/alpha-s.js";
import { alpToPhotons } from "../src/widths/photons.js";
import { dalitzRatio } from "../src/widths/dalitz.js";
import { pseudoscalarLoop } from "../src/widths/lepton-loop.js";
import { off, tablesOfFile, type Row } from "./tables.js";

const { misses, outside, rows, unlisted, use } = tablesOfFile();

const TEV = 1000 / (16 * Math.PI ** 2); // f with c_G = 1 that makes C_GG/Lambda = 1/TeV
const one = (r: Row) => alp({ mass: r.mass_GeV, cGluon: 1, decayConstant: TEV });
const names: Record<string, string> = {
  "2Gamma": "gamma gamma",
  "2PiGamma": "pi+ pi- gamma",
  "3Pi": "pi+ pi- pi0",
  "3Pi0": "pi0 pi0 pi0",
  "2PiEta": "eta pi pi",
  "2PiEtaPrim": "eta' pi pi",
  "2KPi": "K Kbar pi",
  "2Kstar": "K* K*bar",
  "2Rho": "rho rho",
  "2Omega": "omega omega",
  "2Phi": "phi phi",
};
// Where the source's first two points are the axis and the first digitised point: below that it interpolates to zero mass.
const first: Record<string, number> = {
  "2PiEta": 0.83377,
  "2PiEtaPrim": 1.2338,
  "2KPi": 1.137,
  "2Kstar": 1.4,
  "2Rho": 0.838,
  "2Omega": 1.5614,
  "2Phi": 2.038,
};
const isReal = (r: Row): boolean => r.mass_GeV > (first[r.channel] ?? 0) && r.mass_GeV < 2.99;

describe("alpinist_alp_gluon", () => {
  const all = rows("alpinist_alp_gluon");

  it("has the widths of the same digitised tables", () => {
    const states = all.filter((r) => r.channel in names && isReal(r));
    expect(states.length).toBeGreaterThan(200);
    expect(misses(states, (r) => one(r).width(names[r.channel]), 5e-3)).toEqual([]);
  });

  it("ends at 3 GeV within 3 % of the widths that ours have 10 MeV below, where gluons take over", () => {
    const last = all.filter((r) => r.channel in names && r.mass_GeV === 3);
    expect(last.length).toBe(9);
    const below = one({ mass_GeV: 2.99 - 1e-9 } as Row);
    expect(misses(last, (r) => below.width(names[r.channel]), 0.03)).toEqual([]);
    expect(one({ mass_GeV: 3 } as Row).width("K Kbar pi")).toBe(0);
  });

  it("opens eta pi pi, eta' pi pi and rho rho below threshold in the source, not here", () => {
    const early = all.filter((r) => r.channel in names && !isReal(r) && r.mass_GeV < 2.99);
    expect(early.length).toBeGreaterThan(30);
    for (const r of use(early)) expect(one(r).width(names[r.channel])).toBe(0);
  });

  it("has a total within 14 % of the digitised one, 24 % next to the eta prime and at 0.15 GeV", () => {
    // Ours is the sum of its channels, never less than the digitised total.
    const totals = all.filter((r) => r.channel === "total" && r.mass_GeV < 2.99);
    const range = (r: Row): readonly [number, number] => {
      const eta = r.mass_GeV > 0.9 && r.mass_GeV < 0.95;
      return [eta ? 0.76 : 0.86, r.mass_GeV < 0.2 ? 1.23 : 1.006];
    };
    expect(outside(totals, (r) => one(r).width(), range)).toEqual([]);
  });

  it("hands over to gluons at 3 GeV, within the spread", () => {
    const below = one({ mass_GeV: 2.985 } as Row).width("hadrons");
    const above = one({ mass_GeV: 2.995 } as Row).width("hadrons");
    expect(above / below).toBeGreaterThan(1);
    expect(above / below).toBeLessThan(1.36);
    for (const r of all.filter((x) => x.channel === "total" && x.mass_GeV === 3)) {
      expect(off(one(r).width(), r.value)).toBeLessThan(0.36);
    }
  });

  it("carries the eight colours that ALPaca's decay_width_2gluons lacks", () => {
    // Photon formula with alpha -> alpha_s and c alpha_s/(4 pi f): alpha_s^2 c^2 m^3/(64 pi^3 f^2); eight gluons.
    const photonLike = (alphaS: number): number => (alphaS ** 2 * 5 ** 3) / (64 * Math.PI ** 3);
    const alphaS = 0.21312;
    const c = 1 / (16 * Math.PI ** 2);
    const leading = alpToGluons(5, c) / (1 + (83 * alphaS) / (4 * Math.PI));
    expect(off(leading / photonLike(alphaS), 8)).toBeLessThan(1e-3);
  });
});

describe("an axion with gluons next to a meson", () => {
  // Branching fractions and widths of the mesons, PDG 2024; eV and GeV.
  const mesons = [
    { name: "pi0", mass: 0.1349768, window: [0.132, 0.14], width: 7.81e-9, fractions: { "gamma gamma": 0.98823 } },
    {
      name: "eta",
      mass: 0.547862,
      window: [0.541, 0.554],
      width: 1.31e-6,
      fractions: {
        "gamma gamma": 0.3936,
        "pi0 pi0 pi0": 0.3256,
        "pi+ pi- pi0": 0.2302,
        "pi+ pi- gamma": 0.0428,
      },
    },
    {
      name: "eta'",
      mass: 0.95778,
      window: [0.942, 0.96],
      width: 1.88e-4,
      fractions: {
        "gamma gamma": 0.02307,
        "pi+ pi- gamma": 0.295,
        "eta pi pi": 0.649,
        "pi+ pi- pi0": 3.61e-3,
        "pi0 pi0 pi0": 2.5e-3,
      },
    },
  ];

  it.each(mesons)("decays on the $name as that does", ({ mass, fractions }) => {
    const a = one({ mass_GeV: mass } as Row);
    const listed = Object.values(fractions).reduce((sum, fraction) => sum + fraction, 0);
    for (const [channel, fraction] of Object.entries(fractions)) {
      expect(off(a.branchingFraction(channel), fraction / listed)).toBeLessThan(1e-3);
    }
  });

  it.each(mesons)(
    "has the pole of the $name, at one mass in all channels",
    ({ name, mass, window, width, fractions }) => {
      const at = (m: number, channel: string): number => one({ mass_GeV: m } as Row).width(channel);
      for (const channel of Object.keys(fractions)) {
        const peak = at(mass, channel);
        const sides = [-1, 1].map((side) => at(mass + (side * width) / 2, channel) / peak);
        // the eta prime is wide enough for the slope of the rest to tell
        for (const half of sides) expect(off(half, 0.5)).toBeLessThan(name === "eta'" ? 0.02 : 1e-4);
        // at the ends of the window: 1/(m^2 - M^2)^2 times what changes by less than a factor 4
        for (const m of window) {
          const rise = (at(m, channel) * ((m * m - mass * mass) / (mass * width)) ** 2) / peak;
          expect(rise).toBeGreaterThan(0.25);
          expect(rise).toBeLessThan(4);
        }
      }
    },
  );

  it.each([
    [0.5299, 0.5301],
    [0.5624, 0.5626],
    [0.9354, 0.9356],
    [0.9754, 0.9756],
    [0.1291, 0.1293],
    [0.1401, 0.1403],
  ])("goes over into the table between %f and %f GeV", (low, high) => {
    const ratio = one({ mass_GeV: high } as Row).width() / one({ mass_GeV: low } as Row).width();
    expect(Math.abs(Math.log(ratio))).toBeLessThan(0.12);
  });

  it("is not 1e5 too wide beside the eta, and knows that it has a spread", () => {
    const a = one({ mass_GeV: 0.545 } as Row);
    // |theta|^2 Gamma_eta with theta = f_pi/f_a M0^2/(3 sqrt6 (m^2 - M^2)), f_a = TEV/2, M0^2 = 0.726 GeV^2: leading order
    const theta = ((0.0922 / (TEV / 2)) * (0.726 / (3 * Math.sqrt(6)))) / (0.545 ** 2 - 0.547862 ** 2);
    expect(a.width() / (theta ** 2 * 1.31e-6)).toBeGreaterThan(0.7);
    expect(a.width() / (theta ** 2 * 1.31e-6)).toBeLessThan(2.2);
    for (const c of a.channels().filter(({ width }) => width > 0)) {
      expect(c.spread[0]).toBeLessThan(0.75);
      expect(c.spread[1]).toBeGreaterThan(1.3);
    }
  });

  it("has the same poles with quarks", () => {
    for (const { mass, fractions } of mesons.slice(1)) {
      const a = alp({ mass, cFermion: 1, decayConstant: 1000 });
      const of = (name: string): number =>
        name === "eta pi pi" ? a.width("eta pi+ pi-") + a.width("eta pi0 pi0") : a.width(name);
      for (const [channel, fraction] of Object.entries(fractions)) {
        const want = (fraction / fractions["gamma gamma"]) * a.width("gamma gamma");
        expect(off(of(channel), want)).toBeLessThan(1e-3);
      }
    }
  });

  it("has pi pi gamma from its threshold, and three pions above the eta prime", () => {
    expect(one({ mass_GeV: 0.315 } as Row).branchingFraction("pi+ pi- gamma")).toBeGreaterThan(5e-5);
    expect(one({ mass_GeV: 0.315 } as Row).branchingFraction("pi+ pi- gamma")).toBeLessThan(2e-4);
    expect(one({ mass_GeV: 0.97 } as Row).branchingFraction("pi+ pi- pi0")).toBeGreaterThan(1e-3);
  });

  it("has two photons above 3 GeV, within their spread of the mesons below", () => {
    const below = one({ mass_GeV: 2.9899 } as Row).width("gamma gamma");
    const above = one({ mass_GeV: 2.9901 } as Row);
    const [low, high] = above.channels().find((c) => c.name === "gamma gamma")?.spread ?? [1, 1];
    expect(below / above.width("gamma gamma")).toBeGreaterThan(low);
    expect(below / above.width("gamma gamma")).toBeLessThan(high);
    // c_q/c_G = (4/beta_0)(alpha_s(m) - alpha_s(Lambda))/pi by the one-loop running
    const oneLoop = (4 / (23 / 3)) * ((alphaS(5) - alphaS(1000)) / Math.PI);
    expect(off(quarkCouplingByGluons(5), oneLoop)).toBeLessThan(0.1);
  });
});

describe("foresee_alp_photon", () => {
  const all = rows("foresee_alp_photon");
  const photon = (r: Row) => alp({ mass: r.mass_GeV, gPhoton: 1, conversions: true });

  it("has the fractions of two photons and of one that converts, to four digits", () => {
    const theirs: Record<string, string> = { gamma: "gamma gamma", eegamma: "e+ e- gamma" };
    const open = all.filter((r) => r.channel in theirs && r.value > 1e-20);
    expect(misses(open, (r) => photon(r).branchingFraction(theirs[r.channel]), 2e-4)).toEqual([]);
  });

  it("has 1e-27 of conversions below 2 m_e, ours is 0", () => {
    const closed = use(all.filter((r) => r.channel === "eegamma" && r.mass_GeV < 1.022e-3));
    expect(closed.map((r) => r.value < 1e-20)).toEqual([true]);
    expect(photon(closed[0]).branchingFraction("e+ e- gamma")).toBe(0);
  });

  it("has a decay length 1.3 % above 64 pi/(g^2 m^3), Dalitz decays left out of it", () => {
    const lengths = all.filter((r) => r.quantity === "ctau");
    const closed = (r: Row): number => 1.973269804e-16 / alpToPhotons(r.mass_GeV, 1);
    expect(outside(lengths, closed, () => [1.012, 1.015])).toEqual([]);
  });
});

describe("couplings of the axion", () => {
  it("to leptons make y = c m/f", () => {
    const a = alp({ mass: 1, cLepton: { mu: 2 }, decayConstant: 1000 });
    expect(off(a.couplings.pseudoscalar?.mu ?? 0, (2 * 0.1056583755) / 1000)).toBeLessThan(1e-14);
    // Gamma = c^2 m_l^2 m beta/(8 pi f^2)
    const want = (4e-6 * 0.1056583755 ** 2 * Math.sqrt(1 - 4 * 0.1056583755 ** 2)) / (8 * Math.PI);
    expect(off(a.width("mu+ mu-"), want)).toBeLessThan(1e-12);
    expect(a.width("e+ e-")).toBe(0);
  });

  it("to the W give photons with sin^2 theta_W", () => {
    expect(off(alp({ mass: 1, gW: 1e-3 }).width("gamma gamma"), alpToPhotons(1, 0.23121e-3))).toBeLessThan(1e-12);
  });

  it("to leptons alone decay to photons below 2 m_e", () => {
    const a = alp({ mass: 5e-4, cLepton: 1, decayConstant: 1 });
    expect(a.branchingFraction("gamma gamma")).toBe(1);
  });

  it("to photons and gluons at once carry full interference as spread", () => {
    const a = alp({ mass: 1, gPhoton: 1e-3, cGluon: 1, decayConstant: 1000 });
    const [low, high] = a.channels().find((c) => c.name === "gamma gamma")?.spread ?? [1, 1];
    expect(low).toBeLessThan(1);
    expect(low).toBeGreaterThanOrEqual(0);
    // the photons of the gluons are themselves known to 35 %: more than the incoherent sum, twice, at full interference
    expect(low + high).toBeGreaterThan(2);
  });

  it("B_1 goes to 1 for light and to -m^2/12 m_f^2 for heavy fermions, without a jump", () => {
    expect(Math.abs(pseudoscalarLoop(10, 1e-4)[0] - 1)).toBeLessThan(1e-6);
    expect(off(pseudoscalarLoop(1e-3, 1)[0], -1e-6 / 12)).toBeLessThan(1e-6);
    for (const m of [2 / Math.sqrt(1e3), 2]) {
      expect(off(pseudoscalarLoop(m * (1 - 1e-9), 1)[0], pseudoscalarLoop(m * (1 + 1e-9), 1)[0])).toBeLessThan(2e-4);
    }
  });

  it("the pi0 converts one photon in 84 decays", () => {
    expect(off(dalitzRatio(0.1349768, 0.51099895e-3), 0.01185)).toBeLessThan(1e-3);
    expect(dalitzRatio(0.2, 0.1056583755)).toBe(0);
  });

  it.each([
    [
      { mass: 1, cLepton: 1 },
      /alp: decayConstant \(needed with cLepton, cGluon and cFermion\) must be finite and > 0 GeV, got NaN/,
    ],
    [{ mass: 1, gPhoton: 0 }, /must be non-zero/],
    [{ mass: -1, gPhoton: 1 }, /alp: mass must be finite and > 0 GeV, got -1/],
    [{ mass: 1, cLepton: {} }, /alp: at least one coupling must be given, got none/],
  ])("%o throws", (parameters, message) => {
    expect(() => alp(parameters)).toThrow(message);
  });
});

it("holds every row of its tables against something", () => {
  expect(unlisted([])).toEqual([]);
});
