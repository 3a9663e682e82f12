/** Letters of the particles that have one of their own. */
const GREEK: Readonly<Record<string, string>> = {
  gamma: "γ",
  mu: "μ",
  tau: "τ",
  pi: "π",
  nu: "ν",
  eta: "η",
  omega: "ω",
  rho: "ρ",
  phi: "φ",
  sigma: "σ",
  alpha: "α",
};

/** A bar over the letter before it. */
const BAR = "\u0304";

/** Field notation as it is printed: `mu+ mu-` becomes μ⁺ μ⁻. */
export function particleNames(text: string): string {
  return text
    .replace(
      /\bnu(e|mu|tau)(bar)?\b/g,
      (_all, l: string, bar?: string) => `ν${bar === undefined ? "" : BAR}${GREEK[l] ?? l}`,
    )
    .replace(/\b([a-zA-Z])bar\b/g, (_all, letter: string) => letter + BAR)
    .replace(/\b(gamma|mu|tau|pi|nu|eta|omega|rho|phi|sigma|alpha)(?![a-z])/g, (_all, name: string) => GREEK[name])
    .replace(/->/g, "→")
    .replace(/(?<=[eμτπKD*])\+/g, "⁺")
    .replace(/(?<=[eμτπKD*])-(?!>)/g, "⁻")
    .replace(/(?<=[πK*])0/g, "⁰");
}
