const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\bgamma\b/g, "γ"],
  [/\bmu\b/g, "μ"],
  [/\btau\b/g, "τ"],
  [/\bpi\b|\bpi(?=[+0-])/g, "π"],
  [/\bmu(?=[+-])/g, "μ"],
  [/\btau(?=[+-])/g, "τ"],
  [/\bnu(?=bar)?/g, "ν"],
  [/\beta'?/g, "η"],
  [/\bomega\b/g, "ω"],
  [/\brho\b/g, "ρ"],
  [/\bphi\b/g, "φ"],
  [/\bsigma\b/g, "σ"],
  [/\bUpsilon\b/g, "ϒ"],
  [/->/g, "→"],
  [/(?<=[eμτπK])\+/g, "⁺"],
  [/(?<=[eμτπK])-/g, "⁻"],
];

/** Field notation as it is printed: `mu+ mu-` becomes μ⁺ μ⁻. */
export function particleNames(text: string): string {
  return SIGNS.reduce((done, [from, to]) => done.replace(from, to), text);
}
