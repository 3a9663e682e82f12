import { encodeModule } from "./encode.js";
import { expressions } from "./expressions.js";
import { functionBody } from "./function-body.js";
import { requireLayout, requireRows, type Kernel, type Layout, type Program } from "./program.js";

/** What is used of an engine's WebAssembly; the types of Node and of the web name it differently. */
interface Engine {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

function engine(): Engine | undefined {
  return (globalThis as { WebAssembly?: Engine }).WebAssembly;
}

const PAGE = 65536;

function instantiate(bytes: Uint8Array<ArrayBuffer>): Readonly<Record<string, unknown>> {
  const wasm = engine();
  if (wasm === undefined) throw new Error("wasmProgram: this engine has no WebAssembly; closureProgram needs none");
  try {
    return new wasm.Instance(new wasm.Module(bytes)).exports;
  } catch (cause) {
    throw new Error(
      "wasmProgram: WebAssembly with SIMD could not be made here; a page needs 'wasm-unsafe-eval' in script-src of its " +
        `Content-Security-Policy, closureProgram needs nothing: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/**
 * Whether `wasmProgram` works here: WebAssembly with SIMD is there, and a page's Content-Security-Policy lets it be made.
 *
 * ```ts
 * hasWasm(); // true
 * ```
 */
export function hasWasm(): boolean {
  try {
    wasmProgram({ rows: 2, columns: 1 }, [{ writes: [[0, expressions().column(0)]] }]);
    return true;
  } catch {
    return false;
  }
}

/**
 * The functions of kernels in WebAssembly, two rows at a time (SIMD of 128 bits), made now: the same bits as
 * `closureProgram`.
 *
 * ```ts
 * const { column, multiply } = expressions();
 * const square = { writes: [[1, multiply(column(0), column(0))]] };
 * const program = wasmProgram({ rows: 2, columns: 2 }, [square]);
 * program.values[1] = 3;
 * program.run(0, 2);
 * program.values[3]; // 9
 * ```
 * @param layout - Rows, columns and parameters.
 * @param kernels - What the functions compute, one function each: engines compile them one by one.
 * @throws RangeError when the layout is none, or a kernel needs what it does not have.
 * @throws Error where WebAssembly cannot be made, with what a page has to allow.
 */
export function wasmProgram(layout: Layout, kernels: readonly Kernel[]): Program {
  requireLayout("wasmProgram", layout, kernels);
  const { rows, columns, parameters = 0 } = layout;
  const from = 8 * rows * columns;
  const constants = new Map<bigint, number>();
  const constantAt = (bits: bigint): number => {
    const at = constants.get(bits) ?? constants.size;
    constants.set(bits, at);
    return from + 8 * (parameters + at);
  };
  const bodies = kernels.map((kernel) => functionBody(kernel, rows, from, constantAt));
  const pages = Math.ceil((from + 8 * (parameters + constants.size)) / PAGE);
  const exports = instantiate(encodeModule(bodies, pages));
  const functions = kernels.map((_, k) => exports[`f${k}`] as (n: number) => number);
  const { buffer } = exports.memory as { readonly buffer: ArrayBuffer };
  new BigInt64Array(buffer, from + 8 * parameters).set([...constants.keys()]);
  return {
    values: new Float64Array(buffer, 0, rows * columns),
    parameters: new Float64Array(buffer, from, parameters),
    parameterBits: new BigInt64Array(buffer, from, parameters),
    run: (kernel, n) => {
      requireRows("wasmProgram", n, rows);
      return functions[kernel](n) !== 0;
    },
  };
}
