// What every executor must do; `describe` an executor of your own with it.
import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../src/checkpoint.js";
import type { Executor } from "../src/executor.js";
import { scan } from "../src/scan.js";
import task from "./node/contract-task.mjs";

/** A point of the task of the contract, `contract-task.mjs`. */
export interface ContractPoint extends Record<string, unknown> {
  /** What it computes with; a task throws where it is negative. */
  readonly x: number;
  /** What it gives back. */
  readonly name?: string;
}

const points = (n: number): ContractPoint[] => Array.from({ length: n }, (_, i) => ({ x: i / 3, name: `σ ${i}` }));
const expected = (list: readonly ContractPoint[]) => list.map((point, index) => task({ point, index }));

/**
 * Holds an executor to its contract.
 * @param name - What it is called in the tests.
 * @param make - Makes one that does the task of `contract-task.mjs`, each with a folder of its own.
 * @param inProcess - Whether the task is handed to `scan`, and not loaded elsewhere.
 */
export function holdsContract(name: string, make: () => Executor, inProcess = false): void {
  const own = inProcess ? (point: ContractPoint, { index }: { index: number }) => task({ point, index }) : undefined;
  describe(`${name} holds the contract of executors: it`, () => {
    it("does every point once, with the bits of this process, whatever numbers and texts there are", async () => {
      const seen: number[] = [];
      const onProgress = ({ index }: { index?: number }): void => {
        if (index !== undefined) seen.push(index);
      };
      const results = await scan(own, points(11), { executor: make(), onProgress });
      expect(results).toStrictEqual(expected(points(11)));
      expect(seen.sort((a, b) => a - b)).toEqual([...points(11).keys()]);
    });

    it("does a job that bears no mark", async () => {
      const done = new Map<number, unknown>();
      const indexed = points(3).map((point, index) => ({ index, point }));
      await make().run({ task: own, points: indexed, done: (index, result) => void done.set(index, result) });
      expect([0, 1, 2].map((index) => done.get(index))).toStrictEqual(expected(points(3)));
    });

    it("rejects with what a task throws, and calls nothing after that", async () => {
      let over = false;
      const late: number[] = [];
      const onProgress = ({ index }: { index?: number }): void => {
        if (over) late.push(index ?? -1);
      };
      const bad = [...points(3), { x: -1 }, ...points(3)];
      await expect(scan(own, bad, { executor: make(), onProgress })).rejects.toThrow("no root of -1");
      over = true;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(late).toEqual([]);
    });

    it("stops when asked, and leaves what is finished to a successor", async () => {
      const checkpoint = memoryCheckpoint();
      const signal = { aborted: false };
      const onProgress = ({ finished }: { finished: number }): void => {
        signal.aborted = finished > 0;
      };
      const many = points(60);
      await expect(scan(own, many, { executor: make(), checkpoint, signal, onProgress })).rejects.toThrow(
        /stopped after \d+ of 60/,
      );
      expect(await scan(own, many, { executor: make(), checkpoint })).toStrictEqual(expected(many));
    });

    it("ends with what keeping a result ends with", async () => {
      const full = {
        read: () => [],
        append: (line: string) => {
          if (line.includes('"result"')) throw new Error("the disk is full");
        },
      };
      await expect(scan(own, points(3), { executor: make(), checkpoint: full })).rejects.toThrow("the disk is full");
    });
  });
}
