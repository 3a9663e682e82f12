import { describe, expect, it } from "vitest";
import { decayEvents, generate, qed, tauDecays, treeProcess } from "../src/index.js";
import type { DecayTable } from "../src/index.js";

const taus = treeProcess({ model: qed(), outgoing: [15, -15] });
const options = { sqrtS: 10.58, seed: 4 };

/** Leptonic decays of the tau with the bound of their dynamics times a factor. */
function withBound(factor: number): DecayTable {
  const table = tauDecays({ channels: ["mu nu nu"] });
  return {
    ...table,
    channels: table.channels.map((channel) => {
      const { dynamics } = channel;
      if (dynamics?.bound === undefined) throw new Error("the leptonic dynamics has a bound");
      return { ...channel, dynamics: { ...dynamics, bound: factor * dynamics.bound } };
    }),
  };
}

describe("the bound of a decay's dynamics", () => {
  it("is never exceeded when it is right", () => {
    expect(generate(taus, { ...options, events: 300, decays: [withBound(1)] }).overweightDecays).toBe(0);
    expect(generate(taus, { ...options, events: 10 }).overweightDecays).toBe(0);
  });

  it("is told to be exceeded when it is too low", () => {
    const { overweightDecays } = generate(taus, { ...options, events: 300, decays: [withBound(0.02)] });
    expect(overweightDecays).toBeGreaterThan(0.1);
    expect(overweightDecays).toBeLessThan(1);
    const events = generate(taus, { ...options, events: 300 });
    expect(decayEvents(events, { decays: [withBound(0.02)], seed: 1 }).overweightDecays).toBeGreaterThan(0.1);
    expect(decayEvents(events, { decays: [withBound(1)], seed: 1 }).overweightDecays).toBe(0);
  });

  it("ends the generation with its name when it is so high that nothing is accepted", () => {
    const run = () => generate(taus, { ...options, events: 3, decays: [withBound(1e12)] });
    expect(run).toThrow(
      /^decayer: bound of "mu nu nu" of 15 must be near the greatest value .*, got one of which 200000 tries reached \d\.\de-13$/,
    );
  });

  it.each([0, -1, NaN, Infinity])("is refused when it is %d", (factor) => {
    expect(() => generate(taus, { ...options, events: 3, decays: [withBound(factor)] })).toThrow(
      /bound of the dynamics of "mu nu nu" must be finite and > 0, got/,
    );
  });
});
