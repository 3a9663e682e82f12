import { TSelector, treeProcess } from "jsroot/tree";
import { readHeaderFooter, rntupleProcess } from "jsroot/rntuple";
import { ColumnCollector, type RaggedColumn } from "./column-collector.js";
import { oddBaskets } from "./odd-baskets.js";
import { type Watch, watchFile } from "./watched-promise.js";

/** A tree or RNTuple of a file, to be read a branch at a time. */
export interface Ntuple {
  /** Number of entries. */
  readonly entries: number;
  /** Names of all branches (fields). */
  readonly names: readonly string[];
  /** The values of one branch, or why they cannot be read. */
  read(name: string): Promise<Float64Array | RaggedColumn | Unreadable>;
}

/** Why a branch cannot be read. */
interface Unreadable {
  readonly reason: string;
}

/** The ntuple that an object of a file is, or undefined when it is none. */
export async function ntupleOf(file: JsrootFile, found: JsrootObject | null): Promise<Ntuple | undefined> {
  const type = found?._typename ?? "";
  if (found === null) return undefined;
  if (["TTree", "TNtuple", "TNtupleD"].includes(type)) return treeOf(watchFile(file), found as JsrootTree);
  if (type === "ROOT::RNTuple" || type === "ROOT::Experimental::RNTuple") return tupleOf(watchFile(file), found);
  return undefined;
}

function treeOf(watch: Watch, tree: JsrootTree): Ntuple {
  const branches = tree.fBranches.arr;
  const { fEntries: entries } = tree;
  if (!(Number.isSafeInteger(entries) && entries >= 0)) throw new RangeError(`the tree has ${entries} entries`);
  const column = async (name: string): Promise<Float64Array | RaggedColumn | Unreadable> => {
    if (entries === 0) return new Float64Array(0);
    const branch = branches.find(({ fName }) => fName === name);
    const reason = branch === undefined ? `there is no branch ${name}` : oddBaskets(branch, entries);
    if (reason !== undefined) return { reason };
    return collect(watch, name, entries, (selector) => treeProcess(tree, selector));
  };
  return {
    entries,
    names: branches.map(({ fName }) => fName),
    async read(name) {
      const counter = branches.find(({ fName }) => fName === name)?.fLeaves?.arr?.[0]?.fLeafCount?.fName;
      if (counter === undefined) return column(name);
      // First, since jsroot goes through its baskets for the branch too.
      const counts = await column(counter);
      if (!(counts instanceof Float64Array)) return { reason: `its counter ${counter} cannot be read` };
      const read = await column(name);
      if ("reason" in read) return read;
      // Baskets may leave out where entries begin; jsroot then finds nothing in them.
      const lengths = (i: number): number => ("offsets" in read ? read.offsets[i + 1] - read.offsets[i] : 1);
      const at = counts.findIndex((count, i) => lengths(i) !== count);
      if (at < 0) return read;
      return { reason: `entry ${at} has ${lengths(at)} values where ${counter} is ${counts[at]}` };
    },
  };
}

async function tupleOf(watch: Watch, tuple: JsrootObject): Promise<Ntuple> {
  const header = await readHeaderFooter(tuple);
  if (header === null) throw new RangeError("the descriptors of the RNTuple are damaged");
  const entries = header.clusterSummaries.reduce((sum, { numEntries }) => sum + numEntries, 0);
  // Fields of the tuple itself are their own parents.
  const names = header.fieldDescriptors.filter(({ parentFieldId }, i) => parentFieldId === i).map((f) => f.fieldName);
  return {
    entries,
    names,
    async read(name) {
      if (entries === 0) return new Float64Array(0);
      return collect(watch, name, entries, (selector) => rntupleProcess(tuple, selector));
    },
  };
}

/** Go through the entries of one branch, with every failure of jsroot as a reason. */
async function collect(
  watch: Watch,
  name: string,
  entries: number,
  process: (selector: TSelector) => Promise<unknown>,
): Promise<Float64Array | RaggedColumn | Unreadable> {
  const collector = new ColumnCollector();
  let reason = "";
  const selector = new TSelector();
  selector.addBranch(name, "value");
  selector.Process = () => {
    if (reason !== "") return;
    const wrong = collector.take(selector.tgtobj.value);
    if (wrong === undefined) return;
    reason = `it must hold numbers, got ${wrong}`;
    selector.Abort();
  };
  try {
    await new Promise<void>((resolve, reject: (error: unknown) => void) => {
      watch.failed = reject;
      selector.Terminate = () => {
        resolve();
      };
      process(selector).then(() => {
        resolve();
      }, reject);
    });
  } catch (error) {
    if (reason === "") reason = error instanceof Error ? error.message : String(error);
  }
  if (reason === "" && collector.entries !== entries) reason = `it has ${collector.entries} entries of ${entries}`;
  return reason === "" ? collector.finish() : { reason };
}
