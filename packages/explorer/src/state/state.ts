import { planes } from "@belladonna/limits/plot";

/** A point of a plane that is kept. */
export interface Pin {
  /** Mass, GeV. */
  readonly mass: number;
  /** Coupling or rate, in the unit of the plane. */
  readonly coupling: number;
}

/** Smallest and largest value of an axis. */
export type Domain = readonly [low: number, high: number];

/** All that a link says: a plain object of plain values. */
export interface State {
  /** The plane, an identifier of `planes`. */
  readonly plane: string;
  /** Mass of the point, GeV. */
  readonly mass: number;
  /** Coupling (or rate) of the point, in the unit of the plane. */
  readonly coupling: number;
  /** Luminosity projections are made for, fb⁻¹; 0: none. */
  readonly luminosity: number;
  /** How limits improve with luminosity. */
  readonly regime: "background-limited" | "background-free" | "displaced-lower-edge";
  /** The portal limits are recast to, a name of the registry or charges of one's own, `e=1,mu=1`; `""`: none. */
  readonly to: string;
  /** Identifiers of limits that are not drawn. */
  readonly hide: readonly string[];
  /** Bands and lines that are no limits and are drawn: of (g−2) of the muon, of the relic density. */
  readonly bands: readonly string[];
  /** Kept points. */
  readonly pins: readonly Pin[];
  /** Masses shown, where not those of the plane. */
  readonly x: Domain | undefined;
  /** Values shown, where not those of the plane. */
  readonly y: Domain | undefined;
  /** Own limits, as `limitToJson` writes them, deflated, base64url; `""`: none. */
  readonly own: string;
  /** The event shown, from 0. */
  readonly event: number;
  /** The trigger line that is explained; `""`: none. */
  readonly line: string;
  /** A level-1 expression that is tried; `""`: none. */
  readonly expression: string;
  /** Seed of all random numbers. */
  readonly seed: number;
  /** Lesson and step; `""`: none. */
  readonly lesson: string;
  /** What a link said that this page does not know: kept, so that nothing is lost on the way. */
  readonly unknown: readonly (readonly [key: string, text: string])[];
}

/** The plane the page opens with: its limits are the quickest to load. */
const FIRST = "alp-photon";

/** A number as a link and the screen hold it: four digits. */
export function fourDigits(value: number): number {
  return Number(value.toPrecision(4));
}

/** Middle of an axis. */
function middle([low, high]: Domain, linear: boolean): number {
  return fourDigits(linear ? (low + high) / 2 : Math.sqrt(low * high));
}

/** The axes of a plane as bundled. */
export function axesOf(id: string): { readonly x: Domain; readonly y: Domain; readonly linear: boolean } {
  const { options } = planes.find((p) => p.id === id) ?? planes[0];
  const x = options.x?.domain ?? [0.01, 10];
  return { x, y: options.y?.domain ?? [1e-6, 1], linear: options.x?.scale === "linear" };
}

/** What is said of a plane when nothing is said: the point in its middle. */
export function defaults(plane: string = FIRST): State {
  const { x, y, linear } = axesOf(plane);
  return {
    plane,
    mass: middle(x, linear),
    coupling: middle(y, false),
    luminosity: 0,
    regime: "background-limited",
    to: "",
    hide: [],
    bands: [],
    pins: [],
    x: undefined,
    y: undefined,
    own: "",
    event: 0,
    line: "",
    expression: "",
    seed: 1,
    lesson: "",
    unknown: [],
  };
}
