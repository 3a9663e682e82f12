import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";

/** Dark matter a vector mediator may decay to. */
export interface DarkMatter {
  /** Mass, GeV, >= 0. */
  readonly mass: number;
  /** Dark fine-structure constant $\alpha_D = g_D^2/4\pi$, > 0. */
  readonly alphaD: number;
  /** Dirac fermion, Majorana fermion (axial coupling $g_D/2$) or complex scalar; Dirac when absent. */
  readonly kind?: "dirac" | "majorana" | "scalar";
}

/**
 * Width of a vector to dark matter; with $r=m_\chi^2/m^2$,
 * $$\Gamma_{\rm Dirac}=\frac{\alpha_D m}{3}(1+2r)\sqrt{1-4r},\quad
 *   \Gamma_{\rm Majorana}=\frac{\alpha_D m}{6}(1-4r)^{3/2},\quad
 *   \Gamma_{\rm scalar}=\frac{\alpha_D m}{12}(1-4r)^{3/2}.$$
 *
 * @param m - mass of the vector, GeV, > 0
 * @param dark - the dark matter
 * @returns width, GeV; 0 below threshold
 */
export function vectorToDarkMatter(m: number, dark: DarkMatter): number {
  const { mass, alphaD, kind = "dirac" } = dark;
  if (m <= 2 * mass) return 0;
  const r = (mass / m) ** 2;
  const beta = Math.sqrt((m - 2 * mass) * (m + 2 * mass)) / m;
  if (kind === "dirac") return ((alphaD * m) / 3) * (1 + 2 * r) * beta;
  return ((alphaD * m) / (kind === "majorana" ? 6 : 12)) * beta ** 3;
}

/** Throws unless the dark matter makes sense. */
export function requireDarkMatter(name: string, dark: DarkMatter | undefined): void {
  if (dark === undefined) return;
  requireOptions(`${name}: dark`, dark, ["mass", "alphaD", "kind"]);
  if (dark.kind !== undefined) requireChoice(`${name}: dark.kind`, dark.kind, ["dirac", "majorana", "scalar"]);
  requireWithin(`${name}: dark.mass`, dark.mass, 0, Number.MAX_VALUE);
  requirePositive(`${name}: dark.alphaD`, dark.alphaD);
}
