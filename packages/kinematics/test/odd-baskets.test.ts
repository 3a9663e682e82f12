// Numbers of baskets as ROOT keeps them, right and damaged.
import { describe, expect, it } from "vitest";
import { oddBaskets } from "../src/root/odd-baskets.js";

type Branch = Parameters<typeof oddBaskets>[0];

/** Seven entries: three and two in written baskets, two kept with the branch. */
const branch: Branch = {
  fName: "px",
  fEntries: 7,
  fWriteBasket: 2,
  fMaxBaskets: 10,
  fBasketEntry: [0, 3, 5, 0, 0, 0, 0, 0, 0, 0],
  fBaskets: { arr: [null, null, { fNevBuf: 2 }] },
};
const written: Branch = { ...branch, fName: "m", fBasketEntry: [0, 3, 7, 0, 0, 0, 0, 0, 0, 0], fBaskets: { arr: [] } };
/** An object in parts has no baskets of its own. */
const object: Branch = {
  ...{ fName: "object", fEntries: 7, fWriteBasket: 0, fMaxBaskets: 10 },
  ...{ fBasketEntry: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], fBaskets: { arr: [] }, fBranches: { arr: [branch, written] } },
};

describe("oddBaskets", () => {
  it.each([branch, written, object])("finds nothing in $fName", (right) => {
    expect(oddBaskets(right, 7)).toBeUndefined();
  });

  it.each([
    [{ fEntries: 2 ** 53 }, "px has 9007199254740992 of 7 entries"],
    [{ fWriteBasket: 2 ** 31 - 1 }, "px has written 2147483647 baskets of 10, with beginnings of 10"],
    [{ fWriteBasket: -1 }, "px has written -1 baskets of 10"],
    [{ fMaxBaskets: 2 ** 30 }, "px has written 2 baskets of 1073741824, with beginnings of 10"],
    [{ fBasketEntry: [0, 6, 5, 0, 0, 0, 0, 0, 0, 0] }, "basket 1 of px has entries 6 to 5"],
    [{ fBasketEntry: undefined }, "px has written 2 baskets of 10, with beginnings of 0"],
    [{ fBaskets: undefined }, "px has 5 + 0 entries in its baskets, and not 7"],
    [{ fBranches: { arr: [undefined] } }, "px has a part that cannot be read"],
    [{ fBaskets: { arr: [] } }, "px has 5 + 0 entries in its baskets, and not 7"],
  ] as const)("finds %j", (change, why) => {
    expect(oddBaskets({ ...branch, ...change }, 7)).toContain(why);
    expect(oddBaskets({ ...object, fBranches: { arr: [written, { ...branch, ...change }] } }, 7)).toContain(why);
  });
});
