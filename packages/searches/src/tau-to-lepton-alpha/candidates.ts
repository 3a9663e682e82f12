import { type FourVector, fourVector, particle, tauPseudoRestFrame, thrust, xLepton } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
import {
  bit,
  type Detected,
  evaluate,
  level1Inputs,
  level1MenuText,
  type Menu,
  parseMenu,
  takeDetected,
} from "@belladonna/trigger";
import { photonsOf } from "../events/photons.js";
import { applyCuts } from "../selection/cut.js";
import type { Columns } from "./columns.js";
import { beams } from "./samples.js";
import { type Lepton, level1Lines, pdgOf, photonEnergy, pi0Mass, preselection, trackCount } from "./selection.js";
import { momentumScale } from "./systematics.js";

const PION = particle(211).mass;

/**
 * Events with four tracks of no net charge of which one is the lepton, and what is cut on and fitted.
 *
 * @param detected - What the detector saw.
 * @param lepton - Which lepton.
 */
export function candidates(detected: Detected, lepton: Lepton): Columns {
  const { tracks, length } = detected;
  const event = Int32Array.from({ length }, (_, i) => i).filter((i) => isCandidate(detected, i, pdgOf[lepton]));
  const columns = emptyColumns(event);
  event.forEach((i, n) => {
    const rows = Array.from({ length: trackCount.value }, (_, j) => tracks.offsets[i] + j);
    columns.d0[n] = Math.max(...rows.map((k) => Math.abs(tracks.d0[k])));
    columns.z0[n] = Math.max(...rows.map((k) => Math.abs(tracks.z0[k])));
    const photons = photonsOf(detected, i, photonEnergy.value);
    columns.hardestPhoton[n] = Math.max(0, ...photons.map(({ e }) => e));
    columns.neutralPions[n] = neutralPionsOf(photons);
    const charged = rows.map((k) => beams.toCms(momentumOf(tracks, k, PION, 1)));
    const visible = [...charged, ...photons.map((photon) => beams.toCms(photon))];
    const { value, axis } = thrust(visible);
    columns.thrust[n] = value;
    columns.visibleEnergy[n] = visible.reduce((sum, { e }) => sum + e, 0);
    const ahead = charged.map(({ px, py, pz }) => px * axis[0] + py * axis[1] + pz * axis[2] > 0);
    const count = ahead.filter(Boolean).length;
    if (count !== 1 && count !== rows.length - 1) return;
    columns.oneAgainstThree[n] = 1;
    readSides(n, rows[ahead.indexOf(count === 1)], rows);
  });
  return withTrigger(columns, detected);

  /** One track against the others: the mass of these, and the observable where the one is the lepton. */
  function readSides(n: number, alone: number, rows: readonly number[]): void {
    const others = rows.filter((k) => k !== alone);
    const tag = (factor: number): FourVector => sumOf(others.map((k) => momentumOf(tracks, k, PION, factor)));
    columns.tagMass[n] = tag(1).m;
    if (Math.abs(tracks.pdgId[alone]) !== pdgOf[lepton]) return;
    const own = particle(pdgOf[lepton]).mass;
    const scaled = (factor: number): number =>
      xLepton(
        beams.toCms(momentumOf(tracks, alone, own, factor)),
        tauPseudoRestFrame(beams.toCms(tag(factor)), beams.sqrtS),
      );
    const { px, py, pz } = tracks;
    columns.loneLepton[n] = 1;
    columns.momentum[n] = Math.sqrt(square(px[alone]) + square(py[alone]) + square(pz[alone]));
    columns.x[n] = scaled(1);
    columns.xUp[n] = scaled(1 + momentumScale.value);
    columns.xDown[n] = scaled(1 - momentumScale.value);
  }
}

/** Whether an event has four tracks of no net charge, one of them a lepton. */
function isCandidate({ tracks }: Detected, event: number, pdgId: number): boolean {
  const [first, last] = [tracks.offsets[event], tracks.offsets[event + 1]];
  if (last - first !== trackCount.value) return false;
  let charge = 0;
  let any = false;
  for (let k = first; k < last; k++) {
    charge += tracks.charge[k];
    any ||= Math.abs(tracks.pdgId[k]) === pdgId;
  }
  return charge === 0 && any;
}

/** The lines of the trigger, from the menu of level 1. */
const menu: Menu = parseMenu(
  level1MenuText
    .split("\n")
    .filter((line) => level1Lines.value.includes(line.split(" ")[0]))
    .join("\n"),
);

/** What the trigger says of the candidates that pass all else: it takes longest, so that the others are not shown to it. */
function withTrigger(columns: Columns, detected: Detected): Columns {
  const { mask } = applyCuts(preselection, columns);
  const passing = Int32Array.from(mask.keys()).filter((k) => mask[k] === 1);
  const events = Array.from(passing, (k) => columns.event[k]);
  const lines = evaluate(menu, level1Inputs(takeDetected(detected, events)));
  passing.forEach((k, i) => {
    columns.fired[k] = level1Lines.value.some((line) => bit(lines, line, i)) ? 1 : 0;
  });
  return columns;
}

/** Pairs of photons with the mass of a neutral pion. */
function neutralPionsOf(photons: readonly FourVector[]): number {
  const [low, high] = pi0Mass.value;
  const masses = photons.flatMap((one, i) => photons.slice(0, i).map((other) => sumOf([one, other]).m));
  return masses.filter((m) => m > low && m < high).length;
}

function momentumOf({ px, py, pz }: Detected["tracks"], k: number, m: number, factor: number): FourVector {
  return fourVector({ px: factor * px[k], py: factor * py[k], pz: factor * pz[k], m });
}

function sumOf(vectors: readonly FourVector[]): FourVector {
  let [px, py, pz, e] = [0, 0, 0, 0];
  for (const v of vectors) {
    px += v.px;
    py += v.py;
    pz += v.pz;
    e += v.e;
  }
  return fourVector({ px, py, pz, e });
}

/** Columns of zeros, and of `NaN` for what not every candidate has. */
function emptyColumns(event: Int32Array): Columns {
  const column = (fill = 0): Float64Array => new Float64Array(event.length).fill(fill);
  const flags = (): Uint8Array => new Uint8Array(event.length);
  return {
    event,
    d0: column(),
    z0: column(),
    hardestPhoton: column(),
    neutralPions: column(),
    thrust: column(),
    visibleEnergy: column(),
    oneAgainstThree: flags(),
    loneLepton: flags(),
    tagMass: column(Number.NaN),
    momentum: column(Number.NaN),
    x: column(Number.NaN),
    xUp: column(Number.NaN),
    xDown: column(Number.NaN),
    fired: flags(),
  };
}
