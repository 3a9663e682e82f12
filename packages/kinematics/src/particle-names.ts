import { didYouMean } from "@belladonna/numerics";
import { rows } from "./data/pdg.js";
import { antiName } from "./anti-name.js";

/**
 * What people call particles besides the name in the particle table, by that name; of one that has a charge without it.
 * `particleId`, `sameChannel` and whoever reads names through them know no others.
 */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  e: ["electron"],
  mu: ["muon"],
  tau: ["tauon", "tau lepton"],
  nu_e: ["electron neutrino"],
  nu_mu: ["muon neutrino"],
  nu_tau: ["tau neutrino"],
  gamma: ["photon"],
  Z0: ["Z"],
  H0: ["h", "Higgs", "Higgs boson"],
  pi: ["pion"],
  K: ["kaon"],
  K_S0: ["KS", "K0S", "Kshort"],
  K_L0: ["KL", "K0L", "Klong"],
  "eta'": ["eta prime", "etap"],
  "J/psi": ["Jpsi", "J/psi(1S)", "psi(1S)"],
  "Upsilon(1S)": ["Y(1S)"],
  "Upsilon(2S)": ["Y(2S)"],
  "Upsilon(3S)": ["Y(3S)"],
  "Upsilon(4S)": ["Y(4S)"],
  p: ["proton"],
  n: ["neutron"],
};

/** Words that stand for a particle of one charge. */
const CHARGED: Readonly<Record<string, number>> = {
  e: 11,
  electron: 11,
  positron: -11,
  mu: 13,
  muon: 13,
  antimuon: -13,
  tau: 15,
  tauon: 15,
  taulepton: 15,
  proton: 2212,
  antiproton: -2212,
  rho: 113,
};

/** Pairs with a word of their own. */
const PAIRS: Readonly<Record<string, string>> = {
  dielectron: "ee",
  dimuon: "mumu",
  ditau: "tautau",
  diphoton: "gammagamma",
};

const GREEK: Readonly<Record<string, string>> = {
  γ: "gamma",
  μ: "mu",
  τ: "tau",
  ν: "nu",
  π: "pi",
  ρ: "rho",
  η: "eta",
  ω: "omega",
  φ: "phi",
  ϕ: "phi",
  ψ: "psi",
  υ: "upsilon",
};

/**
 * A name as it is compared: Greek letters and TeX as words, superscripts as digits and signs, without blanks,
 * underscores, masses in brackets (`K*(892)0`) and capitals.
 */
function squashed(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[γμτνπρηωφϕψυ]/g, (letter) => GREEK[letter])
    .replaceAll("−", "-")
    .replaceAll(/\(\d+\)|[\s_^\\{}$]/g, "");
}

/** Name and charge sign of a particle, of which people leave out the second. */
function parted(name: string): readonly [base: string, sign: string] {
  const at = /[+-]$/.exec(name)?.[0] ?? "";
  return [at === "" ? name : name.slice(0, -1), at];
}

/** All ways to write a particle, squashed, without its charge. */
const spellings = /* @__PURE__ */ new Map<string, readonly string[]>();

function spellingsOf(base: string): readonly string[] {
  const key = squashed(base);
  if (spellings.size === 0) {
    for (const [name, others] of Object.entries(ALIASES)) {
      const all = [name, ...others].map(squashed);
      for (const one of all) spellings.set(one, all);
    }
  }
  return spellings.get(key) ?? [key];
}

const ids = /* @__PURE__ */ new Map<string, number>();

/** Numbers by squashed name; made when first asked for. */
function idsByName(): ReadonlyMap<string, number> {
  if (ids.size > 0) return ids;
  for (const [id, name, , own] of rows) {
    const [base, sign] = parted(name);
    for (const one of spellingsOf(base)) ids.set(one + sign, id);
    if (own === 1) continue;
    const [anti, antiSign] = parted(antiName(name));
    ids.set(squashed(anti) + antiSign, -id);
    if (sign === "") for (const one of spellingsOf(base)) ids.set(`anti-${one}`, -id);
    else for (const one of spellingsOf(base)) ids.set(one + (sign === "+" ? "-" : "+"), -id);
  }
  for (const [name, id] of Object.entries(CHARGED)) ids.set(name, id);
  return ids;
}

/**
 * The PDG number of a particle by any of its names: as in the particle table (`K_S0`, `D_s+`, `anti-B0`), with its mass
 * as the Particle Data Group writes it (`K*(892)0`), in Greek letters or TeX (`μ⁺`, `\mu^+`), as a word (`photon`), in
 * any case, with blanks and underscores or without. A lepton without a charge is the negative one.
 *
 * @param name - The name.
 * @returns The PDG number.
 * @throws RangeError when no particle of the table has that name, with the nearest that one has.
 * @example
 * ```ts
 * particleId("Ds+"); // 431
 * particleId("π⁻"); // -211
 * ```
 */
export function particleId(name: string): number {
  const known = idsByName();
  const id = known.get(squashed(name));
  if (id !== undefined) return id;
  const names = rows.flatMap(([, one, , own]) => (own === 1 ? [one] : [one, antiName(one)]));
  throw new RangeError(
    `particleId: name must be that of a particle of the table, such as mu-, K_S0 or Upsilon(4S), got "${name}"${didYouMean(name, names)}`,
  );
}

/**
 * Whether a text names a final state, whatever the order of its particles and however they are written: `mumu`,
 * `mu- mu+`, `mu_mu`, `μ⁺μ⁻` and `dimuon` are all `mu+ mu-`. Charges may be left out, `mu pi` is both `mu- pi+` and
 * `mu+ pi-`, but where they are said they must agree.
 *
 * @param known - The final state, its particles (or other words) parted by blanks.
 * @param text - What somebody wrote.
 * @example
 * ```ts
 * sameChannel("pi+ pi- pi0", "π⁺π⁻π⁰"); // true
 * sameChannel("mu- pi+", "mu+ pi-"); // false
 * ```
 */
export function sameChannel(known: string, text: string): boolean {
  const plain = squashed(text);
  const wanted = Object.hasOwn(PAIRS, plain) ? PAIRS[plain] : plain;
  const parts = known
    .split(/\s+/)
    .filter((part) => part !== "")
    .map((part): Part => {
      const [base, sign] = parted(part);
      return [spellingsOf(base), sign];
    });
  return spells(wanted, parts);
}

/** Ways to write a particle, and the sign of its charge. */
type Part = readonly [spellings: readonly string[], sign: string];

/** Whether a text is made of these particles, each once, in any order. */
function spells(text: string, parts: readonly Part[]): boolean {
  if (parts.length === 0) return text === "";
  return parts.some(([ways, sign], i) =>
    ways.some((way) => {
      if (!text.startsWith(way)) return false;
      const rest = text.slice(way.length);
      const others = parts.filter((_, k) => k !== i);
      const said = rest.startsWith("+") || rest.startsWith("-");
      if (said && (sign === "" || rest.startsWith(sign)) && spells(rest.slice(1), others)) return true;
      return !said && spells(rest, others);
    }),
  );
}
