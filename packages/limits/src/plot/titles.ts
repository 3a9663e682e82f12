import { element, f, text } from "@belladonna/plot";
import type { SvgDocument, SvgNode } from "@belladonna/plot";
import type { Limit } from "../limit.js";
import type { Frame } from "./frame.js";
import type { ExclusionPlotOptions } from "./options.js";

/** Titles of the axes: those wished for, else mass, and the observable of a limit with its unit. */
export function axisTitles(
  page: SvgDocument,
  first: Limit,
  options: ExclusionPlotOptions,
  { box, height, fontSize }: Frame,
): SvgNode {
  const root = element(page, "g", {});
  const unit = first.unit === "1" ? "" : ` [${first.unit.replace("^-1", "⁻¹")}]`;
  const xTitle = options.x?.label ?? "Mass [GeV]";
  const yTitle = options.y?.label ?? `${first.observable}${unit}`;
  root.appendChild(text(page, xTitle, box.x1, height - 0.9 * fontSize, fontSize, { anchor: "end" }));
  const t = text(page, yTitle, 0, 0, fontSize, { anchor: "end" });
  t.setAttribute("transform", `translate(${f(0.95 * fontSize)},${f(box.y0)}) rotate(-90)`);
  root.appendChild(t);
  return root;
}

/** Title at the left and note at the right above the frame, added to `root`. */
export function addHeadings(
  page: SvgDocument,
  root: SvgNode,
  { title, note }: ExclusionPlotOptions,
  { box, margin, fontSize, small }: Frame,
): void {
  const y = margin.top - 0.75 * fontSize;
  if (title) {
    const t = text(page, title, box.x0, y, fontSize, { anchor: "start" });
    t.setAttribute("font-weight", "bold");
    root.appendChild(t);
  }
  if (note) root.appendChild(text(page, note, box.x1, y, small, { anchor: "end" }));
}
