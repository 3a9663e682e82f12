import { taskIdentity } from "@belladonna/scan/files";

let mark: string | undefined;

/** What made a result: the program, its version, and the first digits of the SHA-256 of its code and bundled data. */
export function madeBy(): string {
  if (mark === undefined) {
    const { version, code } = JSON.parse(taskIdentity(import.meta.url, "")) as Record<"version" | "code", string>;
    mark = `belladonna ${version}, code and data ${code.slice(0, 12)}`;
  }
  return mark;
}
