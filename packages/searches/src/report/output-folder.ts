import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { marked } from "@belladonna/sources";
import { messageOf, OutputError } from "../user-error.js";
import { madeBy } from "./made-by.js";

/** A folder for results, whose files are written whole or not at all. */
export interface OutputFolder {
  /** Path of the folder. */
  readonly path: string;
  /** Write one file, sub-folders made as needed, and return its path. */
  write(name: string, content: string | Uint8Array): string;
}

/**
 * Make the folder, or say at once that it cannot be written: before the work, not after it.
 * @param folder - Its path.
 * @param by - The mark of what made them that files get; `""` for none.
 * @throws OutputError when the folder cannot be made or written.
 */
export function outputFolder(folder: string, by: string = madeBy()): OutputFolder {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new OutputError(`cannot write to the folder ${folder}: ${messageOf(error)}`);
  }
  return {
    path: folder,
    write(name, content) {
      const file = path.join(folder, name);
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        makeFolder(path.dirname(file));
        writeFileSync(temporary, by === "" ? content : marked(name, content, by));
        renameSync(temporary, file);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw new OutputError(`cannot write ${file}: ${messageOf(error)}`);
      }
      return file;
    },
  };
}

/** One folder after the other: Node's own recursion never returns where a file system refuses with "no such file". */
function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw new Error("it is a file");
    return;
  }
  makeFolder(path.dirname(path.resolve(folder)));
  mkdirSync(folder);
}
