import type { Limit, Published } from "@belladonna/limits";

/** The bundled limits; their list, which is long, is loaded when it is asked for, so that a page can show a search without. */
export async function bundledLimits(): Promise<Published> {
  return (await import("./published-limits.js")).published;
}

/** A bundled limit by its identifier. */
export async function bundledLimit(id: string): Promise<Limit> {
  return (await bundledLimits()).get(id);
}
