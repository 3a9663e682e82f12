import { availableParallelism } from "node:os";
import path from "node:path";
import { type Command, Option } from "commander";
import { outputFolder } from "../report/output-folder.js";
import { runAndWrite } from "../node/run-and-write.js";
import { terminalProgress } from "../node/terminal-progress.js";
import { limitsDocument } from "../report/limits-document.js";
import { printResult } from "../report/print.js";
import type { Search, SearchOptions } from "../search.js";
import { CACHE_TEXT, cacheGiven } from "./cache-option.js";
import { printJson, printFacts } from "./print.js";
import { injection, inputFile, integerFrom, luminosity, masses, numberIn } from "./option-values.js";
import { chunkSize, slurmGiven, untilInterrupted } from "./cluster-options.js";
import { CALL } from "./call.js";

type Given = Omit<SearchOptions, "signal" | "data" | "likelihood" | "masses"> & {
  readonly mass?: SearchOptions["masses"];
  readonly signal?: string;
  readonly data?: string;
  readonly likelihood?: readonly string[];
  readonly out?: string;
  readonly project?: number;
  readonly workers: number;
  readonly cache?: string | boolean;
  readonly on: "threads" | "slurm";
  readonly partition?: string;
  readonly time?: string;
  readonly chunk?: number | "auto";
  readonly facts?: true;
  readonly json?: true;
};

/** Adds the command that runs a search, under a word: its name, or the path of its module. */
export function addSearch(program: Command, search: Search, word: string, isDefault = false): void {
  const { defaults } = search;
  const range = `${defaults.masses.from}:${defaults.masses.to}`;
  const command = program
    .command(word, { isDefault })
    .description(`${search.title} (${search.reference})`)
    .option(
      "-m, --mass <from:to:step>",
      `mass hypotheses, GeV (default: ${range}, the search's own steps)`,
      masses(defaults.masses),
    )
    .option("-l, --luminosity <L>", `such as 445pb or 50ab (default: ${defaults.luminosity} fb^-1)`, luminosity)
    .option("--project <L>", "run the likelihood at this luminosity too, and draw it beside, such as 50ab", luminosity)
    .option("-c, --level <CL>", "confidence level, a fraction", numberIn(0.5, 1, "between 0.5 and 1"), defaults.level)
    .addOption(
      new Option("--method <method>", "what an upper limit is")
        .choices(["cls", "profile", "bayesian", "feldman-cousins"])
        .default(defaults.method),
    )
    .option("-t, --toys <n>", "pseudo-experiments a hypothesis; 0: asymptotic formulae", integerFrom(0), 0)
    .option("-s, --seed <n>", "seed of the simulation and the pseudo-data", integerFrom(0), 1)
    .option("-n, --events <n>", "background events to generate", integerFrom(1000), defaults.events)
    .option("-w, --workers <n>", "threads", integerFrom(1), availableParallelism())
    .option("--inject <mass:rate>", "put a signal into the pseudo-data, GeV and the unit of the limit", injection)
    .option("--as-published", search.conventions ?? "nothing to change: the publication's conventions are ours")
    .option("--signal <file.lhe[.gz]>", "signal events from a Les Houches file instead of our generator")
    .option("--data <file.csv>", `data instead of pseudo-data, an event a row: ${search.dataColumns.join(", ")}`)
    .option("-o, --out <folder>", `where results go (default: out/${search.name})`)
    .option("--cache <folder>", CACHE_TEXT)
    .option("--no-cache", "take nothing from other runs, and keep nothing for them")
    .addOption(new Option("--on <where>", "where tasks are done").choices(["threads", "slurm"]).default("threads"))
    .option("--partition <name>", "partition of Slurm")
    .option("--time <limit>", "limit of time of a job, as sbatch takes it: 01:00:00")
    .option("--chunk <n>", "points of a job, or auto: four jobs a processor", chunkSize)
    .option("--facts", "print every number that goes in, with its standing, and stop")
    .option("--json", "print the result (or the facts) as JSON")
    .allowExcessArguments(false)
    .action(async (given: Given) => {
      await startSearch(search, word, given);
    });
  if (search.likelihood !== undefined) command.option("--likelihood <files...>", search.likelihood);
}

async function startSearch(search: Search, word: string, given: Given): Promise<void> {
  if (given.facts) {
    printFacts(search, given.json === true);
    return;
  }
  const {
    mass,
    signal,
    data,
    likelihood,
    out: folder,
    workers,
    cache,
    project,
    json,
    on,
    partition,
    time,
    chunk,
    ...rest
  } = given;
  const options: SearchOptions = {
    ...search.defaults,
    ...rest,
    masses: mass ?? search.defaults.masses,
    signal: signal === undefined ? undefined : inputFile(signal),
    data: data === undefined ? undefined : inputFile(data),
    likelihood: likelihood?.map(inputFile),
  };
  const out = outputFolder(folder ?? path.join("out", search.name));
  const run = await untilInterrupted(on === "slurm", (signal) =>
    runAndWrite(search, options, {
      out,
      workers,
      cache: cacheGiven(cache),
      slurm: slurmGiven({ on, partition, time, chunk }),
      signal,
      project,
      progress: terminalProgress(),
    }),
  );
  if (json) {
    const { result, projection, files, seconds } = run;
    printJson({ ...limitsDocument(search, options, result, projection), seconds, files });
  } else {
    printResult(search, run);
    console.log(`standing of every input: ${CALL} facts ${word}`);
    console.log(`written in ${run.seconds.toFixed(0)} s: ${run.files.join(", ")}`);
  }
}
