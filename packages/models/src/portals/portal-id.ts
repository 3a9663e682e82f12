import { didYouMean } from "@belladonna/numerics";

/** Identifier of a kind of portal, as limits state it. */
export type PortalId =
  | "dark-photon"
  | "z-prime"
  | "lfv-z-prime"
  | "b-minus-l"
  | "le-minus-lmu"
  | "le-minus-ltau"
  | "baryonic"
  | "protophobic"
  | "alp"
  | "lfv-alp"
  | "dark-scalar"
  | "leptophilic-scalar"
  | "muonphilic-scalar"
  | "dark-higgs"
  | "hnl"
  | "dark-matter";

/** What people call portals besides their identifiers; blanks, hyphens and capitals never matter. */
const ALIASES: Readonly<Record<PortalId, readonly string[]>> = {
  "dark-photon": ["A'", "hidden photon", "heavy photon", "U boson", "kinetic mixing", "vector portal"],
  "z-prime": ["Z'", "Lmu-Ltau", "Lmu-Ltau Z'", "L_mu - L_tau"],
  "lfv-z-prime": ["LFV Z'", "lepton-flavour-violating Z'"],
  "b-minus-l": ["B-L", "B-L Z'"],
  "le-minus-lmu": ["Le-Lmu"],
  "le-minus-ltau": ["Le-Ltau"],
  baryonic: ["baryonic vector", "leptophobic"],
  protophobic: ["protophobic vector", "X17"],
  alp: ["ALPs", "axion", "axion-like particle"],
  "lfv-alp": ["lepton-flavour-violating ALP"],
  "dark-scalar": ["Higgs portal", "Higgs-portal scalar", "Higgs-mixed scalar", "scalar portal"],
  "leptophilic-scalar": ["dark leptophilic scalar"],
  "muonphilic-scalar": [],
  "dark-higgs": ["dark Higgs boson", "h'"],
  hnl: ["HNLs", "heavy neutral lepton", "heavy neutrino", "sterile neutrino", "neutrino portal"],
  "dark-matter": ["DM", "light dark matter"],
};

/** A name as it is compared. */
const squashed = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[’′]/g, "'")
    .replaceAll(/[^a-z0-9']/g, "");

/** Whether two texts are one name, but for blanks, hyphens, commas and capitals. */
export const sameName = (a: string, b: string): boolean => squashed(a) === squashed(b);

/**
 * The identifier of a kind of portal, as `portal` of a limit has it, by any of its names: `dark-photon` for `darkPhoton`,
 * `Dark photon`, `A'`.
 *
 * @param name - the name
 * @returns the identifier
 * @throws `RangeError` when there is no such kind, with those there are and the nearest
 * @example
 * ```ts
 * portalId("axion-like particle"); // "alp"
 * ```
 */
export function portalId(name: string): PortalId {
  const known = Object.keys(ALIASES) as PortalId[];
  const found = known.find((id) => [id, ...ALIASES[id]].some((one) => sameName(one, name)));
  if (found !== undefined) return found;
  const all = known.flatMap((id) => [id, ...ALIASES[id]]);
  throw new RangeError(`portalId: name must be one of ${known.join(", ")}, got "${name}"${didYouMean(name, all)}`);
}
