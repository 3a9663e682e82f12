import { parseHTML } from "linkedom";
import { agreement, comparedOf, exclusionsOf, projectionAgreement, quantityOf } from "./agreement.js";
import { luminosityText } from "@belladonna/limits";
import type { DefaultRun } from "../finished-run.js";
import { CUT_FLOW_HEAD, cutFlowTexts } from "./cut-flow-text.js";
import { largestExcesses } from "./largest-excess.js";

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 1180px; margin: 2em auto; padding: 0 1em; color: #222; }
table { border-collapse: collapse; margin: 1em 0; }
td, th { border-bottom: 1px solid #ccc; padding: .3em .8em; text-align: left; vertical-align: top; }
.plots { display: flex; flex-wrap: wrap; gap: 1em; }
.plots img { width: 560px; max-width: 100%; border: 1px solid #eee; }
`;

/** One page with every plot and how each limit compares with the published one; links are relative to the folder of all runs. */
export function indexPage(runs: readonly DefaultRun[]): string {
  const { document } = parseHTML(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Searches</title><style>${STYLE}</style></head><body></body></html>`,
  );
  const add = (parent: Element, tag: string, text = "", attributes: Readonly<Record<string, string>> = {}): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return element;
  };
  const { body } = document;
  add(body, "h1", "Dark-sector searches at Belle II, redone");
  add(
    body,
    "p",
    `belladonna, ${new Date().toISOString().slice(0, 10)}; none of this is a publication of the experiment.`,
  );
  const table = add(body, "table");
  const head = add(table, "tr");
  for (const title of ["search", "limit", "against the published one", "time"]) add(head, "th", title);
  for (const { search, run } of runs) {
    comparedOf(run.result).forEach((compared, i) => {
      const row = add(table, "tr");
      const name = add(row, "td");
      if (i === 0) add(name, "a", search.name, { href: `#${search.name}` });
      add(row, "td", `${compared.process}: ${quantityOf(compared)}`);
      add(row, "td", agreement(compared));
      add(row, "td", i === 0 ? `${run.seconds.toFixed(0)} s` : "");
    });
  }
  for (const { search, run } of runs) {
    const section = add(body, "section", "", { id: search.name });
    add(section, "h2", search.name);
    add(
      section,
      "p",
      `${search.title}; ${search.reference}. ${luminosityText(run.options.luminosity)}, ${100 * run.options.level} % CL.`,
    );
    const plots = add(section, "div", "", { class: "plots" });
    for (const name of [
      ...[...exclusionsOf(run.result), ...(run.result.maps ?? [])].map((one) => one.name),
      "trigger",
    ]) {
      const src = `${search.name}/${name}.svg`;
      add(add(plots, "a", "", { href: src }), "img", "", { src, alt: `${search.title}: ${name}`, loading: "lazy" });
    }
    for (const flow of run.result.cutFlows ?? []) {
      const details = add(section, "details");
      add(details, "summary", `${flow.sample}: what each cut keeps of ${flow.generated} events generated`);
      const cuts = add(details, "table");
      for (const [tag, cells] of [
        ["th", CUT_FLOW_HEAD],
        ...cutFlowTexts(flow).map((row) => ["td", row] as const),
      ] as const) {
        const row = add(cuts, "tr");
        for (const cell of cells) add(row, tag, cell);
      }
    }
    const list = add(section, "ul");
    for (const excess of largestExcesses(run.result.measured)) add(list, "li", excess);
    if (run.projection !== undefined) for (const line of projectionAgreement(run.projection)) add(list, "li", line);
    for (const note of run.result.notes) add(list, "li", note);
  }
  return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
}
