/// <reference types="vite/types/importMeta.d.ts" />
import type { CombineOptions, PruneOptions, RenameOptions, Workspace } from "../src/index.js";

interface Operations {
  readonly digests: readonly { readonly text: string; readonly sha256: string; readonly md5: string }[];
  readonly operations: readonly ({ readonly case: string; readonly sha256: string } & (
    | { readonly operation: "sort" }
    | { readonly operation: "prune"; readonly options: PruneOptions }
    | { readonly operation: "rename"; readonly options: RenameOptions }
    | { readonly operation: "combine"; readonly options: CombineOptions; readonly with: string | Workspace }
  ))[];
}

const files = import.meta.glob<Operations>("./data/workspace-operations.json", { eager: true, import: "default" });

/** Digests and workspace operations as pyhf does them: see the file's `provenance`. */
export const operations: Operations = Object.values(files)[0];
