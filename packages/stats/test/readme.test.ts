// Runs the examples of the README and checks their claims, to three digits.
import { expect, it } from "vitest";
import * as stats from "../src/index.js";
import readme from "../README.md?raw";

const claims: [number, number][] = [];
for (const [, block = ""] of readme.matchAll(/```ts\n([\s\S]*?)```/g)) {
  const body = block
    .replace(/^import .*$/gm, "")
    .replace(
      /^(.+);\s*\/\/ ≈ (\S+)$/gm,
      (_, expression: string, value: string) => `claims.push([${expression}, ${value}]);`,
    );
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function("claims", ...Object.keys(stats), body)(claims, ...Object.values(stats));
}

it("makes claims", () => {
  expect(claims.length).toBeGreaterThan(4);
});
it.each(claims)("gives %d ≈ %d", (got, value) => {
  expect(Math.abs(got / value - 1)).toBeLessThan(2e-3);
});
