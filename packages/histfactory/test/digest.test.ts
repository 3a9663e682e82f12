import { describe, expect, it } from "vitest";
import { workspaceDigest } from "../src/index.js";
import { operations } from "./operations.js";

describe("workspaceDigest", () => {
  it.each(operations.digests.map((d) => [d.text.slice(0, 60), d] as const))("is pyhf's for %s", (_, d) => {
    expect(workspaceDigest(d.text)).toBe(d.sha256);
    expect(workspaceDigest(d.text, "md5")).toBe(d.md5);
  });

  it("does not depend on the order of keys nor on white space", () => {
    expect(workspaceDigest('{"b":[1, 2],\n "a":1}')).toBe(workspaceDigest('{ "a": 1, "b": [1,2] }'));
  });

  it("tells 10 from 10.0 in text", () => {
    expect(workspaceDigest("[10]")).not.toBe(workspaceDigest("[10.0]"));
    expect(workspaceDigest("[10]")).toBe(workspaceDigest([10]));
  });

  it("refuses what is not JSON", () => {
    expect(() => workspaceDigest("{")).toThrow(SyntaxError);
  });
});
