import { requireOptions, requirePositive } from "@belladonna/numerics";
import { exp, log as ln } from "@belladonna/numerics/elementary";
import { exclusion } from "../exclusion.js";
import { limitFromCouplings } from "../limit-from-couplings.js";
import { cite } from "../limit.js";
import type { CurveLimit, IntervalLimit, Limit, LimitKind } from "../limit.js";
import { project } from "../projection.js";
import { worldLimits } from "./world.js";
import type { Constraints, ConstrainOptions, PointVerdict, SpeakingLimit } from "./constraints.js";
import { edgesOf, joined, type Edges } from "./edges.js";
import { viewOf, type ConstrainedModel, type View } from "./model.js";
import { productionRates } from "./rates.js";
import { observableOf, referenceModels, referencesIn } from "./references.js";
import { statementOf, type AtMass, type Statement } from "./statement.js";

const NAMES = ["masses", "couplings", "recast", "project", "limits", "unverified", "searches", "rates", "references"];

function requireRising(name: string, values: readonly number[], least: number): void {
  if (!(values.length >= least && values.every((v, i) => v > 0 && v < Infinity && (i === 0 || v > values[i - 1])))) {
    throw new RangeError(
      `constrainModel: ${name} must be at least ${String(least)} numbers > 0 that increase, got [${values.join(", ").slice(0, 80)}]`,
    );
  }
}

/** Limits of Belle II with a luminosity, at another one. */
function projections(limits: readonly Limit[], luminosity: number): Map<Limit, Limit> {
  const curves = limits.filter(
    (l): l is CurveLimit =>
      l.shape === "curve" && l.experiment === "Belle II" && l.kind !== "projection" && l.luminosity !== undefined,
  );
  return new Map(curves.map((l) => [project(l, { luminosity, regime: "background-limited" }), l]));
}

/** A limit that speaks, what it says at each mass, and what it excludes there. */
interface Spoken {
  readonly statement: Statement;
  readonly said: readonly (AtMass | undefined)[];
  readonly rows: readonly Edges[];
}

/** A plane filled with the largest factors. */
function largestFactors(spoken: readonly Spoken[], masses: readonly number[], couplings: readonly number[]) {
  const logs = couplings.map(ln);
  const factors: number[][] = [];
  const strongest: number[][] = [];
  masses.forEach((_, i) => {
    const most = logs.map(() => -Infinity);
    const who = logs.map(() => -1);
    spoken.forEach(({ statement, said }, k) => {
      const here = said[i];
      if (statement.limit.kind === "projection" || here === undefined) return;
      logs.forEach((log, j) => {
        const value = here.logFactor(log);
        if (value > most[j]) [most[j], who[j]] = [value, k];
      });
    });
    factors.push(most.map(exp));
    strongest.push(who);
  });
  return { factors, strongest };
}

/**
 * What is excluded of a model in the plane of its mass and coupling, by all limits that speak about it: published for it,
 * carried over from another model (production, branching fractions and lifetime, as `recast`), or on a rate that the model
 * predicts (a branching fraction, by mass and lifetime where a grid is given).
 *
 * A model is an entry of `portals` of `@belladonna/models`, or your own function of mass and coupling. With a `power` it is
 * asked once a mass, else once a point. Excluded ranges are exact with it, else interpolated between the couplings given.
 * Limits at different confidence levels stand beside each other as published; nothing is combined but by union. A limit on
 * a rate without lifetimes is taken to hold for decays at once.
 *
 * ```ts
 * const plane = await constrainModel(portals[2], { masses: [0.02, 0.2, 2], couplings: [1e-7, 1e-5, 1e-3] });
 * plane.at(0.2, 1e-3)[0].excluded; // true
 * ```
 * @param model - The model.
 * @param options - The plane; which limits, searches and rates.
 * @returns Every limit on the coupling of the model, their union, and a function of any point.
 * @throws RangeError for masses or couplings that are not > 0 and increasing, or an unknown option.
 */
export async function constrainModel(model: ConstrainedModel, options: ConstrainOptions): Promise<Constraints> {
  requireOptions("constrainModel", options, NAMES);
  // The content of a model from a file is for amplitudes.
  requireOptions("constrainModel: model", model, ["name", "make", "coupling", "power", "typical", "content"]);
  const { masses, couplings, recast = true, unverified = false } = options;
  requireRising("masses", masses, 1);
  requireRising("couplings", couplings, 2);
  const { kind } = model.make(masses[0], model.typical ?? couplings[0]);
  const given = options.limits ?? (await worldLimits(kind, unverified));
  const { project: luminosity } = options;
  if (luminosity !== undefined) requirePositive("constrainModel: project", luminosity, "fb^-1");
  const later = luminosity === undefined ? new Map<Limit, Limit>() : projections(given, luminosity);
  const known = {
    observable: observableOf[model.name] as string | undefined,
    searches: options.searches ?? {},
    rates: { ...productionRates, ...options.rates },
    reference: referencesIn({ ...referenceModels, ...options.references }),
  };
  const silent: { id: string; reason: string }[] = [];
  const statements = [...given, ...later.keys()].flatMap((limit): Statement[] => {
    const origin = later.get(limit);
    // What is known of a search is known of its projection.
    const said = statementOf(origin === undefined ? limit : { ...limit, id: origin.id }, known);
    if (typeof said !== "string" && (recast || said.method !== "recast")) return [{ ...said, limit }];
    silent.push({ id: limit.id, reason: typeof said === "string" ? said : "recasting was not asked for" });
    return [];
  });

  const views = masses.map((mass) => viewOf(model, mass));
  const range = [couplings[0], couplings[couplings.length - 1]] as const;
  const name = model.coupling ?? "g";
  const unit = /^g(Photon|W)$/.test(name) ? "GeV^-1" : "1";
  const found = (origin: Limit, id: string, limitKind: LimitKind, note: string, rows: readonly Edges[]) =>
    limitFromCouplings(origin, { id, coupling: name, unit, kind: limitKind, note, scanned: range, masses, rows });

  const spoken = statements.map((statement): Spoken => {
    const said = masses.map((mass, i) => statement.at(mass, views[i]));
    return { statement, said, rows: said.map((here) => edgesOf(here, couplings, model.power !== undefined)) };
  });
  const some = spoken.filter(({ statement, rows }) => {
    const any = rows.some((r) => r.length > 0);
    if (!any) silent.push({ id: statement.limit.id, reason: "excludes nothing of this plane" });
    return any;
  });
  const speaking = some.map(({ statement: { limit, method }, rows }): SpeakingLimit => {
    const kindOf = limit.kind === "projection" ? "projection" : method === "direct" ? limit.kind : "recast";
    const note = method === "direct" ? "as published" : `${method} from ${limit.observable}`;
    return {
      origin: limit,
      method,
      citation: cite(limit),
      limit: found(limit, `${limit.id}:${model.name}`, kindOf, note, rows),
    };
  });
  const unionOf = (what: string, wanted: boolean): CurveLimit | IntervalLimit => {
    const parts = some.filter(({ statement }) => (statement.limit.kind === "projection") === wanted);
    const rows = masses.map((_, i) => joined(parts.flatMap((p) => p.rows[i])));
    const cl = parts.reduce((least, p) => Math.min(least, p.statement.limit.cl), 1);
    const info = { id: what, observable: name, unit, cl: cl < 1 ? cl : 0.9, kind: "derived", label: what } as const;
    const blank: Limit = { ...info, shape: "curve", mass: [...masses], value: masses.map(() => Infinity) };
    return found(blank, `${model.name}:${what}`, wanted ? "projection" : "derived", "union, no combination", rows);
  };
  const envelope = unionOf("union of limits", false);
  const asked = some.map((s) => s.statement);
  return {
    model: model.name,
    coupling: name,
    masses,
    couplings,
    speaking,
    silent,
    ...largestFactors(some, masses, couplings),
    envelope,
    polygons: exclusion(envelope).rings(range[1]),
    ...(some.some((s) => s.statement.limit.kind === "projection")
      ? { projected: unionOf("union of projections", true) }
      : {}),
    at: (mass, coupling) => verdicts(asked, viewOf(model, mass), mass, coupling),
  };
}

function verdicts(statements: readonly Statement[], view: View, mass: number, coupling: number): PointVerdict[] {
  const log = ln(coupling);
  return statements
    .flatMap(({ limit, method, at }): PointVerdict[] => {
      const factor = exp(at(mass, view)?.logFactor(log) ?? -Infinity);
      const { id, cl, kind } = limit;
      return factor > 0 ? [{ id, excluded: factor >= 1, factor, cl, kind, method, citation: cite(limit) }] : [];
    })
    .sort((a, b) => Number(a.kind === "projection") - Number(b.kind === "projection") || b.factor - a.factor);
}
