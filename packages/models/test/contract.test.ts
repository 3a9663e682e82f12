// What every portal promises, on every entry of the registry.
import { particle } from "@belladonna/kinematics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bibtex, citationText } from "@belladonna/sources";
import { mediatorId, portals, type PartialWidth, type Mediator } from "../src/index.js";

const HBAR_C = 1.973269804e-14;

/** 400 masses from 0.5 MeV to 11 GeV, and a picometre around every threshold of stable particles. */
const grid = ((): number[] => {
  const masses = Array.from({ length: 400 }, (_, i) => 5e-4 * (11 / 5e-4) ** (i / 399));
  for (const id of [11, 13, 15, 111, 211, 311, 321, 421, 411, 431, 521, 223, 333, 443]) {
    const m = particle(id).mass;
    for (const sum of [m, 2 * m, m + particle(211).mass, m + particle(13).mass]) {
      masses.push(sum, sum * (1 - 1e-12), sum * (1 + 1e-12));
    }
  }
  return masses;
})();

// Broad or unlisted products say nothing about a threshold: quarks, gluons, dark matter, resonances that decay off shell.
const broad = new Set([113, 213, 313, 323, 223, 333, 51, 52, 21, mediatorId({ kind: "vector" })]);
const threshold = (c: PartialWidth): number =>
  c.products.some((id) => Math.abs(id) <= 6 || broad.has(Math.abs(id)))
    ? 0
    : c.products.reduce((sum, id) => sum + particle(Math.abs(id)).mass, 0);

const faults = (m: Mediator): string[] => {
  const bad: string[] = [];
  const channels = m.channels();
  const total = m.width();
  const say = (what: string): void => void bad.push(`${String(m.mass)}: ${what}`);
  for (const c of channels) {
    if (!(c.width >= 0 && Number.isFinite(c.width))) say(`${c.name} has width ${String(c.width)}`);
    if (c.width > 0 && m.mass < threshold(c) * (1 - 1e-9)) say(`${c.name} is open below its threshold`);
    if (!(c.spread[0] <= 1 && c.spread[1] >= 1 && c.spread[0] >= 0)) say(`${c.name} has spread ${String(c.spread)}`);
    if (c.width > 0 && !m.citations.some(({ key }) => key === c.source.key)) say(`${c.name} is not cited`);
  }
  const sum = channels.reduce((s, c) => s + m.branchingFraction(c), 0);
  if (Math.abs(sum - (total > 0 ? 1 : 0)) > 1e-12) say(`fractions sum to ${String(sum)}`);
  const groups = m.width("visible") + m.width("invisible") + m.width("dark");
  if (Math.abs(groups - total) > 1e-12 * total) say("groups do not add up to the total");
  if (total === 0 ? m.ctau !== Infinity : Math.abs((m.ctau * total) / HBAR_C - 1) > 1e-8)
    say("ctau is not hbar c/Gamma");
  return bad;
};

describe.each(portals)("$name", ({ name, make, power, typical }) => {
  it("has finite widths >= 0 that open at threshold, fractions that sum to 1, and cites each channel, on the grid", () => {
    expect(grid.flatMap((mass) => faults(make(mass, typical)))).toEqual([]);
  });

  it("scales every width with its power of the coupling", () => {
    for (const mass of [0.005, 0.3, 0.77, 1.6, 2.5, 4, 10]) {
      const channels = make(mass, typical).channels();
      const halves = make(mass, typical / 2).channels();
      for (const [i, c] of channels.entries()) {
        // the virtual dark photon of a dark Higgs carries its own width in the propagator
        expect(halves[i].width / (c.width * 0.5 ** power || 1)).toBeCloseTo(c.width > 0 ? 1 : 0, 9);
      }
    }
  });

  it("takes any mass and coupling without a NaN", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 12, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (m, c) => {
          expect(faults(make(m, typical * c))).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 20261123 },
    );
  });

  it("names its channels once, is frozen, and prints its papers", () => {
    const mediator = make(1, typical);
    const names = mediator.channels().map((c) => c.name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.isFrozen(mediator)).toBe(true);
    expect(mediator.citations.length + (mediator.ctau === Infinity ? 1 : 0)).toBeGreaterThan(0);
    for (const paper of mediator.citations) {
      expect(bibtex(paper)).toContain(`@article{${paper.key},`);
      expect(citationText(paper)).toContain(String(paper.year));
    }
    expect(JSON.parse(JSON.stringify(mediator.couplings))).toEqual(mediator.couplings);
  });

  it("refuses a mass that is not a positive number", () => {
    for (const mass of [0, -1, NaN, Infinity]) expect(() => make(mass, typical)).toThrow(/mass must be finite and > 0/);
    expect(name.length).toBeGreaterThan(0);
  });
});
