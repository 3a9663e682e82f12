// What the README shows of explanations and menus, and that it lists what is exported.
import * as kinematics from "@belladonna/kinematics";
import * as numerics from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import readme from "../README.md?raw";
import * as trigger from "../src/index.js";

const scope: Record<string, unknown> = { ...kinematics, random: numerics.random, ...trigger };

/** Runs statements in the scope of the packages' exports and returns the value of an expression after them. */
function run(statements: string, expression: string): unknown {
  const names = Object.keys(scope);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is text of the README, and it is what is tested
  const f = new Function(...names, `${statements}\nreturn (${expression});`) as (...values: unknown[]) => unknown;
  return f(...names.map((name) => scope[name]));
}

describe("the README", () => {
  const [, example = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, output = ""] = /what decides \(`\*`\):\n\n```text\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const statements = example.replace(/^import .*$/gm, "").replace(/^.*; \/\/ ≈ .*$/gm, "");

  it("shows the explanation that the example prints", () => {
    expect(run(statements, "explanationText(explain(l1Menu, inputs, 'ffo', 0))")).toBe(output);
  });

  it("has menus that parse", () => {
    const [level1, high] = [...readme.matchAll(/```text\n(# [\s\S]*?)```/g)].map(([, text]) => text);
    expect(trigger.parseMenu(level1).lines.map((l) => l.prescale)).toEqual([1, 2]);
    expect(trigger.parseHltMenu(high).lines.map((l) => l.prescale)).toEqual([1, 5]);
  });

  it("lists every function and constant that is exported", () => {
    for (const name of Object.keys(trigger)) if (!name.startsWith("LEVEL1_")) expect(readme).toContain(`\`${name}\``);
  });
});
