import { applyPatch } from "rfc6902";
import type { Operation } from "rfc6902";
import { workspaceDigest } from "./digest.js";
import { parsePatchSet } from "./patch-set.js";
import type { PatchOperation, PatchSet } from "./patch-set.js";
import { shown, WorkspaceError } from "./workspace-error.js";

/** One patch of a patch set. */
export interface PatchChoice {
  /** The patch set: the value, or its JSON text. */
  readonly set: PatchSet | string;
  /** Name of the patch, or its values in the order of the set's labels. */
  readonly key: string | readonly (string | number)[];
}

const OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"];

/** A JSON Pointer (RFC 6901): empty, or names that each have a slash before them. */
function checkPointer(value: unknown, path: string): void {
  if (typeof value !== "string" || !/^(\/|$)/.test(value)) {
    throw new WorkspaceError(path, `must be a JSON Pointer, "/" before each name, got ${shown(value)}`);
  }
}

/** The operations of a JSON Patch, checked. */
function checkOperations(operations: readonly PatchOperation[]): void {
  operations.forEach((item: unknown, i) => {
    const operation = item as Partial<PatchOperation> | null;
    if (typeof operation !== "object" || operation === null) {
      throw new WorkspaceError(`patch[${i}]`, `must be an object, got ${shown(item)}`);
    }
    const { op, path, from } = operation;
    if (op === undefined || !OPERATIONS.includes(op)) {
      throw new WorkspaceError(`patch[${i}].op`, `must be one of ${OPERATIONS.join(", ")}, got ${shown(op)}`);
    }
    checkPointer(path, `patch[${i}].path`);
    if (op === "move" || op === "copy") checkPointer(from, `patch[${i}].from`);
    if ((op === "add" || op === "replace" || op === "test") && operation.value === undefined) {
      throw new WorkspaceError(`patch[${i}].value`, "is missing");
    }
  });
}

/** One array index of a JSON Pointer: in the array, or at its end when something is put there. */
function checkIndices(document: unknown, pointer: string, adds: boolean, path: string): void {
  let at = document;
  const tokens = pointer.split("/").slice(1);
  tokens.forEach((token, i) => {
    const put = adds && i === tokens.length - 1;
    if (Array.isArray(at)) {
      const inside = /^(0|[1-9]\d*)$/.test(token) && Number(token) < at.length + (put ? 1 : 0);
      if (!inside && !(put && token === "-")) {
        throw new WorkspaceError(path, `must be in the array of ${at.length}, got ${shown(pointer)}`);
      }
      at = at[Number(token)];
    } else if (typeof at === "object" && at !== null) {
      at = (at as Record<string, unknown>)[token.replaceAll("~1", "/").replaceAll("~0", "~")];
    }
  });
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * A copy of a JSON value with the operations of a JSON Patch (RFC 6902) applied, all or none.
 *
 * ```ts
 * applyJsonPatch({ a: 1 }, [{ op: "replace", path: "/a", value: 2 }]); // {"a":2}
 * ```
 * @throws WorkspaceError with the number of the operation that cannot be applied.
 */
export function applyJsonPatch(document: unknown, operations: readonly PatchOperation[]): unknown {
  checkOperations(operations);
  const copy: unknown = clone(document);
  operations.forEach((operation, i) => {
    checkIndices(
      copy,
      operation.path,
      operation.op === "add" || operation.op === "copy" || operation.op === "move",
      `patch[${i}].path`,
    );
    // The values are copied too, so that no part of the patch is shared with the result.
    const [error] = applyPatch(copy, [clone(operation) as Operation]);
    if (error !== null) {
      throw new WorkspaceError(`patch[${i}]`, `cannot ${operation.op} ${shown(operation.path)}: ${error.message}`);
    }
  });
  return copy;
}

/** The operations of the chosen patch, once the digests of the set are those of the workspace. */
function chosen(workspace: unknown, { set, key }: PatchChoice): readonly PatchOperation[] {
  const { metadata, patches } = parsePatchSet(set);
  for (const algorithm of ["sha256", "md5"] as const) {
    const expected = metadata.digests[algorithm];
    if (expected === undefined) continue;
    const found = workspaceDigest(workspace, algorithm);
    if (found !== expected.toLowerCase()) {
      const hint =
        typeof workspace === "string" ? "" : " (of a parsed value; give the text if numbers like 1.0 are in it)";
      throw new WorkspaceError("", `has the ${algorithm} digest ${found}${hint}, but the patch set is for ${expected}`);
    }
  }
  const found = patches.find(({ metadata: { name, values } }) =>
    typeof key === "string" ? name === key : values.length === key.length && values.every((v, i) => v === key[i]),
  );
  if (found === undefined) throw new WorkspaceError("patches", `has no entry ${JSON.stringify(key)}`);
  return found.patch;
}

/** The workspace document with a patch, or one of a patch set, applied. */
export function patched(workspace: unknown, patch: readonly PatchOperation[] | PatchChoice): unknown {
  const operations = "set" in patch ? chosen(workspace, patch) : patch;
  if (!Array.isArray(operations)) throw new WorkspaceError("patch", `must be an array, got ${shown(operations)}`);
  let document = workspace;
  if (typeof workspace === "string") {
    try {
      document = JSON.parse(workspace);
    } catch {
      return workspace;
    }
  }
  return applyJsonPatch(document, operations as readonly PatchOperation[]);
}
