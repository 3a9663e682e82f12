import { describe, expect, it } from "vitest";
import { applyJsonPatch, histFactory, parsePatchSet, workspaceDigest } from "../src/index.js";
import type { PatchOperation, PatchSet } from "../src/index.js";
import { caseNamed } from "./cases.js";

const { workspace } = caseNamed("uncorr_2bin_readme");
const text = JSON.stringify(workspace);
const signal: readonly PatchOperation[] = [{ op: "replace", path: "/channels/0/samples/0/data", value: [6, 5] }];
const set = (digest: string): PatchSet => ({
  metadata: { references: { hepdata: "ins1234567" }, digests: { sha256: digest }, labels: ["m", "g"], description: "" },
  patches: [{ metadata: { name: "m_1", values: [1, 0.5] }, patch: signal }],
  version: "1.0.0",
});

describe("histFactory with a patch", () => {
  it("is the likelihood of the patched workspace, and leaves the original as it was", () => {
    const plain = histFactory(workspace);
    const patched = histFactory(workspace, { patch: signal });
    const theta = Float64Array.from([1, 1, 1]);
    expect(patched.expected(theta)[0]).toBe(plain.expected(Float64Array.from([0, 1, 1]))[0] + 6);
    expect(JSON.stringify(workspace)).toBe(text);
  });

  it("takes a patch of a set by name or by values when the digest is the workspace's", () => {
    const good = set(workspaceDigest(text));
    const theta = Float64Array.from([1, 1, 1]);
    const direct = histFactory(workspace, { patch: signal }).value(theta);
    expect(histFactory(text, { patch: { set: good, key: "m_1" } }).value(theta)).toBe(direct);
    expect(histFactory(text, { patch: { set: JSON.stringify(good), key: [1, 0.5] } }).value(theta)).toBe(direct);
    expect(() => histFactory(text, { patch: { set: good, key: "m_2" } })).toThrow('patches: has no entry "m_2"');
  });

  it("refuses a patch set that is for another workspace", () => {
    expect(() => histFactory(text, { patch: { set: set("0".repeat(64)), key: "m_1" } })).toThrow(/sha256 digest/);
    const changed = text.replace('"mu"', '"nu"');
    expect(() => histFactory(changed, { patch: { set: set(workspaceDigest(text)), key: "m_1" } })).toThrow(/digest/);
  });

  it("says where the patched document is no workspace", () => {
    const broken: PatchOperation[] = [{ op: "remove", path: "/channels/0/samples/0/data/1" }];
    expect(() => histFactory(workspace, { patch: broken })).toThrow(
      "channels[0].samples[1].data: must have 1 elements",
    );
    expect(() => histFactory("{", { patch: signal })).toThrow("is not JSON");
  });
});

describe("applyJsonPatch", () => {
  // The operations of the appendix of RFC 6902.
  it.each<[string, unknown, PatchOperation[], unknown]>([
    ["adds a member", { foo: "bar" }, [{ op: "add", path: "/baz", value: "qux" }], { baz: "qux", foo: "bar" }],
    ["adds an element", { foo: [1, 3] }, [{ op: "add", path: "/foo/1", value: 2 }], { foo: [1, 2, 3] }],
    ["appends", { foo: [1] }, [{ op: "add", path: "/foo/-", value: [2] }], { foo: [1, [2]] }],
    ["removes", { a: 1, b: [1, 2] }, [{ op: "remove", path: "/b/0" }], { a: 1, b: [2] }],
    ["replaces", { a: 1 }, [{ op: "replace", path: "/a", value: null }], { a: null }],
    ["moves", { a: { b: 1 }, c: {} }, [{ op: "move", from: "/a/b", path: "/c/d" }], { a: {}, c: { d: 1 } }],
    ["copies", { a: [1] }, [{ op: "copy", from: "/a/0", path: "/a/1" }], { a: [1, 1] }],
    ["unescapes", { "a/b": 1, "~": 2 }, [{ op: "remove", path: "/a~1b" }], { "~": 2 }],
    ["tests", { a: [1, { b: 2 }] }, [{ op: "test", path: "/a", value: [1, { b: 2 }] }], { a: [1, { b: 2 }] }],
  ])("%s", (_, document, patch, result) => {
    expect(applyJsonPatch(document, patch)).toEqual(result);
  });

  it.each<[string, PatchOperation]>([
    ["cannot remove", { op: "remove", path: "/ghost" }],
    ["cannot replace", { op: "replace", path: "/ghost", value: 1 }],
    ["cannot test", { op: "test", path: "/list/0", value: 2 }],
    ["must be in the array", { op: "add", path: "/list/5", value: 1 }],
    ["must be in the array", { op: "remove", path: "/list/-" }],
    ["must be in the array", { op: "replace", path: "/list/01", value: 1 }],
    ["must be one of add", { op: "frobnicate" as "add", path: "/list" }],
    ["value: is missing", { op: "add", path: "/x" }],
    ["from: must be a JSON Pointer", { op: "move", path: "/x" }],
    ["path: must be a JSON Pointer", { op: "remove", path: "list" }],
    ["from: must be a JSON Pointer", { op: "copy", path: "/x", from: "list" }],
    ["cannot add", { op: "add", path: "/no/where", value: 1 }],
  ])("refuses, says why (%s), and changes nothing", (message, operation) => {
    const document = { list: [1] };
    expect(() => applyJsonPatch(document, [{ op: "add", path: "/ok", value: 1 }, operation])).toThrow(message);
    expect(() => applyJsonPatch(document, [{ op: "add", path: "/ok", value: 1 }, operation])).toThrow("patch[1]");
    expect(document).toEqual({ list: [1] });
  });
});

describe("parsePatchSet", () => {
  const good = set("a".repeat(64));
  it.each<[string, unknown]>([
    ["patchset: must be an object", []],
    ["patchset.version", { ...good, version: "2.0.0" }],
    ["patchset.metadata.digests: must have", { ...good, metadata: { ...good.metadata, digests: {} } }],
    ["patchset.metadata.digests.sha256", { ...good, metadata: { ...good.metadata, digests: { sha256: "x" } } }],
    ["patchset.metadata.digests.crc", { ...good, metadata: { ...good.metadata, digests: { crc: "x" } } }],
    ["patchset.metadata.labels", { ...good, metadata: { ...good.metadata, labels: [] } }],
    ["patchset.patches[0].metadata.values: must have 1", { ...good, metadata: { ...good.metadata, labels: ["m"] } }],
    ["patchset.patches[1].metadata.name: repeats", { ...good, patches: [good.patches[0], good.patches[0]] }],
    ["patchset.patches[0].patch", { ...good, patches: [{ ...good.patches[0], patch: {} }] }],
    ["the patch set is not JSON", "{"],
  ])("refuses, with the path: %s", (message, document) => {
    expect(() => parsePatchSet(document)).toThrow(message);
  });
});
