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
