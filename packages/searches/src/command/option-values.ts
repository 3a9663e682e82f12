import { INVERSE_ATTOBARN, PICOBARN } from "@belladonna/kinematics";
import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import type { Injection, NamedFile, SearchOptions } from "../search.js";
import { messageOf, InputError } from "../user-error.js";

/** A number in a range, or commander's complaint. */
export function numberIn(low: number, high: number, what: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !(value > low && value < high)) {
      throw new InvalidArgumentError(`must be ${what}.`);
    }
    return value;
  };
}

/** An integer from `low` on. */
export function integerFrom(low: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < low) {
      throw new InvalidArgumentError(`must be an integer >= ${low}.`);
    }
    return value;
  };
}

const perInverseFemtobarn: Record<string, number> = { "": 1, fb: 1, pb: 1 / PICOBARN, ab: INVERSE_ATTOBARN };

/** An integrated luminosity: `445pb`, `79.7fb`, `50ab`; a bare number is fb⁻¹. */
export function luminosity(text: string): number {
  const [, digits = "", unit = ""] = /^([\d.]+(?:e[+-]?\d+)?)\s*(pb|fb|ab)?$/i.exec(text.trim()) ?? [];
  const value = Number(digits) * (perInverseFemtobarn[unit.toLowerCase()] ?? Number.NaN);
  if (digits === "" || !(value > 0 && value < Infinity)) {
    throw new InvalidArgumentError("must be a luminosity such as 445pb, 79.7fb or 50ab (a bare number is in fb^-1).");
  }
  return value;
}

/** Mass hypotheses: `1.5`, `0.5:2` or `0.5:2:0.1`, in GeV, inside the range of the search. */
export function masses(range: { readonly from: number; readonly to: number }) {
  return (text: string): SearchOptions["masses"] => {
    const parts = text.split(":").map(Number);
    if (parts.length > 3 || text.split(":").some((part) => part.trim() === "") || parts.some((x) => !(x > 0))) {
      throw new InvalidArgumentError("must be MASS, FROM:TO or FROM:TO:STEP in GeV, such as 0.5:2:0.1.");
    }
    const from = parts[0];
    const to = parts.length > 1 ? parts[1] : from;
    if (from > to) throw new InvalidArgumentError(`must ascend, got ${from} GeV to ${to} GeV.`);
    if (from < range.from || to > range.to) {
      throw new InvalidArgumentError(
        `must lie between ${range.from} and ${range.to} GeV, where the search is defined.`,
      );
    }
    return parts.length < 3 ? { from, to } : { from, to, step: parts[2] };
  };
}

/** A signal to put into the pseudo-data: `2.5:300`, mass in GeV and rate. */
export function injection(text: string): Injection {
  const [mass, rate, ...rest] = text.split(":").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (!(mass > 0 && mass < Infinity && rate > 0 && rate < Infinity) || rest.length > 0) {
    throw new InvalidArgumentError("must be MASS:RATE, in GeV and the unit of the limit, such as 2.5:300.");
  }
  return { mass, rate };
}

/** A file the user named, read whole. */
export function inputFile(name: string): NamedFile {
  try {
    return { name, bytes: readFileSync(name) };
  } catch (error) {
    throw new InputError(`cannot read ${name}: ${messageOf(error)}`);
  }
}
