import { zprimeToMuons } from "@belladonna/searches";
import { expect, it } from "vitest";
import { opener } from "./open.js";

const open = opener();

it.each([true, false])(
  "a search starts at the point, says how it stands, and is cancelled; served: %s",
  async (served) => {
    const { page, complaints } = await open("plane=z-prime&m=2", { served });
    const section = page.locator('section[aria-labelledby="here"]');
    await section.scrollIntoViewIfNeeded();
    const run = section.getByRole("button", { name: "Run the search at 2 GeV" });
    await run.waitFor();
    expect(await section.textContent()).toContain(zprimeToMuons.reference);
    await run.click();
    await section.locator(".stage", { hasText: / of \d+/ }).waitFor();
    expect(await section.locator("progress").getAttribute("max")).toMatch(/^\d+$/);
    await section.getByRole("button", { name: "Cancel" }).click();
    await section.locator(".running").waitFor({ state: "detached" });
    expect(await run.isEnabled()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

it("is not offered outside its masses, and not on a plane without a search", async () => {
  const { page } = await open("plane=z-prime&m=0.1");
  const section = page.locator('section[aria-labelledby="here"]');
  await section.scrollIntoViewIfNeeded();
  const run = section.getByRole("button", { name: "Run the search" });
  await run.waitFor();
  expect(await run.isDisabled()).toBe(true);
  await page.locator("header select").selectOption("alp-w");
  await section.waitFor({ state: "detached" });
  await page.close();
});
