import { describe, expect, it } from "vitest";
import { messages } from "../../src/text/messages.js";
import { numberText } from "../../src/text/number-text.js";
import { intervalText } from "../../src/text/interval-text.js";
import { simulate } from "../../src/worker/simulation.js";
import { opener } from "./open.js";

const open = opener();
const section = 'section[aria-labelledby="events"]';

describe.each([true, false])("events, served: %s", (served) => {
  it("have the cross section and the efficiencies of the packages, an event to step through, and a reason for a line", async () => {
    const { page, complaints } = await open("plane=dark-photon-visible&m=0.3&g=5e-4&line=hie", { served });
    const events = page.locator(section);
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure").count()).toBe(2);
    const { sample, event } = simulate({ portal: "dark photon", mass: 0.3, coupling: 5e-4, seed: 1, events: 1000 });
    expect(await events.textContent()).toContain(`${numberText(sample.crossSection.value, 3)} ± `);
    const names = await events.locator("table.lines").first().locator("tbody th").allTextContents();
    expect(names).toEqual(sample.lines.slice(0, 8).map((l) => l.name));
    for (let k = 0; k < 3; k++) await events.getByRole("button", { name: "Next event" }).click();
    const fourth = event({ index: 3, line: "hie", expression: "" });
    await expect.poll(() => events.locator(".event").first().locator(".track").count()).toBe(fourth.tracks.length);
    expect(await events.locator(".event").first().locator(".cluster").count()).toBe(fourth.clusters.length);
    await expect
      .poll(() => events.locator(".why > li > .holds, .why > li > .fails").first().textContent())
      .toBe(fourth.explanation?.holds === true ? "✓" : "✗");
    expect(complaints).toEqual([]);
    await page.close();
  });
});

it("a typed line says how often it fires, in the link, and what is wrong with one that is none", async () => {
  const { page, complaints } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
  const events = page.locator(section);
  await events.scrollIntoViewIfNeeded();
  await expect.poll(() => events.locator("figure").count()).toBe(2);
  const field = events.getByLabel(messages.events.type);
  await field.fill("hie and t2 >= 1");
  await field.press("Enter");
  const { event } = simulate({ portal: "dark photon", mass: 0.3, coupling: 5e-4, seed: 1, events: 1000 });
  const { typed } = event({ index: 0, line: "", expression: "hie and t2 >= 1" });
  if (typeof typed !== "string") throw new Error("hie is no input bit");
  await expect.poll(() => events.textContent()).toContain(typed);
  await field.fill("ehigh and t2 >= 1");
  await field.press("Enter");
  const { typed: right } = event({ index: 0, line: "", expression: "ehigh and t2 >= 1" });
  if (typeof right !== "object") throw new Error(right);
  await expect.poll(() => events.textContent()).toContain(`Fires in ${intervalText(right.row.generated)}`);
  expect(new URL(page.url()).hash).toContain("l1=");
  await field.fill("t2 ; clst");
  await field.press("Enter");
  expect(await field.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain("level-1 input bits");
  expect(complaints).toEqual([]);
  await page.close();
});

describe("a fast drag", () => {
  it("ends with the events of its last point, and a portal changed meanwhile leaves nothing stale", async () => {
    const { page, complaints } = await open("plane=dark-photon-visible&m=0.3&g=5e-4");
    const box = await page.locator("#plane").boundingBox();
    if (box === null) throw new Error("no plane");
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3, { steps: 40 });
    await page.mouse.up();
    await page.locator("header select").selectOption("alp-photon");
    await page.waitForSelector('#plane [data-id="LEP_ALP_gammagamma"]');
    const events = page.locator(section);
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure").count()).toBe(2);
    expect(await events.textContent()).toContain("axion-like particle");
    const [mass, coupling] = await page
      .locator(".number input")
      .evaluateAll((inputs) => inputs.map((i) => Number((i as HTMLInputElement).value)));
    const { sample } = simulate({ portal: "ALP, photons", mass, coupling, seed: 1, events: 1000 });
    expect(await events.textContent()).toContain(`${numberText(sample.crossSection.value, 3)} ± `);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe("where nothing is made", () => {
  it.each([
    "plane=dark-photon-visible&m=0.001&g=0.1",
    "plane=dark-photon-visible&m=10.5",
    "plane=dark-photon-visible&m=70",
    "plane=dark-photon-visible&m=0.3&g=1e-8",
    "plane=dark-photon-visible&m=0.3&g=0.1",
    // At the threshold of a pair of muons.
    "plane=dark-photon-visible&m=0.2113",
    "plane=hnl-tau&m=1",
  ])("%s says so, or shows what there is", async (fragment) => {
    const { page, complaints } = await open(fragment);
    const events = page.locator(section);
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure, .remark:not(:text('Making'))").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
