import { shown, WorkspaceError } from "./workspace-error.js";

/** One operation of a JSON Patch. */
export interface PatchOperation {
  /** What to do. */
  readonly op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  /** Where: a JSON Pointer. */
  readonly path: string;
  /** Where from, of `move` and `copy`. */
  readonly from?: string;
  /** The value to add, to put in place, or to compare with. */
  readonly value?: unknown;
}

/** Many patches of one workspace: as a rule one for each signal point. */
export interface PatchSet {
  /** What the patches are for. */
  readonly metadata: {
    /** Where the set comes from. */
    readonly references: Readonly<Record<string, string>>;
    /** Digests of the workspace that may be patched. */
    readonly digests: {
      /** SHA-256, hexadecimal. */
      readonly sha256?: string;
      /** MD5, hexadecimal. */
      readonly md5?: string;
    };
    /** Names of the numbers that tell the patches apart. */
    readonly labels: readonly string[];
    /** What the set is. */
    readonly description: string;
  };
  /** The patches. */
  readonly patches: readonly {
    /** Name and values of the patch. */
    readonly metadata: {
      /** Name, unique in the set. */
      readonly name: string;
      /** One value a label. */
      readonly values: readonly (string | number)[];
    };
    /** Its operations. */
    readonly patch: readonly PatchOperation[];
  }[];
  /** Version of the format. */
  readonly version: "1.0.0";
}

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new WorkspaceError(path, `must be an object, got ${shown(value)}`);
  }
  return value as Record<string, unknown>;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new WorkspaceError(path, `must be an array that is not empty, got ${shown(value)}`);
  }
  return value;
}

function text(value: unknown, path: string, form?: RegExp): string {
  if (typeof value !== "string" || (form !== undefined && !form.test(value))) {
    throw new WorkspaceError(
      path,
      `must be a string${form === undefined ? "" : ` like ${form.source}`}, got ${shown(value)}`,
    );
  }
  return value;
}

/**
 * The patch set of a JSON document, once its form is checked.
 *
 * ```ts
 * const patch = [{ op: "replace", path: "/channels/0/samples/0/data/0", value: 7 }];
 * const patches = [{ metadata: { name: "m_1", values: [1] }, patch }];
 * const digests = { sha256: "0".repeat(64) };
 * const metadata = { digests, labels: ["mass"], description: "signals by mass", references: { hepdata: "ins1234567" } };
 * parsePatchSet({ version: "1.0.0", metadata, patches }).patches[0].metadata.name; // "m_1"
 * ```
 * @param document - JSON text, or the value parsed from it.
 * @throws WorkspaceError with the path and the reason at the first fault.
 */
export function parsePatchSet(document: unknown): PatchSet {
  let value = document;
  if (typeof document === "string") {
    try {
      value = JSON.parse(document);
    } catch (error) {
      throw new WorkspaceError(
        "",
        `the patch set is not JSON: ${error instanceof Error ? error.message : "no reason given"}`,
      );
    }
  }
  const top = record(value, "patchset");
  if (top["version"] !== "1.0.0")
    throw new WorkspaceError("patchset.version", `must be "1.0.0", got ${shown(top["version"])}`);
  const metadata = record(top["metadata"], "patchset.metadata");
  const digests = record(metadata["digests"], "patchset.metadata.digests");
  const algorithms = Object.keys(digests);
  if (algorithms.length === 0) throw new WorkspaceError("patchset.metadata.digests", "must have at least one digest");
  for (const algorithm of algorithms) {
    const length = algorithm === "sha256" ? 64 : algorithm === "md5" ? 32 : 0;
    const path = `patchset.metadata.digests.${algorithm}`;
    if (length === 0) throw new WorkspaceError(path, "must be sha256 or md5");
    text(digests[algorithm], path, new RegExp(`^[a-fA-F0-9]{${length}}$`));
  }
  const labels = list(metadata["labels"], "patchset.metadata.labels");
  labels.forEach((label, i) => text(label, `patchset.metadata.labels[${i}]`));
  const names = new Set<string>();
  list(top["patches"], "patchset.patches").forEach((item, i) => {
    const path = `patchset.patches[${i}]`;
    const patch = record(item, path);
    const own = record(patch["metadata"], `${path}.metadata`);
    const name = text(own["name"], `${path}.metadata.name`, /^[a-zA-Z0-9_]+$/);
    if (names.has(name)) throw new WorkspaceError(`${path}.metadata.name`, `repeats ${shown(name)}`);
    names.add(name);
    const values = list(own["values"], `${path}.metadata.values`);
    if (values.length !== labels.length) {
      throw new WorkspaceError(`${path}.metadata.values`, `must have ${labels.length} elements, got ${values.length}`);
    }
    if (!Array.isArray(patch["patch"])) {
      throw new WorkspaceError(`${path}.patch`, `must be an array, got ${shown(patch["patch"])}`);
    }
  });
  return value as PatchSet;
}
