import { decode, encode } from "../codec.js";
import type { IndexedPoint } from "../executor.js";
import { headerLine, type MarkedLines, readMarkedLines } from "../marked-lines.js";
import type { ClusterOptions } from "./batch-system.js";
import { batchScript, takesChunks } from "./chunk-script.js";

/** One array of jobs that was, or was about to be, submitted. */
export interface Submission {
  /** Name under which it is in the queue. */
  readonly name: string;
  /** Its folder. */
  readonly folder: string;
  /** Indices of the points of each job. */
  readonly chunks: readonly (readonly number[])[];
  /** Its identifier; absent until the batch system has given one. */
  readonly id?: string;
}

/** What is on the disk of a scan on a cluster. */
export interface Journal {
  /** All that was submitted for the scan, by whoever. */
  readonly read: () => Promise<readonly Submission[]>;
  /** Keep it. */
  readonly write: (all: readonly Submission[]) => Promise<void>;
  /** Write the files of a submission. */
  readonly prepare: (submission: Submission, points: ReadonlyMap<number, IndexedPoint<unknown>>) => Promise<void>;
  /** Results and errors of a job that are there; of one that is over also those of a chunk that was not finished. */
  readonly collect: (submission: Submission, job: number, over: boolean) => Promise<Collected>;
}

type Collected = Pick<MarkedLines, "results" | "errors">;

const FORMAT = "belladonna-cluster/1";

/** The files of one scan, in a folder named by its mark: nothing of another scan can be taken for its own. */
export function journalOf(options: ClusterOptions, mark: string): Journal {
  const { readText, writeText, script } = options;
  const folder = `${options.folder}/${mark}`;
  const file = `${folder}/jobs.json`;
  const whole = takesChunks(script);
  return {
    async read() {
      const text = await readText(file);
      if (text === undefined) return [];
      const submissions = submissionsOf(text, mark);
      if (submissions === undefined)
        throw new RangeError(`scan: ${file} must be of the scan ${mark}, as it was written`);
      return submissions;
    },
    write: (submissions) => writeText(file, JSON.stringify({ format: FORMAT, scan: mark, submissions })),
    async prepare({ folder: own, chunks }, points) {
      await writeText(`${own}/scan.sh`, batchScript(script, own, folder));
      for (const [c, indices] of chunks.entries()) {
        if (whole) {
          const lines = indices.map((index) => encode(points.get(index)));
          await writeText(`${own}/chunk-${c}.points`, [headerLine(mark, indices.length), ...lines, ""].join("\n"));
        } else {
          await writeText(`${own}/chunk-${c}.indices`, indices.join("\n"));
          for (const index of indices) await writeText(`${folder}/point-${index}.json`, encode(points.get(index)));
        }
      }
    },
    async collect({ folder: own, chunks }, job, over) {
      if (!whole) return { results: await ofPoints(readText, folder, chunks[job]), errors: new Map() };
      const results = `${own}/chunk-${job}.results`;
      const text = (await readText(results)) ?? (over ? await readText(`${results}.part`) : undefined);
      return readMarkedLines(text?.split("\n") ?? [], mark);
    },
  };
}

/** What was submitted for a scan; undefined where the text is of another, or damaged. */
function submissionsOf(text: string, mark: string): readonly Submission[] | undefined {
  try {
    const { format, scan, submissions } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const whole = format === FORMAT && scan === mark && Array.isArray(submissions) && submissions.every(isSubmission);
    return whole ? submissions : undefined;
  } catch {
    return undefined;
  }
}

function isSubmission(value: unknown): value is Submission {
  const { name, folder, chunks, id = "" } = (value ?? {}) as Partial<Record<keyof Submission, unknown>>;
  const isChunk = (chunk: unknown): boolean => Array.isArray(chunk) && chunk.every(Number.isInteger);
  return [name, folder, id].every((one) => typeof one === "string") && Array.isArray(chunks) && chunks.every(isChunk);
}

/** Results of single points, in the order in which a job does them. */
async function ofPoints(
  readText: ClusterOptions["readText"],
  folder: string,
  indices: readonly number[],
): Promise<Map<number, unknown>> {
  const results = new Map<number, unknown>();
  for (const index of indices) {
    const text = await readText(`${folder}/result-${index}.json`);
    if (text === undefined) break;
    try {
      results.set(index, decode(text));
    } catch {
      // The command of the user wrote no JSON: no result.
      break;
    }
  }
  return results;
}
