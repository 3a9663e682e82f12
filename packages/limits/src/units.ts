/** Units by what they measure, each with its size in the first. */
const UNITS = {
  energy: { GeV: 1, eV: 1e-9, keV: 1e-6, MeV: 1e-3, TeV: 1e3 },
  length: { cm: 1, m: 100, mm: 0.1, um: 1e-4, km: 1e5 },
  "cross section": {
    fb: 1,
    ab: 1e-3,
    pb: 1e3,
    nb: 1e6,
    ub: 1e9,
    mb: 1e12,
    b: 1e15,
    "cm^2": 1e39,
    cm2: 1e39,
    "cm²": 1e39,
  },
  "inverse energy": { "GeV^-1": 1, "TeV^-1": 1e-3, "MeV^-1": 1e3, "1/GeV": 1, "1/TeV": 1e-3, "1/MeV": 1e3 },
  time: { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9, ps: 1e-12, years: 3.15576e7 },
} as const;

/** Names of units of energy. */
export const energyUnits: readonly string[] = Object.keys(UNITS.energy);

/** A column's name, and its unit where it states one. */
export interface ColumnName {
  readonly name: string;
  readonly unit?: string;
}

/** Name and unit of `mass [GeV]`, `mass (GeV)`, `mass / GeV` or `mass_GeV`. */
export function columnName(text: string): ColumnName {
  const bracketed = /^(.*?)\s*(?:\[([^\]]+)\]|\(([^)]+)\)|\s\/\s(\S+))\s*$/.exec(text);
  if (bracketed !== null) {
    const [, name, ...rest] = bracketed as (string | undefined)[];
    const unit = rest.find((one) => one !== undefined)?.trim();
    if (unit !== undefined && known(unit)) return { name: (name ?? "").trim(), unit };
  }
  const tail = /^(.+)_([A-Za-z]+2?)$/.exec(text);
  if (tail !== null && known(tail[2]) && tail[2].length > 1) return { name: tail[1], unit: tail[2] };
  return { name: text.trim() };
}

function dimensionOf(unit: string): [string, Readonly<Record<string, number>>] | undefined {
  return Object.entries(UNITS).find(([, sizes]) => Object.hasOwn(sizes, unit));
}

function known(unit: string): boolean {
  return dimensionOf(unit) !== undefined;
}

/**
 * Factor from one unit to another; 1 where they are written alike.
 *
 * @throws RangeError when they measure different things, or one is not known.
 */
export function unitFactor(from: string, to: string, what: string): number {
  if (from === to) return 1;
  const [a, b] = [dimensionOf(from), dimensionOf(to)];
  if (a === undefined || b === undefined || a[0] !== b[0]) {
    throw new RangeError(`${what}: unit ${from} cannot be turned into ${to}`);
  }
  return a[1][from] / b[1][to];
}

/** Units of energy that a text names, `GeV^-1` and the like apart. */
export function namedEnergies(text: string): string[] {
  return [...text.matchAll(/(?<![A-Za-z/])([kMGT]?eV)(?![A-Za-z\w])(?!\s*(?:\^|\*\*)?\s*[-−⁻])/g)].map(
    ([, unit]) => unit,
  );
}
