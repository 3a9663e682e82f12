/// <reference types="vite/types/importMeta.d.ts" />
import type { FactorInterpolation, HistFactory, ShiftInterpolation, Workspace } from "../src/index.js";
import { histFactory } from "../src/index.js";

/** A reference case: see the `schema` and `generated_with` of each file. */
export interface Case {
  readonly name: string;
  readonly tags: readonly string[];
  readonly modifier_settings: {
    readonly normsys: { readonly interpcode: FactorInterpolation };
    readonly histosys: { readonly interpcode: ShiftInterpolation };
  };
  readonly workspace: Workspace;
  readonly config: {
    readonly poi_name: string;
    readonly par_names: readonly string[];
    readonly auxdata_order: readonly string[];
    readonly suggested_init: readonly number[];
    readonly suggested_bounds: readonly (readonly [number, number])[];
    readonly suggested_fixed: readonly boolean[];
    readonly channels: readonly string[];
    readonly data: readonly number[];
  };
  readonly points: readonly {
    readonly pars: readonly number[];
    readonly twice_nll_gold: number | null;
    readonly gradient_gold: readonly number[] | null;
    readonly expected_data: readonly number[];
  }[];
  readonly fit: {
    readonly pars: readonly number[];
    readonly twice_nll: number;
    readonly hesse_uncertainties: readonly (number | null)[];
    readonly at_bound: readonly string[];
    readonly poi_minos: { readonly up: number | null; readonly down: number | null };
  };
  readonly bkg_only_pars: readonly number[] | null;
  readonly asimov_data_mu0: readonly number[] | null;
  readonly discovery: { readonly q0: number; readonly Z: number; readonly p0: number } | null;
  readonly hypotests: readonly {
    readonly mu: number;
    readonly q_mu_tilde: number;
    readonly q_mu_A: number;
    readonly CLsb: number;
    readonly CLb: number;
    readonly CLs_obs: number;
    readonly CLs_exp: readonly number[];
    readonly fixed_poi_twice_nll: number;
    readonly fixed_poi_pars?: readonly number[];
  }[];
  readonly upper_limits: Record<
    "cl95" | "cl90",
    { readonly obs: number | null; readonly exp_m2_m1_0_p1_p2: readonly (number | null)[] }
  > | null;
}

const files = import.meta.glob<Case>("./data/workspaces/*.json", { eager: true, import: "default" });

/** All reference cases. */
export const cases: readonly Case[] = Object.values(files);

/** The likelihood of a case, with the interpolation codes its numbers were made with. */
export function likelihoodOf({ workspace, modifier_settings: { normsys, histosys } }: Case): HistFactory {
  return histFactory(workspace, { interpolation: { normsys: normsys.interpcode, histosys: histosys.interpcode } });
}

/** The case of a name. */
export function caseNamed(name: string): Case {
  const found = cases.find((c) => c.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return found;
}

/** Difference in units of the larger of the reference and 1e-300. */
export function relative(found: number, reference: number): number {
  return Math.abs(found - reference) / Math.max(Math.abs(reference), 1e-300);
}
