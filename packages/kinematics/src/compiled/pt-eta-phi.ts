import { hasWasm, wasmProgram, type Program } from "@belladonna/numerics/compiled";
import { eta, phi, pt } from "../columns/scalars.js";
import { slice, type FourVectors } from "../four-vectors.js";
import { ptEtaPhiKernel } from "./angle-kernel.js";
import { copyThree, type Three } from "./side-by-side.js";

/** Rows of a block, whose columns stay in the first-level cache. */
const ROWS = 512;
/** Rows that take about as long as the making of the program. */
const MANY = 400_000;

/** Made when it is first needed, one for all of a thread; `null` where there is no WebAssembly. */
let made: Program | null | undefined;

let seen = 0;

function program(rows: number): Program | null {
  seen += rows;
  if (seen < MANY) return null;
  made ??= hasWasm() ? wasmProgram({ rows: ROWS, columns: 7 }, [ptEtaPhiKernel()]) : null;
  return made;
}

/** Columns of {@link ptEtaPhi}. */
export interface PtEtaPhi {
  /** Transverse momenta, GeV. */
  readonly pt: Float64Array;
  /** Pseudorapidities. */
  readonly eta: Float64Array;
  /** Azimuths, rad. */
  readonly phi: Float64Array;
}

/**
 * Transverse momenta, pseudorapidities and azimuths in one pass, bit for bit those of `columns.pt`, `columns.eta` and
 * `columns.phi`: by WebAssembly after 400 000 rows, two to three times as fast (`bench/compiled.mjs`).
 *
 * Of 512 rows in turn the passes of `columns` are made too where a momentum has a zero component or one that is not finite.
 *
 * ```ts
 * const vs = columns.fromPtEtaPhi(Float64Array.of(1, 2), Float64Array.of(0.5, -1), Float64Array.of(0.1, 1), 0);
 * ptEtaPhi(vs).pt[1]; // ≈ 2
 * ptEtaPhi(vs).eta[1]; // ≈ -1
 * ptEtaPhi(vs).phi[1]; // ≈ 1
 * ```
 * @param vs - Four-vectors.
 * @param out - Receives the three columns; made when absent.
 * @returns The columns.
 */
export function ptEtaPhi(vs: FourVectors, out?: PtEtaPhi): PtEtaPhi {
  const n = vs.px.length;
  const result = out ?? { pt: new Float64Array(n), eta: new Float64Array(n), phi: new Float64Array(n) };
  const wasm = program(n);
  if (wasm === null) byColumns(vs, result, 0, n);
  else inBlocks(wasm, vs, result);
  return result;
}

function byColumns(vs: FourVectors, out: PtEtaPhi, from: number, to: number): void {
  const rows = slice(vs, from, to);
  pt(rows, out.pt.subarray(from, to));
  eta(rows, out.eta.subarray(from, to));
  phi(rows, out.phi.subarray(from, to));
}

function inBlocks({ values, run }: Program, vs: FourVectors, out: PtEtaPhi): void {
  const three = (first: number): Three => [column(first), column(first + 1), column(first + 2)];
  const column = (k: number): Float64Array => values.subarray(k * ROWS, (k + 1) * ROWS);
  const [momenta, results] = [three(0), three(3)];
  for (let from = 0; from < vs.px.length; from += ROWS) {
    const n = Math.min(ROWS, vs.px.length - from);
    copyThree([vs.px, vs.py, vs.pz], from, momenta, 0, n);
    const isOutside = run(0, n);
    copyThree(results, 0, [out.pt, out.eta, out.phi], from, n);
    if (isOutside) byColumns(vs, out, from, from + n);
  }
}
