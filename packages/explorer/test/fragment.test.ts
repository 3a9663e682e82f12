import { published } from "@belladonna/limits";
import { planes } from "@belladonna/limits/plot";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandNames } from "../src/state/band-names.js";
import { dataMark } from "../src/state/data-mark.js";
import { fromFragment, toFragment } from "../src/state/fragment.js";
import { defaults, fourDigits } from "../src/state/state.js";
import type { State } from "../src/state/state.js";

const positive = fc.double({ min: 1e-12, max: 1e5, noNaN: true }).map(fourDigits);
const domain = fc.option(
  fc.tuple(positive, positive).filter(([a, b]) => a < b),
  { nil: undefined },
);
const ids = published.find({ unverified: true, redigitisations: true }).map((e) => e.id);
const states: fc.Arbitrary<State> = fc.record({
  plane: fc.constantFrom(...planes.map((p) => p.id)),
  mass: positive,
  coupling: positive,
  luminosity: positive,
  regime: fc.constantFrom("background-limited" as const, "background-free" as const, "displaced-lower-edge" as const),
  to: fc.constantFrom("", "B-L", "Lmu-Ltau Z'", "ALP, photons"),
  hide: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
  bands: fc.uniqueArray(fc.constantFrom(...bandNames)),
  pins: fc.array(fc.record({ mass: positive, coupling: positive }), { maxLength: 5 }),
  x: domain,
  y: domain,
  own: fc.constantFrom("", "eJyrVkrLz1eyUkpKLFKqBQA5pAZO_-"),
  event: fc.nat(1e6),
  line: fc.constantFrom("", "hie", "stt", "1_track_q==0_p0.8"),
  expression: fc.constantFrom("", "t2 >= 2 & !(bha_veto | veto)", "clst < 3"),
  seed: fc.nat(1e6),
  lesson: fc.constantFrom("", "dark-photon-2"),
  unknown: fc.uniqueArray(
    fc.tuple(
      fc.string({ minLength: 1 }).map((s) => `z${s}`),
      fc.string(),
    ),
    { maxLength: 3, selector: ([key]) => key },
  ),
});

describe("a link", () => {
  it("says a state, and gives the same state back", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { state: back, problems, data } = fromFragment(`#${toFragment(state, "3f2a")}`);
        expect(problems).toEqual([]);
        expect(data).toBe("3f2a");
        expect(back).toEqual(state);
      }),
    );
  });

  it("leaves out what is as by default, and stays readable", () => {
    expect(toFragment(defaults("dark-photon-visible"), "3f2a")).toBe("v=1&plane=dark-photon-visible&data=3f2a");
    const state = { ...defaults("b-minus-l"), mass: 0.3, coupling: 5e-4, to: "B-L" };
    expect(toFragment(state, "3f2a")).toBe("v=1&plane=b-minus-l&m=0.3&g=0.0005&to=B-L&data=3f2a");
  });

  it.each([
    ["m", "-1"],
    ["m", "NaN"],
    ["g", "0"],
    ["plane", "none"],
    ["L", "1e999"],
    ["pins", "1~2~3"],
    ["pins", "1"],
    ["x", "5~1"],
    ["hide", "no-such-limit"],
    ["regime", "hopeful"],
    ["ev", "1.5"],
    ["own", "<script>"],
    ["m", "%E0%A4%A"],
  ])("that says %s=%s is told so, and gives the default", (key, text) => {
    const { state, problems } = fromFragment(`v=1&${key}=${text}`);
    expect(problems.map((p) => p.key)).toEqual([key]);
    expect({ ...state, unknown: [] }).toEqual(defaults());
  });

  it("of any text at all gives a state", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webFragments()), (text) => {
        const { state } = fromFragment(text);
        expect(planes.map((p) => p.id)).toContain(state.plane);
        expect(state.mass).toBeGreaterThanOrEqual(0);
        expect(state.coupling).toBeGreaterThan(0);
      }),
    );
  });

  it("keeps what this page does not know", () => {
    const { state } = fromFragment("v=2&plane=alp-w&theory=new%20one");
    expect(state.unknown).toEqual([["theory", "new one"]]);
    expect(toFragment(state, "3f2a")).toContain("theory=new%20one");
  });
});

// Links that were made once: they open for ever.
const kept: readonly (readonly [link: string, state: Partial<State>])[] = [
  [
    "#v=1&plane=dark-photon-visible&m=0.3&g=5e-4&data=3f2a",
    { plane: "dark-photon-visible", mass: 0.3, coupling: 5e-4 },
  ],
  [
    "#v=1&plane=dark-photon-visible&m=0.3&g=5e-4&L=424&to=B-L&hide=KLOE_2013_phi_eta_ee&ev=7&line=stt&seed=1&data=3f2a",
    { luminosity: 424, to: "B-L", hide: ["KLOE_2013_phi_eta_ee"], event: 7, line: "stt", seed: 1 },
  ],
  [
    "#v=1&plane=z-prime&pins=0.3~0.001_1~0.01&x=0.1~3",
    {
      pins: [
        { mass: 0.3, coupling: 1e-3 },
        { mass: 1, coupling: 0.01 },
      ],
      x: [0.1, 3],
    },
  ],
  [
    "#v=1&plane=dark-photon-invisible&m=0.3&bands=mu2020,relic0.5",
    { plane: "dark-photon-invisible", bands: ["mu2020", "relic0.5"] },
  ],
];

describe("old links", () => {
  it.each(kept)("%s opens", (link, expected) => {
    const { state, problems } = fromFragment(link);
    expect(problems).toEqual([]);
    expect(state).toMatchObject(expected);
  });
});

describe("the mark of the bundled limits", () => {
  it("is four digits, the same each time", () => {
    expect(dataMark()).toMatch(/^[0-9a-f]{4}$/);
    expect(dataMark()).toBe(dataMark());
  });
});
