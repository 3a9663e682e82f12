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
export function squashed(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[γμτνπρηωφϕψυ]/g, (letter) => GREEK[letter])
    .replaceAll("−", "-")
    .replaceAll(/\(\d+\)|[\s_^\\{}$]/g, "");
}

/** Name and charge sign of a particle, of which people leave out the second. */
export function parted(name: string): readonly [base: string, sign: string] {
  const at = /[+-]$/.exec(name)?.[0] ?? "";
  return [at === "" ? name : name.slice(0, -1), at];
}

/** All ways to write a particle, squashed, without its charge. */
const spellings = /* @__PURE__ */ new Map<string, readonly string[]>();

/** All ways to write the particle of a name without its charge, squashed; the name alone where it has no others. */
export function spellingsOf(base: string): readonly string[] {
  const key = squashed(base);
  if (spellings.size === 0) {
    for (const [name, others] of Object.entries(ALIASES)) {
      const all = [name, ...others].map(squashed);
      for (const one of all) spellings.set(one, all);
    }
  }
  return spellings.get(key) ?? [key];
}
