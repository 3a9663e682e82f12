import { readFileSync } from "node:fs";
import { exclusion, limitFromCsv, limitFromJson, published, recast } from "@belladonna/limits";
import { checkHepData } from "@belladonna/limits/hepdata";
import { planeEntries } from "@belladonna/limits/plot";
import { portalNamed } from "@belladonna/models";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import { factorText } from "../../src/text/number-text.js";
import { opener, settled } from "./open.js";

const open = opener();

/** The file that a button offers; by the keyboard, since under a pointer what still loads may move the button away. */
async function taken(page: Page, button: string): Promise<Buffer> {
  const failed = page.waitForSelector(".banner").then(async (banner) => {
    throw new Error(`${button}: ${(await banner.textContent()) ?? ""}`);
  });
  // Waits until the page is closed where nothing goes wrong.
  failed.catch(() => undefined);
  const [download] = await Promise.all([
    Promise.race([page.waitForEvent("download"), failed]),
    page.getByRole("button", { name: button, exact: true }).press("Enter"),
  ]);
  return readFileSync(await download.path());
}

describe("recasting, luminosity, a curve of one's own", () => {
  it("shows the limits carried to B−L, with the factor of the packages at the point", async () => {
    const opened = await open("plane=dark-photon-visible&m=0.3&g=5e-4&to=B-L");
    const { page, complaints } = opened;
    await settled(opened);
    await page.waitForSelector('#plane [data-id="BaBar_darkphoton_visible_2014:recast"]');
    const { limits } = await planeEntries("dark-photon-visible");
    const babar = limits.find((l) => l.id === "BaBar_darkphoton_visible_2014");
    if (babar === undefined) throw new Error("no BaBar");
    const [from, to] = [portalNamed("dark photon"), portalNamed("B-L")];
    const carried = recast(babar, { from: from.make, to: to.make, scaling: "quadratic", masses: [0.3] });
    expect(exclusion(carried).excludes(0.3, 5e-4)).toBe(true);
    const row = page.locator(".verdict tr", { hasText: /. BaBarexcluded/ });
    expect(await row.textContent()).toContain(`×${factorText(5e-4 / exclusion(carried).envelope(0.3))}`);
    expect(await page.locator(".limits details", { hasText: "cannot be recast" }).textContent()).toContain(
      "LHCb: made in meson decays",
    );
    await page.getByLabel("Recast to").selectOption("");
    await page.waitForSelector('#plane [data-id="LHCb_prompt_2019"]');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("takes charges of one's own, from the link and typed, and says what is wrong with them", async () => {
    const opened = await open("plane=dark-photon-visible&m=0.3&g=5e-4&to=e=1,mu=1,u=1/3");
    const { page, complaints } = opened;
    await settled(opened);
    const factor = async (charges: string): Promise<string> => {
      const babar = await published.get("BaBar_darkphoton_visible_2014");
      const [from, to] = ["dark photon", charges].map(portalNamed);
      const carried = recast(babar, { from: from.make, to: to.make, scaling: "quadratic", masses: [0.3] });
      return `×${factorText(5e-4 / exclusion(carried).envelope(0.3))}`;
    };
    const row = page.locator(".verdict tr", { hasText: /. BaBar(not )?excluded/ });
    await expect.poll(() => row.textContent()).toContain(await factor("e=1,mu=1,u=1/3"));
    const typed = page.getByRole("textbox", { name: "Charges" });
    expect(await typed.inputValue()).toBe("e=1,mu=1,u=1/3");
    await typed.fill("e=2, mu=1/2, nue=2");
    await typed.press("Enter");
    await expect.poll(() => row.textContent()).toContain(await factor("e=2,mu=1/2,nue=2"));
    await expect.poll(() => page.url()).toContain("to=e=2,");
    await expect.poll(() => page.locator('section[aria-labelledby="point"] .facts').textContent()).toContain("νe");
    await typed.fill("e=1,muon=1");
    await typed.press("Enter");
    const alert = page.locator(".controls [role=alert]");
    await expect.poll(() => alert.textContent()).toContain('such as e=1,u=1/3, got "muon=1"');
    await page.getByLabel("Recast to").selectOption("B-L");
    await page.waitForSelector('#plane [data-id="BaBar_darkphoton_visible_2014:recast"]');
    expect((await alert.count()) + (await typed.count())).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("says when a link asks for what there is not", async () => {
    for (const [asked, said] of [
      ["C-L", 'got "C-L"'],
      ["e=0", "charges must not all be 0"],
      ["dark scalar", "cannot be recast to dark scalar"],
    ]) {
      const { page, complaints } = await open(`plane=dark-photon-visible&to=${asked}`);
      await expect.poll(() => page.locator(".controls [role=alert]").textContent()).toContain(said);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  it("takes another name of a portal from a link", async () => {
    const { page } = await open("plane=dark-photon-visible&to=b-minus-l");
    await page.waitForSelector('#plane [data-id="BaBar_darkphoton_visible_2014:recast"]');
    expect(await page.getByLabel("Recast to").inputValue()).toBe("B-L");
    expect(await page.locator(".controls [role=alert]").count()).toBe(0);
    await page.close();
  });

  it("draws projections with their exponent", async () => {
    const { page } = await open("plane=dark-photon-visible&L=50000");
    await page.waitForSelector('#plane .dashed[data-id="BaBar_darkphoton_visible_2014:50000fb"]');
    expect(await page.getByLabel("Regime").textContent()).toContain("background-limited (L^−0.25)");
    await page.close();
  });

  it("puts a file on the plane, in the link, in the verdict, beside the published ones", async () => {
    const opened = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    const { page, complaints } = opened;
    await settled(opened);
    const csv = "0.1,4e-4\n0.3,3e-4\n1,5e-4\n";
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "mine.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.waitForSelector("#plane .own");
    expect(await page.locator(".verdict tr", { hasText: /. mineexcluded/ }).textContent()).toContain("×1.7");
    await expect.poll(() => page.url()).toContain("own=");
    const other = await open(new URL(page.url()).hash.slice(1));
    await other.page.waitForSelector("#plane .own");
    expect(await page.locator("section.late .curve").count()).toBeGreaterThan(2);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "bad.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,x\n") });
    await page.waitForSelector(".banner");
    expect(complaints).toEqual([]);
    await page.close();
    await other.page.close();
  });
});

describe("kept points", () => {
  it("make a table, two of them a ratio, by key and by button", async () => {
    const { page } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    await page.locator("#plane").press("p");
    await page.locator("#plane").press("Shift+ArrowRight");
    await page.getByRole("button", { name: "Keep the point" }).click();
    expect(await page.locator('section[aria-labelledby="pins"] tbody tr').count()).toBe(3);
    expect(await page.locator('section[aria-labelledby="pins"] tbody tr').last().textContent()).toContain("2 / 11.21");
    await page.getByRole("button", { name: "Remove 1" }).click();
    await expect.poll(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get("pins")).toBe("0.36~0.0005");
    await page.close();
  });
});

describe("what is taken away", () => {
  it("reads back", async () => {
    const opened = await open("plane=alp-photon", { served: false });
    const { page, complaints } = opened;
    await settled(opened);
    const { limits } = await planeEntries("alp-photon");
    const svg = (await taken(page, "SVG")).toString();
    const parsed = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("path").length,
      svg,
    );
    expect(parsed).toBeGreaterThan(limits.length);
    expect(svg).not.toMatch(/parsererror|NaN/);
    const png = await taken(page, "PNG ×2");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1720, 1240]);
    expect(png.length).toBeGreaterThan(30_000);
    const files = (zip: Buffer) => Object.values(unzipSync(zip)).map((bytes) => strFromU8(bytes));
    const order = (l: { id: string }, k: { id: string }): number => (l.id < k.id ? -1 : 1);
    const sorted = [...limits].sort(order);
    expect(
      files(await taken(page, "CSV"))
        .map((text) => limitFromCsv(text))
        .sort(order),
    ).toEqual(sorted);
    expect(
      files(await taken(page, "JSON"))
        .map((text) => limitFromJson(text))
        .sort(order),
    ).toEqual(sorted);
    const hepdata = unzipSync(await taken(page, "HEPData"));
    const texts = Object.fromEntries(Object.entries(hepdata).map(([name, bytes]) => [name, strFromU8(bytes)]));
    expect(checkHepData(texts)).toEqual([]);
    expect(Object.keys(texts)).toHaveLength(limits.length + 1);
    const bib = (await taken(page, "BibTeX")).toString();
    expect(bib.match(/^@\w+\{/gm)?.length).toBeGreaterThan(5);
    const whole = (await taken(page, "This page as one file")).toString();
    expect(whole).toContain('<div id="page"></div>');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("a lesson", () => {
  it("is gone through by the keyboard alone, and Back leads back", async () => {
    const { page, complaints } = await open("plane=alp-w");
    const first = page.getByRole("button", { name: "What is a dark photon?" });
    await first.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector('#plane [data-id="LHCb_prompt_2019"]');
    await page.getByRole("button", { name: "Next", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".number input").first().inputValue()).toBe("0.3");
    await page.goBack();
    await expect.poll(() => page.locator(".number input").first().inputValue()).toBe("0.1");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
