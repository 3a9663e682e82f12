import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  parseTree,
  type ParseError,
  printParseErrorCode,
} from "jsonc-parser";

/** Something is wrong with a model file; the message begins with the file, the line and the path in it. */
export class ModelFileError extends RangeError {
  /** Kind of the error. */
  override readonly name = "ModelFileError";
}

/** A JSON document that knows the line of each of its parts. */
export interface Located {
  /** The value. */
  readonly value: unknown;
  /** Refuse the part at a path. */
  readonly refuse: (path: JSONPath, what: string) => never;
}

/** A path as one writes it: `vertices[0].coupling`. */
const written = (path: JSONPath): string =>
  path.map((part, i) => (typeof part === "number" ? `[${part}]` : i === 0 ? part : `.${part}`)).join("");

/**
 * Reads JSON.
 * @throws ModelFileError for text that is none, with its line.
 */
export function located(text: string, file: string): Located {
  const faults: ParseError[] = [];
  const root = parseTree(text, faults, { disallowComments: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const fault = faults.at(0);
  if (root === undefined || fault !== undefined) {
    const what =
      fault === undefined ? "must be JSON, got nothing" : `must be JSON: ${printParseErrorCode(fault.error)}`;
    throw new ModelFileError(`${file}, line ${lineAt(fault?.offset ?? 0)}: ${what}`);
  }
  const nearest = (path: JSONPath): Node => {
    for (let n = path.length; n > 0; n--) {
      const found = findNodeAtLocation(root, path.slice(0, n));
      if (found !== undefined) return found;
    }
    return root;
  };
  return {
    value: JSON.parse(text) as unknown,
    refuse(path, what) {
      const at = written(path);
      throw new ModelFileError(`${file}, line ${lineAt(nearest(path).offset)}: ${at === "" ? "model" : at} ${what}`);
    },
  };
}
