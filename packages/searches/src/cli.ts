import { availableParallelism } from "node:os";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import { registerAll } from "./all.js";
import { registerHistFactory } from "./histfactory/register.js";
import { injection, inputFile, integerFrom, luminosity, masses, numberIn } from "./options.js";
import { outputFolder } from "./output-folder.js";
import { terminalProgress } from "./progress.js";
import { printFacts, printResult } from "./report/print.js";
import { runSearch } from "./run-search.js";
import type { Search, SearchOptions } from "./search.js";
import { searches } from "./searches.js";
import { messageOf, UserError } from "./user-error.js";

type Given = Omit<SearchOptions, "signal" | "data" | "masses"> & {
  readonly mass?: SearchOptions["masses"];
  readonly signal?: string;
  readonly data?: string;
  readonly out?: string;
  readonly project?: number;
  readonly workers: number;
  readonly facts?: true;
};

function addSearch(program: Command, search: Search): void {
  const { defaults } = search;
  const range = `${defaults.masses.from}:${defaults.masses.to}`;
  program
    .command(search.name, { isDefault: search === searches[0] })
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
    .option("--signal <file.lhe[.gz]>", "signal events from a Les Houches file instead of our generator")
    .option("--data <file.csv>", `data instead of pseudo-data, an event a row: ${search.dataColumns.join(", ")}`)
    .option("-o, --out <folder>", `where results go (default: out/${search.name})`)
    .option("--facts", "print every number that goes in, with its standing, and stop")
    .allowExcessArguments(false)
    .action(async (given: Given) => {
      await startSearch(search, given);
    });
}

async function startSearch(search: Search, given: Given): Promise<void> {
  if (given.facts) {
    printFacts(search);
    return;
  }
  const { mass, signal, data, out: folder, workers, project, ...rest } = given;
  const options: SearchOptions = {
    ...search.defaults,
    ...rest,
    masses: mass ?? search.defaults.masses,
    signal: signal === undefined ? undefined : inputFile(signal),
    data: data === undefined ? undefined : inputFile(data),
  };
  const out = outputFolder(folder ?? path.join("out", search.name));
  const run = await runSearch(search, options, { out, workers, project, progress: terminalProgress() });
  printResult(search, run);
}

function programOf(): Command {
  const program = new Command("npm start --");
  program
    .description("Dark-sector searches at Belle II, from the Lagrangian to the exclusion plot.")
    .usage("[SEARCH] [options]")
    .option("--list", "list the searches and stop")
    .addHelpText(
      "after",
      `
Without a name, ${searches[0].name} runs. Options of a search: npm start -- ${searches[0].name} --help
A run that was interrupted goes on where it was when the same command is given again.
Examples:
  npm start
  npm start -- all
  npm start -- ${searches[0].name} --project 50ab --mass 0.5:9:0.5
  npm start -- ${searches[0].name} --signal events.lhe.gz --out /tmp/alp`,
    )
    .on("option:list", () => {
      for (const { name, title, reference } of searches) console.log(`${name.padEnd(24)} ${title} (${reference})`);
      process.exit(0);
    });
  for (const search of searches) addSearch(program, search);
  registerAll(program);
  registerHistFactory(program);
  return program.exitOverride().configureOutput({ outputError: () => undefined });
}

async function main(args: readonly string[]): Promise<number> {
  const program = programOf();
  for (const command of program.commands) command.exitOverride().configureOutput({ outputError: () => undefined });
  try {
    const first = args.at(0);
    if (
      first !== undefined &&
      !first.startsWith("-") &&
      first !== "help" &&
      !program.commands.some((c) => c.name() === first)
    ) {
      throw new UserError(`no search "${first}"; there is ${program.commands.map((c) => c.name()).join(", ")}`);
    }
    await program.parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    console.error(`error: ${messageOf(error).replace(/^error: /, "")}`);
    return error instanceof CommanderError ? 2 : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
