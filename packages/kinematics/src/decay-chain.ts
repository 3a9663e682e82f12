import { requireOptions } from "@belladonna/numerics";
import { atan, log, square, tan } from "@belladonna/numerics/elementary";
import { decayLength, decayProbability } from "./decay-length.js";
import { particleColumns } from "./event-builder.js";
import type { EventTable } from "./event-table.js";
import type { Stretch } from "./flight-volume.js";
import type { FourVector } from "./four-vector.js";
import { fourVectors, type FourVectors, requireLength } from "./four-vectors.js";
import { phaseSpaceVolume } from "./phase-space-volume.js";
import { draw } from "./phase-space.js";
import type { UniformStream } from "./random-stream.js";
import { decayRows, ROWS, uniformsPerDecay } from "./raubold-lynch.js";
import { C_CM_PER_NS } from "./units.js";

/** A particle of a decay chain and what it decays to. */
export interface DecayNode {
  /** PDG Monte Carlo number. */
  readonly pdgId: number;
  /** Mass, GeV; the peak of the line shape where there is a width. */
  readonly mass: number;
  /** Total width of a Breit–Wigner line shape, GeV; fixed mass when absent or 0. */
  readonly width?: number | undefined;
  /** Mean proper decay length, cm; decays where it is made when absent. */
  readonly ctau?: number | undefined;
  /** Confines the decay to distances from the production point, cm; the weight takes the probability. */
  readonly window?: Stretch | undefined;
  /** What it decays to; stable when absent. */
  readonly daughters?: readonly DecayNode[] | undefined;
}

/** One particle of the chain in all events. */
export interface ChainParticle {
  /** What it is. */
  readonly node: DecayNode;
  /** Index of its mother in the list; −1 for the root. */
  readonly mother: number;
  /** Its momenta, GeV. */
  readonly momenta: FourVectors;
  /** Production vertex along $x$, cm. */
  readonly vx: Float64Array;
  /** Production vertex along $y$, cm. */
  readonly vy: Float64Array;
  /** Production vertex along $z$, cm. */
  readonly vz: Float64Array;
  /** Production time, ns. */
  readonly vt: Float64Array;
}

/** Events of a decay chain. */
export interface ChainSample {
  /** Weights; see {@link decayChain} for what their mean is. */
  readonly weight: Float64Array;
  /** The particles, mothers before daughters, the root first. */
  readonly particles: ChainParticle[];
}

/**
 * Events of a decay chain: flat phase space at every decay, fixed or Breit–Wigner masses, displaced vertices.
 *
 * The mass of a node with a width is drawn from the relativistic Breit–Wigner in $s=m^2$,
 *
 * $$\frac{1}{\pi}\frac{m_0\Gamma}{(s-m_0^2)^2 + m_0^2\Gamma^2}\,ds,$$
 *
 * between the threshold of its daughters and what its mother and siblings leave. The weight of an event is the product,
 * over its decays, of the phase-space density over the volume $R_n$ at the nominal masses, the share of each line shape
 * inside its limits, and the probability of each window. So with fixed masses and no windows it has mean 1, and in
 * general its mean is the factor by which line shapes and windows change the rate.
 *
 * ```ts
 * // K_S → π+ π- with 1 GeV of momentum, decays from 1 to 30 cm only: the weight is the probability of that.
 * const pion = (pdgId) => ({ pdgId, mass: 0.13957 });
 * const kaon = { pdgId: 310, mass: 0.49761, ctau: 2.6844, daughters: [pion(211), pion(-211)] };
 * const momentum = fourVector({ px: 0, py: 0, pz: 1, m: 0.49761 });
 * const { weight } = decayChain({ ...kaon, window: { from: 1, to: 30 } }, random(1), 100, momentum);
 * weight[0]; // ≈ 0.827
 * ```
 * @param root - The chain.
 * @param random - Stream of uniforms; an event takes a fixed number of them.
 * @param n - Number of events.
 * @param parents - Momenta of the root: one for all, or one each; at rest when absent.
 * @throws RangeError when a decay is closed at the nominal masses, has fewer than two daughters, or a stable node has a
 * width.
 */
export function decayChain(
  root: DecayNode,
  random: UniformStream,
  n: number,
  parents: FourVector | FourVectors = { px: 0, py: 0, pz: 0, e: root.mass, m: root.mass },
): ChainSample {
  requireLength("decayChain", n);
  const links = flatten(root, n);
  const perEvent = links.reduce((sum, link) => sum + link.uniforms, 0);
  const weight = new Float64Array(n).fill(1);
  const first = links[0].momenta;
  for (const key of ["px", "py", "pz", "e", "m"] as const) {
    const source = parents[key];
    if (typeof source === "number") first[key].fill(source);
    else first[key].set(source.subarray(0, n));
  }
  const uniforms = new Float64Array(ROWS * perEvent);
  for (let from = 0; from < n; from += ROWS) {
    const rows = Math.min(ROWS, n - from);
    draw(random, uniforms, rows * perEvent);
    let first = 0;
    for (const link of links) {
      if (link.daughters.length === 0) continue;
      decayLink(link, from, rows, uniforms, first, perEvent, weight);
      first += link.uniforms;
    }
  }
  // A decay its drawn masses leave no room for.
  for (let i = 0; i < n; i++) if (!(weight[i] > 0)) weight[i] = 0;
  return { weight, particles: links };
}

interface Link extends ChainParticle {
  readonly daughters: Link[];
  /** Lightest the node can be. */
  lightest: number;
  /** Volume at nominal masses. */
  readonly volume: number;
  readonly uniforms: number;
  /** Columns of the daughters, for the kernel. */
  readonly columns: FourVectors[];
}

/** The chain as a list, each node with its columns; mothers first. */
function flatten(root: DecayNode, n: number): Link[] {
  const links: Link[] = [];
  const visit = (node: DecayNode, mother: number): Link => {
    requireOptions("decayChain: node", node, ["pdgId", "mass", "width", "ctau", "window", "daughters"]);
    const index = links.length;
    const nodes = node.daughters ?? [];
    const masses = nodes.map(({ mass }) => mass);
    const volume = nodes.length === 0 ? 1 : phaseSpaceVolume(node.mass, masses);
    if (nodes.length === 0 && hasWidth(node)) {
      throw new RangeError(`decayChain: ${node.pdgId} has a width and must have daughters`);
    }
    if (!(volume > 0)) {
      throw new RangeError(`decayChain: ${node.pdgId} of mass ${node.mass} must be above [${masses.join(", ")}]`);
    }
    const wide = nodes.filter(hasWidth).length;
    const flies = nodes.length > 0 && node.ctau !== undefined ? 1 : 0;
    const daughters: Link[] = [];
    const link: Link = {
      node,
      mother,
      momenta: fourVectors(n),
      vx: new Float64Array(n),
      vy: new Float64Array(n),
      vz: new Float64Array(n),
      vt: new Float64Array(n),
      daughters,
      lightest: node.mass,
      volume,
      uniforms: nodes.length === 0 ? 0 : uniformsPerDecay(nodes.length) + wide + flies,
      columns: [],
    };
    links.push(link);
    for (const daughter of nodes) daughters.push(visit(daughter, index));
    link.columns.push(...daughters.map(({ momenta }) => momenta));
    if (hasWidth(node)) link.lightest = daughters.reduce((sum, { lightest }) => sum + lightest, 0);
    return link;
  };
  visit(root, -1);
  return links;
}

function hasWidth({ width }: DecayNode): boolean {
  return width !== undefined && width > 0;
}

/** One decay of a block of events: masses, momenta, vertex of the daughters, and its share of the weights. */
function decayLink(
  link: Link,
  from: number,
  rows: number,
  u: Float64Array,
  first: number,
  stride: number,
  weight: Float64Array,
): void {
  const { daughters, momenta } = link;
  const wide = daughters.filter(({ node }) => hasWidth(node)).length;
  for (let r = 0; r < rows; r++) {
    weight[from + r] *= drawMasses(daughters, momenta.m[from + r], from + r, u, first + r * stride);
  }
  const at = first + wide;
  decayRows(rows, momenta, from, link.columns, from, u, at, stride, weight, 1 / link.volume);
  const last = at + uniformsPerDecay(daughters.length);
  for (let r = 0; r < rows; r++) weight[from + r] *= fly(link, from + r, u[last + r * stride]);
}

/** Masses of one event's daughters: Breit-Wigner between the lightest each can be and what the others leave. */
function drawMasses(daughters: readonly Link[], M: number, row: number, u: Float64Array, first: number): number {
  let share = 1;
  let room = M;
  for (const { lightest } of daughters) room -= lightest;
  for (const { node, lightest, momenta } of daughters) {
    momenta.m[row] = node.mass;
    if (!hasWidth(node)) continue;
    const scale = node.mass * (node.width ?? 0);
    const peak = node.mass * node.mass;
    const a = atan((lightest * lightest - peak) / scale);
    const b = atan((square(lightest + room) - peak) / scale);
    const s = peak + scale * tan(a + u[first++] * (b - a));
    const mass = Math.sqrt(Math.max(s, lightest * lightest));
    momenta.m[row] = mass;
    share *= Math.max(0, b - a) / Math.PI;
    room -= mass - lightest;
  }
  return share;
}

/** The decay vertex, as production vertex of the daughters. Returns the probability of the window. */
function fly(link: Link, row: number, uniform: number): number {
  const { node, momenta, daughters } = link;
  let probability = 1;
  let perMomentum = 0;
  if (node.ctau !== undefined) {
    const px = momenta.px[row];
    const py = momenta.py[row];
    const pz = momenta.pz[row];
    const p = Math.sqrt(px * px + py * py + pz * pz);
    if (node.window) {
      const flight = { betaGamma: p / momenta.m[row], ctau: node.ctau, ...node.window };
      probability = decayProbability(flight);
      perMomentum = decayLength(flight, uniform) / p;
    } else {
      // Also at rest, where the length is 0 but the time is not.
      perMomentum = (-node.ctau * log(uniform)) / momenta.m[row];
    }
  }
  const x = link.vx[row] + perMomentum * momenta.px[row];
  const y = link.vy[row] + perMomentum * momenta.py[row];
  const z = link.vz[row] + perMomentum * momenta.pz[row];
  const t = link.vt[row] + (perMomentum * momenta.e[row]) / C_CM_PER_NS;
  for (const daughter of daughters) {
    daughter.vx[row] = x;
    daughter.vy[row] = y;
    daughter.vz[row] = z;
    daughter.vt[row] = t;
  }
  return probability;
}

/**
 * A decay chain's events as an event table: the root and all that decay with status 2, the rest with status 1.
 *
 * ```ts
 * const pion = (pdgId) => ({ pdgId, mass: 0.13957 });
 * const kaon = { pdgId: 310, mass: 0.49761, daughters: [pion(211), pion(-211)] };
 * const { length, particles } = chainEvents(decayChain(kaon, random(1), 10));
 * length; // 10
 * Array.from(particles.pdgId.slice(0, 3)); // [310, 211, -211]
 * ```
 */
export function chainEvents({ weight, particles }: ChainSample): EventTable {
  const n = weight.length;
  const size = particles.length;
  const columns = particleColumns(n * size);
  particles.forEach((particle, k) => {
    const { node, mother, momenta, vx, vy, vz, vt } = particle;
    const sources = { ...momenta, vx, vy, vz, vt };
    for (const key of ["px", "py", "pz", "e", "m", "vx", "vy", "vz", "vt"] as const) {
      for (let i = 0; i < n; i++) columns[key][i * size + k] = sources[key][i];
    }
    const status = node.daughters === undefined || node.daughters.length === 0 ? 1 : 2;
    for (let i = k; i < n * size; i += size) {
      columns.pdgId[i] = node.pdgId;
      columns.status[i] = status;
      columns.mother[i] = mother;
    }
  });
  const offsets = Int32Array.from({ length: n + 1 }, (_, i) => i * size);
  return { length: n, offsets, particles: columns, weights: weight.slice() };
}
