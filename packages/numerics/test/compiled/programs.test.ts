import { describe, expect, it, vi } from "vitest";
import { random } from "@belladonna/numerics";
import {
  closureProgram,
  expressions,
  hasWasm,
  wasmProgram,
  type Expression,
  type Expressions,
  type Kernel,
  type Layout,
} from "@belladonna/numerics/compiled";
import { firstDifference } from "./bits.js";

const EDGES = [0, -0, 1, -1, 0.5, -0.75, 5e-324, -2.2250738585072014e-308, 1.7976931348623157e308, 1e-200, -1e200];
const FAR = [Infinity, -Infinity, Number.NaN];

/** Both programs after one run on the same columns. */
function both(layout: Layout, kernel: Kernel, fill: (values: Float64Array) => void): [Float64Array, Float64Array] {
  const [one, two] = [wasmProgram(layout, [kernel]), closureProgram(layout, [kernel])].map((program) => {
    fill(program.values);
    program.parameters.fill(0.3);
    program.run(0, layout.rows);
    return program.values.slice();
  });
  return [one, two];
}

type Binary = "add" | "subtract" | "multiply" | "divide" | "less" | "lessOrEqual";
const reals: Readonly<Record<Binary, (a: number, b: number) => number | boolean>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  less: (a, b) => a < b,
  lessOrEqual: (a, b) => a <= b,
};

describe("programs of expressions", () => {
  it("do to doubles what JavaScript does, infinities, NaN and signs of zeros included", () => {
    const values = [...EDGES, ...FAR];
    const pairs = values.flatMap((a) => values.map((b) => [a, b]));
    const layout = { rows: pairs.length, columns: 3 };
    const fill = (out: Float64Array): void => {
      pairs.forEach(([a, b], i) => {
        out[i] = a;
        out[layout.rows + i] = b;
      });
    };
    for (const name of Object.keys(reals) as Binary[]) {
      const make = expressions();
      const value = make[name](make.column(0), make.column(1));
      for (const found of both(layout, { writes: [[2, value]] }, fill)) {
        const results = pairs.map(([a, b]) => reals[name](a, b));
        // A mask that is set is a NaN as a double.
        const wanted = results.map((x) => (typeof x === "number" ? x : x ? Number.NaN : 0));
        expect(firstDifference(found.slice(2 * layout.rows), Float64Array.from(wanted)), name).toBe(-1);
      }
    }
    const unary = { negate: (x: number) => -x, absolute: Math.abs, squareRoot: Math.sqrt, floor: Math.floor } as const;
    for (const name of Object.keys(unary) as (keyof typeof unary)[]) {
      const make = expressions();
      for (const found of both(layout, { writes: [[2, make[name](make.column(0))]] }, fill)) {
        const wanted = Float64Array.from(pairs, ([a]) => unary[name](a));
        expect(firstDifference(found.slice(2 * layout.rows), wanted), name).toBe(-1);
      }
    }
  });

  it("have the same bits in both ways for integers, masks, pairs and rows", () => {
    const make = expressions();
    const [a, b] = [make.ofPairs(0, "even"), make.ofPairs(0, "odd")];
    const integers = [
      make.integerAdd(make.wordProduct(a, b), make.row()),
      make.integerSubtract(make.shiftLeft(a, 63), make.shiftRight(b, 7)),
      make.shiftRight(make.xor(a, make.bits(0x123456789abcdefn)), 0),
      make.choose(make.and(a, make.not(b)), make.row(), make.or(a, b)),
      make.wordProduct(a, make.bits(-1n)),
      make.multiply(make.parameter(1), make.parameter(0)),
    ];
    const kernel: Kernel = {
      writes: integers.map((value, k) => [4 + k, value]),
      pairs: [[2, b, a]],
      guard: [10, make.less(a, b)],
    };
    const stream = random(1);
    const layout = { rows: 1000, columns: 11, parameters: 2 };
    const numbers = Float64Array.from({ length: 2 * layout.rows }, () => stream.normal());
    const [one, two] = both(layout, kernel, (values) => {
      values.set(numbers);
    });
    expect(new BigInt64Array(one.buffer)).toEqual(new BigInt64Array(two.buffer));
  });

  it("have the same bits in both ways for large expressions with common parts", () => {
    for (let seed = 0; seed < 20; seed++) {
      const stream = random(seed);
      const make: Expressions = expressions();
      const nodes: Expression[] = [0, 1, 2, 3].map((k) => make.column(k));
      nodes.push(make.number(0), make.number(1), make.number(-2.5), make.parameter(0));
      const any = (): Expression => nodes[stream.integer(nodes.length)];
      for (let k = 0; k < 400; k++) {
        const choices = [
          () => make.add(any(), any()),
          () => make.subtract(any(), any()),
          () => make.multiply(any(), any()),
          () => make.divide(any(), any()),
          () => make.negate(any()),
          () => make.squareRoot(make.absolute(any())),
          () => make.choose(make.less(any(), any()), any(), any()),
        ];
        nodes.push(choices[stream.integer(choices.length)]());
      }
      const writes = Array.from({ length: 24 }, (_, k) => [k, nodes[nodes.length - 1 - k]] as const);
      const layout = { rows: 500, columns: 24, parameters: 1 };
      const numbers = Float64Array.from({ length: 4 * layout.rows }, () => stream.normal());
      const [one, two] = both(layout, { writes }, (values) => {
        values.set(numbers);
      });
      expect(firstDifference(one, two), `seed ${seed}`).toBe(-1);
    }
  });

  it("tell whether a guard was met, and where", () => {
    const { column, less, number } = expressions();
    const kernel: Kernel = { writes: [], guard: [1, less(column(0), number(0))] };
    for (const make of [wasmProgram, closureProgram]) {
      const program = make({ rows: 4, columns: 2 }, [kernel]);
      expect(program.run(0, 4)).toBe(false);
      program.values[2] = -1;
      expect(program.run(0, 4)).toBe(true);
      expect(Array.from(program.values.subarray(4), (x) => x !== 0)).toEqual([false, false, true, false]);
    }
  });

  it("leave alone what lies beyond the rows", () => {
    const { column, number } = expressions();
    const program = wasmProgram({ rows: 8, columns: 2 }, [
      {
        writes: [
          [0, number(1)],
          [1, column(1)],
        ],
      },
    ]);
    program.run(0, 4);
    program.run(0, 0);
    expect(Array.from(program.values)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, ...new Array<number>(8).fill(0)]);
  });

  it("share equal expressions and drop zeros and ones, signs are drawn out of products", () => {
    const { column, number, add, subtract, multiply, divide, negate, absolute, choose, less } = expressions();
    const [x, y, zero] = [column(0), column(1), number(0)];
    expect(add(x, y)).toBe(add(y, x));
    expect(multiply(negate(x), y)).toBe(negate(multiply(y, x)));
    expect(multiply(x, number(-2))).toBe(negate(multiply(x, number(2))));
    expect(divide(negate(x), negate(y))).toBe(divide(x, y));
    expect(add(x, negate(y))).toBe(subtract(x, y));
    expect(subtract(negate(x), y)).toBe(negate(add(x, y)));
    expect(add(x, zero)).toBe(x);
    expect(subtract(zero, x)).toBe(negate(x));
    expect(multiply(zero, x)).toBe(zero);
    expect(multiply(number(1), x)).toBe(x);
    expect(absolute(negate(x))).toBe(absolute(x));
    expect(choose(less(x, y), x, x)).toBe(x);
    expect(divide(add(number(1), number(0.5)), number(2))).toBe(number(0.75));
    // Of zeros the sign is one of their bits.
    expect(number(0)).not.toBe(number(-0));
  });

  it("say what is wrong with them", () => {
    const { column, add, parameter } = expressions();
    expect(() => add(column(0), expressions().column(1))).toThrow(
      "expressions: the operands of add must be of one builder",
    );
    const { shiftLeft, ofPairs } = expressions();
    expect(() => column(-1)).toThrow("expressions: the number of column must be an integer from 0 to 67108864, got -1");
    expect(() => shiftLeft(ofPairs(0, "odd"), 64)).toThrow("of shiftLeft must be an integer from 0 to 63, got 64");
    for (const make of [wasmProgram, closureProgram]) {
      const name = make.name;
      const { run } = make({ rows: 2, columns: 1 }, [{ writes: [[0, column(0)]] }]);
      expect(() => run(0, 3)).toThrow(`${name}: n must be an integer from 0 to 2, got 3`);
      expect(() =>
        make({ rows: 2, columns: 3 }, [{ writes: [[2, ofPairs(0, "odd")]], pairs: [[1, column(0), column(0)]] }]),
      ).toThrow(`${name}: column 0 must be used in pairs or alone, not both`);
      expect(() => make({ rows: 3, columns: 1 }, [])).toThrow(`${name}: rows must be an even integer > 0, got 3`);
      expect(() => make({ rows: 2, columns: -1 }, [])).toThrow(`${name}: columns must be an integer >= 0, got -1`);
      expect(() => make({ rows: 2 ** 20, columns: 2 ** 10 }, [])).toThrow("at most 2^28 bytes");
      expect(() => make({ rows: 2, columns: 1 }, [{ writes: [[1, column(0)]] }])).toThrow("must be below 1, got 1");
      expect(() => make({ rows: 2, columns: 1 }, [{ writes: [[0, column(2)]] }])).toThrow("must be below 1, got 2");
      expect(() => make({ rows: 2, columns: 1 }, [{ writes: [[0, parameter(0)]] }])).toThrow(
        `${name}: parameters of kernels must be below 0, got 0`,
      );
    }
  });

  it("name what a page has to allow where WebAssembly is forbidden", () => {
    expect(hasWasm()).toBe(true);
    const { WebAssembly } = globalThis as unknown as { WebAssembly: object };
    vi.stubGlobal("WebAssembly", {
      ...WebAssembly,
      Module: function () {
        throw new Error("Refused to compile or instantiate WebAssembly module");
      },
    });
    expect(hasWasm()).toBe(false);
    expect(() => wasmProgram({ rows: 2, columns: 1 }, [])).toThrow(/needs 'wasm-unsafe-eval' in script-src.*Refused/);
    vi.stubGlobal("WebAssembly", undefined);
    expect(() => wasmProgram({ rows: 2, columns: 1 }, [])).toThrow("no WebAssembly; closureProgram needs none");
    vi.unstubAllGlobals();
  });
});
