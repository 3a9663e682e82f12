/* global document, window, requestAnimationFrame, cancelAnimationFrame, PerformanceObserver */
// Times and frame rates of the built page beside their budgets: npm run speed -w packages/explorer
import path from "node:path";
import { chromium } from "playwright";
import { preview } from "vite";

const root = path.join(import.meta.dirname, "..");
const point = "plane=dark-photon-visible&m=0.3&g=5e-4";
const slow = {
  rate: 4,
  network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 },
};

const server = await preview({ root, build: { outDir: "dist/site" }, preview: { port: 0 }, logLevel: "error" });
const address = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

/** A fresh page, slowed down if asked for. */
async function opened(fragment, slowed) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  // A guard against what hangs; the cores may be shared.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  if (slowed) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slow.network);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow.rate });
  }
  const start = performance.now();
  await page.goto(`${address}#${fragment}`, { waitUntil: "commit" });
  const since = () => (performance.now() - start) / 1000;
  return { page, context, since };
}

function say(what, got, unit, budget, within = got <= budget) {
  const digits = got < 10 && !Number.isInteger(got) ? 2 : 0;
  console.log(
    `${what.padEnd(46)} ${got.toFixed(digits).padStart(8)} ${unit.padEnd(9)} budget ${String(budget).padStart(5)}  ${within ? "" : "over"}`,
  );
}

/** Until there is something, until the limits are drawn, until the first event is. */
async function starts(slowed, budgets) {
  const words = slowed ? ", CPU ÷4, 1.6 Mbit/s" : "";
  const { page, context, since } = await opened("", slowed);
  await page.waitForSelector("header");
  say(`rendered${words}`, since(), "s", budgets[0]);
  await page.waitForSelector("#plane .mark");
  say(`limits drawn${words}`, since(), "s", budgets[1]);
  await page.waitForSelector('section[aria-labelledby="events"]');
  await page.locator('section[aria-labelledby="events"]').scrollIntoViewIfNeeded();
  await page.waitForSelector("figure .track, figure .cluster");
  say(`first events${words}`, since(), "s", budgets[2]);
  await context.close();
}

/** Frames of a drag over the plane, and how long after it the trigger table is new. */
async function drags(slowed, [frames, worst]) {
  const words = slowed ? ", CPU ÷4" : "";
  const { page, context } = await opened(point, false);
  await page.waitForSelector("#plane .mark");
  const events = page.locator('section[aria-labelledby="events"]');
  await events.waitFor();
  if (slowed) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slow.rate });
  }
  const box = await page.locator("#plane").boundingBox();
  // From the point itself: a name of a limit that is pressed opens its card, and nothing is dragged.
  const handle = await page.locator(".handle").boundingBox();
  const start = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.evaluate(() => {
    const seen = { frames: [], long: [] };
    window.seen = seen;
    new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((e) => e.duration))).observe({
      entryTypes: ["longtask"],
    });
    let last = performance.now();
    const tick = (now) => {
      seen.frames.push(now - last);
      last = now;
      seen.handle = requestAnimationFrame(tick);
    };
    seen.handle = requestAnimationFrame(tick);
  });
  const began = Date.now();
  for (let k = 0; Date.now() - began < 3000; k++) {
    const t = 0.5 + 0.4 * Math.sin(k / 15);
    await page.mouse.move(box.x + box.width * t, box.y + box.height * (0.5 + 0.3 * Math.cos(k / 11)));
  }
  const { frames: all, long } = await page.evaluate(() => {
    cancelAnimationFrame(window.seen.handle);
    return { frames: window.seen.frames.slice(1), long: window.seen.long };
  });
  // Ended where there are events: beyond the energy of the collider there are none.
  await page.mouse.move(...start);
  await page.mouse.up();
  const sorted = [...all].sort((a, b) => a - b);
  const rate = (1000 * all.length) / all.reduce((a, b) => a + b, 0);
  say(`drag${words}`, rate, "frames/s", frames, rate >= frames);
  say(`drag, 95 of 100 frames${words}`, sorted[Math.floor(0.95 * sorted.length)], "ms", worst);
  say(`drag, long tasks${words}`, long.length, "", slowed ? 10 : 0);
  if (!slowed) {
    await events.scrollIntoViewIfNeeded();
    await page.waitForSelector("figure .track, figure .cluster");
    const before = await events.locator("dl.facts").textContent();
    const moved = performance.now();
    await page.locator("#plane").press("Shift+ArrowRight");
    await page.waitForFunction(
      (old) => (document.querySelector('section[aria-labelledby="events"] dl.facts')?.textContent ?? old) !== old,
      before,
    );
    say("rest of the point to a new trigger table", performance.now() - moved, "ms", 500);
  }
  await context.close();
}

/** The event in three dimensions: until it is there. */
async function solid() {
  const { page, context } = await opened(point, false);
  const events = page.locator('section[aria-labelledby="events"]');
  await events.waitFor();
  await events.scrollIntoViewIfNeeded();
  await page.waitForSelector("figure .track, figure .cluster");
  const start = performance.now();
  await page.getByRole("button", { name: "In three dimensions" }).click();
  await page.waitForSelector('.solid[aria-busy="false"] canvas');
  say("three dimensions, from the button", performance.now() - start, "ms", 500);
  await context.close();
}

await starts(false, [0.5, 0.7, 1.5]);
await starts(true, [2, 2.5, 4]);
await drags(false, [58, 25]);
await drags(true, [50, 40]);
await solid();
await browser.close();
await server.close();
