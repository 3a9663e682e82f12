import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import process from "node:process";

/** A folder that is ours until it is released. */
export interface Lock {
  /** Give the folder back. */
  release(): void;
}

/** Who holds a lock. */
interface Owner {
  /** Its process. */
  readonly pid: number;
  /** Its machine. */
  readonly host: string;
  /** When the process began, in the clock of its machine; absent where that is not told. */
  readonly began?: string;
}

/** Somebody else works in the folder. */
export class FolderInUse extends Error {
  /** Kind of the error. */
  override readonly name: string = "FolderInUse";
}

/**
 * Keep a folder to oneself, by a file that names the process. The lock of a process of this machine that is over is taken
 * over; of another machine it cannot be known whether it is over, so its lock stands until somebody removes the file.
 * @param file - The file; folders are made as needed.
 * @returns The lock.
 * @throws FolderInUse with pid and machine when the folder is another's.
 */
export function lockFile(file: string): Lock {
  mkdirSync(path.dirname(file), { recursive: true });
  const text = JSON.stringify(self());
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, text, { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const held = textOf(file);
    if (held === undefined) continue;
    const owner = ownerOf(held);
    if (attempt > 9 || owner === undefined || isAlive(owner)) {
      const who = owner === undefined ? "" : ` (process ${owner.pid} on ${owner.host})`;
      throw new FolderInUse(`another run${who} works in ${path.dirname(file)}; if it is over, remove the file ${file}`);
    }
    takeAway(file, held);
  }
  return {
    release() {
      if (textOf(file) === text) rmSync(file, { force: true });
    },
  };
}

/** Removes a stale lock, unless another process was faster and the file is its new one by now: then it is put back. */
function takeAway(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (textOf(aside) === stale) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function self(): Owner {
  const began = beganAt(process.pid);
  return { pid: process.pid, host: hostname(), ...(began === undefined ? {} : { began }) };
}

/** Text of a file; undefined where there is none. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function ownerOf(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Partial<Owner> | null;
    return typeof owner?.pid === "number" && typeof owner.host === "string" ? (owner as Owner) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, host, began }: Owner): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, and so alive.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // The number may have been given to another process since.
  return began === undefined || (beganAt(pid) ?? began) === began;
}

/** When a process began, in ticks since the machine did; only Linux tells. */
function beganAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold anything; the 20th word after it is the time.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
