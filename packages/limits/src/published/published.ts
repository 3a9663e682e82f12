import { sameChannel } from "@belladonna/kinematics";
import { portalId } from "@belladonna/models";
import { didYouMean, requireChoice, requireOptions } from "@belladonna/numerics";
import index from "../data/index.json";
import slotList from "../data/slots.json";
import { limitFromCsv } from "../csv.js";
import { citationText } from "@belladonna/sources";
import type { Citation, Standing } from "@belladonna/sources";
import { limitKinds } from "../limit-facts.js";
import type { Limit, LimitKind } from "../limit.js";
import type { ReferenceCurve } from "./reference-curves.js";
import { nearest } from "./nearest.js";

/** What is known of a bundled limit before its numbers are loaded. */
export interface PublishedEntry {
  /** Identifier, for {@link Published.get}. */
  readonly id: string;
  /** Portal: `dark-photon`, `dark-matter`, `z-prime`, `b-minus-l`, `alp`, `dark-scalar`, `leptophilic-scalar`, `hnl`, `lfv-alp`. */
  readonly portal: string;
  /** Experiment. */
  readonly experiment: string;
  /** Limited quantity. */
  readonly observable: string;
  /** Its unit. */
  readonly unit: string;
  /** Confidence level, a fraction. */
  readonly cl: number;
  /** Observed, projection, recast, derived. */
  readonly kind: LimitKind;
  /** Shape of the limit. */
  readonly shape: Limit["shape"];
  /** Final state searched. */
  readonly finalState: string;
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity?: number;
  /** Short text for a plot. */
  readonly label: string;
  /** Publication. */
  readonly reference: Citation;
  /** How well the numbers are known. */
  readonly standing: Standing;
  /** Identifier of the limit of which this is another digitisation. */
  readonly redigitisationOf?: string;
  /** Other names of the same numbers, accepted by {@link Published.get}. */
  readonly aliases?: readonly string[];
  /** Smallest and largest mass, GeV. */
  readonly massRange: readonly number[];
  /** Number of points. */
  readonly points: number;
}

/** What to look for; a text matches when it is contained, in any case. A portal or an experiment of no limit is refused. */
export interface PublishedQuery {
  /** Experiment, such as `Belle II` (which `Belle` does not match) or `belle-ii`. */
  readonly experiment?: string;
  /** Portal, by any of the names that `portalId` of `@belladonna/models` takes: `alp`, `dark photon`, `A'`. */
  readonly portal?: string;
  /** Observable, whole or part: `epsilon`, `sigma`. */
  readonly observable?: string;
  /** Final state, whole or part: `invisible`, `mu+ mu-`, which is `mumu` too. */
  readonly finalState?: string;
  /** Observed, projection, recast, derived. */
  readonly kind?: LimitKind;
  /** List also numbers that nobody checked against the publication. Default: leave them out. */
  readonly unverified?: boolean;
  /** List also further digitisations of a result that is listed. Default: leave them out. */
  readonly redigitisations?: boolean;
}

/** A published result of which no table of numbers is bundled, only the range its abstract quotes. */
export interface Slot {
  /** Identifier, for {@link Published.fill}. */
  readonly id: string;
  /** The result in words. */
  readonly result: string;
  /** Portal. */
  readonly portal: string;
  /** Experiment. */
  readonly experiment: string;
  /** Limited quantity a curve should be given in. */
  readonly observable: string;
  /** Its unit. */
  readonly unit: string;
  /** Final state. */
  readonly finalState: string;
  /** Confidence level, a fraction. */
  readonly cl: number;
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity?: number;
  /** Publication. */
  readonly reference: Citation;
  /** What the abstract says. */
  readonly quoted: string;
}

/** The bundled limits. */
export interface Published {
  /** Entries that match all of a query, without loading their numbers. */
  readonly find: (query?: PublishedQuery) => PublishedEntry[];
  /** Load a limit by identifier or alias; rejects with `RangeError` for an unknown one and for a slot. */
  readonly get: (id: string) => Promise<Limit>;
  /** Results known only by the range in their abstract. */
  readonly slots: () => readonly Slot[];
  /** The limit of a slot from the user's CSV (see `limitFromCsv`), with the slot's citation. */
  readonly fill: (slotId: string, csv: string) => Limit;
  /** Load a curve that is no limit (a resolution, a cross section) by identifier; rejects for an unknown one. */
  readonly referenceCurve: (id: string) => Promise<ReferenceCurve>;
}

const entries = index as unknown as readonly (PublishedEntry & { readonly chunk: Chunk })[];
const slots = slotList as unknown as readonly Slot[];

// One module a portal, two of the one with most limits, so that a bundle holds what is asked for only.
const chunks = {
  "alp-photon": () => import("./alp-photon.js"),
  "alp-other": () => import("./alp-other.js"),
  "b-minus-l": () => import("./b-minus-l.js"),
  "dark-matter": () => import("./dark-matter.js"),
  "dark-photon": () => import("./dark-photon.js"),
  "dark-scalar": () => import("./dark-scalar.js"),
  hnl: () => import("./hnl.js"),
  "leptophilic-scalar": () => import("./leptophilic-scalar.js"),
  "lfv-alp": () => import("./lfv-alp.js"),
  "long-lived-scalar": () => import("./long-lived-scalar.js"),
  "z-prime": () => import("./z-prime.js"),
} as const satisfies Record<string, () => Promise<{ limits: readonly Limit[] }>>;
type Chunk = keyof typeof chunks;

const QUERY = [
  "experiment",
  "portal",
  "observable",
  "finalState",
  "kind",
  "unverified",
  "redigitisations",
] as const satisfies readonly (keyof PublishedQuery)[];

/**
 * The bundled limits: find them by what they are, get their numbers by identifier, cite them with `cite`.
 *
 * ```ts
 * published.find({ portal: "alp", experiment: "Belle II", observable: "sigma" }).length; // ≈ 1
 * ```
 */
export const published: Published = {
  find: (query = {}) => {
    requireOptions("published.find", query, QUERY);
    if (query.kind !== undefined) requireChoice("published.find: kind", query.kind, limitKinds);
    const portal = query.portal === undefined ? undefined : portalId(query.portal);
    if (query.experiment !== undefined) requireExperiment(query.experiment);
    return entries.filter(
      (e) =>
        (query.experiment === undefined || same(e.experiment, query.experiment)) &&
        (portal === undefined || e.portal === portal) &&
        (query.kind === undefined || e.kind === query.kind) &&
        contains(e.observable, query.observable) &&
        (contains(e.finalState, query.finalState) || hasChannel(e.finalState, query.finalState ?? "")) &&
        (query.unverified === true || checked(e.standing)) &&
        (query.redigitisations === true || e.redigitisationOf === undefined),
    );
  },
  get: async (id) => {
    const entry = entries.find((e) => e.id === id || e.aliases?.includes(id) === true);
    if (entry === undefined) {
      const slot = slots.find((s) => s.id === id);
      if (slot) {
        throw new RangeError(
          `published.get: of ${citationText(slot.reference)} only "${slot.quoted}" is known; give its table to published.fill("${id}", csv)`,
        );
      }
      const names = entries.flatMap((e) => [e.id, ...(e.aliases ?? [])]);
      throw new RangeError(`published.get: id must be one of published.find()${suggestion(id, names)}, got "${id}"`);
    }
    const { limits } = await chunks[entry.chunk]();
    const found = limits.find((l) => l.id === entry.id);
    if (found === undefined) throw new RangeError(`published.get: "${id}" is in the index but not in its file`);
    return found;
  },
  slots: () => slots,
  fill: (slotId, csv) => {
    const slot = slots.find((s) => s.id === slotId);
    if (slot === undefined)
      throw new RangeError(
        `published.fill: id must be one of published.slots()${suggestion(
          slotId,
          slots.map((s) => s.id),
        )}, got "${slotId}"`,
      );
    const { id, portal, experiment, observable, unit, finalState, cl, reference } = slot;
    const provenance = { source: "CSV given by the user", standing: "read" } as const;
    const luminosity = slot.luminosity === undefined ? {} : { luminosity: slot.luminosity };
    const info = { portal, experiment, observable, unit, finalState, cl, reference, provenance, ...luminosity };
    return limitFromCsv(csv, { ...info, id, kind: "observed" });
  },
  referenceCurve: async (id) => {
    const { referenceCurves } = await import("./reference-curves.js");
    const found = referenceCurves.find((c) => c.id === id);
    if (found) return found;
    const ids = referenceCurves.map((c) => c.id);
    throw new RangeError(
      `published.referenceCurve: id must be one of ${ids.join(", ")}${suggestion(id, ids)}, got "${id}"`,
    );
  },
};

/** Identifiers like a word, as part of a message. */
function suggestion(id: string, known: readonly string[]): string {
  const like = nearest(id, known);
  return like.length === 0 ? "" : `, such as ${like.join(", ")}`;
}

/** Whether somebody compared the numbers with their source. */
function checked(standing: Standing): boolean {
  return standing !== "unverified" && standing !== "recalled";
}

/** Whether two texts are one name, but for blanks, hyphens and capitals. */
function same(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, "");
  return plain(a) === plain(b);
}

/** Throws unless some bundled limit is of an experiment. */
function requireExperiment(name: string): void {
  if (entries.some((e) => same(e.experiment, name))) return;
  const all = [...new Set(entries.map((e) => e.experiment))];
  throw new RangeError(
    `published.find: experiment must be one of ${all.join(", ")}, got "${name}"${didYouMean(name, all)}`,
  );
}

/** Whether a final state, or one of several that are joined by `+`, is the one named. */
function hasChannel(finalState: string, name: string): boolean {
  return finalState.split(" + ").some((one) => sameChannel(one, name));
}

function contains(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}
