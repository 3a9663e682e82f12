// What root.ts uses of jsroot, which ships without types.

interface JsrootTree {
  readonly _typename?: string;
  readonly fEntries: number;
  readonly fBranches: { readonly arr: readonly { readonly fName: string }[] };
}

declare module "jsroot/io" {
  export function openFile(
    source: ArrayBuffer | string,
  ): Promise<{ readObject(name: string): Promise<JsrootTree | null> }>;
}

declare module "jsroot/tree" {
  export class TSelector {
    tgtobj: Record<string, unknown>;
    addBranch(name: string): number;
    Process(entry: number): void;
  }
  export function treeProcess(tree: JsrootTree, selector: TSelector): Promise<unknown>;
}
