/// <reference types="node" />
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { EventTable } from "@belladonna/kinematics";
import { describe, expect, it } from "vitest";
import { EventColumns, eventGenerator } from "../../src/index.js";
import type { BlockAccount } from "../../src/index.js";
import { options, process } from "./blocks-process.js";

const BLOCKS = 4;

interface Made {
  readonly block: number;
  readonly account: BlockAccount;
  readonly table: EventTable;
}

/** Blocks made by so many threads; each takes the next block when it has finished one. */
async function onThreads(threads: number): Promise<readonly Made[]> {
  const made: Made[] = [];
  let next = 0;
  const thread = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./blocks-worker.mjs", import.meta.url), {
        execArgv: ["--conditions=@belladonna/source"],
      });
      const ask = (): void => {
        if (next < BLOCKS) worker.postMessage(next++);
        else
          worker.terminate().then(() => {
            resolve();
          }, reject);
      };
      worker.on("error", reject);
      worker.on("message", (message: Made) => {
        made.push(message);
        ask();
      });
      ask();
    });
  await Promise.all(Array.from({ length: threads }, thread));
  return made.sort((a, b) => a.block - b.block);
}

/** Digest of the bits of every column, by name. */
function bytes({ table }: Made): Record<string, string> {
  const { offsets, weights, particles } = table;
  const columns = Object.entries({ offsets, weights, ...particles });
  return Object.fromEntries(columns.map(([name, column]) => [name, createHash("sha256").update(column).digest("hex")]));
}

describe("eventGenerator", () => {
  it("makes the same events, bit by bit, in this process and on two threads", { timeout: 120_000 }, async () => {
    const generator = eventGenerator(process(), options());
    const here = Array.from({ length: BLOCKS }, (_, block): Made => {
      const columns = new EventColumns();
      const account = generator.fill(block, columns);
      return { block, account, table: columns.table() };
    });
    expect(here.reduce((sum, { table }) => sum + table.length, 0)).toBeGreaterThan(1000);
    const there = await onThreads(2);
    expect(there.map(({ account }) => account)).toEqual(here.map(({ account }) => account));
    expect(there.map(bytes)).toEqual(here.map(bytes));
  });
});
