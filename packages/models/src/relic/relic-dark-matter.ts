import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import type { DarkMatter } from "../widths/dark.js";

/** Dark matter that a vector holds in equilibrium with the Standard Model. */
export interface RelicDarkMatter {
  /** Complex scalar, Majorana (axial coupling $g_D/2$) or Dirac fermion, or two Majorana states with a coupling between them. */
  readonly kind: "scalar" | "majorana" | "dirac" | "inelastic";
  /** Dark fine-structure constant $\alpha_D=g_D^2/4\pi$, > 0. */
  readonly alphaD: number;
  /** Mass of the vector over that of the (lighter) dark matter, above 2, or above $2+\Delta$. */
  readonly massRatio: number;
  /** $\Delta=(m_2-m_1)/m_1$ of inelastic dark matter, > 0; of no other. */
  readonly splitting?: number;
}

/** Throws unless it can be annihilated by a virtual vector alone. */
export function requireRelic(name: string, dark: RelicDarkMatter): void {
  requireOptions(name, dark, ["kind", "alphaD", "massRatio", "splitting"]);
  const { kind, alphaD, massRatio, splitting } = dark;
  requireChoice(`${name}: kind`, kind, ["scalar", "majorana", "dirac", "inelastic"]);
  requireWithin(`${name}: alphaD`, alphaD, 1e-30, 1e30);
  if (kind === "inelastic") requirePositive(`${name}: splitting`, splitting ?? Number.NaN);
  else if (splitting !== undefined) {
    throw new RangeError(`${name}: splitting is for kind "inelastic", got ${String(splitting)}`);
  }
  const least = 2 + (splitting ?? 0);
  if (!(massRatio > least && massRatio < Infinity)) {
    throw new RangeError(
      `${name}: massRatio must be above ${String(least)}, where dark matter does not annihilate to vectors, got ${String(massRatio)}`,
    );
  }
}

/** The same dark matter as a vector of that mass decays to it. */
export function darkMatterOf(dark: RelicDarkMatter, mediatorMass: number): DarkMatter {
  const { kind, alphaD, massRatio, splitting } = dark;
  return { kind, alphaD, mass: mediatorMass / massRatio, ...(splitting === undefined ? {} : { splitting }) };
}
