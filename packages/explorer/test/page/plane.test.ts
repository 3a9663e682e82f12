import { excludedAt } from "@belladonna/limits";
import { planeEntries, planes } from "@belladonna/limits/plot";
import { darkPhoton } from "@belladonna/models";
import { beforeAll, describe, expect, it } from "vitest";
import { factorText, numberText } from "../../src/text/number-text.js";
import { opener } from "./open.js";
import type { Opened } from "./open.js";

const open = opener();
const hash = (url: string): URLSearchParams => new URLSearchParams(new URL(url).hash.slice(1));

describe("every plane", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open("plane=alp-photon", { served: false });
  });

  it.each(planes.map((p) => p.id))(
    "%s opens from a file, with all its limits, and nothing to complain of",
    async (id) => {
      const { page, complaints } = opened;
      const { limits, plane } = await planeEntries(id);
      await page.evaluate((fragment) => {
        location.hash = fragment;
      }, `plane=${id}`);
      await expect.poll(() => page.locator("#plane-title").textContent()).toBe(plane.title);
      const drawn = page.locator("#plane .mark");
      await expect
        .poll(() => drawn.evaluateAll((marks) => marks.map((m) => m.getAttribute("data-id"))))
        .toEqual(expect.arrayContaining(limits.map((l) => l.id)));
      expect(await page.locator(".limits tbody tr").count()).toBe(limits.length);
      expect(complaints).toEqual([]);
    },
  );
});

describe("the numbers on the screen", () => {
  it("are those of the packages", async () => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    const a = darkPhoton({ mass: 0.3, epsilon: 5e-4 });
    const facts = page.locator(".facts").first();
    await expect.poll(() => facts.textContent()).toContain(`Γ${numberText(a.width())} GeV`);
    expect(await facts.textContent()).toContain(`cτ${numberText(a.ctau)} cm`);
    const { limits } = await planeEntries("dark-photon-visible");
    for (const id of ["LHCb_prompt_2019", "BaBar_darkphoton_visible_2014"]) {
      const limit = limits.find((l) => l.id === id);
      if (limit === undefined) throw new Error(`${id} is not on the plane`);
      const factor = factorText(5e-4 / excludedAt(limit, 0.3)[0].lower);
      const row = page.locator(".verdict tr", { hasText: new RegExp(`. ${limit.label ?? ""}(not )?excluded`) });
      expect(await row.textContent()).toContain(`×${factor}`);
    }
    await page.close();
  });
});

describe("drag, arrows, typing and a link", () => {
  it.each([true, false])("reach one state, and undo leaves it; served: %s", async (served) => {
    const { page, complaints } = await open("plane=dark-photon-visible", { served });
    const plane = page.locator("#plane");
    const box = await plane.boundingBox();
    if (box === null) throw new Error("no plane");
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4, { steps: 8 });
    await page.mouse.up();
    const typed = await page
      .locator(".number input")
      .evaluateAll((inputs) => inputs.map((i) => (i as HTMLInputElement).value));
    await expect.poll(() => [hash(page.url()).get("m"), hash(page.url()).get("g")]).toEqual(typed);
    await plane.press("ArrowRight");
    await plane.press("ArrowLeft");
    await page.locator(".number input").first().fill("0.3");
    await page.locator(".number input").first().press("Enter");
    await page.locator(".number input").nth(1).fill("5e-4");
    await page.locator(".number input").nth(1).press("Enter");
    await expect.poll(() => [hash(page.url()).get("m"), hash(page.url()).get("g")]).toEqual(["0.3", "0.0005"]);
    const sentence = await page.locator(".sentence").textContent();
    const other = await open(new URL(page.url()).hash.slice(1));
    expect(await other.page.locator(".sentence").textContent()).toBe(sentence);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await page.locator(".sentence").textContent()).not.toBe(sentence);
    await page.getByRole("button", { name: "Redo" }).click();
    await page.getByRole("button", { name: "Redo" }).click();
    expect(await page.locator(".sentence").textContent()).toBe(sentence);
    expect(complaints).toEqual([]);
    await page.close();
    await other.page.close();
  });

  it("is said to who cannot see it, after a rest", async () => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    await page.locator("#plane").press("ArrowUp");
    const said = page.locator("[role=status]");
    await expect
      .poll(() => said.textContent())
      .toMatch(/^0\.3 GeV, ε 5\.1·10⁻⁴: excluded by LHCb, 4\.2 times its limit/);
    await page.close();
  });

  it("goes back to the plane before, by the browser's button", async () => {
    const { page } = await open("plane=hnl-e");
    await page.locator("header select").selectOption("z-prime");
    await page.waitForSelector('#plane [data-id="BaBar_Zprime_mumu_2016"]');
    await page.goBack();
    await page.waitForSelector('#plane [data-id="Belle_HNL_Ue_2013"]');
    expect(await page.locator("header select").inputValue()).toBe("hnl-e");
    await page.close();
  });
});

describe("a link that is garbage", () => {
  it.each(["m=-1&g=zero&plane=none", "%%%", "pins=1~2~3&hide=x&v=99", "=".repeat(300)])(
    "%s gives a page and says so",
    async (text) => {
      const { page } = await open(text);
      expect(await page.locator(".sentence").textContent()).toMatch(/GeV/);
      await page.close();
    },
  );

  it("is told apart, key by key", async () => {
    const { page } = await open("plane=alp-w&m=-1");
    expect(await page.locator(".banner").textContent()).toContain("“m=-1” in the link is not a mass in GeV");
    await page.close();
  });
});

describe("zoom and hiding", () => {
  it("the wheel zooms about the pointer, a double click shows all again", async () => {
    const { page } = await open("plane=alp-photon");
    await page.locator("#plane").hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(() => hash(page.url()).get("x")).toMatch(/~/);
    await page.getByRole("button", { name: "Whole plane" }).click();
    await expect.poll(() => hash(page.url()).get("x")).toBeNull();
    await page.close();
  });

  it("what is hidden excludes nothing", async () => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4&hide=LHCb_prompt_2019");
    expect(await page.locator(".sentence").textContent()).toContain("excluded by none of the limits shown");
    expect(await page.locator('#plane [data-id="LHCb_prompt_2019"]').count()).toBe(0);
    await page.close();
  });
});

describe("the name of a limit", () => {
  it("opens its card when it is clicked, and drags the point when the pointer goes away with it", async () => {
    const { page, complaints } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    const name = page.locator("#plane .label text[data-card]").first();
    const id = await name.getAttribute("data-card");
    const { limits } = await planeEntries("dark-photon-visible");
    await name.click();
    await expect.poll(() => page.locator("#card").textContent()).toBe(limits.find((l) => l.id === id)?.label);
    expect(hash(page.url()).get("m")).toBe("0.3");
    await page.getByRole("button", { name: "Close" }).click();
    const box = await name.boundingBox();
    if (box === null) throw new Error("no name");
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 80, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => hash(page.url()).get("m")).not.toBe("0.3");
    expect(await page.locator("#card").count()).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
