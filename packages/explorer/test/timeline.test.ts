import { describe, expect, it } from "vitest";
import { defaults } from "../src/state/state.js";
import { timeline } from "../src/state/timeline.js";

describe("a timeline", () => {
  it("takes a drag as one step, and brings back what was before it", () => {
    const t = timeline(defaults());
    const { mass } = t.now.value;
    for (const m of [1, 2, 3]) t.pass({ mass: m });
    t.set({});
    expect(t.now.value.mass).toBe(3);
    t.undo();
    expect(t.now.value.mass).toBe(mass);
    t.redo();
    expect(t.now.value.mass).toBe(3);
  });

  it("forgets what was undone when something new is done", () => {
    const t = timeline(defaults());
    t.set({ mass: 1 });
    t.set({ mass: 2 });
    t.undo();
    expect(t.can.value).toEqual({ undo: true, redo: true });
    t.set({ mass: 5 });
    expect(t.can.value).toEqual({ undo: true, redo: false });
    t.redo();
    expect(t.now.value.mass).toBe(5);
    t.undo();
    expect(t.now.value.mass).toBe(1);
  });

  it("does nothing where there is nothing to undo", () => {
    const t = timeline(defaults());
    t.undo();
    t.redo();
    expect(t.now.value).toEqual(defaults());
  });
});
