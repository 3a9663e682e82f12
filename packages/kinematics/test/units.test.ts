import { expect, it } from "vitest";
import { C_CM_PER_NS, GEV2_FB, HBAR_C_GEV_CM, HBAR_GEV_NS } from "../src/index.js";
import { relativeError } from "./reference.js";

it("factors follow from the SI's exact h, e and c", () => {
  const hbarGevS = 6.62607015e-34 / (2 * Math.PI) / 1.602176634e-10;
  expect(relativeError(HBAR_GEV_NS, hbarGevS * 1e9)).toBeLessThan(1e-15);
  expect(relativeError(HBAR_C_GEV_CM, hbarGevS * 299792458e2)).toBeLessThan(1e-15);
  expect(relativeError(HBAR_C_GEV_CM, HBAR_GEV_NS * C_CM_PER_NS)).toBeLessThan(1e-15);
  expect(relativeError(GEV2_FB, HBAR_C_GEV_CM ** 2 * 1e39)).toBeLessThan(1e-14);
});
