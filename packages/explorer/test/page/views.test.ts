import { describe, expect, it } from "vitest";
import { embeddable } from "../../src/shell/embedded.js";
import { opener, settled } from "./open.js";

const open = opener();
const point = "plane=dark-photon-visible&m=0.3&g=5e-4";

describe("one view alone", () => {
  it.each(embeddable)("%s is all there is in the frame, for the state of the link", async (view) => {
    const { page, complaints } = await open(view === "search" ? "plane=z-prime&m=2" : point, {
      query: `?embed=${view}`,
      wait: "main section",
    });
    expect(await page.locator("main > section").count()).toBe(1);
    expect(await page.locator("header").count()).toBe(0);
    const { width } = page.viewportSize() ?? { width: 0 };
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (view === "events") await expect.poll(() => page.locator("figure").count()).toBe(2);
    const [whole] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: "Open in the explorer" }).click(),
    ]);
    await whole.waitForSelector("header");
    expect(new URL(whole.url()).search).toBe("");
    expect(new URL(whole.url()).hash).toContain("m=");
    expect(complaints).toEqual([]);
    await whole.close();
    await page.close();
  });

  it("that is none is a sentence that names those there are", async () => {
    const { page } = await open(point, { query: "?embed=moon", wait: "#page p" });
    expect(await page.locator("#page").textContent()).toContain("plane, point, verdict");
    await page.close();
  });
});

describe("bands", () => {
  it("are drawn where they are asked for, excluded by none of them, and in the link", async () => {
    const opened = await open("plane=dark-photon-invisible&m=1&g=1e-3&bands=mu2020");
    const { page, complaints } = opened;
    await settled(opened);
    await page.waitForSelector('#plane .preferred[data-id="mu2020"]');
    const sentence = await page.locator(".sentence").textContent();
    await page.getByLabel("relic density, αD = 0.5").check();
    await page.waitForSelector('#plane [data-id="relic0.5-scalar"]');
    expect(await page.locator(".sentence").textContent()).toBe(sentence);
    expect(await page.locator(".verdict").textContent()).not.toContain("relic");
    await expect.poll(() => page.url()).toContain("bands=mu2020,relic0.5");
    await page.locator("header select").selectOption("hnl-e");
    await page.waitForSelector('#plane [data-id="Belle_HNL_Ue_2013"]');
    expect(await page.locator('#plane [data-id="mu2020"]').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("sources", () => {
  it("lists the papers of limits and widths, each with its standing", async () => {
    const opened = await open(point);
    const { page, complaints } = opened;
    await settled(opened);
    const section = page.locator('section[aria-labelledby="sources"]');
    await section.locator("summary").click();
    const rows = section.locator("tbody tr");
    expect(await rows.count()).toBeGreaterThan(10);
    expect(await rows.filter({ hasText: "1910.06926" }).textContent()).toMatch(/LHCb.*(digitised|published|read)/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("an event in three dimensions", () => {
  it("is drawn when asked for, and turned, brought nearer and set back by keys", async () => {
    const { page, complaints } = await open(point);
    const events = page.locator('section[aria-labelledby="events"]');
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure").count()).toBe(2);
    expect(
      await page.evaluate(() => performance.getEntriesByType("resource").some((r) => r.name.includes("solid"))),
    ).toBe(false);
    await events.getByRole("button", { name: "In three dimensions" }).click();
    const solid = events.locator(".solid");
    await solid.locator("canvas").waitFor();
    expect(await solid.getAttribute("aria-label")).toMatch(/^In three dimensions: (Seen|Nothing)/);
    const picture = (): Promise<string> =>
      solid.locator("canvas").evaluate((c: HTMLCanvasElement) => {
        return new Promise((resolve) => {
          requestAnimationFrame(() => {
            requestAnimationFrame(() => {
              resolve(c.toDataURL());
            });
          });
        });
      });
    const first = await picture();
    expect(first.length).toBeGreaterThan(3000);
    for (const key of ["ArrowRight", "ArrowUp", "+"]) {
      const before = await picture();
      await solid.press(key);
      await expect.poll(picture).not.toBe(before);
    }
    await solid.press("0");
    await expect.poll(picture).toBe(first);
    const unknown = complaints.filter((c) => !/GPU stall|WebGL|GL Driver/.test(c));
    expect(unknown).toEqual([]);
    await page.close();
  });
});

describe("a file that cannot be written", () => {
  it("is told", async () => {
    const { page, complaints } = await open(point);
    const events = page.locator('section[aria-labelledby="events"]');
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure").count()).toBe(2);
    await page.evaluate(() => {
      Worker.prototype.postMessage = () => {
        throw new Error("no worker answers");
      };
    });
    await events.getByRole("button", { name: "Events (LHE)" }).click();
    await expect.poll(() => page.locator(".banner").textContent()).toContain("no worker answers");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
