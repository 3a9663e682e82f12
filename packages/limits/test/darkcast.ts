// Recast rows of DarkCast, with the widths they were made with.
import {
  bMinusL,
  baryonic,
  channel,
  darkPhoton,
  leMinusLmu,
  lmuMinusLtau,
  mediator,
  protophobic,
  vectorMediator,
} from "@belladonna/models";
import { vectorToFermions } from "@belladonna/models/widths";
import { references } from "@belladonna/sources";
import type { Charges, Couplings, Mediator } from "@belladonna/models";
import { recastSearches } from "../src/recast-search.js";
import type { RecastSearch } from "../src/recast-search.js";

export type Row = [
  mass: number,
  limit: string,
  decay: string,
  low: number,
  high: number | null,
  gLow: number,
  gHigh: number | null,
];
export interface Table {
  readonly name: string;
  readonly rows: Row[];
}
// Vite's glob works in node and in a browser; its types are not loaded here.
interface ViteMeta {
  readonly glob: (pattern: string, options: { eager: true; import: "default" }) => Record<string, Table>;
}
export const tables: Table[] = Object.values(
  (import.meta as unknown as ViteMeta).glob("./data/recast_darkcast_*.json", { eager: true, import: "default" }),
);

/** Its name in the table, and the search it is here. */
export const searches = {
  A1_Merkel2014avp: "A1_2014",
  BaBar_Lees2014xha: "BaBar_darkphoton_visible_2014",
  BaBar_Lees2017lec: "BaBar_darkphoton_invisible_2017",
  E137_Bjorken2009mm: "E137_2009_darkphoton",
  E141_Riordan1987aw: "E141_1987_darkphoton",
  E774_Bross1989mp: "E774_1989",
  KEK_Konaka1986cb: "KEK_1986",
  KLOE_Anastasi2018azp_combined: "KLOE_2018_combined",
  NA48_Batley2015lha: "NA48_2_2015",
  NA64_Banerjee2019hmi: "NA64_visible_2019",
  NuCAL_Blumlein1991xh: "NuCal_1991_darkphoton",
  Orsay_Davier1989wz: "Orsay_1989_darkphoton",
} as const;

export const charges: Record<string, Charges> = {
  "B-L_boson": bMinusL,
  B_boson: baryonic,
  "Le-Lmu_boson": leMinusLmu,
  "Lmu-Ltau_boson": lmuMinusLtau,
  protophobic,
};

/**
 * The widths the tables were made with: vector mesons at all masses, charm and bottom as bare quarks of 1.5 and 4.8 GeV,
 * and pi0 gamma open from 0.14 GeV instead of the mass of the pion.
 */
function asInTables(make: (mass: number, coupling: number) => Mediator) {
  return (mass: number, coupling: number): Mediator => {
    const own = make(mass, coupling);
    const { c = 0, b = 0 } = own.couplings.vector ?? {};
    const quark = (name: string, m: number, g: number) =>
      channel(name, [], vectorToFermions(mass, m, g, 3), "hadrons", references.Ilten2018);
    const opening = Math.max(0, (1 - (0.14 / mass) ** 2) / (1 - (0.1349768 / mass) ** 2)) ** 3;
    const given = () => own.channels().map((k) => (k.name === "pi0 gamma" ? { ...k, width: k.width * opening } : k));
    const channels = () => [...given(), quark("c", 1.5, c), quark("b", 4.8, b)];
    const { name, kind, couplings } = own;
    return mediator({ name, kind, mass, couplings, channels });
  };
}
const hadrons = { source: "vector-mesons" } as const;
export const from: (mass: number, epsilon: number) => Mediator = asInTables((mass, epsilon) =>
  darkPhoton({ mass, epsilon, hadrons }),
);

/** pi0 → gamma X with the meson masses of the tables: in the protophobic model rho and omega all but cancel. */
function pionToPhoton({ vector = {} }: Couplings, mass: number): number {
  const { u = 0, d = 0 } = vector;
  const pole = (m: number): number => (m * m) / (m * m - mass * mass);
  return (((u - d) * pole(0.77549)) / 3 + (u + d) * pole(0.78265)) ** 2;
}

/**
 * The rows of two hadronic searches in the table of Le - Lmu were made with the quark couplings of Lmu - Ltau: the ratio of
 * couplings is that of 4.3705e-3, the loop of muon and tau at zero momentum, where the loop of electron and
 * muon changes by a factor 2. With these couplings in the production the rows come out; the decays are those of Le - Lmu.
 */
function madeAs(other: Charges, own: (mass: number, coupling: number) => Mediator) {
  return (mass: number, coupling: number): Mediator => {
    const { name, kind, couplings, channels } = own(mass, coupling);
    const { u = 0, d = 0 } = vectorMediator({ mass, coupling, charges: other }).couplings.vector ?? {};
    return mediator({ name, kind, mass, couplings: { vector: { ...couplings.vector, u, d } }, channels });
  };
}

/** The model of a table, and the search of a row of it, as they were. */
export function asMade(model: string, name: keyof typeof searches): { to: typeof from; search: RecastSearch } {
  const to = asInTables((mass, coupling) => vectorMediator({ mass, coupling, charges: charges[model], hadrons }));
  const foreign = model === "Le-Lmu_boson" && (name === "NA48_Batley2015lha" || name === "NuCAL_Blumlein1991xh");
  const known = recastSearches[searches[name]];
  return {
    to: foreign ? madeAs(lmuMinusLtau, to) : to,
    search: name === "NA48_Batley2015lha" ? { ...known, production: pionToPhoton } : known,
  };
}
