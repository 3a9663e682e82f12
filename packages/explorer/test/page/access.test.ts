import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { describe, expect, it } from "vitest";
import { opener, settled } from "./open.js";

const open = opener();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("accessibility", () => {
  it.each(["light", "dark"] as const)("axe has nothing to say in %s", async (colorScheme) => {
    const opened = await open("plane=dark-photon-visible&m=0.3&g=5e-4&x=0.01~10&line=hie", { colorScheme });
    await settled(opened);
    const { page } = opened;
    await page.getByRole("button", { name: "Help" }).click();
    await page.locator(".verdict button").first().click();
    await page.locator('section[aria-labelledby="events"]').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator("figure").count()).toBe(2);
    await page.evaluate(() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
    });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`)).toEqual([]);
    await page.close();
  });

  it.each([360, 390, 820])("nothing scrolls sideways at %i px", async (width) => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4", { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  it.each([1280, 820])(
    "at twice the size on a screen of %i px nothing scrolls sideways, tables apart",
    async (width) => {
      const options = { viewport: { width: width / 2, height: 450 }, deviceScaleFactor: 2 };
      const opened = await open("plane=dark-photon-visible&m=0.3&g=5e-4&L=50000&bands=mu2020", options);
      await settled(opened);
      const { page } = opened;
      await page.locator('section[aria-labelledby="events"]').scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator("figure").count()).toBe(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width / 2);
      await page.close();
    },
  );

  it("nothing moves by itself where that is not wanted", async () => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4", { reducedMotion: "reduce" });
    const moving = await page.evaluate(() => {
      const time = (text: string): number => Math.max(...text.split(",").map((t) => parseFloat(t)));
      return [...document.querySelectorAll("*")].filter((e) => {
        const { transitionDuration, animationName } = getComputedStyle(e);
        return time(transitionDuration) > 0 || animationName !== "none";
      }).length;
    });
    expect(moving).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.close();
  });

  it.each(["light", "dark"] as const)("the system's own colours are taken where it forces them, %s", async (scheme) => {
    const options = { forcedColors: "active", colorScheme: scheme } as const;
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4", options);
    const events = page.locator('section[aria-labelledby="events"]');
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure").count()).toBe(2);
    const seen = await page.evaluate(() => {
      const probe = document.createElement("p");
      document.body.append(probe);
      const system = (name: string): string => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const [text, ground] = [system("CanvasText"), system("Canvas")];
      const of = (selector: string, property: "stroke" | "fill"): string[] => [
        ...new Set([...document.querySelectorAll(selector)].map((e) => getComputedStyle(e)[property])),
      ];
      const got = {
        limits: of("#plane .mark.region .line", "stroke"),
        axes: of("#plane .axes text", "fill"),
        names: of("#plane .label text", "fill"),
        tracks: of("figure .track", "stroke"),
        outlines: of("figure .calorimeter", "stroke"),
      };
      probe.remove();
      return { text, ground, got };
    });
    expect(seen.text).not.toBe(seen.ground);
    for (const [what, colours] of Object.entries(seen.got)) {
      expect(
        colours.filter((c) => c !== seen.text),
        what,
      ).toEqual([]);
    }
    await page.close();
  });

  it("what can be pressed is at least 34 px high, 44 px under a finger", async () => {
    for (const [hasTouch, least] of [
      [false, 34],
      [true, 44],
    ] as const) {
      const { page } = await open("plane=alp-photon", {
        hasTouch,
        isMobile: hasTouch,
        viewport: { width: 390, height: 800 },
      });
      const heights = await page
        .locator("button:not(.link), select, .number input")
        .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(least);
      await page.close();
    }
  });

  it("the keyboard reaches the plane, and arrows move the point there", async () => {
    const { page } = await open("plane=alp-photon");
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.id === "plane")) break;
    }
    const before = await page.locator(".sentence").textContent();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await page.locator(".sentence").textContent()).not.toBe(before);
    await page.close();
  });
});
