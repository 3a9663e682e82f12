import { generate, mediatorDecays, signalProcess } from "@belladonna/events";
import { beamPreset } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import {
  belle2,
  detect,
  evaluate,
  l1ExpressionText,
  l1Menu,
  level1Inputs,
  triggerEfficiency,
} from "@belladonna/trigger";
import { describe, expect, it } from "vitest";
import { drawingOf } from "../src/events/drawing.js";
import { sceneOf } from "../src/events/scene.js";
import { newest } from "../src/events/newest.js";
import { simulate } from "../src/worker/simulation.js";

const asked = (index: number, line = "", expression = "") => ({ index, line, expression });

const wish = { portal: "dark photon", mass: 0.3, coupling: 5e-4, seed: 1, events: 300 };

describe("events of a point", () => {
  const { sample, event } = simulate(wish);

  it("are those the packages make, with their efficiencies", () => {
    const mediator = darkPhoton({ mass: 0.3, epsilon: 5e-4 });
    const process = signalProcess(mediator);
    if (process === undefined) throw new Error("no process");
    const options = { beams: beamPreset("run2019"), isr: true, seed: 1, decays: [mediatorDecays(mediator)] };
    const events = generate(process, { ...options, events: 300 });
    const bits = evaluate(l1Menu, level1Inputs(detect(events, belle2, random(1).stream(3))));
    expect(sample.crossSection.value).toBeCloseTo(events.crossSection.value, 12);
    expect(sample.branchingFraction).toBe(events.branchingFraction);
    for (const { name, generated } of sample.lines) {
      const { value, low, high } = triggerEfficiency({ line: name, bits });
      expect(generated).toEqual({ value, low, high });
    }
    expect(sample.lines.length).toBeGreaterThan(10);
  });

  it("come out the same again, and event by event", () => {
    expect(simulate(wish).sample).toEqual(sample);
    expect(simulate(wish).event(asked(7, "hie"))).toEqual(event(asked(7, "hie")));
  });

  it("say why a line fired just where it did", () => {
    for (let i = 0; i < 40; i++) {
      const view = event(asked(i, "hie"));
      expect(view.explanation?.holds).toBe(view.fired.includes("hie"));
    }
  });

  it("say the same of the high level", () => {
    const line = sample.highLines.find(({ name }) => name.includes("track"))?.name ?? "";
    const holds = Array.from({ length: sample.events }, (_, i) => {
      const view = event(asked(i, line));
      expect(view.explanation?.holds).toBe(view.fired.includes(line));
      return view.explanation?.holds === true;
    });
    const row = sample.highLines.find(({ name }) => name === line);
    expect(row?.generated.value).toBeCloseTo(holds.filter(Boolean).length / holds.length, 12);
  });

  it("say nothing of a line that neither menu has", () => {
    expect(event(asked(0, "a_line_of_old")).explanation).toBeUndefined();
  });

  it("try a line that is typed: that of the menu, and its opposite", () => {
    const menu = l1Menu.lines.find(({ name }) => name === "hie");
    if (menu === undefined) throw new Error("no hie");
    const text = l1ExpressionText(menu.logic);
    const row = sample.lines.find(({ name }) => name === "hie");
    for (let i = 0; i < 40; i++) {
      const { typed, fired } = event(asked(i, "", text));
      const { typed: opposite } = event(asked(i, "", `not (${text})`));
      if (typeof typed !== "object" || typeof opposite !== "object") throw new Error("no line");
      expect(typed.fired).toBe(fired.includes("hie"));
      expect(typed.explanation.holds).toBe(typed.fired);
      expect(opposite.fired).toBe(!typed.fired);
      expect(typed.row.generated).toEqual(row?.generated);
      expect(opposite.row.generated.value).toBeCloseTo(1 - typed.row.generated.value, 12);
    }
    expect(event(asked(0, "", "t2 >= 2 and nonsense")).typed).toMatch(/^letter 13: .*nonsense/);
    expect(event(asked(0, "", "t2 >= ")).typed).toMatch(/^letter 7: /);
  });

  it("have the mass of the muon pair where it was generated, and nothing heavier than the beams", () => {
    const { sqrtS } = beamPreset("run2019");
    const made = simulate({ portal: "Lmu-Ltau Z'", mass: 3, coupling: 0.01, seed: 2, events: 200 });
    const found: number[] = [];
    for (let i = 0; i < 200; i++) {
      const { masses, tracks } = made.event(asked(i));
      for (const { of, mass, recoil } of masses) {
        expect(mass === undefined).toBe(of.length === 1);
        expect(recoil).toBeLessThan(sqrtS);
      }
      if (tracks.length === 4) found.push(...masses.filter(({ of }) => of.length === 2).map(({ mass }) => mass ?? 0));
    }
    // With four muons one of the pairs is that of the Z'.
    expect(found.filter((m) => Math.abs(m - 3) < 0.1).length).toBeGreaterThan(10);
  });

  it("are drawn inside the detector, clusters outside the chamber", () => {
    for (let i = 0; i < 40; i++) {
      const view = event(asked(i));
      for (const projection of ["x–y", "z–r"] as const) {
        const { tracks, clusters, view: box } = drawingOf(sceneOf(view, sample.detector), projection);
        expect(tracks).toHaveLength(view.tracks.length);
        expect(clusters).toHaveLength(view.clusters.length);
        const numbers = [...tracks, ...clusters].flatMap(({ d }) => [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)]);
        for (const [, x, y] of numbers) {
          expect(Number(x)).toBeGreaterThanOrEqual(box[0]);
          expect(Number(x)).toBeLessThanOrEqual(box[0] + box[2]);
          expect(Math.abs(Number(y))).toBeLessThanOrEqual(-box[1]);
        }
      }
    }
  });

  it.each([
    [{ ...wish, mass: 11 }, /no event/],
    [{ ...wish, portal: "HNL, tau", coupling: 1e-4 }, /no event/],
    [{ ...wish, portal: "none" }, /got "none"/],
    [{ ...wish, portal: "e=x" }, /such as e=1,u=1\/3, got "e=x"/],
    [{ ...wish, mass: -1 }, /mass/],
  ])("that cannot be are a sentence", (wrong, message) => {
    expect(() => simulate(wrong)).toThrow(message);
  });
});

describe("the newest question", () => {
  it("is answered last, and its answer alone is used", () => {
    const [sent, used]: [number[], string[]] = [[], []];
    const { ask, take } = newest<number, string>(
      (q) => sent.push(q),
      (a) => used.push(a),
    );
    for (const q of [1, 2, 3, 4]) ask(q);
    expect(sent).toEqual([1]);
    take("first");
    expect(sent).toEqual([1, 4]);
    expect(used).toEqual([]);
    take("fourth");
    ask(5);
    take("fifth");
    expect(sent).toEqual([1, 4, 5]);
    expect(used).toEqual(["fourth", "fifth"]);
  });
});
