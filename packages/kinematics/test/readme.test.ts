/// <reference types="vite/client" />
import { expect, it } from "vitest";
import * as kinematics from "../src/index.js";
import readme from "../README.md?raw";

it("the README's tables name only what is exported", () => {
  const [, table = ""] = /## What is in it\n([\s\S]*?)\nSub-paths/.exec(readme) ?? [];
  const named = [...table.matchAll(/`(\w+)`/g)]
    .map(([, name]) => name)
    .filter((name) => !["toCms", "toLab", "out", "FourVectors"].includes(name));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((name) => !(name in kinematics))).toEqual([]);
});
