import { didYouMean } from "@belladonna/numerics";
import { Command, CommanderError } from "commander";
import { registerDraw } from "./draw.js";
import { registerHistFactory } from "./histfactory.js";
import { searches } from "../searches.js";
import { messageOf, UsageError } from "../user-error.js";
import { registerAll } from "./all.js";
import { registerCache } from "./cache.js";
import { CALL, version } from "./call.js";
import { EXIT_TEXT, exitCodeOf } from "./exit-code.js";
import { registerExplore } from "./explore.js";
import { registerConstrain } from "./constrain.js";
import { isModule, loadSearch } from "./load-search.js";
import { registerNew } from "./new.js";
import { printFacts, printSearches } from "./print.js";
import { addSearch } from "./search-command.js";

/**
 * Does what the words of a command line say.
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  const words = args.at(0) === "--list" ? ["list", ...args.slice(1)] : [...args];
  try {
    const program = await programFor(words);
    const known = program.commands.map((command) => command.name());
    const first = words.at(0);
    if (first !== undefined && !first.startsWith("-") && first !== "help" && !known.includes(first)) {
      throw new UsageError(`no search "${first}"; there is ${known.join(", ")}${didYouMean(first, known)}`);
    }
    await program.parseAsync(words, { from: "user" });
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code !== 0)
      console.error(
        `error: ${messageOf(error)
          .replace(/^error: /, "")
          .replace(/\s*\n\s*/g, " ")}`,
      );
    return code;
  }
}

/** All commands, and that of the module which the words name. */
async function programFor(words: readonly string[]): Promise<Command> {
  const program = new Command(CALL);
  program
    .description("Dark-sector searches at Belle II, from the Lagrangian to the exclusion plot.")
    .usage("[SEARCH] [options]")
    .version(version())
    .option("--list", "list the searches and stop")
    .addHelpText("after", helpText());
  for (const search of searches) addSearch(program, search, search.name, search === searches[0]);
  await registerRun(program, words);
  registerAll(program);
  registerList(program);
  registerFacts(program);
  registerHistFactory(program);
  registerConstrain(program);
  registerDraw(program);
  registerExplore(program);
  registerNew(program);
  registerCache(program);
  for (const command of everyCommand(program)) quiet(command);
  return program;
}

/** `run SEARCH` or `run ./my-search.js`: each is a command of its own, so that its help says its defaults. */
async function registerRun(program: Command, words: readonly string[]): Promise<void> {
  const run = program.command("run").description("run a search by its name, or one of your own: run ./NAME.js");
  for (const search of searches) addSearch(run, search, search.name);
  if (words.at(0) !== "run") return;
  const word = words.slice(1).find((one) => !one.startsWith("-"));
  if (word === undefined) {
    if (!words.includes("--help") && !words.includes("-h")) {
      throw new UsageError(
        `run: name a search, ${searches.map(({ name }) => name).join(", ")}, or a module: ./NAME.js`,
      );
    }
    return;
  }
  if (word === "help" || word !== words[1]) return;
  const search = await loadSearch(word);
  if (isModule(word)) addSearch(run, search, word);
}

function registerList(program: Command): void {
  program
    .command("list")
    .description("list the searches")
    .option("--json", "as JSON, with their default options")
    .allowExcessArguments(false)
    .action(({ json }: { readonly json?: true }) => {
      printSearches(searches, json === true);
    });
}

function registerFacts(program: Command): void {
  program
    .command("facts")
    .description("every number that goes into a search, with its standing")
    .argument("<search>", "its name, or a module: ./NAME.js")
    .option("--json", "as JSON")
    .allowExcessArguments(false)
    .action(async (word: string, { json }: { readonly json?: true }) => {
      printFacts(await loadSearch(word), json === true);
    });
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Errors are thrown and not printed; of an unknown option with those that there are. */
function quiet(command: Command): void {
  command.configureOutput({ outputError: () => undefined }).exitOverride((error) => {
    if (error.code !== "commander.unknownOption") throw error;
    const options = command.options.map(({ long, short }) => long ?? short).join(", ");
    throw new CommanderError(error.exitCode, error.code, `${error.message}; there is ${options}`);
  });
}

function helpText(): string {
  const name = searches[0].name;
  return `
Without a name, ${name} runs. Options of a search: ${CALL} ${name} --help
A run that was interrupted goes on where it was when the same command is given again; what a finished one computed is
found by others that need it (${CALL} cache list).
Results go to standard output, everything else to standard error.
${EXIT_TEXT}
Examples:
  ${CALL.replace(/ --$/, "")}
  ${CALL} all
  ${CALL} ${name} --project 50ab --mass 0.5:9:0.5
  ${CALL} ${name} --signal events.lhe.gz --out /tmp/alp
  ${CALL} run ./my-search.js --json`;
}
