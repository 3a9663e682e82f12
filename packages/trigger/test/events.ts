import type { EventTable } from "@belladonna/kinematics";

/** One particle of a test event; momentum and vertex default to zero, status to final. */
export interface TestParticle {
  readonly pdgId: number;
  readonly p: number;
  /** Degrees. */
  readonly theta: number;
  /** Degrees. */
  readonly phi: number;
  readonly m?: number;
  readonly vertex?: readonly [x: number, y: number, z: number, t: number];
  readonly status?: number;
}

/** An event table of hand-made events, weight 1 each. */
export function tableOf(events: readonly (readonly TestParticle[])[]): EventTable {
  const all = events.flat();
  const f = (pick: (q: TestParticle) => number): Float64Array => Float64Array.from(all, pick);
  const offsets = new Int32Array(events.length + 1);
  events.forEach((event, i) => (offsets[i + 1] = offsets[i] + event.length));
  const rad = Math.PI / 180;
  return {
    length: events.length,
    offsets,
    weights: new Float64Array(events.length).fill(1),
    particles: {
      px: f((q) => q.p * Math.sin(q.theta * rad) * Math.cos(q.phi * rad)),
      py: f((q) => q.p * Math.sin(q.theta * rad) * Math.sin(q.phi * rad)),
      pz: f((q) => q.p * Math.cos(q.theta * rad)),
      e: f((q) => Math.sqrt(q.p * q.p + (q.m ?? 0) ** 2)),
      m: f((q) => q.m ?? 0),
      pdgId: Int32Array.from(all, (q) => q.pdgId),
      status: Int8Array.from(all, (q) => q.status ?? 1),
      mother: new Int32Array(all.length).fill(-1),
      vx: f((q) => q.vertex?.[0] ?? 0),
      vy: f((q) => q.vertex?.[1] ?? 0),
      vz: f((q) => q.vertex?.[2] ?? 0),
      vt: f((q) => q.vertex?.[3] ?? 0),
    },
  };
}

/** `n` copies of an event. */
export function copies(n: number, event: readonly TestParticle[]): EventTable {
  return tableOf(Array.from({ length: n }, () => event));
}

/** Mean and standard deviation. */
export function moments(values: Iterable<number>): { mean: number; sigma: number; n: number } {
  const v = [...values];
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  return { mean, sigma: Math.sqrt(v.reduce((a, b) => a + (b - mean) ** 2, 0) / (v.length - 1)), n: v.length };
}
