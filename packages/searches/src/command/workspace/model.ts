import { histFactory, parsePatchSet, type HistFactory, type PatchOperation } from "@belladonna/histfactory";
import { Option, type Command } from "commander";
import { InputError, UsageError } from "../../user-error.js";
import { jsonOf, ofFile, textOf } from "./files.js";

/** Which likelihood of a workspace is meant. */
export interface ModelGiven {
  readonly patch?: string;
  readonly point?: string;
  readonly measurement?: string;
  readonly poi?: string;
  readonly interpolation: "smooth" | "kinked";
}

/** The options that choose a likelihood. */
export function withModel(command: Command): Command {
  return command
    .option("-p, --patch <file.json>", "a JSON Patch, or a patch set with --point")
    .option("--point <name>", "name of the patch in the patch set")
    .option("--measurement <name>", "measurement of the workspace (default: its first)")
    .option("--poi <name>", "parameter of interest (default: that of the measurement)")
    .addOption(
      new Option("--interpolation <codes>", "smooth: codes 4 and 4p; kinked: codes 1 and 0")
        .choices(["smooth", "kinked"])
        .default("smooth"),
    );
}

/** The likelihood of the files named. */
export function loadModel(file: string, given: ModelGiven): HistFactory {
  const text = textOf(file);
  const { measurement, interpolation, point, poi } = given;
  const patch = given.patch === undefined ? undefined : patchOf(given.patch, point);
  if (patch === undefined && point !== undefined) throw new UsageError("--point needs a patch set: --patch <file>");
  return ofFile(file, () =>
    histFactory(text, {
      interpolation,
      ...(measurement === undefined ? {} : { measurement }),
      ...(poi === undefined ? {} : { poi }),
      ...(patch === undefined ? {} : { patch }),
    }),
  );
}

/** The same, which must have a parameter of interest. */
export function loadTested(file: string, given: ModelGiven): HistFactory & { readonly poi: string } {
  const likelihood = loadModel(file, given);
  const { poi, measurement } = likelihood;
  if (poi === undefined) {
    throw new InputError(`the measurement ${measurement} of ${file} has no parameter of interest; --poi names one`);
  }
  return { ...likelihood, poi };
}

/** A JSON Patch, or one point of a patch set. */
function patchOf(file: string, point: string | undefined) {
  const value = jsonOf(file);
  if (Array.isArray(value)) return value as readonly PatchOperation[];
  const set = ofFile(file, () => parsePatchSet(value));
  const names = set.patches.map((p) => p.metadata.name);
  if (point === undefined) {
    throw new UsageError(
      `${file} is a patch set: choose with --point one of ${names.slice(0, 8).join(", ")}${names.length > 8 ? `, … (${names.length})` : ""}`,
    );
  }
  if (!names.includes(point)) throw new UsageError(`${file} has no point ${point}`);
  return { set, key: point };
}
