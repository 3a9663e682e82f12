import type { Standing } from "@belladonna/sources";
import { belle2Data } from "@belladonna/trigger";
import { searches } from "../../src/searches.js";
import { settings } from "./settings.js";

/** A recalled number: the search it is of, or `detector`, and what it is called there. */
export interface Recalled {
  readonly where: string;
  readonly fact: string;
}

/** Everything of the searches that have {@link settings} that is recalled, or stands in or was derived from what is. */
export function everyRecalled(): Recalled[] {
  const is = (standing: Standing, words: string) => standing === "recalled" || words.includes("recalled");
  return [
    ...leaves(belle2Data, []).map((fact) => ({ where: "detector", fact })),
    ...searches.flatMap(({ name, facts }) =>
      (name in settings ? facts : [])
        .filter(({ standing, value, source }) => is(standing, `${value} ${source}`))
        .map(({ quantity }) => ({ where: name, fact: quantity })),
    ),
  ];
}

/** Paths of the recalled numbers of a description. */
function leaves(node: object, path: readonly string[]): string[] {
  if ("standing" in node) return node.standing === "recalled" ? [path.join(".")] : [];
  return Object.entries(node).flatMap(([key, child]) => leaves(child as object, [...path, key]));
}
