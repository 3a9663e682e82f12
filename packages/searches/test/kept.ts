import { expect } from "vitest";

/**
 * Holds numbers to those that are kept in kept/NAME.json, to ten digits. Where a change should move them: `npx vitest run
 * --project unit FILE -u`, and why in the commit.
 */
export async function expectKept(name: string, numbers: unknown): Promise<void> {
  const text = JSON.stringify(
    numbers,
    (key, value: unknown) => {
      // What a cut flow quotes of the facts is not what passes.
      if (key === "numbers") return undefined;
      return typeof value === "number" ? tenDigits(value) : value;
    },
    1,
  );
  const file = new URL(`kept/${name.replace(/[^\w.]+/g, "-")}.json`, import.meta.url).pathname;
  await expect(`${text}\n`).toMatchFileSnapshot(file);
}

const tenDigits = (x: number): number => Number(x.toPrecision(10));
