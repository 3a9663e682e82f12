// A short run of what `npm run fuzz` does at length.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fuzz } from "./fuzz.js";
import { fuzzedReaders } from "./readers.js";

/** Broken files a reader; the seeds go on where the environment says. */
const INPUTS = 150;

describe("broken files", () => {
  // jsroot says on the console what it stumbles over.
  beforeAll(() => {
    for (const method of ["log", "warn", "error"] as const)
      vi.spyOn(console, method).mockImplementation(() => undefined);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it.each(fuzzedReaders.filter(({ library }) => library !== true))(
    "are read or refused in words by $name",
    async (reader) => {
      for (const file of reader.files) await reader.read(file);
      const { read, refused, other } = await fuzz(reader, [0, INPUTS]);
      expect(other).toEqual([]);
      expect(read + refused).toBe(INPUTS);
      expect(refused).toBeGreaterThan(0);
    },
  );
});
