// The heavy neutral lepton against HNLCalc (2405.07330, Majorana) and ALPINIST (2407.08673, Dirac). Tolerances:
//   three-body closed forms 1e-6 (our quadrature is good to 1e-8, the tables to 8 digits);
//   single mesons: the same function of mass, so that the ratio is the one of decay constants to 1e-4, at every mass;
//   totals: 4 % of HNLCalc at all masses, and 0.72 to 1.08 of ALPINIST, whose multi-hadron width is another model.
import { describe, expect, it } from "vitest";
import { hnl, neutralCurrent, threeBodyIntegral, threeBodyUnit, type Lepton } from "../src/index.js";
import { misses, off, outside, rows, unlisted, type Row } from "./tables.js";

const flavours: [string, Lepton][] = [
  ["Ue", "e"],
  ["Umu", "mu"],
  ["Utau", "tau"],
];

/** Sum of our channels that read the same without charges and neutrino flavour. */
const width = (r: Row, lepton: Lepton, nature: "majorana" | "dirac", name: string): number => {
  const bare = (s: string): string => s.replaceAll(/[+-]/g, "").replace(/ nu(bar)?_\w+$/, " nu");
  const [a, b] = name.split(" ");
  const names = new Set(name.endsWith(" nu") ? [name, `${b} ${a} nu`] : [name]);
  const channels = hnl({ mass: r.mass_GeV, mixing: { [lepton]: 1 }, nature }).channels();
  return channels.filter((c) => names.has(bare(c.name))).reduce((sum, c) => sum + c.width, 0);
};

describe.each(flavours)("hnlcalc_decay_%s", (table, lepton) => {
  const all = rows(`hnlcalc_decay_${table}`).filter((r) => r.quantity === "width" && r.value > 0);
  const ours = (r: Row, name: string): number => width(r, lepton, "majorana", name);
  const isOpenQuarks = (r: Row): boolean => / [udscb] ~[udscb]$/.test(r.channel);
  const plain = (r: Row): string => r.channel.replaceAll("~", "");

  it("has the leptonic widths", () => {
    const leptonic = all.filter((r) => /^(nu|e|mu) (nu|e|mu|tau) (nu|~?e|~?mu|~?tau)$/.test(r.channel));
    expect(leptonic.length).toBeGreaterThan(90);
    // G_F = 1.166378e-5 there. Two flavours: its quadrature, 5e-5, next to a threshold 5e-4.
    const fermi = (1.166378 / 1.1663788) ** 2;
    const bound = (r: Row): number => (r.channel.startsWith("nu") ? 1e-6 : r.channel.includes("tau") ? 5e-4 : 6e-5);
    expect(misses(leptonic, (r) => ours(r, plain(r)) * fermi, bound)).toEqual([]);
  });

  // (their constant/ours)^2; their pi 0.1303, K 0.1564, eta 0.0784, eta' -0.0957, rho 0.220 m, omega 0.195 m, phi 0.229 m.
  const constants: [channel: string, name: string, ratio: number][] = [
    ["nu pi0", "nu pi0", (0.1303 / 0.1302) ** 2],
    ["nu eta", "nu eta", (0.0784 / 0.0817) ** 2],
    ["nu etap", "nu eta'", (0.0957 / 0.0947) ** 2],
    ["nu rho0", "nu rho0", ((0.22 * 0.77526) / 0.162) ** 2],
    ["nu omega", "nu omega", ((0.195 * 0.78266) / 0.153) ** 2],
    ["nu phi", "nu phi", ((0.229 * 1.019461) / 0.234) ** 2],
    [`${lepton} pi+`, `${lepton} pi`, (0.1303 / 0.1302) ** 2],
    [`${lepton} K+`, `${lepton} K`, (0.1564 / 0.1557) ** 2],
    [`${lepton} rho+`, `${lepton} rho`, ((0.22 * 0.77511) / 0.162) ** 2],
    [`${lepton} D+`, `${lepton} D`, (0.2226 / 0.212) ** 2],
    [`${lepton} Ds+`, `${lepton} Ds`, (0.2801 / 0.2499) ** 2], // the fault: FLAG has 0.2499
  ];

  it.each(constants)("%s is ours times the squared ratio of decay constants", (channel, name, ratio) => {
    const selected = all.filter((r) => r.channel === channel);
    expect(misses(selected, (r) => ours(r, name) * ratio, 6e-4)).toEqual([]);
  });

  it("has single mesons within the spread the channels carry, but for its D_s", () => {
    const model = (r: Row) => hnl({ mass: r.mass_GeV, mixing: { [lepton]: 1 }, nature: "majorana" });
    const names = new Map(constants.filter(([c]) => !c.endsWith("Ds+")).map(([channel, name]) => [channel, name]));
    const spreadOf = (r: Row): readonly [number, number] => {
      const wanted = (names.get(r.channel) ?? "").replaceAll(/[+-]/g, "");
      return (
        model(r)
          .channels()
          .find((c) => c.name.replaceAll(/[+-]/g, "") === wanted)?.spread ?? [1, 1]
      );
    };
    const selected = all.filter((r) => names.has(r.channel));
    expect(outside(selected, (r) => ours(r, names.get(r.channel) ?? ""), spreadOf)).toEqual([]);
  });

  it("has K* within 6 %: its mass is 0.8955 and its constant 0.204 m", () => {
    const selected = all.filter((r) => r.channel.endsWith("K+star"));
    expect(
      outside(
        selected,
        (r) => ours(r, `${lepton} K*`),
        () => [1.02, 1.06],
      ),
    ).toEqual([]);
  });

  it("has the total within 4 % at all masses, exclusive, matched and inclusive", () => {
    const totals = rows(`hnlcalc_decay_${table}`).filter((r) => r.channel === "total");
    const model = (r: Row) => hnl({ mass: r.mass_GeV, mixing: { [lepton]: 1 }, nature: "majorana" });
    const predict = (r: Row): number => (r.quantity === "ctau" ? model(r).ctau / 100 : model(r).width());
    expect(totals.length).toBeGreaterThan(60);
    expect(misses(totals, predict, 0.04)).toEqual([]);
  });

  it("has quark pairs and what they leave over the mesons of the same size", () => {
    // The open quark channels have no QCD factor and other masses (c 1.5, b 4.5): they are tested in the total above;
    // here the left-over hadrons, the difference of two large numbers, to 35 % where they are more than a tenth.
    const rest = all.filter((r) => r.channel.endsWith("3had"));
    const name = (r: Row): string => (r.channel.startsWith("nu") ? "nu hadrons" : `${lepton} hadrons`);
    const total = (r: Row): number => hnl({ mass: r.mass_GeV, mixing: { [lepton]: 1 }, nature: "majorana" }).width();
    const large = rest.filter((r) => r.value > 0.1 * total(r));
    expect(all.some(isOpenQuarks)).toBe(true);
    expect(large.length).toBeGreaterThan(8);
    expect(
      outside(
        large,
        (r) => ours(r, name(r)),
        () => [0.65, 1.35],
      ),
    ).toEqual([]);
  });
});

describe.each(flavours)("alpinist_hnl_%s", (table, lepton) => {
  const all = rows(`alpinist_hnl_${table}`).filter((r) => r.value > 0);
  const own: Record<string, Lepton> = { El: "e", Mu: "mu", Tau: "tau" };
  const massOf = { e: 0.51099895e-3, mu: 0.1056583755, tau: 1.77693 };
  const ours = (r: Row, name: string): number => width(r, lepton, "dirac", name);

  it("has three neutrinos, and pairs with its sin^2 theta_W = 0.22301", () => {
    const pairs = all.filter((r) => /^Nu(NuNu|ElEl|MuMu|TauTau)$/.test(r.channel));
    const predict = (r: Row): number => {
      if (r.channel === "NuNuNu") return ours(r, "nu nu nu");
      const l = own[r.channel.slice(2, r.channel.length / 2 + 1)];
      const x = massOf[l] / r.mass_GeV;
      return threeBodyUnit(r.mass_GeV) * neutralCurrent(x, l === lepton ? "same lepton" : "other lepton", 0.22301);
    };
    expect(pairs.length).toBeGreaterThan(50);
    expect(misses(pairs, predict, (r) => (r.channel === "NuTauTau" ? 2e-3 : 3e-4))).toEqual([]);
  });

  it("has nu l l' of the heavier lepton alone: the fault makes nu mu tau 3 times too wide at 2 GeV", () => {
    const mixed = all.filter((r) => /^Nu(ElMu|ElTau|MuTau)$/.test(r.channel));
    const heavy = (r: Row): number => (r.channel === "NuElMu" ? massOf.mu : massOf.tau) / r.mass_GeV;
    const predict = (r: Row): number => threeBodyUnit(r.mass_GeV) * threeBodyIntegral(0, 0, heavy(r));
    // next to the threshold the integral falls as the fifth power of the distance: 1.77686 there
    expect(misses(mixed, predict, (r) => (r.mass_GeV - heavy(r) * r.mass_GeV < 0.2 ? 0.03 : 1e-3))).toEqual([]);
    const early = mixed.find((r) => r.channel === "NuMuTau" && r.mass_GeV === 2);
    if (early !== undefined) expect(early.value / ours(early, "mu tau nu")).toBeGreaterThan(2.9);
  });

  it("has single mesons with a ratio constant in mass, but phi and the two-pion states", () => {
    const names: Record<string, [string, number, number]> = {
      PiNu: ["nu pi0", 0.9995, 1.0005],
      EtaNu: ["nu eta", 0.9995, 1.0005],
      EtapNu: ["nu eta'", 0.9995, 1.0005],
      OmegaNu: ["nu omega", 0.92, 0.926], // sin^2 theta_W and 0.195 m
      [`Pi${table === "Ue" ? "El" : table === "Umu" ? "Mu" : "Tau"}`]: [`${lepton} pi`, 1.005, 1.006],
      [`K${table === "Ue" ? "El" : table === "Umu" ? "Mu" : "Tau"}`]: [`${lepton} K`, 1.009, 1.012],
      [`D${table === "Ue" ? "El" : table === "Umu" ? "Mu" : "Tau"}`]: [`${lepton} D`, 0.94, 0.945],
      [`Ds${table === "Ue" ? "El" : table === "Umu" ? "Mu" : "Tau"}`]: [`${lepton} Ds`, 1.013, 1.015],
    };
    const selected = all.filter((r) => r.channel in names);
    expect(selected.length).toBeGreaterThan(60);
    expect(
      outside(
        selected,
        (r) => ours(r, names[r.channel][0]),
        (r) => [names[r.channel][1], names[r.channel][2]],
      ),
    ).toEqual([]);
  });

  it("has phi nu 160 times low, its constant being f_pi m_pi", () => {
    const phi = all.filter((r) => r.channel === "PhiNu");
    expect(phi.length).toBeGreaterThan(3);
    expect(
      outside(
        phi,
        (r) => ours(r, "nu phi"),
        () => [1 / 170, 1 / 150],
      ),
    ).toEqual([]);
  });

  it("has the two pions of a rho: within 10 % of ours for l pi pi well above threshold, 2 to 2.7 times ours for nu pi pi", () => {
    // Its neutral current lacks (1-2 sin^2 theta_W)^2 = 0.29 and has another constant; ours agrees with HNLCalc.
    const chargedPair = all.filter((r) => /^PiPi(El|Mu|Tau)$/.test(r.channel) && r.mass_GeV > massOf[lepton] + 1);
    expect(
      outside(
        chargedPair,
        (r) => ours(r, `${lepton} rho`),
        () => [0.9, 1.05],
      ),
    ).toEqual([]);
    const neutralPair = all.filter((r) => r.channel === "PiPiNu" && r.mass_GeV > 1);
    expect(
      outside(
        neutralPair,
        (r) => ours(r, "nu rho0"),
        () => [1.8, 2.7],
      ),
    ).toEqual([]);
  });

  it("has totals within 7 % below 1 GeV and 0.72 to 1 above", () => {
    const totals = all.filter((r) => r.channel === "total");
    const model = (r: Row) => hnl({ mass: r.mass_GeV, mixing: { [lepton]: 1 }, nature: "dirac" });
    expect(
      outside(
        totals,
        (r) => model(r).width(),
        (r) => (r.mass_GeV < 1 ? [0.98, 1.08] : [0.72, 1.03]),
      ),
    ).toEqual([]);
  });
});

describe("the phase-space integral", () => {
  it("is 1 for massless particles and the muon's function for one mass", () => {
    expect(off(threeBodyIntegral(0, 0, 0), 1)).toBeLessThan(1e-9);
    for (const y of [0.01, 0.06, 0.3]) {
      const x = y * y;
      const muon = 1 - 8 * x + 8 * x ** 3 - x ** 4 - 12 * x * x * Math.log(x);
      for (const got of [threeBodyIntegral(y, 0, 0), threeBodyIntegral(0, y, 0), threeBodyIntegral(0, 0, y)]) {
        expect(off(got, muon)).toBeLessThan(1e-8);
      }
    }
  });

  it("is symmetric in its arguments", () => {
    const [a, b, c] = [0.1, 0.25, 0.4];
    const all = [
      threeBodyIntegral(a, b, c),
      threeBodyIntegral(b, c, a),
      threeBodyIntegral(c, a, b),
      threeBodyIntegral(b, a, c),
    ];
    for (const got of all) expect(off(got, all[0])).toBeLessThan(1e-8);
  });
});

describe("Dirac and Majorana", () => {
  it("a Majorana N is twice as wide, with the same fractions summed over charges", () => {
    for (const mass of [0.1, 0.5, 2, 4]) {
      const m = hnl({ mass, mixing: { mu: 1e-6, e: 1e-7 }, nature: "majorana" });
      const d = hnl({ mass, mixing: { mu: 1e-6, e: 1e-7 }, nature: "dirac" });
      expect(off(m.width(), 2 * d.width())).toBeLessThan(1e-12);
      expect(Math.abs(m.branchingFraction("mu pi") - d.branchingFraction("mu pi"))).toBeLessThan(1e-12);
    }
  });

  it("a Dirac N has no channel with the lepton of the other charge", () => {
    const d = hnl({ mass: 1, mixing: { mu: 1 }, nature: "dirac" });
    expect(() => d.width("mu+ pi- ")).not.toThrow(); // spelled alike: the one there is
    expect(d.channels().some((c) => c.name === "mu+ pi-")).toBe(false);
  });

  it("mu- e+ nu_e goes with U_mu, e- mu+ nu_mu with U_e", () => {
    const d = hnl({ mass: 1, mixing: { mu: 1 }, nature: "dirac" });
    expect(d.width("mu- e+ nu_e")).toBeGreaterThan(0);
    expect(d.width("e- mu+ nu_mu")).toBe(0);
  });

  it.each([
    [{ mass: 1, mixing: { e: 1.5 }, nature: "dirac" as const }, "hnl: mixing.e must be in [0, 1], got 1.5"],
    [{ mass: 1, mixing: {}, nature: "dirac" as const }, "hnl: mixing must not be 0 for all flavours, got 0"],
    [{ mass: 0, mixing: { e: 1 }, nature: "dirac" as const }, "hnl: mass must be finite and > 0 GeV, got 0"],
    [{ mass: 1, mixing: { e: 1 }, nature: "weyl" as "dirac" }, 'hnl: nature must be "majorana" or "dirac", got weyl'],
    [
      { mass: 1, mixing: { e: 1 }, nature: "dirac" as const, productionMixing: { tau: -1 } },
      "hnl: productionMixing.tau must be in [0, 1], got -1",
    ],
  ])("%o throws", (parameters, message) => {
    expect(() => hnl(parameters)).toThrow(message);
  });
});

it("holds every row of its tables against something, but for those listed", () => {
  expect(
    unlisted([
      [/^hnlcalc_decay_U\w+ \w+ [udscb] ~[udscb]/, 263, "quark pairs without a QCD factor, held through the totals"],
      [/^hnlcalc_decay_U\w+ \w+ 3had/, 9, "left-over hadrons below a tenth of the width, held through the totals"],
      [/^alpinist_hnl_U\w+ PiPi/, 37, "two pions next to threshold, where the width of the rho matters"],
    ]),
  ).toEqual([]);
});
