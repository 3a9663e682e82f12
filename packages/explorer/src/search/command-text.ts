import type { SearchWish } from "./ask.js";

/** The words that give the same numbers in a terminal. */
export function commandText({ search, mass, luminosity, events, seed }: SearchWish): string {
  const options = `--mass ${mass} --luminosity ${luminosity}fb --events ${events} --seed ${seed}`;
  return `npx @belladonna/searches ${search} ${options}`;
}
