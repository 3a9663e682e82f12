import type { Limit } from "@belladonna/limits";
import type { Mediator } from "@belladonna/models";
import type { Citation, Standing } from "@belladonna/sources";

/** What a number on the screen rests on. */
interface Source {
  /** The paper; absent where a limit is the reader's own. */
  readonly paper: Citation;
  /** What is taken from it. */
  readonly of: readonly string[];
  /** How well that is known: of a limit its numbers, of a width the entry; absent where nothing is said. */
  readonly standing: readonly Standing[];
}

/**
 * The papers behind what is on the screen, each once: limits first, in their order, then the widths of the particle.
 * @param limits - Limits that are drawn or asked.
 * @param particle - The particle of the point, where there is one.
 */
export function sourcesOf(limits: readonly Limit[], particle: Mediator | undefined): Source[] {
  const rows = new Map<string, { paper: Citation; of: Set<string>; standing: Set<Standing> }>();
  const add = (paper: Citation, of: string, standing: Standing | undefined): void => {
    const row = rows.get(paper.key) ?? { paper, of: new Set(), standing: new Set() };
    rows.set(paper.key, row);
    row.of.add(of);
    if (standing !== undefined) row.standing.add(standing);
  };
  for (const { reference, label, id, provenance } of limits) {
    if (reference !== undefined) add(reference, label ?? id, provenance?.standing);
  }
  for (const paper of particle?.citations ?? []) add(paper, particle?.name ?? "", paper.standing);
  return [...rows.values()].map(({ paper, of, standing }) => ({ paper, of: [...of], standing: [...standing] }));
}
