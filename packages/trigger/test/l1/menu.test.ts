import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bit,
  bitsOf,
  countSet,
  evaluate,
  l1ExpressionText,
  l1Menu,
  level1InputNames,
  namesSet,
  parseMenu,
  type L1Expression,
  type ParseError,
} from "../../src/index.js";
import reference from "../data/l1-menu.json";
import cases from "../data/l1-ftdl-cases.json";

interface Case {
  readonly in: readonly string[];
  readonly out: readonly string[];
}
const all: readonly Case[] = [...cases.signatures, ...cases.random];

describe("l1Menu", () => {
  it("has the inputs and lines of the firmware, in order", () => {
    expect(level1InputNames).toEqual(reference.inputs);
    expect(l1Menu.lines.map((l) => l.name)).toEqual(reference.outputs.map((o) => o.name));
    expect(l1Menu.lines).toHaveLength(175);
  });

  it("is the same menu when parsed from bit number, name and logic", () => {
    const text = reference.outputs.map((o) => `${o.bit} ${o.name} ${o.logic}`).join("\n");
    const strip = (menu: typeof l1Menu): string[] => menu.lines.map((l) => l1ExpressionText(l.logic));
    expect(strip(parseMenu(text))).toEqual(strip(l1Menu));
  });

  it("decides all 129 cases as the firmware does, one by one", () => {
    expect(all).toHaveLength(129);
    for (const { in: input, out } of all) expect(evaluate(l1Menu, input)).toEqual(out);
  });

  it("decides all 129 cases in columns", () => {
    const out = evaluate(
      l1Menu,
      bitsOf(
        level1InputNames,
        all.map((c) => c.in),
      ),
    );
    all.forEach((c, i) => {
      expect(namesSet(out, i)).toEqual(c.out);
    });
    expect(countSet(out, "ffo")).toBe(all.filter((c) => c.out.includes("ffo")).length);
    expect(bit(out, "ffo", 4)).toBe(all[4].out.includes("ffo"));
  });
});

/** What a line does, computed the slow way. */
function holds(e: L1Expression, set: ReadonlySet<string>): boolean {
  switch (e.kind) {
    case "bit":
      return set.has(e.name);
    case "not":
      return !holds(e.of, set);
    case "and":
      return e.of.every((o) => holds(o, set));
    case "or":
      return e.of.some((o) => holds(o, set));
    case "counter": {
      const n = [0, 1, 2, 3].reduce((sum, k) => sum + (set.has(`${e.name}_${k}`) ? 2 ** k : 0), 0);
      const v = e.value;
      return { "<": n < v, "<=": n <= v, "==": n === v, "!=": n !== v, ">=": n >= v, ">": n > v }[e.comparison];
    }
  }
}

const leaf = fc.oneof(
  fc.constantFrom("a", "b", "c", "d"),
  fc
    .tuple(fc.constantFrom("<", "<=", "==", "=", "!=", ">=", ">"), fc.integer({ min: 0, max: 17 }))
    .map(([op, v]) => `clst ${op} ${v}`),
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    tie("expression").map((e) => `!(${e})`),
    fc
      .tuple(tie("expression"), fc.constantFrom(" and ", "&", " or ", " | ", " && "), tie("expression"))
      .map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(tie("expression"), fc.constantFrom(" and ", " or "), tie("expression")).map((e) => e.join("")),
  ),
}));
const inputs = ["a", "b", "c", "d", "clst_0", "clst_1", "clst_2", "clst_3"];

describe("a menu", () => {
  it("evaluates to what its tree says, on any events and any logic", () => {
    fc.assert(
      fc.property(expression, fc.array(fc.subarray(inputs), { maxLength: 100 }), (logic, events) => {
        const menu = parseMenu(`x = ${logic}`, inputs);
        const out = evaluate(menu, bitsOf(inputs, events));
        events.forEach((event, i) => {
          expect(bit(out, "x", i)).toBe(holds(menu.lines[0].logic, new Set(event)));
        });
        // No bit beyond the last event.
        expect(countSet(out, "x")).toBe(events.filter((event) => holds(menu.lines[0].logic, new Set(event))).length);
      }),
    );
  });

  it("is the same after printing and parsing", () => {
    fc.assert(
      fc.property(expression, (logic) => {
        const text = l1ExpressionText(parseMenu(`x = ${logic}`, inputs).lines[0].logic);
        expect(l1ExpressionText(parseMenu(`x : ${text}`, inputs).lines[0].logic)).toBe(text);
      }),
    );
  });

  it("counts one-hot bits, where the last stands for more", () => {
    const fires = (logic: string, set: string[]): boolean => evaluate(parseMenu(`x = ${logic}`), set).length === 1;
    const t2 = ["t2_0", "t2_1", "t2_2", "t2_3"];
    expect(t2.map((b) => fires("t2 >= 2", [b]))).toEqual([false, true, true, true]);
    expect(t2.map((b) => fires("t2 = 3", [b]))).toEqual([false, false, true, false]);
    expect(t2.map((b) => fires("t2 > 3", [b]))).toEqual([false, false, false, true]);
    expect([fires("t2 < 2", []), fires("t2 < 2", ["t2_0"]), fires("t2 < 2", ["t2_1"]), fires("t2 != 0", [])]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(() => parseMenu("x = t2 > 4")).toThrow(
      "parseMenu: line 1, column 5: the counter t2 cannot tell more than 3 apart from more",
    );
  });

  it("takes comments, empty lines, numbers, colons and prescales", () => {
    const menu = parseMenu("# mine\n\n7 one : a & !b prescale 20 # every twentieth\ntwo a or b\n", inputs);
    expect(menu.lines.map((l) => [l.name, l.prescale, l.line])).toEqual([
      ["one", 20, 3],
      ["two", 1, 4],
    ]);
  });

  it("wants all its inputs among the bits", () => {
    expect(() => evaluate(l1Menu, bitsOf(["t2_0"], []))).toThrow("evaluate: the bits have no input t3_0");
    expect(() => evaluate(l1Menu, ["nonsense"])).toThrow("bitsOf: event 0 sets nonsense, which is not among the names");
  });
});

describe("parseMenu", () => {
  it.each([
    ["x = a and", 1, 10, 'expected an input bit, "not" or "(", found the end'],
    ["ok = a\nx = (a or b", 2, 12, 'expected ")", found the end'],
    ["x = a b", 1, 7, 'expected "and", "or", "prescale" or the end of the line, found "b"'],
    ["x = a\ny = q", 2, 5, "there is no input bit named q"],
    ["x = a > 1", 1, 5, "there is no counter named a"],
    ["x = a\nx = b", 2, 1, "a second line named x"],
    ["x = a $ b", 1, 7, 'unexpected character "$"'],
    ["x = clst > 1.5", 1, 12, 'expected a whole number, found "1.5"'],
    ["x = a prescale -1", 1, 16, 'expected a prescale, a whole number below 1000000000, found "-"'],
    ["and = a", 1, 1, 'expected the name of a line, found "and"'],
    [`x = ${"(".repeat(1000)}`, 1, 206, 'expected at most 200 nested parentheses and negations, found "("'],
  ])("says where %j is wrong", (text, line, column, what) => {
    let error: ParseError | undefined;
    try {
      parseMenu(text, inputs);
    } catch (e) {
      error = e as ParseError;
    }
    expect(error).toBeInstanceOf(SyntaxError);
    expect(error).toMatchObject({ line, column, message: `parseMenu: line ${line}, column ${column}: ${what}` });
  });

  const pieces = fc.constantFrom(
    "a",
    "b",
    "t2",
    "clst",
    "and",
    "or",
    "not",
    "!",
    "(",
    ")",
    "&",
    "|",
    "=",
    ":",
    ">",
    "<=",
    "1",
    "3.5",
    "prescale",
    "\n",
    " ",
    "#",
    "é",
    "$",
    "`",
    "constructor",
    "__proto__",
  );
  it("parses or fails with a place in the text, whatever the text, and runs none of it", () => {
    const check = (text: string): void => {
      try {
        parseMenu(text, inputs);
      } catch (e) {
        const { line, column } = e as ParseError;
        expect(e).toBeInstanceOf(SyntaxError);
        const lines = text.split("\n");
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
      }
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), check), { numRuns: 2000 });
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }).map((p) => p.join(" ")),
        check,
      ),
      { numRuns: 5000 },
    );
  });

  it("takes a menu of ten thousand lines and an expression of a hundred thousand bits in a moment", () => {
    const many = parseMenu(
      Array.from({ length: 10_000 }, (_, i) => `l${i} = a and !b or clst > ${i % 15}`).join("\n"),
      inputs,
    );
    expect(many.lines).toHaveLength(10_000);
    // The same conditions are computed once.
    expect(many.program.code.length / 3).toBeLessThan(300);
    expect(
      evaluate(parseMenu(`x = ${Array.from({ length: 100_000 }, () => "a").join(" or ")}`, inputs), ["a"]),
    ).toEqual(["x"]);
  });
});
