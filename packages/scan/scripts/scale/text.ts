// The page docs/scale.md from the numbers of docs/scale/measured.json.

/** Longest text of Node 20, characters: `buffer.constants.MAX_STRING_LENGTH`. */
const LONGEST_TEXT = 536_870_888;

/** A scan of some points. */
export interface MeasuredScan {
  readonly points: number;
  readonly seconds: number;
  /** Bytes of the checkpoint. */
  readonly checkpoint: number;
  /** Files that the scan left. */
  readonly files: number;
  /** Greatest memory of the process that asked for it, bytes. */
  readonly memory: number;
}

/** What the page is made of. */
export interface ScaleNumbers {
  /** Time of a task, ms. */
  readonly task: number;
  /** Scans of growing size, by executor. */
  readonly executors: Readonly<Record<string, readonly MeasuredScan[]>>;
  /** Whole runs of searches. */
  readonly searches: readonly { readonly name: string; readonly seconds: number; readonly masses: number }[];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, k) => (k === 0 ? "---" : "--:"))), ...rows.map(row)].join("\n");

const PLANE = 1e6;
const SECONDS_AN_HOUR = 3600;

/** Two digits, thousands apart. */
const short = (x: number): string =>
  x >= 100 ? Number(x.toPrecision(2)).toLocaleString("en").replaceAll(",", " ") : String(Number(x.toPrecision(2)));

/** Bytes in the unit that fits. */
function size(bytes: number): string {
  const units = [["GB", 1e9] as const, ["MB", 1e6] as const, ["kB", 1e3] as const];
  const [unit, factor] = units.find(([, f]) => bytes >= f) ?? ["B", 1];
  return `${short(bytes / factor)} ${unit}`;
}

/** Cost of one more point, from the two largest runs. */
function marginal(runs: readonly MeasuredScan[], key: "seconds" | "checkpoint" | "memory"): number {
  const [before, last] = runs.slice(-2);
  return (last[key] - before[key]) / (last.points - before.points);
}

/** The page in Markdown. */
export function scalePage({ executors, task, searches }: ScaleNumbers): string {
  const names = Object.keys(executors);
  const overhead = (name: string): number => marginal(executors[name], "seconds");
  const local = executors["this process"];
  const perPoint = marginal(local, "checkpoint");
  const memory = marginal(local, "memory");
  return [
    "# How far a scan goes",
    "What a plane of a million points costs, and what breaks first. Made by `npm run scale-page`, which runs a " +
      `task of ${task} ms on 10 to 10 000 points through each executor, with a checkpoint, on two processors.`,
    "## Measured",
    table(
      ["executor", "points", "seconds", "ms a point", "checkpoint", "files in the folder", "memory of the submitter"],
      names.flatMap((name) =>
        executors[name].map(({ points, seconds, checkpoint, files, memory: peak }) => [
          name,
          String(points),
          short(seconds),
          short((1000 * seconds) / points),
          size(checkpoint),
          String(files),
          size(peak),
        ]),
      ),
    ),
    "Each result is on the disk before its point counts as finished, which is most of what a short task costs in one process. " +
      "On Slurm points go in chunks, and a scan of any size waits some seconds for its jobs.",
    "## A million points",
    table(
      ["executor", `hours for tasks of ${task} ms`, "checkpoint", "memory of the submitter"],
      names.map((name) => [
        name,
        short((PLANE * overhead(name)) / SECONDS_AN_HOUR),
        size(PLANE * perPoint),
        size(local[0].memory + PLANE * memory),
      ]),
    ),
    "What breaks first, in this order:",
    [
      "1. **The tasks themselves**, see below: no plane of a search should be simulated point by point.",
      "2. **The number of files and jobs**: one job a point would be a million jobs, of which a Slurm as it is installed holds " +
        "10 000 at a time (`MaxJobCount`, recalled). Four chunks a processor are the default; with `chunk: 1000` a million points are a thousand jobs.",
      `3. **The checkpoint**, ${size(PLANE * perPoint)} for results of two numbers, is read as one text when a scan goes on. ` +
        `Node 20 takes no text above ${size(LONGEST_TEXT)}: at this size of a result that is ${short(LONGEST_TEXT / perPoint)} points. Results with columns ` +
        "belong in the cache, a file each.",
      `4. **Memory**: all points and results are held, ${short(memory)} bytes each here.`,
    ].join("\n"),
    "## The searches",
    "The rate limit of a search depends on the mass (and, where the particle flies, on its lifetime), not on the coupling: the " +
      "coupling enters by its square or by a closed form. So a plane of 1000 masses and 1000 couplings " +
      "is 1000 simulations and a million evaluations. Processor hours, from whole runs on two threads, with background and all " +
      "final states and lifetimes, by the number of their masses (rough: other work shared the machine):",
    table(
      ["search", "processor seconds a mass", "point by point (h)", "by masses (h)"],
      searches.map(({ name, seconds, masses }) => {
        const one = (2 * seconds) / masses;
        return [
          name,
          short(one),
          short((PLANE * one) / SECONDS_AN_HOUR),
          short((1000 * one + PLANE * 1e-4) / SECONDS_AN_HOUR),
        ];
      }),
    ),
  ].join("\n\n");
}
