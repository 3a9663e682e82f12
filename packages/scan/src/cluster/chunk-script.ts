/** A text as one word of a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Whether a command does a whole chunk, and not a point at a time. */
export function takesChunks(script: string): boolean {
  return script.includes("{points}");
}

/**
 * The script of a job: its number is its argument, or what Slurm says.
 * @param script - Command of the user.
 * @param folder - Folder of this submission.
 * @param results - Folder of results of single points.
 */
export function batchScript(script: string, folder: string, results: string): string {
  const head = ["#!/bin/bash", "set -euo pipefail", `CHUNK=${quoted(folder)}/chunk-\${1:-$SLURM_ARRAY_TASK_ID}`];
  if (takesChunks(script)) {
    const line = script.replaceAll("{points}", '"$CHUNK.points"').replaceAll("{results}", '"$CHUNK.results"');
    return [...head, line, ""].join("\n");
  }
  const line = script.replaceAll("{point}", '"$POINT"').replaceAll("{result}", '"$RESULT"');
  return [
    ...head,
    'for INDEX in $(cat -- "$CHUNK.indices"); do',
    `  POINT=${quoted(results)}/point-$INDEX.json`,
    `  DONE=${quoted(results)}/result-$INDEX.json`,
    '  RESULT="$DONE.$$.tmp"',
    '  if [ -e "$DONE" ]; then continue; fi',
    `  ${line}`,
    // Written whole or not at all; a command that writes nothing leaves the job to end well without it.
    '  if [ -e "$RESULT" ]; then mv -- "$RESULT" "$DONE"; fi',
    "done",
    "",
  ].join("\n");
}
