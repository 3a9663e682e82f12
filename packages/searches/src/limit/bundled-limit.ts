import type { Limit } from "@belladonna/limits";

/**
 * A bundled limit by its identifier. The list of all of them is loaded with the first, so that who does not compare, such as
 * a page that shows what a search is, does not load it.
 */
export async function bundledLimit(id: string): Promise<Limit> {
  const { published } = await import("@belladonna/limits");
  return published.get(id);
}
