// What is used of jsroot, which ships without types.

interface JsrootObject {
  readonly _typename?: string;
}

interface JsrootTree extends JsrootObject {
  readonly fEntries: number;
  readonly fBranches: { readonly arr: readonly JsrootBranch[] };
}

interface JsrootBranch {
  readonly fName: string;
  readonly fEntries: number;
  readonly fWriteBasket: number;
  readonly fMaxBaskets: number;
  // Absent in what was read of a damaged file.
  readonly fBasketEntry?: ArrayLike<number> | undefined;
  readonly fBranches?: { readonly arr?: readonly (JsrootBranch | null | undefined)[] } | undefined;
  readonly fBaskets?: { readonly arr?: readonly ({ readonly fNevBuf: number } | null | undefined)[] } | undefined;
  readonly fLeaves?: { readonly arr?: readonly { readonly fLeafCount?: { readonly fName: string } | null }[] };
}

interface JsrootFile {
  readObject(name: string): Promise<JsrootObject | null>;
  readBuffer(...places: unknown[]): Promise<unknown>;
}

declare module "jsroot/io" {
  export function openFile(source: ArrayBuffer | string): Promise<JsrootFile>;
  export class TBuffer {
    constructor(data: DataView, position: number, file: unknown);
    readonly arr: DataView;
    o: number;
    readonly fFile: unknown;
    ntoi8(): number | bigint;
    ntou2(): number;
    ntou8(): number | bigint;
  }
  export function addUserStreamer(type: string, read: (buffer: TBuffer, target: Record<string, unknown>) => void): void;
}

declare module "jsroot/tree" {
  export class TSelector {
    readonly tgtobj: Record<string, unknown>;
    addBranch(branch: string, name?: string): number;
    Abort(): void;
    Process(entry: number): void;
    Terminate(complete: boolean): void;
  }
  export function treeProcess(tree: JsrootObject, selector: TSelector): Promise<unknown>;
}

declare module "jsroot/rntuple" {
  export class RBufferReader {
    offset: number;
    seek(position: number | bigint): void;
  }
  export function readHeaderFooter(tuple: JsrootObject): Promise<{
    readonly fieldDescriptors: readonly { readonly fieldName: string; readonly parentFieldId: number }[];
    readonly clusterSummaries: readonly { readonly numEntries: number }[];
  } | null>;
  export function rntupleProcess(tuple: JsrootObject, selector: object): Promise<unknown>;
}
