// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient modules, also for who reads the sources
/// <reference path="./jsroot.d.ts" />
/**
 * Reading ROOT trees.
 *
 * @packageDocumentation
 */
import { openFile } from "jsroot/io";
import { TSelector, treeProcess } from "jsroot/tree";

/** A branch with any number of values an entry: entry $i$ owns `values[offsets[i]]` to `values[offsets[i + 1] - 1]`. */
export interface RaggedColumn {
  /** Start of each entry in `values`; one more than there are entries. */
  readonly offsets: Int32Array;
  /** The values of all entries, end to end. */
  readonly values: Float64Array;
}

/** A ROOT tree as columns. */
export interface TreeColumns {
  /** Number of entries. */
  readonly entries: number;
  /** The branches read: a column for one number an entry, a ragged one for arrays and vectors. */
  readonly columns: ReadonlyMap<string, Float64Array | RaggedColumn>;
}

/**
 * Branches of numbers from a TTree, read by jsroot (which handles compression and baskets). 64-bit integers are rounded to
 * doubles.
 *
 * @param source - The bytes of the file, or its address.
 * @param tree - Name of the tree in the file.
 * @param branches - Names of the branches; all when absent.
 * @throws RangeError when the file has no such tree or the tree no such branch, or a branch holds anything but numbers.
 */
export async function readTree(
  source: ArrayBuffer | string,
  tree: string,
  branches?: readonly string[],
): Promise<TreeColumns> {
  const file = await openFile(source);
  const found = await file.readObject(tree).catch(() => null);
  if (found?._typename !== "TTree" && found?._typename !== "TNtuple") {
    throw new RangeError(`readTree: the file must hold a tree, got no ${tree}`);
  }
  const all = found.fBranches.arr.map(({ fName }) => fName);
  const names = branches ?? all;
  for (const name of names) {
    if (!all.includes(name)) throw new RangeError(`readTree: ${tree} must have the branch, got no ${name}`);
  }
  const collectors = names.map((name) => new Collector(name));
  if (found.fEntries > 0) {
    const selector = new TSelector();
    for (const name of names) selector.addBranch(name);
    selector.Process = () => {
      for (const collector of collectors) collector.take(selector.tgtobj[collector.name]);
    };
    await treeProcess(found, selector);
  }
  return { entries: found.fEntries, columns: new Map(collectors.map((c) => [c.name, c.finish()])) };
}

/** Gathers the values of one branch, entry by entry. */
class Collector {
  readonly name: string;
  readonly #values: number[] = [];
  readonly #offsets: number[] = [0];
  #ragged = false;

  constructor(name: string) {
    this.name = name;
  }

  take(value: unknown): void {
    if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      this.#values.push(Number(value));
    } else if (isList(value)) {
      this.#ragged = true;
      for (const one of Array.from(value)) this.#values.push(Number(one));
    } else {
      throw new RangeError(`readTree: branch ${this.name} must hold numbers, got ${typeof value}`);
    }
    this.#offsets.push(this.#values.length);
  }

  finish(): Float64Array | RaggedColumn {
    const values = Float64Array.from(this.#values);
    return this.#ragged ? { offsets: Int32Array.from(this.#offsets), values } : values;
  }
}

function isList(value: unknown): value is ArrayLike<number | bigint> {
  if (!(Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value))) return false;
  const list = value as ArrayLike<unknown>;
  return list.length === 0 || typeof list[0] === "number" || typeof list[0] === "bigint";
}
