/** What a program of the numbers on the screen must know. */
export interface ProgramFacts {
  /** Mass, GeV. */
  readonly mass: number;
  /** Coupling. */
  readonly coupling: number;
  /** Portal of the plane; undefined where it has none. */
  readonly portal: string | undefined;
  /** Portal limits are recast to, a name or charges of one's own; undefined where they are not. */
  readonly to: string | undefined;
  /** Identifiers of the bundled limits that are asked. */
  readonly ids: readonly string[];
}

/** A short program that prints the numbers on the screen: width, decay length, and what each limit excludes at the mass. */
export function programText({ mass, coupling, portal, to, ids }: ProgramFacts): string {
  const named = (name: string): string => `portalNamed(${JSON.stringify(name)})`;
  const lines: string[] = [];
  const particle = to ?? portal;
  if (particle !== undefined) lines.push('import { portalNamed } from "@belladonna/models";');
  const used = ["excludedAt", "published", ...(to === undefined ? [] : ["recast"])].join(", ");
  lines.push(`import { ${used} } from "@belladonna/limits";`, "", `const [mass, coupling] = [${mass}, ${coupling}];`);
  if (particle !== undefined) {
    lines.push(
      `const portal = ${named(particle)};`,
      "const particle = portal.make(mass, coupling);",
      'console.log("width", particle.width(), "GeV, ctau", particle.ctau, "cm");',
    );
  }
  if (to !== undefined && portal !== undefined) lines.push(`const from = ${named(portal)};`);
  lines.push(`for (const id of ${JSON.stringify(ids)}) {`);
  if (to !== undefined && portal !== undefined) {
    lines.push(
      "  const origin = await published.get(id);",
      '  const limit = recast(origin, { from: from.make, to: portal.make, scaling: "quadratic", masses: [mass], coupling: portal.coupling });',
    );
  } else lines.push("  const limit = await published.get(id);");
  lines.push("  console.log(id, excludedAt(limit, mass));", "}", "");
  return lines.join("\n");
}
