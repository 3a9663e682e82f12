import Table from "cli-table3";
import type { Search } from "../search.js";

/** Prints one JSON document, for machines. */
export function printJson(document: unknown): void {
  console.log(JSON.stringify(document, null, 1));
}

/** Prints the searches there are, a line each. */
export function printSearches(searches: readonly Search[], json: boolean): void {
  if (json) {
    printJson(
      searches.map(({ name, title, reference, defaults, dataColumns }) => ({
        name,
        title,
        reference,
        defaults,
        dataColumns,
      })),
    );
    return;
  }
  for (const { name, title, reference } of searches) console.log(`${name.padEnd(24)} ${title} (${reference})`);
}

/** Prints every number of a search with its standing. */
export function printFacts({ name, title, reference, facts }: Search, json: boolean): void {
  if (json) {
    printJson({ search: name, title, reference, facts });
    return;
  }
  const table = new Table({
    style: { head: [], border: [], compact: true },
    head: ["quantity", "value", "standing", "source"],
  });
  for (const { quantity, value, standing, source } of facts) table.push([quantity, value, standing, source]);
  console.log(`${title}\n${table.toString()}`);
}
