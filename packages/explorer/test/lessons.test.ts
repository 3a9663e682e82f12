import { planeEntries } from "@belladonna/limits/plot";
import { describe, expect, it } from "vitest";
import { verdict } from "../src/answers/verdict.js";
import { lessons, stepOf } from "../src/lessons/lessons.js";
import { fromFragment } from "../src/state/fragment.js";

const steps = lessons.flatMap((lesson) => lesson.steps.map((step, i) => ({ name: `${lesson.id}-${i + 1}`, step })));

describe("lessons", () => {
  it.each(steps)("$name is a good link with two sentences", ({ name, step }) => {
    expect(stepOf(name)?.step).toBe(step);
    expect(fromFragment(step.link).problems).toEqual([]);
    expect(fromFragment(`lesson=${name}`).state.lesson).toBe(name);
    expect(step.text.match(/[.:?](\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it.each(["", "none-1", "trigger-0", "trigger-99", "trigger"])("know no step %j", (name) => {
    expect(stepOf(name)).toBeUndefined();
  });

  it("say what is so: several exclude the first unseen point, none the second, a beam dump the third", async () => {
    const { limits } = await planeEntries("dark-photon-visible");
    const by = (name: string): string[] => {
      const { mass, coupling } = fromFragment(stepOf(name)?.step.link ?? "").state;
      return verdict(limits, mass, coupling)
        .filter((j) => j.measured && j.says === "excluded")
        .map((j) => j.limit.label ?? "");
    };
    expect(by("unseen-1").length).toBeGreaterThan(1);
    expect(by("unseen-2")).toEqual([]);
    expect(by("unseen-3")).toContain("E137");
    expect(by("own-limit-1")).toEqual(["LHCb"]);
  });
});
