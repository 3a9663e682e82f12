import { constrainModel } from "@belladonna/limits";
import { relicTarget } from "@belladonna/models";
import { pow } from "@belladonna/numerics/elementary";
import { InvalidArgumentError, type Command } from "commander";
import { darkMatterFrom, modelNamed, modelOfFile, withDarkMatter, wordOf } from "../constrain/models.js";
import { planeBibtex, planeCsv, planeJson, planePlot, planeText } from "../constrain/texts.js";
import { outputFolder } from "../report/output-folder.js";
import { writePicture } from "../report/pictures.js";
import { messageOf, UsageError } from "../user-error.js";
import { inputFile, integerFrom, luminosity } from "./option-values.js";

/** What the user gave on the command line. */
interface ConstrainGiven {
  readonly plane: readonly [number, number];
  readonly couplings?: readonly [number, number];
  readonly points: number;
  readonly recast?: true;
  readonly project?: number;
  readonly charges?: string;
  readonly dark?: string;
  readonly unverified?: true;
  readonly out?: string;
}

/** A range, `0.01:10`. */
function range(text: string): readonly [number, number] {
  const [from, to, ...rest] = text.split(":").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (!(from > 0 && to > from && to < Infinity) || rest.length > 0) {
    throw new InvalidArgumentError("must be FROM:TO, both > 0, such as 0.01:10.");
  }
  return [from, to];
}

const between = ([low, high]: readonly [number, number], n: number): number[] =>
  Array.from({ length: n }, (_, i) => (i === n - 1 ? high : low * pow(high / low, i / (n - 1))));

/** All limits on a model in its plane: prints them, writes plot, numbers and references. */
async function runConstrain(word: string, given: ConstrainGiven): Promise<void> {
  const isFile = word.endsWith(".json");
  const model = isFile ? modelOfFile(inputFile(word)) : modelNamed(word, given.charges);
  if (isFile && (given.charges ?? given.dark) !== undefined) {
    throw new UsageError(`--charges and --dark are for portals; ${word} says what it decays to`);
  }
  const dark = given.dark === undefined ? undefined : darkMatterFrom(given.dark);
  const masses = between(given.plane, given.points);
  const couplings = between(given.couplings ?? [model.typical * 1e-5, model.typical * 1e3], given.points);
  const out = outputFolder(given.out ?? `out/constrain/${isFile ? wordOf(model.name) : word}`);
  const asked = dark === undefined ? model : withDarkMatter(model, dark);
  const { project } = given;
  const options = { masses, couplings, recast: given.recast === true, unverified: given.unverified === true };
  const plane = await constrainModel(asked, { ...options, ...(project === undefined ? {} : { project }) });
  const { make, typical } = model;
  const lineAt = { masses: between(given.plane, Math.min(given.points, 40)) };
  const relic = dark && relicTarget({ name: model.name, make, typical, power: 2 }, dark, lineAt);
  console.log(planeText(plane));
  const written = [
    out.write("constraints.json", planeJson(plane, relic)),
    out.write("constraints.csv", planeCsv(plane)),
    out.write("references.bib", planeBibtex(plane)),
  ];
  if (plane.speaking.length > 0) {
    const svg = planePlot(plane, relic);
    written.push(...writePicture("plane", svg, out));
  }
  console.log(`written: ${written.join(", ")}`);
}

/** Adds `constrain <model>` to the program. */
export function registerConstrain(program: Command): void {
  program
    .command("constrain")
    .description("all limits on a model in the plane of its mass and coupling: plot, CSV, JSON, BibTeX")
    .argument("<model>", "a portal, such as b-minus-l, vector with --charges, or a model file: ./mine.json")
    .requiredOption("--plane <from:to>", "masses, GeV, such as 0.01:10", range)
    .option("--couplings <from:to>", "couplings (default: five decades below the size of limits, three above)", range)
    .option("--points <n>", "masses, and couplings, of the plane, even in the logarithm", integerFrom(2), 100)
    .option("--recast", "carry limits over from other models too")
    .option("--project <luminosity>", "limits of Belle II at another luminosity besides, such as 50ab", luminosity)
    .option("--charges <list>", "charges of vector: e=1,mu=1,u=1/3")
    .option(
      "--dark <kind:alphaD:ratio>",
      "dark matter it decays to, with its relic line: scalar:0.1:3, inelastic:0.1:3:0.1",
    )
    .option("--unverified", "ask numbers too that nobody checked")
    .option("-o, --out <folder>", "where results go (default: out/constrain/<model>)")
    .allowExcessArguments(false)
    .action(async (word: string, given: ConstrainGiven) => {
      try {
        await runConstrain(word, given);
      } catch (error) {
        // What a model refuses is a word of the user's.
        if (error instanceof RangeError) throw new UsageError(messageOf(error));
        throw error;
      }
    });
}
