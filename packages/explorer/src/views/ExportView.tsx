import type { Limit } from "@belladonna/limits";
import type { ExclusionPlotOptions } from "@belladonna/limits/plot";
import { pngOf } from "../exports/png.js";
import { programText } from "../exports/program.js";
import { offer, save } from "../exports/save.js";
import { bibtexText, captionText, limitFiles, svgText } from "../exports/texts.js";
import { attempt } from "../state/attempt.js";
import { isOneFile, wholePage } from "../exports/whole-page.js";
import { carriedLimits, route } from "../plane/carried.js";
import { layout } from "../plane/layout.js";
import { planeData } from "../plane/plane-data.js";
import { asked, drawn, shown } from "../plane/shown.js";
import { announced, mark, states } from "../state/store.js";
import { messages } from "../text/messages.js";

const { took } = messages;

/** Title of the plane, and of what it is recast to. */
function title(): string {
  const now = planeData.value;
  const name = now.state === "ready" ? now.plane.title : "";
  return route.value === undefined ? name : `${name}, recast to ${route.value.to.name}`;
}

/** Axes and points as on the screen. */
function options(): ExclusionPlotOptions {
  const plan = layout.value;
  const { mass, coupling, pins } = states.now.value;
  const points = [{ mass, value: coupling }, ...pins.map((p) => ({ mass: p.mass, value: p.coupling }))];
  if (plan === undefined) return {};
  const axis = ({ title: label, domain, scale }: typeof plan.x) => ({ label, domain, scale });
  return { title: title(), points, x: axis(plan.x), y: axis(plan.y) };
}

/** The limits: bands are drawn with them, but are none. */
const limits = (): Limit[] => shown.value.map((e) => e.limit);
const svg = (): string => svgText(drawn.value, options());

const zip = async (name: string, files: Readonly<Record<string, string>>): Promise<void> => {
  const { zipped } = await import("../exports/zip.js");
  save(name, zipped(files), "application/zip");
};

/** Identifiers of bundled limits behind what is asked. */
function bundled(): string[] {
  const now = planeData.value;
  if (now.state !== "ready") return [];
  if (route.value !== undefined) return carriedLimits.value.filter((c) => c.done).map((c) => c.origin.id);
  return asked.value.filter((l) => now.ids.includes(l.id)).map((l) => l.id);
}

function program(): string {
  const { mass, coupling } = states.now.value;
  const now = planeData.value;
  const portal = now.state === "ready" ? now.plane.portal : undefined;
  return programText({ mass, coupling, portal, to: route.value?.to.name, ids: bundled() });
}

/** What is taken away, by the text of its button. */
const kinds: readonly (readonly [text: string, take: () => void | Promise<void>])[] = [
  [
    "SVG",
    () => {
      save("plane.svg", svg(), "image/svg+xml");
    },
  ],
  ...[1, 2, 4].map((n): [string, () => Promise<void>] => [
    `PNG ×${n}`,
    async () => {
      save("plane.png", await pngOf(svg(), n), "image/png");
    },
  ]),
  ["CSV", () => zip("limits-csv.zip", limitFiles(limits(), "csv"))],
  ["JSON", () => zip("limits-json.zip", limitFiles(limits(), "json"))],
  [
    "HEPData",
    async () => {
      const { hepDataFiles } = await import("../own/hepdata.js");
      await zip("hepdata.zip", hepDataFiles(limits()));
    },
  ],
  [
    "BibTeX",
    () => {
      save("limits.bib", bibtexText(limits()), "application/x-bibtex");
    },
  ],
];

const texts: readonly (readonly [text: string, make: () => string])[] = [
  [took.caption, () => captionText(title(), limits(), mark)],
  [took.program, program],
];

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announced.value = took.copied;
  } catch {
    save("text.txt", text, "text/plain");
  }
}

/** Everything that can be taken out of the page. */
export function ExportView() {
  if (shown.value.length === 0) return null;
  const guarded = (take: () => void | Promise<void>) => () => {
    attempt(take);
  };
  return (
    <section aria-labelledby="export" class="late">
      <h2 id="export">{took.title}</h2>
      <div class="tools">
        {kinds.map(([text, take]) => (
          <button key={text} type="button" onClick={guarded(take)}>
            {text}
          </button>
        ))}
        {isOneFile() && (
          <button
            type="button"
            onClick={guarded(() => {
              offer("explorer.html", wholePage(), "text/html");
            })}
          >
            {took.page}
          </button>
        )}
        {!isOneFile() && (
          <a class="button" href="explorer.html" download>
            {took.page}
          </a>
        )}
      </div>
      {texts.map(([text, make]) => (
        <details key={text}>
          <summary>{text}</summary>
          <pre tabindex={0}>{make()}</pre>
          <button type="button" onClick={guarded(() => copy(make()))}>
            {took.copy}
          </button>
        </details>
      ))}
    </section>
  );
}
