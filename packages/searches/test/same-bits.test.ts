// One short search from the portal to the limit has the same bits on every engine: this file runs in Node and in Chromium.
// slow/same-bits.test.ts compares every search, and Node 22 and 24 too.
import { expect, it } from "vitest";
import { resultDigest } from "./digest.js";

it("gives the bits that are kept", async () => {
  const options = { masses: { from: 0.5, to: 0.5, step: 0.1 }, events: 500 };
  expect(await resultDigest("heavy-neutral-lepton", options)).toBe("58d9bd9c9e9e796b");
});
