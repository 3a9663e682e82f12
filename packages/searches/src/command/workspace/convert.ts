import { readFileSync } from "node:fs";
import path from "node:path";
import { histFactory, parsePatchSet } from "@belladonna/histfactory";
import { readHistFactoryXml, writeHistFactoryXml } from "@belladonna/histfactory/xml";
import type { Command } from "commander";
import { outputFolder } from "../../report/output-folder.js";
import { InputError, messageOf } from "../../user-error.js";
import { jsonOf, ofFile, textOf, withOutput, workspaceOf, writeJson } from "./files.js";

type Out = { readonly output?: string };

/** Files of an XML workspace, by paths as they are written there: relative to the combination file, or to where one is. */
function filesAround(top: string) {
  const read = (name: string): Buffer => {
    const places = [path.resolve(path.dirname(top), name), path.resolve(name)];
    for (const place of places) {
      try {
        return readFileSync(place);
      } catch (error) {
        if (place === places[1]) throw new RangeError(`cannot read ${name}: ${messageOf(error)}`, { cause: error });
      }
    }
    throw new RangeError(`cannot read ${name}`);
  };
  return {
    text: (name: string) => Promise.resolve().then(() => new TextDecoder().decode(read(name))),
    bytes: (name: string) =>
      Promise.resolve().then(() => {
        const { buffer, byteOffset, byteLength } = read(name);
        return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
      }),
  };
}

/** Adds `patchset`, `xml2json` and `json2xml`. */
export function registerConversion(parent: Command): void {
  withOutput(
    parent
      .command("patchset")
      .description("the points of a patch set, or the workspace with one of them applied, as JSON"),
  )
    .argument("<patchset.json>", "the patch set")
    .argument("[workspace.json]", "the workspace it is for, whose digest is checked")
    .option("--point <name>", "apply this patch to the workspace")
    .action((file: string, background: string | undefined, given: Out & { readonly point?: string }) => {
      const set = ofFile(file, () => parsePatchSet(jsonOf(file)));
      const { point } = given;
      if (background === undefined) {
        if (point !== undefined)
          throw new InputError(`--point ${point} needs the workspace: patchset ${file} WORKSPACE`);
        const points = set.patches.map(({ metadata: { name, values }, patch }) => ({
          name,
          values,
          operations: patch.length,
        }));
        writeJson({ ...set.metadata, points }, given.output);
        return;
      }
      const text = textOf(background);
      const key = point ?? set.patches[0].metadata.name;
      const patched = ofFile(`${file} on ${background}`, () => histFactory(text, { patch: { set, key } }));
      writeJson(
        point === undefined
          ? { workspace: background, verified: true, points: set.patches.map((p) => p.metadata.name) }
          : patched.workspace,
        given.output,
      );
    });

  withOutput(parent.command("xml2json").description("a workspace in ROOT's XML with its histograms, as JSON"))
    .argument("<combination.xml>", "the combination file")
    .action(async (file: string, { output }: Out) => {
      const files = filesAround(file);
      const workspace = await readHistFactoryXml(path.basename(file), files).catch((error: unknown) => {
        throw new InputError(messageOf(error));
      });
      writeJson(workspace, output);
    });

  parent
    .command("json2xml")
    .description("a workspace as ROOT's XML, with its histograms in a ROOT file")
    .argument("<workspace.json>", "the workspace")
    .option("-o, --out <folder>", "where the files go", "out/histfactory-xml")
    .allowExcessArguments(false)
    .action((file: string, { out }: { readonly out: string }) => {
      const workspace = workspaceOf(file);
      const files = ofFile(file, () => writeHistFactoryXml(workspace));
      const folder = outputFolder(out, "");
      writeJson({ written: Object.entries(files).map(([name, text]) => folder.write(name, text)) }, undefined);
    });
}
