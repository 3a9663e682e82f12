import type { Hs3Histogram, Hs3Modifier, Hs3Sample } from "./hs3-document.js";
import { shown, WorkspaceError } from "./workspace-error.js";
import type { Modifier } from "./workspace.js";

/** What a workspace takes of a parameter by default. */
interface Standard {
  readonly init: number;
  readonly bounds: readonly [number, number];
}

/** The parameters met so far. */
export interface Hs3Names {
  /** By name of the modifier: names of its parameters in the document, defaults, and which bins are held by themselves. */
  readonly sets: Map<string, { readonly bins: string[]; readonly standard: Standard; readonly fixed: boolean[] }>;
  /** Parameter of the luminosity. */
  readonly lumi: string;
  readonly hasLumi: boolean;
  readonly poissonStatErrors: "refuse" | "gaussian";
}

const SHIFT: Standard = { init: 0, bounds: [-5, 5] };
const FACTOR: Standard = { init: 1, bounds: [0, 10] };
const BIN: Standard = { init: 1, bounds: [1e-10, 10] };

/** What the names of the factors of single bins have in common. */
function commonName(m: Hs3Modifier, path: string): string {
  const [first = ""] = m.parameters ?? [];
  if (first === "") throw new WorkspaceError(`${path}.parameters`, "must name a parameter for each bin");
  return first.replace(/(?:_bin)?[_[]\d+\]?$/, "");
}

/** Keep the parameters of a modifier under its name. */
function keep(
  names: Hs3Names,
  name: string,
  bins: readonly string[],
  standard: Standard,
  fixed: readonly boolean[],
): void {
  const known = names.sets.get(name);
  if (known === undefined) names.sets.set(name, { bins: [...bins], standard, fixed: [...fixed] });
  else {
    bins.forEach((bin, i) => {
      const at = known.bins.indexOf(bin);
      // Held by itself only where no sample uses it.
      if (at >= 0) known.fixed[at] &&= fixed[i] ?? false;
      else {
        known.bins.push(bin);
        known.fixed.push(fixed[i] ?? false);
      }
    });
  }
}

function numbers(x: number | Hs3Histogram | undefined, path: string): readonly number[] {
  if (typeof x !== "object") throw new WorkspaceError(path, `must be a histogram with contents, got ${shown(x)}`);
  return x.contents;
}

/** The modifiers of a sample, with the names of their parameters kept. */
export function modifiersOf(sample: Hs3Sample, names: Hs3Names, path: string): Modifier[] {
  const { contents, errors = [] } = sample.data;
  return sample.modifiers.map((m, i): Modifier => {
    const at = `${path}.modifiers[${i}]`;
    const name = m.parameter ?? m.name;
    const constraint = m.constraint ?? m.constraint_type;
    const needs = (wanted: string): void => {
      if (constraint !== undefined && constraint !== wanted) {
        throw new WorkspaceError(
          `${at}.constraint`,
          `must be ${wanted} for ${m.type} in a workspace, got ${constraint}`,
        );
      }
    };
    switch (m.type) {
      case "normfactor":
        if (names.hasLumi && name === names.lumi) {
          keep(names, name, [name], FACTOR, []);
          return { name: "lumi", type: "lumi", data: null };
        }
        keep(names, name, [name], FACTOR, []);
        return { name, type: "normfactor", data: null };
      case "normsys": {
        needs("Gauss");
        keep(names, name, [name], SHIFT, []);
        const { lo, hi } = m.data ?? {};
        if (typeof lo !== "number" || typeof hi !== "number") {
          throw new WorkspaceError(`${at}.data`, "must have the factors lo and hi");
        }
        return { name, type: "normsys", data: { lo, hi } };
      }
      case "histosys":
        needs("Gauss");
        keep(names, name, [name], SHIFT, []);
        return {
          name,
          type: "histosys",
          data: { lo_data: numbers(m.data?.lo, `${at}.data.lo`), hi_data: numbers(m.data?.hi, `${at}.data.hi`) },
        };
      case "shapefactor": {
        const set = commonName(m, at);
        keep(names, set, m.parameters ?? [], FACTOR, []);
        return { name: set, type: "shapefactor", data: null };
      }
      case "shapesys": {
        needs("Poisson");
        const set = commonName(m, at);
        const data = contents.map((x, b) => x * (m.data?.vals?.[b] ?? Number.NaN));
        keep(
          names,
          set,
          m.parameters ?? [],
          BIN,
          data.map((e) => !(e > 0)),
        );
        return { name: set, type: "shapesys", data };
      }
      case "staterror": {
        // ROOT's default.
        if ((constraint ?? "Poisson") !== "Gauss" && names.poissonStatErrors === "refuse") {
          throw new WorkspaceError(
            `${at}.constraint`,
            'is Poisson, which a staterror of a workspace is not; poissonStatErrors: "gaussian" takes a Gaussian of its width',
          );
        }
        if (errors.length !== contents.length)
          throw new WorkspaceError(`${path}.data.errors`, "must have one error a bin");
        const set = commonName(m, at);
        keep(
          names,
          set,
          m.parameters ?? [],
          BIN,
          errors.map((e, b) => !(e > 0 && contents[b] > 0)),
        );
        return { name: set, type: "staterror", data: errors };
      }
      default:
        throw new WorkspaceError(`${at}.type`, `has no form in a workspace: ${shown(m.type)}`);
    }
  });
}
