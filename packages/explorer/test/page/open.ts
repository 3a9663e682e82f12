import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import { preview } from "vite";
import type { PreviewServer } from "vite";
import { afterAll, beforeAll, expect } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const built = path.join(root, "dist");

/** The page as one file. */
export const oneFile = `file://${path.join(built, "one-file/index.html")}`;

/** How long Chromium is waited for, ms: a guard against what hangs, not a measure, since the cores may be shared. */
const PATIENCE = 300_000;

/** A page of the explorer and all it complained about. */
export interface Opened {
  readonly page: Page;
  readonly complaints: string[];
}

interface OpenOptions {
  /** Served, or the one file. */
  readonly served?: boolean;
  /** Query of the address, `?…`. */
  readonly query?: string;
  /** What is waited for; the limits of the plane when absent. */
  readonly wait?: string;
}

/** Opens the built page in chromium, as a file or from a server; everything is closed at the end of the test file. */
export function opener(): (fragment: string, options?: BrowserContextOptions & OpenOptions) => Promise<Opened> {
  let browser: Browser;
  let server: PreviewServer;
  // One context for all pages of one kind: they share what was loaded.
  const contexts = new Map<string, Promise<BrowserContext>>();
  beforeAll(async () => {
    if (!existsSync(path.join(built, "site/index.html"))) throw new Error("the page is not built: npm run build");
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
      timeout: PATIENCE,
    });
    server = await preview({ root, build: { outDir: "dist/site" }, preview: { port: 0 }, logLevel: "error" });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  return async (fragment, { served = true, query = "", wait = "#plane .mark", ...options } = {}) => {
    const kind = JSON.stringify(options);
    const known = contexts.get(kind) ?? browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    contexts.set(kind, known);
    const context = await known;
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (m) => {
      if (m.type() === "error" || m.type() === "warning") complaints.push(m.text());
    });
    page.on("pageerror", (e) => complaints.push(e.message));
    page.on("request", (r) => {
      const { protocol, hostname } = new URL(r.url());
      if (protocol === "http:" && hostname !== "localhost") complaints.push(`asked ${r.url()}`);
      if (protocol === "https:") complaints.push(`asked ${r.url()}`);
    });
    await page.goto(`${served ? (server.resolvedUrls?.local[0] ?? "") : oneFile}${query}#${fragment}`);
    await page.waitForSelector(wait);
    return { page, complaints };
  };
}

/** Text of the point's sentence, when the portals are loaded. */
export async function settled({ page }: Opened): Promise<void> {
  await expect.poll(() => page.locator(".facts dt, .remark").count()).toBeGreaterThan(0);
}
