import { limitToJson, type Constraints, type SpeakingLimit } from "@belladonna/limits";
import { exclusionPlot, type LimitEntry } from "@belladonna/limits/plot";
import type { RelicTarget } from "@belladonna/models";
import { bibtex } from "@belladonna/sources";
import Table from "cli-table3";

/** Version mark of {@link planeJson}. */
const PLANE_FORMAT = "belladonna-constraints/1";

/** Most limits that a plot names. */
const NAMED = 9;

/** At how many points of a plane each limit is the strongest. */
function weights({ speaking, strongest }: Constraints): number[] {
  const out = speaking.map(() => 0);
  for (const column of strongest) for (const k of column) if (k >= 0) out[k]++;
  return out;
}

/** The plane: what is excluded, the limits that exclude most of it, projections, the relic line. */
export function planePlot(plane: Constraints, relic: RelicTarget | undefined): string {
  const weight = weights(plane);
  const byWeight = plane.speaking
    .map((s, k) => ({ s, w: weight[k] }))
    .filter(({ w }) => w > 0)
    .sort((a, b) => b.w - a.w)
    .slice(0, NAMED);
  const entry = ({ origin, limit }: SpeakingLimit): LimitEntry => ({ limit, label: origin.label ?? origin.id });
  const entries: LimitEntry[] = byWeight.map(({ s }) => ({ ...entry(s), style: "region" }));
  const later = plane.speaking.filter((s) => s.origin.kind === "projection");
  entries.push(...later.map((s): LimitEntry => ({ ...entry(s), style: "dashed" })));
  const line = relic === undefined ? undefined : relicLine(plane, relic);
  if (line !== undefined) entries.push({ limit: line, style: "line", color: "black" });
  return exclusionPlot(entries, {
    title: plane.model,
    x: { domain: [plane.masses[0], plane.masses[plane.masses.length - 1]] },
    y: { label: plane.coupling, domain: [plane.couplings[0], plane.couplings[plane.couplings.length - 1]] },
  });
}

/** The relic line as something to draw. */
function relicLine(plane: Constraints, { points, darkMatter }: RelicTarget): LimitEntry["limit"] | undefined {
  const some = points.filter((p) => p.valid);
  if (some.length < 2) return undefined;
  return {
    shape: "curve",
    id: "relic density",
    label: `relic density, ${darkMatter.kind}`,
    observable: plane.coupling,
    unit: plane.envelope.unit,
    cl: plane.envelope.cl,
    kind: "derived",
    mass: some.map((p) => p.mediatorMass),
    value: some.map((p) => p.coupling),
  };
}

const cell = (x: number): string => (Number.isFinite(x) ? String(x) : "");

/** Every excluded range as a row. */
export function planeCsv({ speaking, envelope }: Constraints): string {
  const rows = ["limit,kind,method,cl,mass_GeV,lower,upper"];
  const add = (id: string, kind: string, method: string, limit: SpeakingLimit["limit"]): void => {
    limit.mass.forEach((mass, i) => {
      const [lower, upper] = limit.shape === "curve" ? [limit.value[i], Infinity] : [limit.lower[i], limit.upper[i]];
      if (lower < Infinity) rows.push([`"${id}"`, kind, method, limit.cl, mass, lower, cell(upper)].join(","));
    });
  };
  for (const { origin, limit, method } of speaking) add(origin.id, limit.kind, method, limit);
  add("union", envelope.kind, "union", envelope);
  return `${rows.join("\n")}\n`;
}

/** Everything found, as JSON. */
export function planeJson(plane: Constraints, relic: RelicTarget | undefined): string {
  const limitOf = (limit: SpeakingLimit["limit"]): unknown => JSON.parse(limitToJson(limit));
  const { model, coupling, masses, couplings, silent, factors, strongest, polygons } = plane;
  const speaking = plane.speaking.map(({ origin, method, citation, limit }) => ({
    id: origin.id,
    kind: origin.kind,
    cl: origin.cl,
    method,
    citation,
    limit: limitOf(limit),
  }));
  const projected = plane.projected === undefined ? {} : { projected: limitOf(plane.projected) };
  const document = {
    format: PLANE_FORMAT,
    ...{ model, coupling, masses, couplings, speaking, silent, factors, strongest, polygons },
    envelope: limitOf(plane.envelope),
    ...projected,
    ...(relic === undefined ? {} : { relic }),
  };
  return `${JSON.stringify(document)}\n`;
}

/** BibTeX of every limit that speaks. */
export function planeBibtex({ speaking }: Constraints): string {
  const byKey = new Map(
    speaking.flatMap(({ origin: { reference } }) => (reference ? [[reference.key, reference]] : [])),
  );
  return `${[...byKey.values()].map(bibtex).join("\n\n")}\n`;
}

/** The limits that speak, and how many do not, for people. */
export function planeText(plane: Constraints): string {
  const weight = weights(plane);
  const points = plane.masses.length * plane.couplings.length;
  const table = new Table({
    style: { head: [], border: [], compact: true },
    head: ["limit", "kind", "how", "CL", "strongest at"],
  });
  plane.speaking
    .map((s, k) => ({ s, w: weight[k] }))
    .sort((a, b) => b.w - a.w)
    .forEach(({ s: { origin, method, limit }, w }) => {
      const share = origin.kind === "projection" ? "" : `${((100 * w) / points).toFixed(1)} %`;
      table.push([origin.id, limit.kind, method, `${100 * origin.cl} %`, share]);
    });
  const excluded = plane.factors.flat().filter((f) => f >= 1).length;
  return [
    `${plane.model}: ${plane.speaking.length} limits speak, ${plane.silent.length} do not (why: constraints.json)`,
    table.toString(),
    `excluded by at least one: ${((100 * excluded) / points).toFixed(1)} % of ${points} points (a union, no combination)`,
  ].join("\n");
}
