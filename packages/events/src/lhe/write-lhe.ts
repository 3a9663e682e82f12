import { requireOptions } from "@belladonna/numerics";
import type { EventTable } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
import type { LheEvents, LheInit } from "./lhe-events.js";
import { escapeAttribute } from "./lhe-scanner.js";

/** fb in a pb. */
const PB = 1000;
/** mm in a cm. */
const CM = 10;

/** What a Les Houches file says about events that a table does not hold. */
export interface WriteLheOptions {
  /** Cross section and its error, fb; by default the table's own `crossSection`, else the sum of the weights. */
  readonly crossSection?: {
    /** Cross section, fb. */
    readonly value: number;
    /** Error, fb. */
    readonly error: number;
  };
  /** Text for the header; must not hold `</header>`. */
  readonly header?: string;
}

const OPTIONS: readonly (keyof WriteLheOptions)[] = ["crossSection", "header"];

/**
 * Write events as a Les Houches file, version 3.0.
 *
 * Numbers are written with as many digits as bring the same double back. Events of {@link readLhe} are written with
 * their own init block and details, so that reading and writing return every number; other tables get weights in pb
 * whose mean is the cross section (IDWTUP $-4$), mothers 1 and 2 for what the collision made, unknown spins (9), and
 * flight distances from the vertices of the daughters.
 *
 * ```ts
 * readLhe(writeLhe(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 }))).length; // 5
 * ```
 * @param events - The events.
 * @param options - Cross section and header.
 * @returns The file's text.
 * @throws RangeError for a table without events and no init block, or a bad header.
 */
export function writeLhe(events: EventTable | LheEvents, options: WriteLheOptions = {}): string {
  requireOptions("writeLhe", options, OPTIONS);
  if (options.crossSection !== undefined) {
    requireOptions("writeLhe: crossSection", options.crossSection, ["value", "error"]);
  }
  const own = "particleInfo" in events ? events : undefined;
  const header = options.header ?? own?.header ?? "";
  if (header.includes("</header")) throw new RangeError("writeLhe: header must not hold </header>");
  const init = own?.init ?? initOf(events, options);
  const unit = Math.abs(init.strategy) === 3 ? 1 : PB;
  const { beamId, beamEnergy, pdfGroup, pdfSet, processes } = init;
  const lines = [
    `<LesHouchesEvents version="${own?.version ?? "3.0"}">`,
    ...(header === "" ? [] : ["<header>", header, "</header>"]),
    "<init>",
    [...beamId, ...beamEnergy.map(real), ...pdfGroup, ...pdfSet, init.strategy, processes.length].join(" "),
    ...processes.map(({ crossSection, error, maximum, id }) =>
      [real(over(crossSection, PB)), real(over(error, PB)), real(over(maximum, unit)), id].join(" "),
    ),
    "</init>",
  ];
  // Weights of our own events are relative: scaled to the cross section as their mean.
  const mean = own === undefined ? meanWeight(events, processes[0].crossSection) : 1;
  const names = Object.entries(own?.namedWeights ?? {});
  const { offsets, particles: p, weights } = events;
  for (let k = 0; k < events.length; k++) {
    const first = offsets[k];
    const weight = own === undefined ? weights[k] * mean : weights[k];
    const scale = own?.info.scale[k] ?? totalMass(events, k);
    lines.push(
      "<event>",
      [
        offsets[k + 1] - first,
        own?.info.process[k] ?? processes[0].id,
        real(over(weight, unit)),
        real(scale),
        real(own?.info.alphaQed[k] ?? -1),
        real(own?.info.alphaQcd[k] ?? -1),
      ].join(" "),
    );
    for (let i = first; i < offsets[k + 1]; i++) {
      const d = own?.particleInfo;
      const [m1, m2] = d === undefined ? mothers(events, first, i) : [d.mother1[i], d.mother2[i]];
      const flight = d === undefined ? flightDistance(events, k, i) : d.lifetime[i];
      lines.push(
        `${String(p.pdgId[i])} ${String(p.status[i])} ${String(m1)} ${String(m2)} ` +
          `${String(d?.colour[i] ?? 0)} ${String(d?.anticolour[i] ?? 0)} ` +
          [p.px[i], p.py[i], p.pz[i], p.e[i], p.m[i], flight, d?.spin[i] ?? 9].map(real).join(" "),
      );
    }
    const named = names.filter(([, values]) => !Number.isNaN(values[k]));
    if (named.length > 0) {
      lines.push("<rwgt>");
      for (const [id, values] of named)
        lines.push(`<wgt id="${escapeAttribute(id)}"> ${real(over(values[k], unit))} </wgt>`);
      lines.push("</rwgt>");
    }
    lines.push("</event>");
  }
  lines.push("</LesHouchesEvents>", "");
  return lines.join("\n");
}

/** The shortest form that reads back as the same double, −0 included. */
function real(x: number): string {
  return Object.is(x, -0) ? "-0e+0" : x.toExponential();
}

/** $y$ with $y \cdot$ `unit` $= x$ exactly where there is one: so pb read as fb are written as they were. */
function over(x: number, unit: number): number {
  const y = x / unit;
  if (y * unit === x || !Number.isFinite(y)) return y;
  const step = Math.abs(y) * 2 ** -53;
  for (const near of [y + step, y - step, y + 2 * step, y - 2 * step]) if (near * unit === x) return near;
  return y;
}

function initOf(events: EventTable, options: WriteLheOptions): LheInit {
  const { offsets, particles, weights } = events;
  if (events.length === 0) throw new RangeError("writeLhe: the table must have events, or an init block from readLhe");
  const [a, b] = [offsets[0], offsets[0] + 1];
  const given = options.crossSection ?? (events as { crossSection?: { value: number; error: number } }).crossSection;
  const { value, error } = given ?? { value: weights.reduce((sum, w) => sum + w, 0), error: 0 };
  return {
    beamId: [particles.pdgId[a], particles.pdgId[b]],
    beamEnergy: [particles.e[a], particles.e[b]],
    pdfGroup: [0, 0],
    pdfSet: [0, 0],
    strategy: -4,
    processes: [{ crossSection: value, error, maximum: value, id: 1 }],
  };
}

function meanWeight({ weights, length }: EventTable, crossSection: number): number {
  const sum = weights.reduce((total, w) => total + w, 0);
  return sum > 0 ? (crossSection * length) / sum : 0;
}

/** Mothers by the format's count from 1: what comes from a beam particle comes from both. */
function mothers({ particles: { mother, status } }: EventTable, first: number, i: number): [number, number] {
  const from = mother[i];
  if (from < 0) return [0, 0];
  return status[first + from] === -1 ? [1, 2] : [from + 1, from + 1];
}

/** Proper flight distance of particle `i` from its first daughter's vertex, mm. */
function flightDistance({ offsets, particles: p }: EventTable, k: number, i: number): number {
  if (p.status[i] !== 2) return 0;
  for (let j = i + 1; j < offsets[k + 1]; j++) {
    if (offsets[k] + p.mother[j] !== i) continue;
    const distance = Math.sqrt(square(p.vx[j] - p.vx[i]) + square(p.vy[j] - p.vy[i]) + square(p.vz[j] - p.vz[i]));
    const momentum = Math.sqrt(square(p.px[i]) + square(p.py[i]) + square(p.pz[i]));
    return momentum > 0 ? (CM * distance * p.m[i]) / momentum : 0;
  }
  return 0;
}

/** Mass of the beam particles' sum, GeV: the scale of the event. */
function totalMass({ offsets, particles: p }: EventTable, k: number): number {
  let [e, x, y, z] = [0, 0, 0, 0];
  for (let i = offsets[k]; i < offsets[k + 1]; i++) {
    if (p.status[i] !== -1) continue;
    e += p.e[i];
    x += p.px[i];
    y += p.py[i];
    z += p.pz[i];
  }
  return Math.sqrt(Math.max(0, e * e - x * x - y * y - z * z));
}
