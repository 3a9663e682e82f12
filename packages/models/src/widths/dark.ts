import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { cube, pow, square } from "@belladonna/numerics/elementary";

/** Dark matter a vector mediator may decay to. */
export interface DarkMatter {
  /** Mass, GeV, >= 0; of the lighter state where there are two. */
  readonly mass: number;
  /** Dark fine-structure constant $\alpha_D = g_D^2/4\pi$, > 0. */
  readonly alphaD: number;
  /**
   * Dirac fermion, Majorana fermion (axial coupling $g_D/2$), complex scalar, or two Majorana fermions of different mass
   * with a coupling $g_D$ of one to the other; Dirac when absent.
   */
  readonly kind?: "dirac" | "majorana" | "scalar" | "inelastic";
  /** $\Delta=(m_2-m_1)/m_1$ of inelastic dark matter, > 0; of no other. */
  readonly splitting?: number;
}

/**
 * Width of a vector to dark matter; with $r=m_\chi^2/m^2$,
 * $$\Gamma_{\rm Dirac}=\frac{\alpha_D m}{3}(1+2r)\sqrt{1-4r},\quad
 *   \Gamma_{\rm Majorana}=\frac{\alpha_D m}{6}(1-4r)^{3/2},\quad
 *   \Gamma_{\rm scalar}=\frac{\alpha_D m}{12}(1-4r)^{3/2},$$
 * and with $S=(m_1+m_2)^2/m^2$, $D=(m_2-m_1)^2/m^2$
 * $$\Gamma_{\chi_1\chi_2}=\frac{\alpha_Dm}{3}\Bigl(1+\frac S2\Bigr)\sqrt{1-S}\,(1-D)^{3/2}.$$
 *
 * @param m - mass of the vector, GeV, > 0
 * @param dark - the dark matter
 * @returns width, GeV; 0 below threshold
 */
export function vectorToDarkMatter(m: number, dark: DarkMatter): number {
  const { mass, alphaD, kind = "dirac", splitting = 0 } = dark;
  const sum = (2 + splitting) * mass;
  if (m <= sum) return 0;
  const r = square(sum / (2 * m));
  const beta = Math.sqrt((m - sum) * (m + sum)) / m;
  if (kind === "majorana" || kind === "scalar") return ((alphaD * m) / (kind === "majorana" ? 6 : 12)) * cube(beta);
  const d = square((splitting * mass) / m);
  return ((alphaD * m) / 3) * (1 + 2 * r) * beta * pow(1 - d, 1.5);
}

/** Throws unless the dark matter makes sense. */
export function requireDarkMatter(name: string, dark: DarkMatter | undefined): void {
  if (dark === undefined) return;
  requireOptions(`${name}: dark`, dark, ["mass", "alphaD", "kind", "splitting"]);
  requireWithin(`${name}: dark.mass`, dark.mass, 0, Number.MAX_VALUE);
  requirePositive(`${name}: dark.alphaD`, dark.alphaD);
  requireChoice(`${name}: dark.kind`, dark.kind ?? "dirac", ["dirac", "majorana", "scalar", "inelastic"]);
  if (dark.kind === "inelastic") requirePositive(`${name}: dark.splitting`, dark.splitting ?? Number.NaN);
  else if (dark.splitting !== undefined) {
    throw new RangeError(`${name}: dark.splitting is for kind "inelastic", got ${String(dark.splitting)}`);
  }
}
