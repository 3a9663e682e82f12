// What is used of jsroot, which has no types of its own.
declare module "jsroot/io" {
  export function openFile(content: ArrayBuffer): Promise<{ readObject(path: string): Promise<unknown> }>;

  /** An array as a file's description of a class has it. */
  export interface StreamedArray {
    readonly fArrayDim?: number;
    readonly fArrayLength?: number;
    readonly fMaxIndex?: ArrayLike<number>;
  }

  export class TBuffer {
    readonly arr: DataView;
    readonly o: number;
    readNdimArray(handle: StreamedArray, read: unknown): unknown;
    readFastArray(entries: number, ...rest: unknown[]): unknown;
  }
}
