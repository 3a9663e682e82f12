import type { NamedFile, SearchOptions, SearchResult } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { channels } from "./channels.js";
import { FRACTION } from "./likelihood.js";
import { couplingsOf, measuredOf, type Row } from "./limits-and-couplings.js";
import { luminosity, mesonsPerInverseFemtobarn } from "./published.js";
import { readLikelihood, signalEvents, workspaceAt } from "./published-likelihood.js";
import { testWorkspace } from "./tasks.js";

/** $B^\pm$ that decay to the signal where its parameter is one. */
const produced = luminosity.value * mesonsPerInverseFemtobarn["+"] * FRACTION.unit;

/** Limits from a published likelihood with its data, mass by mass. */
export async function reinterpreted(
  files: readonly NamedFile[],
  masses: readonly number[],
  options: SearchOptions,
  work: Work,
): Promise<SearchResult> {
  for (const name of ["data", "inject"] as const) {
    if (options[name] !== undefined) throw new UserError(`--${name}: a published likelihood has its own data`);
  }
  if (options.luminosity !== luminosity.value) {
    throw new UserError(
      `--luminosity: a published likelihood is that of ${luminosity.value} fb^-1, got ${options.luminosity}`,
    );
  }
  const likelihood = readLikelihood(files);
  const { level, method, toys, seed } = options;
  const [channel] = channels;
  const workspaces = masses.map((mass) => workspaceAt(likelihood, mass));
  const results = await work.each(
    `${masses.length} masses in ${files.map(({ name }) => name).join(", ")}`,
    testWorkspace,
    workspaces.map((workspace) => ({ workspace, level, method, toys, seed })),
  );
  const notes = [
    `observed: the data of ${files[0].name}; expected: after a fit of its background to them; B+ -> K+ nu nu at the rate of the Standard Model`,
  ];
  const rows = results.flatMap((tested, i): Row[] => {
    const mass = masses[i];
    if ("reason" in tested) {
      notes.push(`${mass} GeV left out: ${tested.reason}`);
      return [];
    }
    return [
      {
        mass,
        tested,
        efficiency: signalEvents(workspaces[i]) / produced,
        triggerEfficiency: Number.NaN,
        background: Number.NaN,
      },
    ];
  });
  if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
  const measured = await measuredOf(channel, rows, true, options);
  return { measured: [measured], interpreted: couplingsOf(channel, measured.limit), notes };
}
