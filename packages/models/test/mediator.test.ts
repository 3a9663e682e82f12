import { describe, expect, it } from "vitest";
import { alp, constants, darkPhoton, mediator, zPrime } from "../src/index.js";
import { bibtex, citationText, references } from "@belladonna/sources";
import { loopCharge } from "../src/widths/loop-mixing.js";

const relative = (got: number, want: number): number => Math.abs(got / want - 1);

describe("a mediator", () => {
  const prime = zPrime({ mass: 1, gPrime: 1e-3 });

  it("takes a channel by name, by object and by the spellings in use", () => {
    const width = prime.width("mu+ mu-");
    expect(width).toBeGreaterThan(0);
    for (const name of ["mu mu", "mumu", "mu_mu"]) expect(prime.width(name)).toBe(width);
    const muons = prime.channels().find((c) => c.name === "mu+ mu-");
    expect(muons === undefined ? 0 : prime.width(muons)).toBe(width);
  });

  it("sums a group of channels", () => {
    expect(prime.width("invisible") + prime.width("visible")).toBeCloseTo(prime.width(), 18);
  });

  it("names the channels it has when asked for one it has not", () => {
    expect(() => prime.width("W+ W-")).toThrow(/^Lmu-Ltau Z': channel must be one of .*"mu\+ mu-".*got "W\+ W-"/);
  });

  it("lives for hbar c over its width", () => {
    expect(relative(prime.ctau * prime.width(), constants.hbarC.value)).toBeLessThan(1e-14);
  });

  it("is stable with fractions 0 when nothing is open", () => {
    const closed = mediator({ name: "x", kind: "scalar", mass: 1, couplings: {}, channels: () => [] });
    expect(closed.ctau).toBe(Infinity);
    expect(closed.branchingFraction("hadrons")).toBe(0);
  });

  it("says of every paper and constant whether it was compared with a record: 30 of 42 papers", () => {
    const papers = Object.entries(references);
    for (const [key, paper] of papers) expect(paper.key).toBe(key);
    const standings = papers.map(([, { standing }]) => standing);
    expect(standings.every((standing) => standing === "read" || standing === "recalled")).toBe(true);
    expect(standings.filter((standing) => standing === "read").length).toBe(30);
    expect(papers.length).toBe(42);
    const recalled = Object.entries(constants).flatMap(([name, c]) => (c.standing === "recalled" ? [name] : []));
    expect(recalled).toEqual(["fBc", "gDStar", "tauMu", "tauDs", "bottomOverStrange"]);
    const derived = Object.entries(constants).flatMap(([name, c]) => (c.standing === "derived" ? [name] : []));
    expect(derived).toEqual(["vtb", "gKstar", "runningTopMass", "ownTopMass"]);
    const others = Object.values(constants).filter((c) => c.standing === "published");
    expect(others.length + recalled.length + derived.length).toBe(Object.keys(constants).length);
  });

  it("cites the papers of its open channels as BibTeX and as text", () => {
    const keys = darkPhoton({ mass: 1e-3, epsilon: 1e-3 }).citations.map((c) => c.key);
    expect(keys).toContain("McDermott2018");
    const [first] = alp({ mass: 1, gPhoton: 1 }).citations;
    expect(bibtex(first)).toMatch(/^@article\{Dolan2017,\n {2}author = \{Dolan, M\. J\./);
    expect(bibtex(references.Kroll1955)).toMatch(/^% written from memory.*\n@article\{Kroll1955,/);
    expect(citationText(first)).toMatch(/JHEP 12, 094 \(2017\), arXiv:1709\.00009$/);
  });
});

describe("the loop-induced charge of Lmu-Ltau", () => {
  // mpmath quadrature of arXiv:2006.11225 eq. (7) with alpha = 1/137.035999084, m_tau = 1.77693, eight digits.
  it.each([
    [1e-9, 4.3706658e-3],
    [0.1, 4.5242913e-3],
    [0.2, 5.5011808e-3],
    [1, 3.2681367e-3],
    [3, 2.4414697e-3],
  ])("at q = %d GeV is %d", (q, want) => {
    expect(relative(Math.hypot(...loopCharge(q * q, "mu", "tau")), want)).toBeLessThan(2e-8);
  });

  it("does not jump where the series hands over to the closed form", () => {
    const m = 0.1056583755;
    const [below, above] = [0.999999, 1.000001].map((y) => loopCharge(y * m * m, "mu", "tau")[0]);
    expect(relative(below, above)).toBeLessThan(1e-6);
  });
});

describe("bad input", () => {
  it.each([
    [() => darkPhoton({ mass: -1, epsilon: 1e-3 }), "darkPhoton: mass must be finite and > 0 GeV, got -1"],
    [() => darkPhoton({ mass: 1, epsilon: 2 }), "darkPhoton: epsilon must be non-zero and at most 1 in size, got 2"],
    [() => darkPhoton({ mass: 1, epsilon: 0 }), "darkPhoton: epsilon must be non-zero and at most 1 in size, got 0"],
    [() => zPrime({ mass: NaN, gPrime: 1e-3 }), "zPrime: mass must be finite and > 0 GeV, got NaN"],
    [() => alp({ mass: 1 }), "alp: at least one coupling must be given, got none"],
    [
      () => zPrime({ mass: 1, gPrime: 1, dark: { mass: -1, alphaD: 0.1 } }),
      `zPrime: dark.mass must be in [0, ${String(Number.MAX_VALUE)}], got -1`,
    ],
  ])("%s", (make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });
});
