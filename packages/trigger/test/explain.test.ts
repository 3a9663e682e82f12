import fc from "fast-check";
import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  belle2,
  bit,
  bitsOf,
  detect,
  evaluate,
  explain,
  explanationText,
  highLevel,
  hltMenu,
  hltVariables,
  l1Menu,
  level1InputNames,
  type Explanation,
} from "../src/index.js";
import { copies } from "./events.js";
import cases from "./data/l1-ftdl-cases.json";

const leaves = (e: Explanation): Explanation[] => (e.of.length === 0 ? [e] : e.of.flatMap(leaves));

describe("explain, at level 1,", () => {
  it("says of every line what the menu says, in all cases", () => {
    const all = [...cases.signatures, ...cases.random].map((c) => c.in);
    const bits = bitsOf(level1InputNames, all);
    const fired = evaluate(l1Menu, bits);
    all.forEach((_, i) => {
      for (const { name } of l1Menu.lines) expect(explain(l1Menu, bits, name, i).holds).toBe(bit(fired, name, i));
    });
  });

  it("marks what decides: flipping one such bit flips the line, flipping another does not", () => {
    fc.assert(
      fc.property(
        fc.subarray([...level1InputNames]),
        fc.constantFrom("ffo", "fff", "stt", "lml6", "ffs", "yecl", "ggsel"),
        (set, line) => {
          const tree = explain(l1Menu, bitsOf(level1InputNames, [set]), line, 0);
          for (const leaf of leaves(tree)) {
            if (leaf.value !== undefined) continue;
            const flipped = set.includes(leaf.text) ? set.filter((name) => name !== leaf.text) : [...set, leaf.text];
            const after = explain(l1Menu, bitsOf(level1InputNames, [flipped]), line, 0);
            expect(after.holds !== tree.holds).toBe(leaf.decides);
          }
        },
      ),
    );
  });

  it("gives counters their values and reads well", () => {
    const bits = bitsOf(level1InputNames, [["clst_0", "clst_1", "bha_veto"]]);
    expect(explanationText(explain(l1Menu, bits, "c2", 0))).toBe(
      [
        "- clst > 1 and !bha_veto and !veto *",
        "  + clst > 1  (3)",
        "  - !bha_veto *",
        "    + bha_veto *",
        "  + !veto",
        "    - veto",
      ].join("\n"),
    );
  });

  it("refuses what is not there", () => {
    const bits = bitsOf(level1InputNames, [[]]);
    expect(() => explain(l1Menu, bits, "nope", 0)).toThrow("explain: the menu has no line named nope");
    expect(() => explain(l1Menu, bits, "ffo", 1)).toThrow("explain: event must be from 0 to 0, got 1");
  });
});

describe("explain, at the high level,", () => {
  const detected = detect(copies(1, [{ pdgId: 22, p: 3, theta: 75, phi: 0 }]), belle2, random(1));
  const variables = hltVariables(detected);

  it("says of every line what the menu says", () => {
    const { fired } = highLevel(detected, hltMenu);
    for (const { name } of hltMenu.lines) expect(explain(hltMenu, variables, name, 0).holds).toBe(bit(fired, name, 0));
  });

  it("gives each comparison its value and threshold", () => {
    const tree = explain(hltMenu, variables, "ge3_loose_tracks_inc_1_tight_not_ee2leg", 0);
    expect(
      tree.of.map(({ text, holds, value, comparison, threshold }) => [text, holds, value, comparison, threshold]),
    ).toEqual([
      ["nTrkLoose >= 3", false, 0, ">=", 3],
      ["nTrkTight >= 1", false, 0, ">=", 1],
      ["ee2leg == 0", true, 0, "==", 0],
    ]);
    expect(explanationText(tree).split("\n")[1]).toBe("  - nTrkLoose >= 3  (0)");
  });
});
