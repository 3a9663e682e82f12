import { md5 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText, canonicalValue } from "./canonical-json.js";

/**
 * Digest of a workspace, as pyhf computes it and patch sets quote it.
 *
 * ```ts
 * workspaceDigest('{"a": 2.0, "b": 3.0, "c": 1.0}').slice(0, 8); // "a38f6093"
 * ```
 * @param workspace - JSON text, or the value parsed from it. Only text tells `10` from `10.0`, which have different digests;
 *   in a parsed value whole numbers are taken to have been written without a point.
 * @param algorithm - The hash.
 * @returns The digest in hexadecimal.
 * @throws SyntaxError when text is not JSON.
 * @see [pyhf](https://doi.org/10.21105/joss.02823)
 */
export function workspaceDigest(workspace: unknown, algorithm: "sha256" | "md5" = "sha256"): string {
  const bytes = utf8ToBytes(typeof workspace === "string" ? canonicalText(workspace) : canonicalValue(workspace));
  return bytesToHex(algorithm === "md5" ? md5(bytes) : sha256(bytes));
}
