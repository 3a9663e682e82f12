// What is used of jsroot, which has no types of its own.
declare module "jsroot/io" {
  export function openFile(content: ArrayBuffer): Promise<{ readObject(path: string): Promise<unknown> }>;
}
