// Kills processes at random times and starts them again.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a scan left that was killed until it finished. */
export interface Survivor {
  /** What the last process printed. */
  readonly output: string;
  /** How often it was killed. */
  readonly kills: number;
  /** Indices of the points in the order in which they were started. */
  readonly starts: readonly number[];
}

/**
 * Runs scans one after the other, each in a folder of its own, and kills their process with signal 9 at random times, until
 * that has been done as often as wanted.
 * @param script - Program in Node that does a scan in the folder it is given, appends the index of each point that starts to
 * `started.txt` there, and prints the results.
 * @param folder - Where the folders are made.
 * @param kills - Kills in all.
 * @param longest - Greatest time from a start to a kill, ms; it grows by a tenth at each kill of a scan, so that each ends however busy
 * the machine is.
 * @returns Each scan that finished.
 */
export async function killAtRandom(
  script: string,
  folder: string,
  kills: number,
  longest: number,
): Promise<Survivor[]> {
  const survivors: Survivor[] = [];
  let done = 0;
  while (done < kills) {
    const own = path.join(folder, String(survivors.length));
    mkdirSync(own, { recursive: true });
    let killed = 0;
    let output: string | undefined;
    while (output === undefined) {
      output = await runOrKill(script, own, Math.random() * longest * 1.1 ** killed);
      if (output === undefined) killed++;
    }
    done += killed;
    const log = path.join(own, "started.txt");
    const starts = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").map(Number) : [];
    survivors.push({ output, kills: killed, starts });
  }
  return survivors;
}

/** What the process printed, or nothing when it was killed before its end. */
function runOrKill(script: string, folder: string, after: number): Promise<string | undefined> {
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  const timer = setTimeout(() => child.kill("SIGKILL"), after);
  return new Promise((resolve, reject) => {
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (signal === "SIGKILL") resolve(undefined);
      else if (code === 0) resolve(output.trim());
      else reject(new Error(`${script} ended with ${code ?? signal}`));
    });
  });
}
