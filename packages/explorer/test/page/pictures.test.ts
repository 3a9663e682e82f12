import type { BrowserContextOptions } from "playwright";
import { describe, expect, it } from "vitest";
import { compared } from "./pictures.js";
import { opener, settled } from "./open.js";

const open = opener();
const point = "plane=dark-photon-visible&m=0.3&g=5e-4";

/** Share of blocks that may differ. */
const MOST = 0.01;

interface State {
  readonly name: string;
  readonly fragment: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
  /** The part that is brought to the top; the top of the page when absent. */
  readonly part?: string;
}

const states: readonly State[] = [
  { name: "phone-light", fragment: point, width: 360, scheme: "light" },
  { name: "tablet-dark", fragment: "plane=alp-photon&m=1&g=1e-3&L=50000", width: 820, scheme: "dark" },
  { name: "desk-light", fragment: `${point}&bands=mu2020`, width: 1600, scheme: "light" },
  { name: "desk-recast-dark", fragment: `${point}&to=B-L&pins=0.3~0.0005_1~0.001`, width: 1600, scheme: "dark" },
  { name: "events-light", fragment: `${point}&line=hie`, width: 820, scheme: "light", part: "events" },
  { name: "events-phone-dark", fragment: `${point}&ev=3`, width: 360, scheme: "dark", part: "events" },
];

describe("the page looks as it did", () => {
  it.each(states)("$name", async ({ name, fragment, width, scheme, part }) => {
    const options: BrowserContextOptions = {
      viewport: { width, height: width < 500 ? 800 : 1000 },
      colorScheme: scheme,
      reducedMotion: "reduce",
    };
    const opened = await open(fragment, options);
    const { page } = opened;
    await settled(opened);
    // What comes later is waited for, so that nothing moves under the picture.
    await page.locator('section[aria-labelledby="sources"]').waitFor();
    const events = page.locator('section[aria-labelledby="events"]');
    await events.scrollIntoViewIfNeeded();
    await expect.poll(() => events.locator("figure, .remark:not(:text('Making'))").count()).toBeGreaterThan(0);
    if (part === undefined) {
      await page.evaluate(() => {
        window.scrollTo(0, 0);
      });
    } else {
      await events.evaluate((e) => {
        e.scrollIntoView({ block: "start" });
      });
    }
    await page.mouse.move(0, 0);
    const { share, message } = await compared(page, name);
    expect(share, message).toBeLessThanOrEqual(MOST);
    await page.close();
  });

  it.skipIf(process.env.PICTURES === "update")("and not as in the other theme", async () => {
    const { fragment, width } = states[0];
    const options = { viewport: { width, height: 800 }, colorScheme: "dark", reducedMotion: "reduce" } as const;
    const { page } = await open(fragment, options);
    expect((await compared(page, states[0].name)).share).toBeGreaterThan(0.5);
    await page.close();
  });
});
