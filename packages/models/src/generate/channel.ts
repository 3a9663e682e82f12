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
   * Angle in the rest frame of `whole`: `"flat"`; `"exchange"` along the incoming positron for `b`, peaked as the
   * propagator of `exchange`; `"dipole"` along `sibling` for `a`, peaked towards and against it.
   */
  readonly angle: "flat" | "exchange" | "dipole";
  /** Legs on the electron's side of the exchanged line before this step; 1 for the electron itself. */
  readonly before: number;
  /** Legs on the electron's side of the line exchanged in this step. */
  readonly exchange: number;
  /** Squared mass of the exchanged field, GeV². */
  readonly pole: number;
  /** Power of the peak. */
  readonly power: 1 | 2;
  /** Legs of the emitter's partner for a dipole. */
  readonly sibling: number;
}

/** A channel: two-body steps from the whole final state down, mothers before daughters. */
export type Channel = readonly Split[];

const FLAT: MassMap = { kind: "flat", pole: 0, width: 0 };
const SOFT: MassMap = { kind: "soft", pole: 0, width: 0 };

/**
 * The channels of a process: one a diagram, and one more wherever a pair of fermions radiates, in which the radiated
 * state is thrown by its energy and its angle to the pair.
 */
export function channelsOf(plan: Plan): Channel[] {
  const seen = new Map<string, Channel>();
  const add = (channel: Channel): void => {
    const key = channel
      .map((s) => [s.whole, s.a, s.massA?.kind, s.massB?.kind, s.angle, s.exchange, s.power].join(" "))
      .join("|");
    seen.set(key, channel);
  };
  for (const topology of topologies(plan)) {
    add(fromTopology(plan, topology));
    for (const dipole of dipoles(plan, topology)) add(dipole);
  }
  return [...seen.values()];
}

function step(whole: number, a: number, b: number, rest: Partial<Split> = {}): Split {
  return { whole, a, b, angle: "flat", before: 0, exchange: 0, pole: 0, power: 1, sibling: 0, ...rest };
}

/** Mass map of a line of the given field beside a sibling. */
function lineMap(field: Field, sibling: "single photon" | "other"): MassMap {
  const pole = field.mass * field.mass;
  if (field.kind === "fermion") return { kind: "log", pole, width: 0 };
  if (field.mass === 0) return { kind: sibling === "single photon" ? "both" : "log", pole: 0, width: 0 };
  if (field.width > 0) return { kind: "resonance", pole, width: field.mass * field.width };
  return FLAT;
}

function fromTopology(plan: Plan, { decays, exchanges }: Topology): Channel {
  const splits: Split[] = [];
  const finals = ((1 << plan.legs.length) - 1) & ~3;
  const photon = (set: number): boolean => {
    if (size(set) !== 1) return false;
    const { field } = plan.legs[Math.log2(set)];
    return field.kind === "vector" && field.mass === 0;
  };
  const mapOf = (set: number, sibling: number): { map: MassMap } | undefined => {
    if (size(set) === 1) return undefined;
    const line = decays.find(({ legs }) => legs === set);
    if (line !== undefined) return { map: lineMap(line.field, photon(sibling) ? "single photon" : "other") };
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
    const massA = mapOf(a, b);
    const massB = mapOf(b, a);
    splits.push(
      step(whole, a, b, {
        ...rest,
        ...(massA === undefined ? {} : { massA: massA.map }),
        ...(massB === undefined ? {} : { massB: massB.map }),
      }),
    );
  };
  let before = 1;
  let whole = finals;
  for (const { legs, field } of exchanges) {
    const a = legs & ~before & ~3;
    const b = whole & ~a;
    const power = field.kind === "vector" && field.mass === 0 && plan.legs.length === 4 ? 2 : 1;
    split(whole, a, b, { angle: "exchange", before, exchange: legs, pole: field.mass ** 2, power });
    decay(a);
    before = legs;
    whole = b;
  }
  decay(whole);
  return splits;
}

/** For each fermion line that decays to one fermion and a state X beside its partner: the pair as a dipole. */
function dipoles(plan: Plan, topology: Topology): Channel[] {
  const made: Channel[] = [];
  const base = fromTopology(plan, topology);
  for (const parent of base) {
    for (const [line, partner] of [
      [parent.a, parent.b],
      [parent.b, parent.a],
    ]) {
      const inner = base.find(({ whole }) => whole === line);
      const field = topology.decays.find(({ legs }) => legs === line)?.field;
      if (inner === undefined || field?.kind !== "fermion" || size(partner) !== 1) continue;
      const aIsFermion = size(inner.a) === 1 && plan.legs[Math.log2(inner.a)].field === field;
      const fermion = aIsFermion ? inner.a : inner.b;
      const x = aIsFermion ? inner.b : inner.a;
      const massX = aIsFermion ? inner.massB : inner.massA;
      if (size(fermion) !== 1 || parent.angle === "exchange") continue;
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
