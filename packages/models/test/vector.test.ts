// The vector portal against DarkCast (1801.04847), ReD-DeLiVeR (2410.00881), FORESEE (2105.07077) and ALPINIST
// (2201.05170). Tolerances:
//   closed forms with the other program's masses and alpha: 1e-6 (half a unit of its 8th digit), DeLiVeR 2e-6 (7 digits);
//   vector-meson dominance with DarkCast's own tables: 3e-3 (the tables are thinned to 2e-3);
//   perturbative QCD with our alpha_s: 7e-3 for three flavours, 1e-3 from open charm on (DeLiVeR runs alpha_s otherwise);
//   all else: the spread that the channels carry.
import { describe, expect, it } from "vitest";
import {
  baryonic,
  bMinusL,
  darkPhoton,
  leMinusLmu,
  lmuMinusLtau,
  protophobic,
  vectorMediator,
  type Charges,
  type Fermion,
  type Mediator,
} from "../src/index.js";
import { loopCharge } from "../src/widths/loop-mixing.js";
import { perturbativeR, quarkoniumR, type QuarkCouplings } from "../src/hadronic/r-ratio.js";
import { vectorMesonWidth } from "../src/hadronic/vector-meson.js";
import { vectorToFermions } from "../src/widths/fermion-pair.js";
import { vectorToThreePhotons } from "../src/widths/photons.js";
import { exclusiveStates } from "../src/hadronic/exclusive-states.js";
import { electricCharge } from "../src/portals/charges.js";
import { off, tablesOfFile, type Row } from "./tables.js";

const { misses, outside, rows, unlisted, use } = tablesOfFile();

const HBAR = 6.582119569e-25;
const HBAR_C = 1.973269804e-16; // GeV m

// ---------------------------------------------------------------- DarkCast, rebuilt with its inputs
const e = 0.302822;
const leptonMass = { e: 0.511e-3, mu: 0.10566, tau: 1.77682 };
const mass: Record<string, number> = { ...leptonMass, c: 1.5, b: 4.8 };
const exclusive = [
  "pi0_gamma",
  "pi+_pi-",
  "pi+_pi-_pi0",
  "pi+_pi-_pi+_pi-",
  "pi+_pi-_pi0_pi0",
  "K_K",
  "K_K_pi",
  "other",
];

/** Effective couplings at this mass, as DarkCast makes them. */
const couplings = (charges: Charges, m: number, g: number): Record<string, number> => {
  const x = charges.loop === undefined ? 0 : Math.hypot(...loopCharge(m * m, ...charges.loop, leptonMass));
  const all: Fermion[] = ["e", "mu", "tau", "nue", "numu", "nutau", "d", "u", "s", "c", "b"];
  return Object.fromEntries(all.map((f) => [f, g * (charges[f] ?? -(electricCharge[f] ?? 0) * x)]));
};

/** DarkCast opens pi0 gamma at 0.14 GeV, the true threshold is m_pi0: undo our opening for the comparison. */
const piGammaAtTheirThreshold = (m: number): number => {
  const at = Math.min(m, 2);
  return at <= 0.14 ? 0 : ((1 - (0.14 / at) ** 2) / (1 - (0.1349768 / at) ** 2)) ** 3;
};

/** Terms of three photons, arXiv:1705.00619, over the first; DarkCast has three of them. */
const rayTerms = [
  1,
  335 / 714,
  128941 / 839664,
  44787 / 1026256,
  1249649333 / 108064756800,
  36494147 / 12382420050,
  867635449 / 1614300688000,
];
const raySum = (m: number, terms: number): number =>
  rayTerms.slice(0, terms).reduce((sum, c, k) => sum + c * (m / 0.51099895e-3) ** (2 * k), 0);
const threeTerms = (m: number): number => raySum(m, 3) / raySum(m, 7);

const darkcastWidths = (m: number, g: Record<string, number>): Record<string, number> => {
  const pair = (f: string, colours: number): number => vectorToFermions(m, mass[f] ?? 0, g[f], colours);
  const w: Record<string, number> = {
    e_e: pair("e", 1),
    mu_mu: pair("mu", 1),
    tau_tau: pair("tau", 1),
    nue_nue: pair("nue", 0.5),
    numu_numu: pair("numu", 0.5),
    nutau_nutau: pair("nutau", 0.5),
    c_c: pair("c", 3),
    b_b: pair("b", 3),
    gamma_gamma_gamma: vectorToThreePhotons(m, g.e) * threeTerms(m),
  };
  let hadrons = 0;
  for (const state of exclusive) {
    const width = vectorMesonWidth(m, state, { u: g.u, d: g.d, s: g.s });
    w[state] = state === "pi0_gamma" ? width * piGammaAtTheirThreshold(m) : width;
    hadrons += w[state];
  }
  w.nu_nu = w.nue_nue + w.numu_numu + w.nutau_nutau;
  w.hadrons = hadrons;
  w.total = w.e_e + w.mu_mu + w.tau_tau + w.nu_nu + w.c_c + w.b_b + hadrons + w.gamma_gamma_gamma;
  return w;
};

const darkcast: [table: string, charges: Charges, g: number][] = [
  ["darkcast_dark_photon", electricCharge, e],
  ["darkcast_B-L_boson", bMinusL, 1],
  [
    "darkcast_B_boson",
    { ...baryonic, e: (e / 4 / Math.PI) ** 2, mu: (e / 4 / Math.PI) ** 2, tau: (e / 4 / Math.PI) ** 2 },
    1,
  ],
  ["darkcast_Le-Lmu_boson", { ...leMinusLmu, loop: ["mu", "tau"] }, 1], // its loop is that of Lmu-Ltau: a fault, see below
  ["darkcast_Lmu-Ltau_boson", lmuMinusLtau, 1],
  ["darkcast_protophobic", protophobic, 1],
];

const predictDarkcast =
  (charges: Charges, g: number) =>
  (row: Row): number => {
    const unit = darkcastWidths(row.mass_GeV, couplings(charges, row.mass_GeV, g));
    if (row.quantity === "width") return unit[row.channel];
    if (row.quantity === "branching_fraction") return unit[row.channel] / unit.total;
    const total = unit.total * 1e-6; // lifetimes are given at a coupling of 1e-3
    return (row.quantity === "lifetime" ? HBAR : HBAR_C) / total;
  };

const isClosedForm = ({ channel, quantity }: Row): boolean =>
  quantity === "width" && /^(e_e|mu_mu|tau_tau|nue_nue|numu_numu|nutau_nutau|c_c|b_b)$/.test(channel);

/** Rows of DarkCast that carry its negative R (pi+pi-2pi0 from 0.80 to 0.865 GeV). */
const isNegative = ({ value }: Row): boolean => value < 0;

describe("a vector to three photons", () => {
  const end = 2 * 0.51099895e-3;
  it("has seven terms of its series: at 2 m_e 3.06 times three of them, 16 times the first, and more to come", () => {
    expect(raySum(end, 7) / raySum(end, 3)).toBeCloseTo(3.057, 3);
    for (const m of [1e-5, 5e-4, 8e-4, end * (1 - 1e-9)]) {
      // Gamma = 17 alpha^3 g^2/(4 pi 2^7 3^6 5^3 pi^3) m^9/m_e^8 [1 + ...]
      const first = (17 / 137.035999084 ** 3 / (4 * Math.PI) / (2 ** 7 * 3 ** 6 * 5 ** 3 * Math.PI ** 3)) * m;
      const want = first * (m / 0.51099895e-3) ** 8 * raySum(m, 7);
      // the electron mass of the table has two digits more
      expect(Math.abs(vectorToThreePhotons(m, 1) / want - 1)).toBeLessThan(3e-8);
    }
  });

  it("says how much the terms left out can be", () => {
    const spread = (m: number): number =>
      vectorMediator({ mass: m, coupling: 1e-4, charges: electricCharge })
        .channels()
        .find((c) => c.name === "gamma gamma gamma")?.spread[1] ?? NaN;
    expect(spread(end / 2)).toBeLessThan(1.001);
    expect(spread(end * 0.75)).toBeGreaterThan(1.02);
    expect(spread(end * 0.75)).toBeLessThan(1.1);
    expect(spread(end * (1 - 1e-9))).toBeGreaterThan(5);
  });
});

describe.each(darkcast)("%s", (table, charges, g) => {
  const all = rows(table);
  const predict = predictDarkcast(charges, g);
  const induced = charges.loop !== undefined;

  it("has the lepton, neutrino and open-quark widths of the closed form", () => {
    const direct = all.filter(
      (r) => isClosedForm(r) && r.value > 0 && !(induced && /^(e_e|mu_mu|tau_tau|c_c|b_b)$/.test(r.channel)),
    );
    expect(misses(direct, predict, 1e-6)).toEqual([]);
  });

  it("has the loop-induced widths of the same integral", () => {
    // e = 0.302822 there: 1.5e-6 in the square of the loop.
    const loops = all.filter((r) => induced && isClosedForm(r) && r.value > 0);
    expect(misses(loops, predict, 3e-6)).toEqual([]);
  });

  it("has the exclusive hadronic widths of the same tables", () => {
    const sum = all.filter((r) => exclusive.includes(r.channel) && r.quantity === "width" && !isNegative(r));
    // Thinned to 2e-3 of R at its grid points; where R < 3e-6 or two terms cancel, of the terms' size.
    const floor = (r: Row): number => {
      const q = couplings(charges, r.mass_GeV, g);
      const scale = ((q.u + q.d) ** 2 * 9 + q.s ** 2 * 9 + (q.u - q.d) ** 2) * (r.mass_GeV / 37.7);
      return r.channel === "pi+_pi-_pi0" || r.channel === "pi0_gamma"
        ? (4e-3 * Math.abs(r.value) + scale * 2e-4) / r.value
        : 3e-3;
    };
    expect(misses(sum, predict, floor)).toEqual([]);
  });

  it("has three photons below 2 m_e, with three terms of the series", () => {
    // alpha = e^2/4pi with e = 0.302822 there: 3 x 4e-6; Lmu-Ltau adds the loop.
    const rays = all.filter((r) => r.channel === "gamma_gamma_gamma" && r.value > 0);
    expect(misses(rays, predict, 2e-4)).toEqual([]);
  });

  it("has totals, fractions and lifetimes made of these", () => {
    const made = all.filter(
      (r) => !isClosedForm(r) && !exclusive.includes(r.channel) && r.channel !== "gamma_gamma_gamma",
    );
    // pi0 gamma alone makes the hadrons below 2 m_pi: 3 % of the fit to its low end.
    const tolerance = (r: Row): number => (r.mass_GeV < 0.42 ? 0.03 : 6e-3);
    expect(misses(made, predict, tolerance)).toEqual([]);
  });
});

describe("faults of DarkCast", () => {
  it("gives a negative pi+ pi- 2pi0 width below 0.865 GeV, ours is 0", () => {
    const tables = ["darkcast_dark_photon", "darkcast_protophobic", "darkcast_Le-Lmu_boson"];
    const negative = use(tables.flatMap((table) => rows(table).filter(isNegative)));
    expect(negative.map((r) => r.channel)).toEqual(tables.map(() => "pi+_pi-_pi0_pi0"));
    expect(vectorMesonWidth(negative[0].mass_GeV, "pi+_pi-_pi0_pi0", { u: 0.2, d: -0.1, s: -0.1 })).toBe(0);
  });

  it("lets muon and tau run in the loop of Le-Lmu: hadrons 300 times too wide at 0.5 GeV, where e and mu cancel", () => {
    const theirs = rows("darkcast_Le-Lmu_boson").find(
      (r) => r.mass_GeV === 0.5 && r.channel === "hadrons" && r.quantity === "width",
    );
    const ours = vectorMediator({ mass: 0.5, coupling: 1, charges: leMinusLmu }).width("hadrons");
    expect((theirs?.value ?? 0) / ours).toBeGreaterThan(250);
  });

  it("opens charm at 3.0 GeV instead of 3.73, 30 % too wide at 3.2 GeV", () => {
    const at = (channel: string): number =>
      rows("darkcast_dark_photon").find((r) => r.mass_GeV === 3.2 && r.channel === channel && r.quantity === "width")
        ?.value ?? 0;
    const ours = darkPhoton({ mass: 3.2, epsilon: 1 });
    expect(ours.width("c cbar")).toBe(0);
    expect((at("hadrons") + at("c_c")) / ours.width("hadrons")).toBeGreaterThan(1.3);
  });
});

// ---------------------------------------------------------------- DeLiVeR
describe.each([
  ["deliver_dark_photon", electricCharge, Math.sqrt((4 * Math.PI) / 137.035999)],
  ["deliver_B-L", bMinusL, 1],
  ["deliver_B", { ...baryonic, e: 0, mu: 0, tau: 0 }, 1],
] as [string, Charges, number][])("%s", (table, charges, g) => {
  const all = rows(table);
  const m: Record<string, number> = { e: 0, mu: 0.1057, tau: 1.777 };
  const x = (f: Fermion): number => g * (charges[f] ?? 0);
  const quarks: QuarkCouplings = { u: x("u"), d: x("d"), s: x("s"), c: x("c"), b: x("b") };

  it("has the lepton widths of the closed form", () => {
    const leptons = all.filter((r) => /^(e_e|mu_mu|tau_tau|nu\w+_nu\w+)$/.test(r.channel));
    const predict = (r: Row): number => {
      const f = r.channel.split("_")[0] as Fermion;
      return vectorToFermions(r.mass_GeV, f === "e" ? 0.511e-3 : (m[f] ?? 0), x(f), f.startsWith("nu") ? 0.5 : 1);
    };
    expect(misses(leptons, predict, 2e-6)).toEqual([]);
  });

  it("has the quark widths of perturbative QCD", () => {
    const inclusive = all.filter((r) => r.channel.startsWith("quarks"));
    const predict = (r: Row): number => {
      // It opens bottom at 9.6 GeV, below the lightest pair of B mesons.
      const parts = perturbativeR(r.mass_GeV, quarks, undefined, 9.6);
      const ratio = parts.u + parts.d + parts.s + parts.c + parts.b;
      return r.channel === "quarks" ? (ratio * r.mass_GeV) / (12 * Math.PI) : ratio;
    };
    expect(inclusive.length).toBeGreaterThan(20);
    expect(misses(inclusive, predict, (r) => (r.mass_GeV < 4.18 ? 7e-3 : 1e-3))).toEqual([]);
  });

  it("has hadronic widths within the spread our channels carry", () => {
    const sums = all.filter((r) => r.quantity === "width" && (r.channel === "hadrons" || r.channel === "quarks"));
    const model = (r: Row) => vectorMediator({ mass: r.mass_GeV, coupling: g, charges });
    const exact = sums.filter((r) => !(r.channel === "hadrons" && r.mass_GeV >= 1.75 && r.mass_GeV < 2));
    expect(
      outside(
        exact,
        (r) => model(r).width("hadrons"),
        (r) => model(r).channels()[7].spread,
      ),
    ).toEqual([]);
  });

  const light = { u: quarks.u, d: quarks.d, s: quarks.s };
  const states = all.filter((r) => r.quantity === "width" && /^(\dpi|[A-Z])/.test(r.channel));
  const model = (m: number): Mediator => vectorMediator({ mass: m, coupling: g, charges });
  const sum = (m: number, of: RegExp): number =>
    states.reduce((total, r) => (r.mass_GeV === m && of.test(r.channel) ? total + r.value : total), 0);
  const state = (m: number, name: string): number =>
    exclusiveStates(m, light, "currents").find((x) => x.name === name)?.width ?? NaN;
  const isPhoton = table === "deliver_dark_photon";

  // The same amplitudes. KK, eta and phi 1e-4 (six digits); omega pi pi 3 %: neutral pions from the charged threshold on;
  // pi0 gamma from 0.6 GeV: below, ours goes to the anomaly, 9 % above for an isoscalar, 14 % for a photon.
  // 3 pi 4e-3: m_pi = 0.14 there for all three, so that it opens at 0.42 GeV, and for a photon 4 % of broken isospin; K K pi 6e-4, 2 % next to
  // threshold (kaon masses), and 5e-3 of our quadrature above 1.8 GeV.
  const same: [theirs: string, ours: string, tolerance: (m: number) => number][] = [
    ["PiGamma", "pi0 gamma", (m) => (m < 0.6 ? 0.145 : 1e-4)],
    ["EtaGamma", "eta gamma", () => 1e-4],
    ["KK", "K Kbar", () => 1e-4],
    ["EtaOmega", "eta omega", () => 5e-4],
    ["EtaPhi", "eta phi", () => 1e-4],
    ["PhiPiPi", "phi pi pi", () => 1e-4],
    ["OmPiPi", "omega pi pi", (m) => (m < 1.3 ? 0.03 : 3e-3)],
    [
      "3pi",
      "pi+ pi- pi0",
      (m) => (m < 0.45 ? 1.7 : m <= 0.5 ? 0.5 : m < 0.62 ? 0.14 : isPhoton ? 0.04 : m < 1.05 ? 0.025 : 4e-3),
    ],
    ["KKpi", "K Kbar pi", (m) => (m < 1.4 ? 0.02 : m < 1.8 ? 6e-4 : 5e-3)],
  ];

  it.each(same)("has %s of our amplitude for %s", (theirs, ours, tolerance) => {
    const selected = states.filter((r) => r.channel === theirs && r.value > 0);
    // Opens pi0 gamma with the mass of the charged pion.
    const opening = (m: number): number =>
      theirs === "PiGamma" ? Math.max(0, (m * m - 0.13957061 ** 2) / (m * m - 0.1349768 ** 2)) ** 3 : 1;
    expect(selected.length).toBeGreaterThan(3);
    expect(
      misses(
        selected,
        (r) => state(r.mass_GeV, ours) * opening(r.mass_GeV),
        (r) => tolerance(r.mass_GeV),
      ),
    ).toEqual([]);
  });

  it("has K* K pi of our amplitude without a rho", () => {
    const selected = states.filter((r) => r.channel === "KKpipi" && r.value > 0);
    if (!isPhoton) expect(misses(selected, (r) => state(r.mass_GeV, "K* Kbar pi"), 1e-4)).toEqual([]);
    expect(selected.length).toBeGreaterThan(3);
  });

  // What only a rho makes is from other data here; for a photon the rest is measured. Differences as a share of our hadrons.
  const isovector: [theirs: RegExp, ours: string[], share: number][] = [
    [/^2pi$/, ["pi+ pi-"], 0.075],
    [/^(4pi|OmegaPion)$/, ["pi+ pi- pi+ pi-", "pi+ pi- pi0 pi0"], 0.03],
    [/^(6pi|NNbar|PhiPi|KKpipi|Eta(Prime)?PiPi)$/, ["K* Kbar pi", "other hadrons"], 0.1],
  ];

  it("has the states of the rho within 7.5, 3 and 10 % of our hadronic width: two, four pions and the rest", () => {
    const masses = [...new Set(states.map((r) => r.mass_GeV))].filter((m) => m > 0.28 && m < 1.75);
    const bad = masses.flatMap((m) =>
      isovector
        .map(([theirs, ours, bound]) => {
          const got = ours.reduce((total, name) => total + state(m, name), 0);
          return [m, theirs.source, Math.abs(got - sum(m, theirs)) / model(m).width("hadrons"), bound] as const;
        })
        .filter(([, , share, limit]) => !(share <= limit)),
    );
    expect(bad).toEqual([]);
    use(states.filter((r) => r.mass_GeV < 1.75 && isovector.some(([theirs]) => theirs.test(r.channel))));
    use(states.filter((r) => r.value === 0));
  });

  it("has states that add up to its hadrons, and from 1.75 to 2 GeV to 0.44 to 0.9 of our quarks", () => {
    const totals = all.filter((r) => r.channel === "hadrons");
    expect(misses(totals, (r) => sum(r.mass_GeV, /./), 1e-4)).toEqual([]);
    const late = states.filter((r) => r.mass_GeV >= 1.75);
    for (const m of new Set(late.map((r) => r.mass_GeV))) {
      const ratio = sum(m, /./) / model(m).width("hadrons");
      expect(ratio).toBeGreaterThan(table === "deliver_dark_photon" ? 0.64 : 0.44);
      expect(ratio).toBeLessThan(0.9);
    }
    use(late);
  });
});

// ---------------------------------------------------------------- FORESEE: interpolated tables, lengths in m
const foresee: [string, (m: number) => Mediator, Record<string, string>][] = [
  [
    "foresee_dark_photon_deliver",
    (m) => darkPhoton({ mass: m, epsilon: 1 }),
    {
      bfrac_elec: "e+ e-",
      bfrac_muon: "mu+ mu-",
      bfrac_tau: "tau+ tau-",
      bfrac_2pi: "pi+ pi-",
      bfrac_PiGamma: "pi0 gamma",
    },
  ],
  [
    "foresee_BL",
    (m) => vectorMediator({ mass: m, coupling: 1, charges: bMinusL }),
    {
      e_e: "e+ e-",
      mu_mu: "mu+ mu-",
      tau_tau: "tau+ tau-",
      nu_nu: "invisible",
      Hadrons: "hadrons",
      visible: "visible",
    },
  ],
  ["foresee_B", (m) => vectorMediator({ mass: m, coupling: 1, charges: baryonic }), { ee: "e+ e-", mumu: "mu+ mu-" }],
];

describe.each(foresee)("%s", (table, model, names) => {
  const all = rows(table);
  const ctau = all.filter((r) => r.quantity === "ctau" && !(table === "foresee_BL" && r.mass_GeV > 5));

  it("has the proper decay length", () => {
    // Dark photon: 1.002 next to threshold (interpolation), DeLiVeR's hadrons above; B-L: a digitised curve, 6 to 17 %;
    // B: DeLiVeR's hadrons, which are our amplitudes but for the anomaly below 0.6 GeV; 0.163 GeV lies where it opens pi0
    // gamma with the charged pion.
    const range = (r: Row): readonly [number, number] => {
      if (table === "foresee_dark_photon_deliver") return r.mass_GeV < 0.28 ? [0.998, 1.003] : [0.97, 1.09];
      if (table === "foresee_BL") return [0.94, 1.17];
      if (r.mass_GeV < 0.134) return [0.999, 1.001];
      return r.mass_GeV < 0.17 ? [1.3, 1.45] : [0.995, r.mass_GeV < 0.6 ? 1.1 : 1.04];
    };
    expect(outside(ctau, (r) => model(r.mass_GeV).ctau / 100, range)).toEqual([]);
  });

  it("has the branching fractions", () => {
    // In absolute terms: A' 1.5 % (hadrons), 2.5e-4 where only leptons are open; B-L 10 % (digitised, coarse); B 2e-3.
    const compared = all.filter((r) => r.channel in names && r.quantity === "branching_fraction");
    const bound = (r: Row): number => {
      if (table === "foresee_BL") return 0.1;
      if (table === "foresee_B") return r.mass_GeV < 0.13 ? 1e-4 : r.mass_GeV < 0.17 ? 0.135 : 2e-3;
      return r.mass_GeV < 0.28 ? 1e-3 : 0.025;
    };
    const nearEdge = (r: Row): boolean => table === "foresee_dark_photon_deliver" && r.mass_GeV < 2e-3;
    const bad = use(compared).filter(
      (r) => !nearEdge(r) && Math.abs(model(r.mass_GeV).branchingFraction(names[r.channel]) - r.value) > bound(r),
    );
    expect(compared.length).toBeGreaterThan(50);
    expect(
      bad.map((r) => [r.mass_GeV, r.channel, r.value, model(r.mass_GeV).branchingFraction(names[r.channel])]),
    ).toEqual([]);
  });
});

describe("the exclusive fractions of FORESEE", () => {
  // Groups as for DeLiVeR, whose widths it interpolates; in absolute fractions of the total width.
  const rest = ["eta gamma", "omega pi pi", "eta omega", "phi pi pi", "eta phi", "K* Kbar pi", "other hadrons"];
  const groups: [RegExp, string[], number][] = [
    [/^bfrac_3pi$/, ["pi+ pi- pi0"], 0.015],
    [/^bfrac_(4pi|OmegaPion)$/, ["pi+ pi- pi+ pi-", "pi+ pi- pi0 pi0"], 0.03],
    [/^bfrac_(KK|KKpi)$/, ["K Kbar", "K Kbar pi"], 0.012],
    [/^bfrac_(6pi|OmPiPi|PhiPi|PhiPiPi|KKpipi|nnbar|ppbar|Eta.*)$/, rest, 0.08],
    [/^bfrac_qcd$/, ["hadrons"], 0.15],
    [/^bfrac_leptons$/, ["leptons"], 0.15],
    [/^bfrac_visible$/, ["visible"], 1e-3],
    [/^bfrac_(invisible|nu\w+)$/, ["invisible"], 1e-12],
  ];

  it("of a dark photon are ours in groups: 0.03 for pions, 0.012 for kaons, 0.08 for others, below 1.75 GeV", () => {
    const all = rows("foresee_dark_photon_deliver").filter((r) => r.mass_GeV > 2e-3);
    const exclusive = (i: number): boolean => i < 4;
    for (const [i, [theirs, ours, bound]] of groups.entries()) {
      const selected = use(all.filter((r) => theirs.test(r.channel)));
      for (const m of new Set(selected.map((r) => r.mass_GeV))) {
        if (exclusive(i) && m >= 1.75) continue;
        const sum = selected.reduce((total, r) => (r.mass_GeV === m ? total + r.value : total), 0);
        const model = darkPhoton({ mass: m, epsilon: 1 });
        const got = ours.reduce((total, c) => total + model.branchingFraction(c), 0);
        expect(Math.abs(got - sum), `${theirs.source} at ${String(m)} GeV`).toBeLessThanOrEqual(bound);
      }
    }
  });

  it("of a baryonic vector are ours to 3e-3 below 1.75 GeV, but for the opening of pi0 gamma; small above", () => {
    const names: Record<string, string> = { "3pi": "pi+ pi- pi0", KK: "K Kbar", pigamma: "pi0 gamma" };
    const selected = use(rows("foresee_B").filter((r) => r.channel in names));
    for (const r of selected) {
      const model = vectorMediator({ mass: r.mass_GeV, coupling: 1, charges: baryonic });
      const got = r.mass_GeV < 1.75 ? model.branchingFraction(names[r.channel]) : 0;
      const bound = r.mass_GeV > 1.75 ? 0.14 : Math.abs(r.mass_GeV - 0.16) < 0.01 ? 0.135 : 3e-3;
      expect(Math.abs(got - r.value), `${r.channel} at ${String(r.mass_GeV)} GeV`).toBeLessThan(bound);
    }
  });
});

it("the B-L decay length of FORESEE falls short from 5 GeV on: a third at 5.4, 1/20 at 9 GeV", () => {
  const short = use(rows("foresee_BL").filter((r) => r.quantity === "ctau" && r.mass_GeV > 5));
  const ratio = (r: Row): number =>
    r.value / (vectorMediator({ mass: r.mass_GeV, coupling: 1, charges: bMinusL }).ctau / 100);
  expect(ratio(short[0])).toBeLessThan(0.4);
  expect(ratio(short[short.length - 1])).toBeLessThan(0.05);
});

// ---------------------------------------------------------------- ALPINIST: alpha = 1/137, digitised R below 2 GeV
describe("alpinist_dark_photon", () => {
  const all = rows("alpinist_dark_photon");
  const coupling = Math.sqrt((4 * Math.PI) / 137);
  const model = (r: Row): Mediator => vectorMediator({ mass: r.mass_GeV, coupling, charges: electricCharge });

  it("has the lepton widths", () => {
    const names: Record<string, string> = { e_e: "e+ e-", mu_mu: "mu+ mu-" };
    const leptons = all.filter((r) => r.channel in names);
    expect(misses(leptons, (r) => model(r).width(names[r.channel]), 1e-6)).toEqual([]);
  });

  it("has hadrons and total within the spread the channels carry", () => {
    const sums = all.filter((r) => r.channel === "hadrons" && r.value > 0 && r.mass_GeV < 2);
    expect(
      outside(
        sums,
        (r) => model(r).width("hadrons"),
        (r) => model(r).channels()[7].spread,
      ),
    ).toEqual([]);
    const totals = all.filter((r) => r.channel === "total" && r.mass_GeV < 2);
    expect(
      outside(
        totals,
        (r) => model(r).width(),
        () => [0.94, 1.24],
      ),
    ).toEqual([]);
  });

  const names: Record<string, string> = {
    "pi+_pi-": "pi+ pi-",
    "pi+_pi-_pi0": "pi+ pi- pi0",
    "2pi+_2pi-": "pi+ pi- pi+ pi-",
    "pi+_pi-_2pi0": "pi+ pi- pi0 pi0",
    K_K: "K Kbar",
    K_K_pi: "K Kbar pi",
  };

  it("has the exclusive states to its digitisation: 0.4 for three pions at the phi, else 0.7 to 1.7", () => {
    const states = all.filter((r) => r.channel in names && r.mass_GeV < 1.75);
    const large = states.filter((r) => r.value > 0.05 * model(r).width("hadrons"));
    expect(large.length).toBeGreaterThan(10);
    expect(
      outside(
        large,
        (r) => model(r).width(names[r.channel]),
        () => [0.4, 1.7],
      ),
    ).toEqual([]);
  });

  it("has the small states within 6 % of our hadrons below 1.75 GeV, and half its hadrons in them at 1.8 GeV", () => {
    const early = use(all.filter((r) => r.channel in names && r.mass_GeV < 1.75));
    const share = (r: Row): number => Math.abs(model(r).width(names[r.channel]) - r.value) / model(r).width("hadrons");
    const small = early.filter((r) => r.value <= 0.05 * model(r).width("hadrons"));
    expect(small.filter((r) => share(r) > 0.06)).toEqual([]);
    const late = use(all.filter((r) => r.channel in names && r.mass_GeV >= 1.75));
    const hadrons = all.find((r) => r.channel === "hadrons" && r.mass_GeV === 1.8)?.value ?? NaN;
    expect(off(late.reduce((sum, r) => sum + r.value, 0) / hadrons, 0.51)).toBeLessThan(0.01);
  });

  it("lacks tau pairs and freezes R at 2.08, so that above 4 GeV its total is 40 % low", () => {
    const late = all.filter((r) => r.channel === "total" && r.mass_GeV > 4);
    for (const r of late) expect(r.value / model(r).width()).toBeLessThan(0.75);
    expect(all.some((r) => r.channel === "tau_tau")).toBe(false);
  });
});

describe("the hadronic width", () => {
  it("changes by less than a quarter at the matching point, wherever it is put in [1.4, 2] GeV, for a dark photon", () => {
    const at = (mass: number, perturbativeFrom: number): number =>
      darkPhoton({ mass, epsilon: 1, hadrons: { perturbativeFrom } }).width("hadrons");
    for (const point of [1.6, 1.75, 1.9]) {
      expect(Math.abs(at(point - 1e-6, point) / at(point + 1e-6, point) - 1)).toBeLessThan(0.25);
    }
  });

  it("takes exclusive states or quarks at all masses on request", () => {
    const exclusiveOnly = darkPhoton({ mass: 3, epsilon: 1, hadrons: { source: "vector-mesons" } });
    expect(exclusiveOnly.width("u ubar")).toBe(0);
    expect(exclusiveOnly.width("other hadrons")).toBeGreaterThan(0);
    const quarksOnly = darkPhoton({ mass: 1.5, epsilon: 1, hadrons: { source: "perturbative" } });
    expect(quarksOnly.width("u ubar")).toBeGreaterThan(0);
    expect(quarksOnly.width("pi+ pi-")).toBe(0);
  });

  it("follows the measured R between open charm and 4.8 GeV: the psi(4040) stands above perturbative QCD", () => {
    const r = (charmData: boolean): number =>
      darkPhoton({ mass: 4.03, epsilon: 1, hadrons: { charmData } }).width("hadrons") /
      vectorToFermions(4.03, 0, 0.302822);
    expect(r(true)).toBeGreaterThan(4.2);
    expect(r(false)).toBeLessThan(3.7);
  });

  it("peaks at J/psi and Upsilon unless told not to", () => {
    const with_ = darkPhoton({ mass: 3.0969, epsilon: 1 }).width("psi resonances");
    expect(with_).toBeGreaterThan(1000 * darkPhoton({ mass: 3.0969, epsilon: 1 }).width("u ubar"));
    const without = darkPhoton({ mass: 9.4604, epsilon: 1, hadrons: { quarkonia: false } });
    expect(without.width("Upsilon resonances")).toBe(0);
  });

  it("agrees with the measured peak cross section of J/psi", () => {
    // sigma_peak = 12 pi B_ee B_had / M^2 over 4 pi alpha^2/3M^2: R = 9 B_ee B_had/alpha^2
    const peak = quarkoniumR(3.0969, "c", 2 / 3);
    expect(Math.abs(peak / (9 * 0.0597 * 0.877 * 137.036 ** 2) - 1)).toBeLessThan(2e-3);
  });

  it("refuses a matching point outside the tables", () => {
    const bad = (): number => darkPhoton({ mass: 1, epsilon: 1, hadrons: { perturbativeFrom: 3 } }).width();
    expect(bad).toThrow("vectorHadrons: perturbativeFrom must be in [1.2, 2] GeV, got 3");
  });
});

describe("dark matter", () => {
  it.each([
    ["dirac", (0.1 / 3) * (1 + 2 * 0.09) * Math.sqrt(1 - 0.36)],
    ["majorana", (0.1 / 6) * (1 - 0.36) ** 1.5],
    ["scalar", (0.1 / 12) * (1 - 0.36) ** 1.5],
  ] as const)("%s: the closed form", (kind, width) => {
    const model = darkPhoton({ mass: 1, epsilon: 1e-4, dark: { mass: 0.3, alphaD: 0.1, kind } });
    expect(model.width("chi chi") / width).toBeCloseTo(1, 12);
    expect(model.branchingFraction("invisible")).toBeGreaterThan(0.999);
  });
});

describe("faults of FORESEE's dark photon", () => {
  const all = rows("foresee_dark_photon_deliver");

  it("has quarks from 2 m_mu on: R of free quarks times its muons, beside the hadrons and not instead of them", () => {
    // Below 1 GeV without QCD, R = 2; above with DeLiVeR's alpha_s.
    const quarks = all.filter((r) => r.channel === "bfrac_quarks");
    const muons = (m: number): number => all.find((r) => r.mass_GeV === m && r.channel === "bfrac_muon")?.value ?? NaN;
    const predict = (r: Row): number => {
      if (r.mass_GeV <= 1) return 2 * muons(r.mass_GeV);
      const { u, d, s } = perturbativeR(r.mass_GeV, { u: 2 / 3, d: -1 / 3, s: -1 / 3, c: 2 / 3, b: -1 / 3 });
      return (u + d + s) * muons(r.mass_GeV);
    };
    expect(quarks.length).toBe(33);
    expect(misses(quarks, predict, (r) => (r.mass_GeV <= 1 ? 1e-4 : 0.025))).toEqual([]);
    // so that quarks and hadrons are both most of the width at 0.4368 GeV, where there is no quark
    const at = (channel: string): number => all.find((r) => r.mass_GeV === 0.4368 && r.channel === channel)?.value ?? 0;
    expect(at("bfrac_quarks") + at("bfrac_leptons")).toBeGreaterThan(1.5);
    expect(darkPhoton({ mass: 0.4368, epsilon: 1 }).width("u ubar")).toBe(0);
  });

  it("has electrons that rise on a straight line from 2 m_e to 1 MeV above, where they are all there is", () => {
    const edge = all.filter((r) => r.mass_GeV < 2e-3 && r.channel !== "bfrac_quarks");
    expect(edge.length).toBe(87);
    const isOpen = (r: Row): boolean => /^bfrac_(elec|leptons|visible)$/.test(r.channel);
    // points at 2 m_e, 0, and 1 MeV above it, 1; ours is 1 at all of them
    expect(misses(edge.filter(isOpen), (r) => (r.mass_GeV - 0.0010219978922) / 1e-3, 1e-5)).toEqual([]);
    for (const r of use(edge.filter((x) => !isOpen(x) && x.quantity === "branching_fraction")))
      expect(r.value, r.channel).toBe(0);
    for (const m of new Set(edge.map((r) => r.mass_GeV)))
      expect(darkPhoton({ mass: m, epsilon: 1 }).branchingFraction("e+ e-")).toBe(1);
  });
});

it("holds every row of its tables against something", () => {
  expect(unlisted([])).toEqual([]);
});
