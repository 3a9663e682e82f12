import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { Citation } from "@belladonna/sources";
import { openCharmError, openCharmR } from "../tables/r-ratio.js";
import { references } from "@belladonna/sources";
import { channel, type PartialWidth } from "../mediator.js";
import { openCharmRatio, perturbativeR, quarkoniumR, type Quark, type QuarkCouplings } from "./r-ratio.js";
import { exclusiveStates } from "./exclusive-states.js";
import { VECTOR_MESON_END } from "./vector-meson.js";
import { hadronicSpread } from "./vector-spread.js";

/** Where the hadronic width of a vector is from, by mass. */
export interface HadronicOptions {
  /**
   * `"matched"` (default): exclusive states by the currents of $\rho$, $\omega$ and $\phi$, then perturbative QCD, with
   * measured $R$ in the open-charm region; `"vector-mesons"`: the exclusive states of DarkCast (arXiv:1801.04847) at all
   * masses, their $R$ held above 2 GeV; `"perturbative"`: quarks at all masses above 1 GeV, nothing below.
   */
  readonly source?: "matched" | "vector-mesons" | "perturbative";
  /** Mass at which quarks take over from exclusive states, GeV, within [1.2, 2]; 1.75 when absent. */
  readonly perturbativeFrom?: number;
  /** Use the measured $R$ between open charm and 4.8 GeV; true when absent. */
  readonly charmData?: boolean;
  /** Add $J/\psi$, $\psi(2S)$ and the $\Upsilon$s as Breit-Wigner peaks; true when absent. */
  readonly quarkonia?: boolean;
}

/**
 * Throws unless the options of a hadronic width are known and can be.
 *
 * @param caller - name of the function whose option `hadrons` they are
 * @param options - what was given
 */
export function requireHadronicOptions(caller: string, options: HadronicOptions): void {
  requireOptions(caller, options, ["source", "perturbativeFrom", "charmData", "quarkonia"]);
  const { source, perturbativeFrom = 1.75 } = options;
  if (source !== undefined) requireChoice(`${caller}: source`, source, ["matched", "vector-mesons", "perturbative"]);
  if (!(perturbativeFrom >= 1.2 && perturbativeFrom <= VECTOR_MESON_END)) {
    throw new RangeError(`${caller}: perturbativeFrom must be in [1.2, 2] GeV, got ${String(perturbativeFrom)}`);
  }
}

/** Range of the measured open-charm ratio, GeV. */
const charmRange = [3.7315, 4.8] as const;

/** Two standard deviations of the electronic widths of $J/\psi$ and $\Upsilon$, PDG 2024 (recalled). */
const QUARKONIUM = [0.96, 1.04] as const;

const quarks: readonly (readonly [Quark, string, number])[] = [
  ["u", "u ubar", 2],
  ["d", "d dbar", 1],
  ["s", "s sbar", 3],
  ["c", "c cbar", 4],
  ["b", "b bbar", 5],
];

/**
 * The hadronic channels of a vector with couplings $g x_q$: exclusive below `perturbativeFrom`, by quark above.
 *
 * @param m - mass, GeV, > 0
 * @param g - couplings of the quarks, $g\,x_q$
 * @param options - source and matching points
 * @returns all channels, closed ones with width 0
 * @throws `RangeError` for an unknown option, or a matching point outside [1.2, 2] GeV
 */
export function vectorHadrons(m: number, g: QuarkCouplings, options: HadronicOptions = {}): PartialWidth[] {
  const { source = "matched", perturbativeFrom = 1.75, charmData = true, quarkonia = true } = options;
  requireHadronicOptions("vectorHadrons", options);
  const start = source === "vector-mesons" ? Infinity : source === "perturbative" ? 1 : perturbativeFrom;
  const exclusive = m < start && source !== "perturbative";
  const spread = hadronicSpread(m, g);
  const from = !exclusive ? undefined : source === "vector-mesons" ? "tables" : "currents";
  const list = exclusiveStates(m, g, from).map(({ name, products, width, source: paper, dynamics }): PartialWidth => ({
    ...channel(name, products, width, "hadrons", paper, spread),
    ...(dynamics === undefined ? {} : { dynamics }),
  }));

  const inclusive = m >= start;
  const r = inclusive ? perturbativeR(m, g) : { u: 0, d: 0, s: 0, c: 0, b: 0 };
  const measured = inclusive && charmData && m >= charmRange[0] && m <= charmRange[1];
  if (measured) r.c = openCharmRatio(m, g.c);
  const width = (ratio: number): number => (m / (12 * Math.PI)) * ratio;
  for (const [q, name, id] of quarks) {
    const paper: Citation = measured && q === "c" ? references.PDG2020 : references.PDG2024;
    // One standard deviation of the measured total, all of it given to charm, where that is more.
    const sigma = measured && q === "c" ? openCharmError(m) / openCharmR(m) : 0;
    const range = [Math.min(spread[0], 1 - sigma), Math.max(spread[1], 1 + sigma)] as const;
    list.push(channel(name, [id, -id], width(r[q]), "hadrons", paper, range));
  }
  for (const [q, name] of [
    ["c", "psi resonances"],
    ["b", "Upsilon resonances"],
  ] as const) {
    const peak = inclusive && quarkonia ? quarkoniumR(m, q, g[q]) : 0;
    list.push(channel(name, [], width(peak), "hadrons", references.PDG2024, QUARKONIUM));
  }
  return list;
}
