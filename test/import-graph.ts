import ts from "typescript";

/** Files by path, each with the files it imports, types included. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** What `import`, `export … from`, `import()` and types of the form `import("…")` name in a file. */
export function importsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const from = specifier(node);
    if (from !== undefined && ts.isStringLiteralLike(from)) found.push(from.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
  return found;
}

function specifier(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
}

/** A graph whose nodes are groups of files; imports inside a group are left out. */
export function grouped(graph: Graph, groupOf: (path: string) => string): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [path, imports] of graph) {
    const own = groupOf(path);
    const to = groups.get(own) ?? new Set();
    groups.set(own, to);
    for (const other of imports) if (groupOf(other) !== own) to.add(groupOf(other));
  }
  return groups;
}

/**
 * Circles of a graph: for every edge that lies on one, a shortest circle through it, each circle once.
 * @returns Each circle as its nodes in order, the first one again at the end.
 */
export function circles(graph: Graph): string[][] {
  const found = new Map<string, string[]>();
  for (const [from, imports] of graph) {
    for (const to of imports) {
      const back = shortestPath(graph, to, from);
      if (back === undefined) continue;
      const start = back.indexOf([...back].sort()[0]);
      const circle = [...back.slice(start), ...back.slice(0, start)];
      found.set(circle.join("\n"), [...circle, circle[0]]);
    }
  }
  return [...found.values()];
}

function shortestPath(graph: Graph, from: string, to: string): string[] | undefined {
  const before = new Map<string, string>([[from, from]]);
  for (const node of before.keys()) {
    if (node === to) {
      const path = [to];
      while (path[0] !== from) path.unshift(before.get(path[0]) ?? from);
      return path;
    }
    for (const next of graph.get(node) ?? []) if (!before.has(next)) before.set(next, node);
  }
  return undefined;
}
