import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { svgToPdf } from "@belladonna/plot/pdf";
import { svgToPng } from "@belladonna/plot/png";
import type { OutputFolder } from "./output-folder.js";

const { resolve } = createRequire(import.meta.url);
const fontFile = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** Writes a figure as SVG and PNG; the paths of both. What no name of a file holds becomes a dash. */
export function writePicture(name: string, svg: string, out: OutputFolder): string[] {
  const file = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
  return [out.write(`${file}.svg`, svg), out.write(`${file}.png`, svgToPng(svg))];
}

/** Writes every SVG in a folder as PDF too; the paths of what was written. */
export async function writePdfs(out: OutputFolder): Promise<string[]> {
  const [font, bold] = ["DejaVuSans", "DejaVuSans-Bold"].map(fontFile);
  const written: string[] = [];
  for (const file of readdirSync(out.path).filter((name) => name.endsWith(".svg"))) {
    const pdf = await svgToPdf(readFileSync(path.join(out.path, file), "utf8"), { font, bold });
    written.push(out.write(`${path.basename(file, ".svg")}.pdf`, pdf));
  }
  return written;
}
