import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FolderInUse, lockFile } from "../../src/node/files.js";

const folder = mkdtempSync(path.join(tmpdir(), "lock-"));
const file = (name: string): string => path.join(folder, name, "lock");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A process that is over by the time this returns. */
const overPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;

/** A lock as another process would have left it. */
function left(name: string, owner: object | string): string {
  lockFile(file(name)).release();
  writeFileSync(file(name), typeof owner === "string" ? owner : JSON.stringify(owner));
  return file(name);
}

describe("lockFile", () => {
  it("lets one in at a time, and says who it is", () => {
    const first = lockFile(file("one"));
    expect(() => lockFile(file("one"))).toThrow(FolderInUse);
    expect(() => lockFile(file("one"))).toThrow(`(process ${process.pid} on ${hostname()}) works in`);
    first.release();
    expect(existsSync(file("one"))).toBe(false);
    lockFile(file("one")).release();
  });

  it("takes over from a process of this machine that is over", () => {
    const stale = left("stale", { pid: overPid(), host: hostname() });
    const lock = lockFile(stale);
    expect(JSON.parse(readFileSync(stale, "utf8"))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it("knows a process that has the number of one that is over", () => {
    if (!existsSync("/proc/self/stat")) return;
    lockFile(left("reused", { pid: process.pid, host: hostname(), began: "1" })).release();
  });

  it("stands for what it cannot judge: another machine, and a file that is no lock", () => {
    expect(() => lockFile(left("far", { pid: 1, host: "another.machine" }))).toThrow(/another.machine/);
    expect(() => lockFile(left("odd", "mine"))).toThrow(/remove the file/);
  });

  it("does not remove what has become another's", () => {
    const lock = lockFile(file("lost"));
    writeFileSync(file("lost"), "another's");
    lock.release();
    expect(readFileSync(file("lost"), "utf8")).toBe("another's");
  });
});
