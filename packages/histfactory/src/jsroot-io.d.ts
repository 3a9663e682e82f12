// What is used of jsroot, which has no types of its own.
declare module "jsroot/io" {
  interface Histogram {
    readonly _typename: string;
    readonly fArray: ArrayLike<number>;
    readonly fSumw2: ArrayLike<number>;
    readonly fXaxis: { readonly fNbins: number };
  }
  interface RootFile {
    readObject(path: string): Promise<Histogram>;
  }
  export function openFile(content: ArrayBuffer): Promise<RootFile>;
}
