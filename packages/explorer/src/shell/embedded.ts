/** The views that can be shown alone, in the frame of another page: `?embed=NAME`, the state in the fragment as always. */
export const embeddable = ["plane", "point", "verdict", "widths", "events", "search"] as const;

/** One of them. */
export type Embeddable = (typeof embeddable)[number];

/**
 * The view that the address asks for alone.
 * @param search - The query of the address, `?embed=plane`; `?embed` alone is the plane.
 * @returns The view; undefined for the whole page, and `unknown` with the name where there is no such view.
 */
export function embedded(search: string): Embeddable | { readonly unknown: string } | undefined {
  const name = new URLSearchParams(search).get("embed");
  if (name === null) return undefined;
  if (name === "") return "plane";
  return embeddable.find((v) => v === name) ?? { unknown: name };
}
