import {
  combineWorkspaces,
  pruneWorkspace,
  renameWorkspace,
  sortWorkspace,
  workspaceDigest,
  type CombineOptions,
  type PruneOptions,
  type RenameOptions,
  type Workspace,
} from "@belladonna/histfactory";
import { Option, type Command } from "commander";
import { UsageError } from "../../user-error.js";
import { ofFile, textOf, withOutput, workspaceOf, writeJson } from "./files.js";

const list = (text: string, before: readonly string[] = []): string[] => [...before, text];

/** `OLD=NEW`, any number of them. */
function pair(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const at = text.indexOf("=");
  if (at <= 0 || at === text.length - 1) throw new UsageError(`a new name is given as OLD=NEW, got ${text}`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

type Out = { readonly output?: string };

/** Writes what is made of files; what is wrong with them is said with their names. */
function writeEdited(files: string, output: string | undefined, edit: () => Workspace): void {
  writeJson(ofFile(files, edit), output);
}

/** Adds `combine`, `prune`, `rename`, `sort` and `digest`. */
export function registerEditing(parent: Command): void {
  withOutput(parent.command("combine").description("two workspaces as one"))
    .argument("<first.json>", "a workspace")
    .argument("<second.json>", "another")
    .addOption(
      new Option("--join <how>", "what is done with common names")
        .choices(["none", "outer", "left outer", "right outer"])
        .default("none"),
    )
    .option("--merge-channels", "merge channels of one name sample by sample")
    .action((first: string, second: string, given: CombineOptions & Out) => {
      const [a, b] = [workspaceOf(first), workspaceOf(second)];
      const { join = "none", mergeChannels = false } = given;
      writeEdited(`${first} and ${second}`, given.output, () => combineWorkspaces(a, b, { join, mergeChannels }));
    });

  withOutput(parent.command("prune").description("a workspace without some of its parts; options may be repeated"))
    .argument("<workspace.json>", "the workspace")
    .option("--modifier <name>", "without this modifier", list)
    .option("--modifier-type <type>", "without all modifiers of this type", list)
    .option("--sample <name>", "without this sample", list)
    .option("--channel <name>", "without this channel", list)
    .option("--measurement <name>", "without this measurement", list)
    .action((file: string, given: Out & Readonly<Record<string, string[] | undefined>>) => {
      const options: PruneOptions = {
        modifiers: given["modifier"] ?? [],
        modifierTypes: (given["modifierType"] ?? []) as NonNullable<PruneOptions["modifierTypes"]>,
        samples: given["sample"] ?? [],
        channels: given["channel"] ?? [],
        measurements: given["measurement"] ?? [],
      };
      const workspace = workspaceOf(file);
      writeEdited(file, given.output, () => pruneWorkspace(workspace, options));
    });

  withOutput(parent.command("rename").description("a workspace with other names, OLD=NEW; options may be repeated"))
    .argument("<workspace.json>", "the workspace")
    .option("--modifier <old=new>", "a modifier and its parameter", pair)
    .option("--sample <old=new>", "a sample", pair)
    .option("--channel <old=new>", "a channel", pair)
    .option("--measurement <old=new>", "a measurement", pair)
    .action((file: string, given: Out & Readonly<Record<string, Record<string, string> | undefined>>) => {
      const options: RenameOptions = {
        modifiers: given["modifier"] ?? {},
        samples: given["sample"] ?? {},
        channels: given["channel"] ?? {},
        measurements: given["measurement"] ?? {},
      };
      const workspace = workspaceOf(file);
      writeEdited(file, given.output, () => renameWorkspace(workspace, options));
    });

  withOutput(parent.command("sort").description("a workspace with its parts sorted by name"))
    .argument("<workspace.json>", "the workspace")
    .action((file: string, { output }: Out) => {
      writeJson(sortWorkspace(workspaceOf(file)), output);
    });

  withOutput(parent.command("digest").description("digests of a workspace, as patch sets quote them, as JSON"))
    .argument("<workspace.json>", "the workspace")
    .action((file: string, { output }: Out) => {
      workspaceOf(file);
      const text = textOf(file);
      writeJson({ sha256: workspaceDigest(text), md5: workspaceDigest(text, "md5") }, output);
    });
}
