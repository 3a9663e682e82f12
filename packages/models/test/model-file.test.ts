import { describe, expect, it } from "vitest";
import mixed from "../../../examples/models/cp-mixed-scalar.json?raw";
import flavoured from "../../../examples/models/flavoured-z-prime.json?raw";
import inelastic from "../../../examples/models/inelastic-dark-photon.json?raw";
import { expression } from "../src/model-file/expression.js";
import { parseModelFile } from "../src/file.js";
import { darkPhoton, vectorMediator } from "../src/index.js";
import { alpToPhotons, pseudoscalarToFermions, scalarToFermions } from "../src/widths.js";

const examples = {
  "flavoured-z-prime": flavoured,
  "cp-mixed-scalar": mixed,
  "inelastic-dark-photon": inelastic,
} as const;
const read = (name: keyof typeof examples): string => examples[name];
const MU = 0.1056583755;
const off = (a: number, b: number): number => Math.abs(a / b - 1);

describe("an expression", () => {
  const at = (text: string): number => expression(text, ["x", "y"]).value({ x: 3, y: 4 });

  it.each([
    ["1 + 2*x", 7],
    ["-(x**2)", -9],
    ["2**x**2", 512],
    ["sqrt(x*x + y*y)", 5],
    ["kallen(x, y, 1)", 3 ** 2 + 4 ** 2 + 1 - 2 * (12 + 4 + 3)],
    ["x > y ? 1/0 : min(x, y)/2", 1.5],
    ["(x <= 3) + (y >= 5)", 1],
    ["1e-3*x", 3e-3],
  ])("%s is %d", (text, value) => {
    expect(at(text)).toBeCloseTo(value, 12);
  });

  it("names what it reads, and reads nothing else", () => {
    expect(expression("x + x*2", ["x", "y"]).names).toEqual(["x"]);
    expect(() => expression("z", ["x"])).toThrow('must use only x, got "z" in "z"');
    expect(() => expression("globalThis", ["x"])).toThrow(/must use only x/);
    expect(() => expression("x.constructor", ["x"])).toThrow(/must be made of numbers/);
    expect(() => expression("toString(x)", ["x"])).toThrow(/must be made of numbers/);
    expect(() => expression("x ^ 2", ["x"])).toThrow(/must be made of numbers/);
    expect(() => expression("x; x", ["x"])).toThrow(/must be made of numbers/);
    expect(() => expression("'a'", ["x"])).toThrow(/must have numbers only/);
    expect(() => expression("sqrt(x, x)", ["x"])).toThrow(/must give sqrt 1 numbers, got 2/);
    expect(() => expression("-x**2", ["x"])).toThrow(/must say what is raised to a power/);
    expect(() => expression("2 +", ["x"])).toThrow(/must be an expression/);
  });
});

describe("a flavoured Z'", () => {
  const model = parseModelFile(read("flavoured-z-prime"));

  it("is the vector of its charges, with the flavour-changing width beside", () => {
    const ours = model.make(5, 1e-3);
    const charges = { mu: 1, numu: 1, tau: -0.5, nutau: -0.5 };
    const theirs = vectorMediator({ mass: 5, coupling: 1e-3, charges });
    for (const name of ["mu+ mu-", "tau+ tau-", "numu numubar", "nutau nutaubar"]) {
      expect(off(ours.width(name), theirs.width(name)), name).toBeLessThan(1e-12);
    }
    // Far above both masses each order of e μ is a pair of coupling 0.1 g: twice a hundredth of μμ; terms in m_μ² are 1e-3.
    expect(off(ours.width("e mu"), 0.02 * ours.width("mu+ mu-"))).toBeLessThan(1e-3);
    expect(model.make(0.1, 1e-3).width("e mu")).toBe(0);
    expect(ours.couplings.vector).toEqual({ mu: 1e-3, numu: 1e-3, tau: -5e-4, nutau: -5e-4 });
  });

  it("goes as the square of its coupling, as it says", () => {
    expect(model.power).toBe(2);
    expect(off(model.make(2, 2e-3).width(), 4 * model.make(2, 1e-3).width())).toBeLessThan(1e-12);
  });
});

describe("a CP-mixed scalar", () => {
  const model = parseModelFile(read("cp-mixed-scalar"));

  it("has both widths to muons, that to photons, and hadrons of its table", () => {
    const ours = model.make(1, 1e-2);
    const [even, odd] = [1e-2 * Math.cos(Math.PI / 6), 1e-2 * Math.sin(Math.PI / 6)];
    expect(off(ours.width("mu+ mu-"), scalarToFermions(1, MU, even) + pseudoscalarToFermions(1, MU, odd))).toBeLessThan(
      1e-12,
    );
    expect(off(ours.width("gamma gamma"), alpToPhotons(1, 1e-2 * odd))).toBeLessThan(1e-12);
    expect(off(ours.width("hadrons"), 2e-3 * even * even)).toBeLessThan(1e-12);
    // Between rows straight in the logarithms, outside none.
    expect(off(model.make(Math.sqrt(3), 1e-2).width("hadrons"), Math.sqrt(2e-3 * 1e-2) * even * even)).toBeLessThan(
      1e-12,
    );
    expect(model.make(0.25, 1e-2).width("hadrons")).toBe(0);
    expect(Object.keys(ours.couplings).sort()).toEqual(["photon", "pseudoscalar", "scalar"]);
  });
});

describe("a dark photon with inelastic matter", () => {
  const model = parseModelFile(read("inelastic-dark-photon"));

  it("has the widths of the portal with the same matter", () => {
    for (const mass of [0.3, 3, 9]) {
      const dark = { kind: "inelastic", alphaD: 0.1, mass: mass / 3, splitting: 0.1 } as const;
      const [ours, theirs] = [model.make(mass, 1e-3), darkPhoton({ mass, epsilon: 1e-3, dark })];
      for (const name of ["chi1 chi2", "e+ e-", "mu+ mu-", "hadrons"]) {
        // The charge in the file has eight digits.
        const [a, b] = [ours.width(name), theirs.width(name)];
        expect(Math.abs(a - b), `${name}, ${mass} GeV`).toBeLessThanOrEqual(1e-7 * b);
      }
    }
  });

  it("tells fields and vertices as numbers", () => {
    const { fields, vertices } = model.content(3, 1e-3);
    expect(fields.map(({ name, mass }) => [name, Number(mass.toFixed(12))])).toEqual([
      ["chi1", 1],
      ["chi2", 1.1],
    ]);
    const last = vertices.at(-1);
    expect(last).toMatchObject({ kind: "vector", fermions: ["chi1", "chi2"], boson: "mediator" });
    expect(off(last?.coupling ?? 0, Math.sqrt(0.4 * Math.PI))).toBeLessThan(1e-12);
  });
});

describe("a model file", () => {
  const good = `{
  "format": "belladonna-model/1",
  "name": "mine",
  "mediator": { "kind": "vector" },
  "coupling": { "name": "g", "typical": 1e-3 },
  "parameters": { "x": 2, "y": "x*mass" },
  "vertices": [
    { "kind": "vector", "fermions": ["tau", "tau"], "coupling": "g*x" }
  ],
  "widths": [
    { "channel": "chi chi", "group": "invisible", "formula": "g**2*mass" }
  ]
}`;

  it("is read", () => {
    expect(
      off(
        parseModelFile(good).make(10, 1e-3).width("tau+ tau-"),
        vectorMediator({ mass: 10, coupling: 2e-3, charges: { tau: 1 } }).width("tau+ tau-"),
      ),
    ).toBeLessThan(1e-12);
  });

  it.each([
    ['"name": "mine",', '"name": "mine"', /^my.json, line 4: must be JSON: CommaExpected/],
    ["belladonna-model/1", "ufo", /^my.json, line 2: format must be "belladonna-model\/1", got "ufo"/],
    ['"mine"', '"dark photon"', /^my.json, line 3: name must be none of a portal's, got "dark photon"/],
    [
      '"kind": "vector" },',
      '"kind": "vektor" },',
      /^my.json, line 4: mediator.kind must be one of vector, .*did you mean/,
    ],
    ['"typical": 1e-3', '"typical": 0', /^my.json, line 5: coupling.typical must be > 0, got 0/],
    ['"x": 2', '"mass": 2', /^my.json, line 6: parameters.mass must have a name of its own, got "mass"/],
    ["x*mass", "z*mass", /^my.json, line 6: parameters.y must use only pi, mass, g, x, got "z"/],
    ["g*x", "g*x)", /^my.json, line 8: vertices\[0\].coupling must be an expression/],
    ['["tau", "tau"]', '["tau", "top"]', /^my.json, line 8: vertices\[0\].fermions\[1\] must be one of e, .*got "top"/],
    [
      '"kind": "vector", "fermions"',
      '"kind": "scalar", "fermions"',
      /^my.json, line 8: vertices\[0\].kind must fit a vector/,
    ],
    ['"formula"', '"formel"', /^my.json, line 11: widths\[0\].formel must be one of/],
    [
      '"formula": "g**2*mass"',
      '"table": [[2, 1], [1, 1]]',
      /^my.json, line 11: widths\[0\].table\[1\] must be \[mass, width\]/,
    ],
    [', "formula": "g**2*mass"', "", /^my.json, line 11: widths\[0\] must have either formula or table, got/],
    ['"name": "mine",', "", /^my.json, line 1: name must be there, got nothing/],
    [', "fermions": ["tau", "tau"]', "", /^my.json, line 8: vertices\[0\].fermions must be there/],
    ['"coupling": "g*x"', '"coupling": [1]', /vertices\[0\].coupling must be a number, or an expression, got \[1\]/],
    [
      '"coupling": "g*x"',
      '"vector": "photon", "coupling": 1',
      /vertices\[0\].vector must be left out beside this kind/,
    ],
    ['"coupling": "g*x"', '"boson": "phton", "coupling": 1', /boson must be one of mediator, .*did you mean "?photon/],
    ["invisible", "unseen", /^my.json, line 11: widths\[0\].group must be one of leptons/],
  ])("says the line of what is wrong: %s as %s", (right, wrong, message) => {
    expect(good).toContain(right);
    expect(() => parseModelFile(good.replace(right, wrong), "my.json")).toThrow(message);
  });

  it("says the line of a number that is none at a point", () => {
    const infinite = parseModelFile(good.replace("x*mass", "1/(mass - 1)"), "my.json");
    expect(() => infinite.make(1, 1e-3)).toThrow(
      /^my.json, line 6: parameters.y must be finite at mass 1 GeV and g 0.001/,
    );
    const negative = parseModelFile(good.replace("g**2*mass", "-mass"), "my.json");
    expect(() => negative.make(1, 1e-3).width()).toThrow(/^my.json, line 11: widths\[0\] must not be negative/);
  });

  it("asks for the hadrons of a spinless mediator with quarks", () => {
    const scalar = good
      .replace('"kind": "vector" },', '"kind": "scalar" },')
      .replace('"kind": "vector", "fermions": ["tau", "tau"]', '"kind": "scalar", "fermions": ["s", "s"]');
    expect(() => parseModelFile(scalar, "my.json")).toThrow(/line 8: vertices\[0\] must have a width of group hadrons/);
  });
});
