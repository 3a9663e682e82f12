import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright";

const kept = path.join(import.meta.dirname, "pictures");
const made = path.join(import.meta.dirname, "../../out/pictures");

/** Pixels of the screen that are one of a kept picture, along each side: a font drawn otherwise by a pixel leaves it nearly as it is. */
const BLOCK = 5;

/** Difference of a colour, of 255, that is one: half of what text in another weight does to a block. */
const STEP = 40;

/** What came of a comparison. */
interface Compared {
  /** Share of blocks that differ, 0 to 1; 1 where the sizes do. */
  readonly share: number;
  /** What to look at when it is too much. */
  readonly message: string;
}

/**
 * Compare what a page shows with the kept picture of that name; with `PICTURES=update`, or where there is none, keep it.
 * Both are averaged over blocks of pixels, so that what another font rasteriser does to edges does not count.
 * @param page - The page.
 * @param name - Name of the picture.
 */
export async function compared(page: Page, name: string): Promise<Compared> {
  const file = path.join(kept, `${name}.png`);
  const shot = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  const update = process.env.PICTURES === "update" || !existsSync(file);
  const old = update ? "" : readFileSync(file).toString("base64");
  const result = await page.evaluate(
    async ({ shot, old, BLOCK, STEP }) => {
      const load = async (data: string): Promise<ImageBitmap> =>
        createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const pixels = (bitmap: ImageBitmap, width: number, height: number) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d", { willReadFrequently: true });
        if (context === null) throw new Error("no canvas");
        context.imageSmoothingQuality = "high";
        context.drawImage(bitmap, 0, 0, width, height);
        return { canvas, context, data: context.getImageData(0, 0, width, height) };
      };
      const png = async (canvas: OffscreenCanvas): Promise<string> => {
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
        return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
      };
      const whole = await load(shot);
      const [width, height] = [Math.round(whole.width / BLOCK), Math.round(whole.height / BLOCK)];
      const now = pixels(whole, width, height);
      const small = await png(now.canvas);
      if (old === "") return { share: 0, small, diff: "" };
      const before = await load(old);
      if (before.width !== width || before.height !== height) return { share: 1, small, diff: "" };
      const was = pixels(before, width, height);
      const diff = new ImageData(width, height);
      let count = 0;
      for (let i = 0; i < now.data.data.length; i += 4) {
        const off = Math.max(...[0, 1, 2].map((k) => Math.abs(now.data.data[i + k] - was.data.data[i + k])));
        const differs = off > STEP;
        if (differs) count++;
        diff.data.set(differs ? [255, 0, 0, 255] : [255 - off, 255 - off, 255 - off, 255], i);
      }
      now.context.putImageData(diff, 0, 0);
      return { share: count / (width * height), small, diff: await png(now.canvas) };
    },
    { shot, old, BLOCK, STEP },
  );
  if (update) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, Buffer.from(result.small, "base64"));
    return { share: 0, message: `${file} is kept` };
  }
  mkdirSync(made, { recursive: true });
  const [diff, now] = [`${name}.diff.png`, `${name}.png`].map((f) => path.join(made, f));
  writeFileSync(now, Buffer.from(shot, "base64"));
  if (result.diff !== "") writeFileSync(diff, Buffer.from(result.diff, "base64"));
  const per = (result.share * 100).toFixed(2);
  return { share: result.share, message: `${per} % of ${name} differ: see ${diff}, ${now}; kept is ${file}` };
}
