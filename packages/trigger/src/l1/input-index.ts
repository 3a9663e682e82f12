import { level1InputNames, type Level1InputName } from "./input-names.js";

/** Consecutive bits that belong together: a counter or a number. */
export interface BitGroup {
  /** Index of the first bit. */
  readonly first: number;
  /** Number of bits. */
  readonly size: number;
}

const index: ReadonlyMap<string, number> = /* @__PURE__ */ new Map<string, number>(/* @__PURE__ */ entries());

function entries(): [string, number][] {
  return level1InputNames.map((name, j) => [name, j]);
}

/**
 * Index of an input bit.
 * @param name - Its name.
 * @throws RangeError when the menu has no such input.
 */
export function inputIndex(name: Level1InputName): number {
  const found = index.get(name);
  if (found === undefined) throw new RangeError(`inputIndex: bit must be an input of the level-1 menu, got "${name}"`);
  return found;
}

/**
 * Bits with consecutive numbers at the end of their names, as `t2_0` to `t2_3`.
 * @param name - Name of the first.
 * @param size - How many there are.
 * @throws RangeError when the menu has them not all, or not one after the other.
 */
export function inputGroup(name: Level1InputName, size: number): BitGroup {
  const first = inputIndex(name);
  const number = /\d+$/.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - number.length);
  for (let k = 0; k < size; k++) {
    const expected = `${stem}${Number(number) + k}`;
    if (index.get(expected) !== first + k) {
      throw new RangeError(
        `inputGroup: "${name}" must be followed by its group of ${size} bits, got no "${expected}" there`,
      );
    }
  }
  return { first, size };
}
