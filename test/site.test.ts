// The built site: every link and anchor leads somewhere inside it, and its pages open in a browser without an error.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const site = path.join(import.meta.dirname, "../site");
const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".html") && !file.startsWith("source/"),
);
const texts = new Map<string, string>();
const textOf = (file: string): string => {
  const known = texts.get(file) ?? readFileSync(path.join(site, file), "utf8");
  texts.set(file, known);
  return known;
};

/** What a page's link points to: a file of the site and an anchor in it; nothing for other addresses. */
function targetOf(page: string, link: string): { readonly file: string; readonly anchor: string } | undefined {
  if (/^(https?:|mailto:|data:|javascript:)/.test(link)) return undefined;
  const [name, anchor = ""] = link.split("#");
  const file = name === "" ? page : path.join(path.dirname(page), decodeURIComponent(name.split("?")[0]));
  return { file, anchor: decodeURIComponent(anchor) };
}

it("has a page for each program, search and package", () => {
  expect(pages.length).toBeGreaterThan(300);
  const examples = readdirSync(path.join(site, "../examples")).filter((file) => file.endsWith(".ts"));
  expect(pages.filter((file) => /documents\/How_to\.(?!html$)/.test(file)).length).toBe(examples.length);
});

it("has no link and no anchor that leads nowhere, and none to an address that stands for another", () => {
  const broken = new Set<string>();
  for (const page of pages) {
    for (const [, link] of textOf(page).matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/\.invalid\//.test(link)) broken.add(`${page}: ${link}`);
      const target = targetOf(page, link.replaceAll("&amp;", "&"));
      if (target === undefined) continue;
      const { file, anchor } = target;
      if (!existsSync(path.join(site, file))) broken.add(`${page}: ${link}`);
      else if (anchor !== "" && file.endsWith(".html") && !hasAnchor(file, anchor)) broken.add(`${page}: ${link}`);
    }
  }
  expect([...broken].slice(0, 20)).toEqual([]);
});

const anchors = new Map<string, Set<string>>();

function hasAnchor(file: string, anchor: string): boolean {
  let known = anchors.get(file);
  if (known === undefined) {
    known = new Set([...textOf(file).matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    anchors.set(file, known);
  }
  return known.has(anchor);
}

it("has one title a page, and modules that are called as they are imported", () => {
  const twice = pages.filter((page) => !page.startsWith("explorer/") && textOf(page).split("<h1").length > 2);
  expect(twice).toEqual([]);
  expect(textOf("modules/_belladonna_plot.node_png.html")).toContain("<h1>Module @belladonna/plot/png</h1>");
});

describe.skipIf(!existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium"))("in a browser", () => {
  const server = createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const type = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" }[
      path.extname(file)
    ];
    if (!existsSync(file)) response.writeHead(404).end();
    else response.writeHead(200, type === undefined ? {} : { "content-type": type }).end(readFileSync(file));
  });
  let browser: Browser;
  let tab: Page;
  const faults: string[] = [];
  let received = 0;
  const open = (page: string) => {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/${page.split("/").map(encodeURIComponent).join("/")}`;
    return tab.goto(address, { waitUntil: "domcontentloaded" });
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
      timeout: 300_000,
    });
    tab = await browser.newPage();
    tab.setDefaultTimeout(300_000);
    tab.on("pageerror", (error) => faults.push(error.message));
    tab.on("console", (message) => {
      if (message.type() === "error") faults.push(`${tab.url()}: ${message.text()}`);
    });
    tab.on("response", (response) => {
      const file = path.join(site, decodeURIComponent(new URL(response.url()).pathname));
      if (existsSync(file)) received += statSync(file).size;
    });
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it("opens at less than 300 kB, with nothing left to load", async () => {
    received = 0;
    await open("index.html");
    await tab.waitForLoadState("networkidle");
    expect(received).toBeGreaterThan(50_000);
    expect(received).toBeLessThan(300_000);
  });

  it("finds darkPhoton first for its words, by keyboard alone", async () => {
    await open("index.html");
    // The page is not shown, and nothing in it can have the focus, before its script is ready.
    await tab.locator("#tsd-search-trigger").waitFor();
    // Before the index is there, and the whole text at once: letter by letter, a slow machine shows what it found for the
    // first of them.
    let typed = () => {};
    const afterTyping = new Promise<void>((resolve) => (typed = resolve));
    await tab.route("**/assets/search.js", (route) => afterTyping.then(() => route.continue()));
    await tab.keyboard.press("/");
    await tab.keyboard.insertText("dark photon");
    typed();
    await tab.waitForFunction(() => document.querySelectorAll("#tsd-search-results a").length > 0);
    expect(await tab.locator("#tsd-search-results .text").first().innerText()).toMatch(/darkPhoton$/);
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("Enter");
    await tab.waitForURL(/darkPhoton\.html/);
  });

  it("answers whether a B−L boson of 0.3 GeV is dead, with figure, table and BibTeX, from its first page on", async () => {
    await open("index.html");
    await tab
      .getByRole("link", { name: /explorer/i })
      .first()
      .click();
    await tab.locator("header select").selectOption("b-minus-l");
    const [mass, coupling] = [0, 1].map((i) => tab.locator(".number input").nth(i));
    await mass.fill("0.3");
    await mass.press("Enter");
    await coupling.fill("5e-4");
    await coupling.press("Enter");
    const sentence = tab.locator(".sentence", { hasText: "0.3 GeV" }).filter({ hasText: "excluded by" });
    expect(await sentence.textContent()).toContain("BaBar");
    const taken = async (button: string): Promise<string> => {
      const [download] = await Promise.all([
        tab.waitForEvent("download"),
        tab.getByRole("button", { name: button, exact: true }).first().click(),
      ]);
      return readFileSync(await download.path(), "latin1");
    };
    expect(await taken("SVG")).toContain("BaBar");
    expect(await taken("CSV")).toMatch(/^PK/);
    expect(await taken("BibTeX")).toContain("eprint");
  });

  it("opens without an error, wide and light as narrow and dark, and no page is wider than its window", async () => {
    // The explorer, which has tests of its own, is left out.
    for (const page of ["index.html", ...pages.filter((file) => /^(documents|modules)\//.test(file))]) {
      await tab.emulateMedia({ colorScheme: "light" });
      await tab.setViewportSize({ width: 1920, height: 800 });
      await open(page);
      for (const width of [1920, 360]) {
        if (width === 360) {
          await tab.emulateMedia({ colorScheme: "dark" });
          await tab.setViewportSize({ width, height: 800 });
        }
        const wider = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (wider > 0) faults.push(`${page}: ${wider} px wider than a window of ${width} px`);
      }
    }
    expect(faults).toEqual([]);
  }, 1_800_000);
});
