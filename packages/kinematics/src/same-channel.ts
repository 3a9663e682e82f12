import { parted, spellingsOf, squashed } from "./spellings.js";

/** Pairs with a word of their own. */
const PAIRS: Readonly<Record<string, string>> = {
  dielectron: "ee",
  dimuon: "mumu",
  ditau: "tautau",
  diphoton: "gammagamma",
};

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
