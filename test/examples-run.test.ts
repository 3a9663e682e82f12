// Runs every program of examples/ and compares what it prints, line by line, with examples/output/NAME.txt.
// After a wanted change: `npx vitest run --project unit test/examples-run.test.ts -u`.
import { expect, it, vi } from "vitest";

import tour from "../docs/tour.md?raw";

const outputs = import.meta.glob<string>("../examples/output/*.txt", { query: "?raw", import: "default", eager: true });
const sources = import.meta.glob<string>("../examples/*.ts", { query: "?raw", import: "default", eager: true });

const all = import.meta.glob("../examples/*.ts");
/** Threads and jobs load tasks of programs in a Node of their own, so the packed packages run these: packed.test.ts. */
const programs = Object.entries(all).filter(([file]) => !sources[file].includes('"./tasks/'));

it("has ten programs at least, each with a question in its first line", () => {
  expect(Object.keys(sources).length).toBeGreaterThanOrEqual(10);
  for (const [file, text] of Object.entries(sources)) expect(text.split("\n")[0], file).toMatch(/^\/\/ .*\?$/);
});

it.each(programs)("%s prints what it did", async (file, program) => {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...words: unknown[]) => lines.push(words.join(" ")));
  try {
    await program();
  } finally {
    log.mockRestore();
  }
  expect(lines.length).toBeGreaterThan(0);
  const name = file.replace(/.*\/(.*)\.ts$/, "$1");
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`../examples/output/${name}.txt`);
});

it("is what the tour shows, program and output", () => {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(tour) ?? [];
  expect(sources["../examples/tour.ts"].endsWith(program)).toBe(true);
  const [, output = ""] = /```text\n([\s\S]*?)```/.exec(tour) ?? [];
  expect(output).toBe(outputs["../examples/output/tour.txt"]);
});
