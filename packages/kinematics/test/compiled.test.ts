import { afterEach, describe, expect, it, vi } from "vitest";
import { columns, type FourVectors } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { closureProgram } from "@belladonna/numerics/compiled";
import { ptEtaPhiKernel } from "../src/compiled/angle-kernel.js";

const N = 100_001;

/** Momenta of all sizes and directions, with zeros, infinities and NaN here and there in the second half. */
function momenta(): FourVectors {
  const stream = random(1);
  const vs = columns.fourVectors(N);
  for (const column of [vs.px, vs.py, vs.pz]) stream.fillNormal(column);
  for (let i = 1000; i < 20_000; i++) {
    vs.pz[i] *= 10 ** (12 * stream.uniform() - 6);
    vs.py[i] *= 10 ** (12 * stream.uniform() - 6);
  }
  const odd = [0, -0, 1, -1, 5e-324, 1e-200, 1e200, -1.7976931348623157e308, Infinity, -Infinity, Number.NaN];
  for (let i = N / 2; i < N; i += 3 * stream.uniform()) {
    const at = Math.floor(i);
    for (const column of [vs.px, vs.py, vs.pz]) {
      if (stream.uniform() < 0.5) column[at] = odd[stream.integer(odd.length)];
    }
  }
  return vs;
}

function firstDifference(a: Float64Array, b: Float64Array): number {
  return a.findIndex((x, i) => !Object.is(x, b[i]));
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe("ptEtaPhi", () => {
  const vs = momenta();

  it.each(["with", "without"])("has the bits of the columns' functions, %s WebAssembly", async (way) => {
    if (way === "without") vi.stubGlobal("WebAssembly", undefined);
    const { ptEtaPhi } = await import("@belladonna/kinematics/compiled");
    // WebAssembly is made after 400 000 rows.
    for (const rows of [N, N, N, N, 0, 1, 513]) {
      const some = columns.slice(vs, N - rows, N);
      const { pt, eta, phi } = ptEtaPhi(some);
      expect(firstDifference(columns.pt(some), pt)).toBe(-1);
      expect(firstDifference(columns.eta(some), eta)).toBe(-1);
      expect(firstDifference(columns.phi(some), phi)).toBe(-1);
    }
  });

  it("has them by closures too, and only odd rows are outside", () => {
    const rows = 40_000;
    const { values, run } = closureProgram({ rows, columns: 7 }, [ptEtaPhiKernel()]);
    const some = columns.slice(vs, 0, rows);
    [some.px, some.py, some.pz].forEach((column, k) => {
      values.set(column, k * rows);
    });
    run(0, rows);
    const column = (k: number): Float64Array => values.subarray(k * rows, (k + 1) * rows);
    expect(column(6).filter((x) => x !== 0).length).toBeLessThan(10);
    const wanted = [columns.pt(some), columns.eta(some), columns.phi(some)];
    wanted.forEach((right, k) => {
      expect(
        firstDifference(
          right.filter((_, i) => column(6)[i] === 0),
          column(3 + k).filter((_, i) => column(6)[i] === 0),
        ),
      ).toBe(-1);
    });
  });

  it("writes into columns that are given", async () => {
    const { ptEtaPhi } = await import("@belladonna/kinematics/compiled");
    const out = { pt: new Float64Array(N), eta: new Float64Array(N), phi: new Float64Array(N) };
    for (let time = 0; time < 5; time++) expect(ptEtaPhi(vs, out)).toBe(out);
    expect(firstDifference(columns.pt(vs), out.pt)).toBe(-1);
  });
});
