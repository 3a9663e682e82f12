// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient modules, also for who reads the sources
/// <reference path="./root/jsroot.d.ts" />
/**
 * Reading ROOT trees.
 *
 * @packageDocumentation
 */
import { boundArrays, type JsrootIo } from "@belladonna/numerics";
import * as io from "jsroot/io";
import type { RaggedColumn } from "./root/column-collector.js";
import { readForwards } from "./root/forward-reader.js";
import { mendLong64 } from "./root/long64.js";
import { type Ntuple, ntupleOf } from "./root/read-columns.js";
import { knowRNTupleAnchor } from "./root/rntuple-anchor.js";

export type { RaggedColumn } from "./root/column-collector.js";

/** A ROOT tree as columns. */
export interface TreeColumns {
  /** Number of entries. */
  readonly entries: number;
  /** The branches read: a column for one number an entry, a ragged one for arrays and vectors. */
  readonly columns: ReadonlyMap<string, Float64Array | RaggedColumn>;
  /** Branches left out because they hold no numbers (text, objects) or cannot be read, with the reason. */
  readonly skipped: ReadonlyMap<string, string>;
}

/**
 * Branches of numbers from a TTree, a TNtuple or an RNTuple, read by jsroot (which handles compression and baskets).
 * 64-bit integers are rounded to doubles.
 *
 * @param source - The bytes of the file, or its address.
 * @param tree - Name of the tree in the file, with its folders.
 * @param branches - Names of the branches, in any order; all that hold numbers when absent.
 * @throws RangeError when the bytes are no ROOT file or damaged, the file has no such tree or the tree no such branch, or a
 * branch that was asked for by name holds anything but numbers.
 */
export async function readTree(
  source: ArrayBuffer | string,
  tree: string,
  branches?: readonly string[],
): Promise<TreeColumns> {
  mendLong64();
  knowRNTupleAnchor();
  readForwards();
  boundArrays(io as unknown as JsrootIo);
  const ntuple = await find(source, tree);
  for (const name of branches ?? []) {
    if (!ntuple.names.includes(name)) {
      throw new RangeError(`readTree: ${tree} must have the branch ${name}, got only ${ntuple.names.join(", ")}`);
    }
  }
  const columns = new Map<string, Float64Array | RaggedColumn>();
  const skipped = new Map<string, string>();
  for (const name of new Set(branches ?? ntuple.names)) {
    const read = await ntuple.read(name);
    if (!("reason" in read)) columns.set(name, read);
    else if (branches === undefined) skipped.set(name, read.reason);
    else throw new RangeError(`readTree: branch ${name}: ${read.reason}`);
  }
  return { entries: ntuple.entries, columns, skipped };
}

/** The ntuple of a name in a file. */
async function find(source: ArrayBuffer | string, tree: string): Promise<Ntuple> {
  if (typeof source !== "string" && !startsAsRoot(source)) {
    throw new RangeError(`readTree: the bytes must be a ROOT file, which begins with "root"`);
  }
  let found: JsrootObject | null;
  let unread = "";
  let ntuple: Ntuple | undefined;
  try {
    const file = await io.openFile(source);
    found = await file.readObject(tree).catch((error: unknown) => {
      unread = error instanceof Error ? `: ${error.message}` : "";
      return null;
    });
    ntuple = await ntupleOf(file, found);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`readTree: the file must be a whole ROOT file: ${why}`, { cause: error });
  }
  if (ntuple === undefined) {
    const what = found?._typename === undefined ? `nothing of that name${unread}` : `a ${found._typename}`;
    throw new RangeError(`readTree: the file must hold a tree or RNTuple ${tree}, got ${what}`);
  }
  return ntuple;
}

function startsAsRoot(source: ArrayBuffer): boolean {
  const head = new Uint8Array(source, 0, Math.min(4, source.byteLength));
  return String.fromCharCode(...head) === "root";
}
