import { log2, square } from "@belladonna/numerics/elementary";
import type { Plan } from "../amplitude/plan.js";
import type { Field } from "../amplitude/fields.js";
import type { MassMap } from "./mass-map.js";
import { size, topologies } from "./topology.js";
import type { Topology } from "./topology.js";

/** One two-body step of a channel: the state of legs `whole` becomes `a` and `b`. */
export interface Split {
  /** Legs before. */
  readonly whole: number;
  /** Legs of the first part; its mass is thrown first. */
  readonly a: number;
  /** Legs of the second part. */
  readonly b: number;
  /** How the mass of `a` is thrown; absent for a single leg. */
  readonly massA?: MassMap;
  /** How the mass of `b` is thrown. */
  readonly massB?: MassMap;
  /**
   * Angle in the rest frame of `whole`: `"flat"`; `"exchange"` for `b` along the incoming positron, or what is left of
   * it, peaked as the propagator of `exchange`; `"dipole"` along `sibling` for `a`, peaked towards and against it.
   */
  readonly angle: "flat" | "exchange" | "dipole";
  /** Legs on the electron's side of the line that comes in there; 1 for the electron itself. */
  readonly before: number;
  /** Legs on the positron's side of the line that comes in there; 2 for the positron itself. */
  readonly behind: number;
  /** Whether `b` leaves on the positron's side and the exchanged line goes on, rather than `a` on the electron's. */
  readonly positronSide: boolean;
  /** Legs on the electron's side of the line exchanged in this step. */
  readonly exchange: number;
  /** Squared mass of the exchanged field, GeV². */
  readonly pole: number;
  /** Power of the peak. */
  readonly power: 1 | 2;
  /** Legs of the emitter's partner for a dipole. */
  readonly sibling: number;
}

/** A phase-space channel (one importance-sampling map): two-body steps from the whole final state down, mothers before daughters. */
export type PhaseSpaceChannel = readonly Split[];

const FLAT: MassMap = { kind: "flat", pole: 0, width: 0 };
const SOFT: MassMap = { kind: "soft", pole: 0, width: 0 };
const LOG: MassMap = { kind: "log", pole: 0, width: 0 };

/**
 * The channels of a process: one a diagram; one more wherever a pair of fermions radiates, in which the radiated state
 * is thrown by its energy and its angle to the pair; and one more for several exchanged lines with a photon among them,
 * in which photons next to the beams come first: untagged electrons are thrown by the logarithms of $Q_1^2$, of the mass
 * of the rest, of $Q_2^2$ and of $W^2$, and what the two photons make in its own frame.
 */
export function phaseSpaceChannels(plan: Plan): PhaseSpaceChannel[] {
  const seen = new Map<string, PhaseSpaceChannel>();
  const add = (channel: PhaseSpaceChannel): void => {
    const key = channel
      .map((s) => [s.whole, s.a, s.massA?.kind, s.massB?.kind, s.angle, s.exchange, s.behind, s.power].join(" "))
      .join("|");
    seen.set(key, channel);
  };
  for (const topology of topologies(plan)) {
    add(fromTopology(plan, topology));
    if (topology.exchanges.length > 1 && topology.exchanges.some(isPhoton)) add(fromTopology(plan, topology, true));
    for (const dipole of dipoles(plan, topology)) add(dipole);
  }
  return [...seen.values()];
}

const NO_EXCHANGE = {
  angle: "flat",
  before: 0,
  behind: 0,
  positronSide: false,
  exchange: 0,
  pole: 0,
  power: 1,
  sibling: 0,
} as const;

function step(whole: number, a: number, b: number, rest: Partial<Split> = {}): Split {
  return { ...NO_EXCHANGE, whole, a, b, ...rest };
}

/** Mass map of a line of the given field beside a sibling. */
function lineMap(field: Field, sibling: "single photon" | "other"): MassMap {
  const pole = field.mass * field.mass;
  if (field.kind === "fermion") return { kind: "log", pole, width: 0 };
  if (field.mass === 0) return { kind: sibling === "single photon" ? "both" : "log", pole: 0, width: 0 };
  if (field.width > 0) return { kind: "resonance", pole, width: field.mass * field.width };
  return FLAT;
}

/** Massless vector. */
function isPhoton({ field }: { readonly field: Field }): boolean {
  return field.kind === "vector" && field.mass === 0;
}

/** The channel of a diagram; with `photons` the exchanged photons next to the beams come first, else from the electron on. */
function fromTopology(plan: Plan, { decays, exchanges }: Topology, photons = false): PhaseSpaceChannel {
  const splits: Split[] = [];
  const all = (1 << plan.legs.length) - 1;
  const photon = (set: number): boolean => size(set) === 1 && isPhoton(plan.legs[log2(set)]);
  const massless = (set: number): boolean =>
    plan.legs.every(({ field }, k) => (set & (1 << k)) === 0 || field.mass === 0);
  const mapOf = (set: number, sibling: number, exchanged: boolean): { map: MassMap } | undefined => {
    if (size(set) === 1) return undefined;
    const line = decays.find(({ legs }) => legs === set);
    if (line !== undefined) return { map: lineMap(line.field, photon(sibling) ? "single photon" : "other") };
    if (photons && exchanged && !massless(set)) return { map: LOG };
    return { map: photon(sibling) ? SOFT : FLAT };
  };
  const decay = (set: number): void => {
    if (size(set) === 1) return;
    const inner = decays.filter(({ legs }) => legs !== set && (legs & set) === legs);
    const largest = inner.filter(({ legs }) => !inner.some((o) => o.legs !== legs && (o.legs & legs) === legs));
    const a = largest.length > 0 ? largest[0].legs : set & -set;
    split(set, a, set & ~a);
    decay(a);
    decay(set & ~a);
  };
  const split = (whole: number, a: number, b: number, rest: Partial<Split> = {}): void => {
    const massA = mapOf(a, b, rest.angle === "exchange");
    const massB = mapOf(b, a, rest.angle === "exchange");
    splits.push(
      step(whole, a, b, {
        ...rest,
        ...(massA === undefined ? {} : { massA: massA.map }),
        ...(massB === undefined ? {} : { massB: massB.map }),
      }),
    );
  };
  const left = [...exchanges];
  let before = 1;
  let behind = 2;
  let whole = all & ~3;
  while (left.length > 0) {
    const positronSide = photons && !isPhoton(left[0]) && isPhoton(left[left.length - 1]);
    const line = positronSide ? left.pop() : left.shift();
    if (line === undefined) break;
    const { legs, field } = line;
    const gone = (positronSide ? ~legs & ~behind : legs & ~before) & all & ~3;
    const [a, b] = positronSide ? [whole & ~gone, gone] : [gone, whole & ~gone];
    const power = isPhoton(line) && plan.legs.length === 4 ? 2 : 1;
    split(whole, a, b, {
      angle: "exchange",
      before,
      behind,
      positronSide,
      exchange: legs,
      pole: square(field.mass),
      power,
    });
    decay(gone);
    if (positronSide) behind = all & ~legs;
    else before = legs;
    whole &= ~gone;
  }
  decay(whole);
  return splits;
}

/** For each fermion line that decays to its fermion and a state X beside its antiparticle: the pair as a dipole. */
function dipoles(plan: Plan, topology: Topology): PhaseSpaceChannel[] {
  const made: PhaseSpaceChannel[] = [];
  const base = fromTopology(plan, topology);
  for (const parent of base) {
    for (const [line, partner] of [
      [parent.a, parent.b],
      [parent.b, parent.a],
    ]) {
      const inner = base.find(({ whole }) => whole === line);
      const field = topology.decays.find(({ legs }) => legs === line)?.field;
      if (inner === undefined || field?.kind !== "fermion") continue;
      const is = (set: number): boolean => size(set) === 1 && plan.legs[log2(set)].field === field;
      const aIsFermion = is(inner.a);
      const fermion = aIsFermion ? inner.a : inner.b;
      // The map of the angle is for equal masses: a vertex that changes flavour makes none.
      if (!is(fermion) || !is(partner)) continue;
      const x = aIsFermion ? inner.b : inner.a;
      const massX = aIsFermion ? inner.massB : inner.massA;
      if (parent.angle === "exchange") continue;
      const pair = fermion | partner;
      made.push(
        base.flatMap((split) => {
          if (split === inner) return [];
          if (split !== parent) return [split];
          return [
            step(split.whole, x, pair, { ...(massX === undefined ? {} : { massA: massX }), massB: SOFT }),
            step(pair, fermion, partner, { angle: "dipole", sibling: x }),
          ];
        }),
      );
    }
  }
  // Mothers before daughters.
  return made.map((channel) => [...channel].sort((p, q) => size(q.whole) - size(p.whole)));
}
