// Runs the example of the README: each console.log line must print what its comment says.
import { expect, it } from "vitest";
import * as models from "../src/index.js";
import readme from "../README.md?raw";

it("the README's example prints what it says", () => {
  const [, block = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const wanted = [...block.matchAll(/console\.log\(.*\); \/\/ (.+)$/gm)].map(([, text]) => text);
  const printed: string[] = [];
  const body = block.replace(/^import .*$/m, "");
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function("console", ...Object.keys(models), body)(
    { log: (text: string) => printed.push(text) },
    ...Object.values(models),
  );
  expect(wanted.length).toBeGreaterThan(7);
  expect(printed).toEqual(wanted);
});
