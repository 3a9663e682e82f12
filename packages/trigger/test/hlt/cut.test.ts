import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutMask,
  evaluateCut,
  hltMenu,
  parseCut,
  parseHltMenu,
  type CutExpression,
  type ParseError,
} from "../../src/index.js";
import { BLOCK, compileCuts, newRegisters, runCuts } from "../../src/hlt/cut-program.js";
import reference from "../data/hlt-menu.json";

const value = (text: string, variables: Record<string, number> = {}): number => evaluateCut(parseCut(text), variables);

describe("parseCut", () => {
  it.each([
    ["1 == 1", 1],
    ["-1 == 1", 0],
    ["2 + 3 * 4 - 6 / 2", 11],
    ["(2 + 3) * -4", -20],
    ["1 < 2 < 3", 1],
    ["1 < 3 < 2", 0],
    ["not 1 == 2", 1],
    ["not 0 and 0", 0],
    ["1 or 0 and 0", 1],
    ["[1 or 0] and 0", 0],
    ["!(2 > 1) || 1e3 >= 1000.", 1],
    ["1 != 1 & 1", 0],
    [".5 <= 0.5", 1],
    ["1\n and\n 2 > 1", 1],
    // Powers bind their exponent first and stronger than a sign before them, as in Python and basf2.
    ["2 ** 3 ** 2", 512],
    ["-2 ** 2", -4],
    ["2 ** -1", 0.5],
    ["2 ^ 3 * 2", 16],
    ["(-2) ** 2", 4],
    ["abs(-3) + abs(2 - 4)", 5],
    ["-abs(-3)", -3],
    ["0x1F + 0XA", 41],
    ["True and not False", 1],
    ["1e308 < inf and -inf < 0", 1],
    ["nan == nan", 0],
    ["1 < 2 <= 2 < 3 != 4", 1],
    ["", 1],
    [" \n ", 1],
  ])("%j is %d", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it("holds for numbers that are neither zero nor undefined", () => {
    expect(value("x and 1", { x: -2 })).toBe(1);
    expect(value("not x", { x: Number.NaN })).toBe(1);
    for (const op of ["<", "<=", ">", ">=", "=="]) expect(value(`x ${op} 1`, { x: Number.NaN })).toBe(0);
    expect(value("x != 1", { x: Number.NaN })).toBe(1);
    expect(() => value("toString > 1")).toThrow("evaluateCut: there is no variable named toString");
  });

  it("lists the variables", () => {
    expect(parseCut("a > 1 and b == a or not c").variables).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["x > 1 and", 1, 10, 'expected a variable, a number, "not" or "(", found the end'],
    ["sqrt(x) > 1", 1, 1, 'expected a variable or the function "abs", found "sqrt"'],
    ["2 ** ", 1, 6, 'expected a variable, a number, "not" or "(", found the end'],
    ["a >", 1, 4, 'expected a variable, a number, "not" or "(", found the end'],
    ["(a > 1", 1, 7, 'expected ")", found the end'],
    ["[a > 1)", 1, 7, 'expected "]", found ")"'],
    ["a > 1 b", 1, 7, 'expected an operator or the end, found "b"'],
    ["a > 1\nand and", 2, 5, 'expected a variable, a number, "not" or "(", found "and"'],
    ["a = 1", 1, 3, 'expected an operator or the end, found "="'],
    ["a; b", 1, 2, 'unexpected character ";"'],
    ["-".repeat(500), 1, 202, 'expected at most 200 nested parentheses and signs, found "-"'],
  ])("says where %j is wrong", (text, line, column, what) => {
    let error: unknown;
    try {
      parseCut(text);
    } catch (e) {
      error = e;
    }
    expect(error).toMatchObject({ line, column, message: `parseCut: line ${line}, column ${column}: ${what}` });
  });

  const pieces = fc.constantFrom(
    "a",
    "b",
    "and",
    "or",
    "not",
    "(",
    ")",
    "[",
    "]",
    "+",
    "-",
    "*",
    "/",
    "<",
    ">=",
    "==",
    "1",
    "0.3",
    "2e5",
    "\n",
    " ",
    ";",
    "=>",
    "function",
    "`",
  );
  it("parses or fails with a place in the text, whatever the text, and runs none of it", () => {
    const check = (text: string): void => {
      try {
        value(text, { a: 1, b: 0 });
      } catch (e) {
        if (e instanceof RangeError) return;
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

  it("refuses a cut of more operators than any line needs", () => {
    expect(() => parseCut(Array.from({ length: 100_000 }, () => "1").join("+"))).toThrow("more than 2000 operators");
  });
});

const number = fc.constantFrom("0", "1", "2", "0.5", "3e1");
const { cut } = fc.letrec<{ cut: string }>((tie) => ({
  cut: fc.oneof(
    { depthSize: "small" },
    number,
    fc.constantFrom("x", "y", "z"),
    tie("cut").map((c) => `not (${c})`),
    tie("cut").map((c) => `-(${c})`),
    tie("cut").map((c) => `abs(${c})`),
    fc.constantFrom("inf", "True", "0x10", "nan"),
    fc
      .tuple(
        tie("cut"),
        fc.constantFrom("+", "-", "*", "/", "**", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or"),
        tie("cut"),
      )
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
}));

describe("compiled cuts", () => {
  it("give what the tree gives, for any cuts and values", () => {
    const values = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 1, -1, 0.5, 2, Number.NaN))), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 5 }), values, (texts, events) => {
        const cuts: CutExpression[] = texts.map((t) => parseCut(t).expression);
        const program = compileCuts(cuts, ["x", "y", "z"], "test");
        const registers = newRegisters(program);
        events.forEach((event, i) => {
          event.forEach((v, k) => (registers[k * BLOCK + i] = v));
        });
        runCuts(program, registers, events.length);
        cuts.forEach((c, j) => {
          events.forEach(([x, y, z], i) => {
            expect(registers[program.outputs[j] * BLOCK + i]).toBe(evaluateCut(c, { x, y, z }));
          });
        });
      }),
    );
  });
});

describe("cutMask", () => {
  const rows = 2 * BLOCK + 7;
  const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0));
  const column = fc.array(number, { minLength: rows, maxLength: rows });
  const texts = [
    "",
    "x",
    "not x",
    "x / y > 1 or y == 0",
    "-1 < x <= y and abs(y) != 2",
    "x ** y >= 1 or (nan == x and not y)",
  ];

  it("holds in each row where the cut does", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), column, column, (text, x, y) => {
        const cut = parseCut(text);
        const expected = x.map((value, i) => {
          const found = evaluateCut(cut, { x: value, y: y[i] });
          return Number(found !== 0 && !Number.isNaN(found));
        });
        expect(Array.from(cutMask(cut, { x, y }, rows))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("says which column there is not, and which has another length", () => {
    const cut = parseCut("x > y");
    expect(() => cutMask(cut, { x: [1], z: [2] }, 1)).toThrow(
      'cutMask: cut "x > y": there is no column y; there is x, z',
    );
    expect(() => cutMask(cut, { x: [1], y: [1, 2] }, 1)).toThrow("column y must have 1 rows, it has 2");
    expect(cutMask(cut, { x: [], y: [] }, 0)).toHaveLength(0);
  });
});

describe("hltMenu", () => {
  it("has the 52 lines of the filter, with their cuts and prescales", () => {
    expect(hltMenu.lines.map((l) => ({ name: l.name, cut: l.cut.text.trim(), prescale: l.prescale }))).toEqual(
      reference.lines,
    );
    expect(hltMenu.lines).toHaveLength(52);
    expect(hltMenu.acceptMode).toBe(false);
  });
});

describe("parseHltMenu", () => {
  it("takes comments, reject lines and the mode", () => {
    const menu = parseHltMenu("# mine\n\n a / 1 : nTrkLoose > 2\n veto / 5 reject : ee2leg\n", { acceptMode: true });
    expect(menu.lines.map((l) => [l.name, l.kind, l.prescale, l.line, l.column])).toEqual([
      ["a", "accept", 1, 3, 2],
      ["veto", "reject", 5, 4, 2],
    ]);
    expect(menu.acceptMode).toBe(true);
  });

  it.each([
    ["a : b", 'parseHltMenu: line 1, column 1: expected "name / prescale : cut"'],
    ["a / 1 : ee2leg\nb / 2 : nTrk > 1", "parseHltMenu: line 2, column 9: there is no variable named nTrk"],
    ["a / 1 : ee2leg\na / 2 : ee2leg", "parseHltMenu: line 2, column 1: a second line named a"],
    ["a / 1 : ee2leg >", 'parseCut: line 1, column 17: expected a variable, a number, "not" or "(", found the end'],
  ])("says where %j is wrong", (text, message) => {
    expect(() => parseHltMenu(text)).toThrow(message);
  });
});
