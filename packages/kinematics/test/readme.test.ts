/// <reference types="vite/client" />
import { expect, it } from "vitest";
import * as kinematics from "../src/index.js";
import readme from "../README.md?raw";

it("the README's example prints what the README says", () => {
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, output = ""] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, names = ""] = /import (\{.*?\}) from "@belladonna\/kinematics";/.exec(code) ?? [];
  const body = code.replace(/import .*\n/, `const ${names} = kinematics;\n`);
  const lines: string[] = [];
  const log = { log: (...words: unknown[]) => lines.push(words.join(" ")) };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- runs the example
  new Function("kinematics", "console", body)(kinematics, log);
  expect(`${lines.join("\n")}\n`).toBe(output);
});

it("the README's tables name only what is exported", () => {
  const [, table = ""] = /## What is in it\n([\s\S]*?)\nSub-paths/.exec(readme) ?? [];
  const named = [...table.matchAll(/`(\w+)`/g)]
    .map(([, name]) => name)
    .filter((name) => !["toCms", "toLab", "out", "FourVectors"].includes(name));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => !(name in kinematics))).toEqual([]);
});
