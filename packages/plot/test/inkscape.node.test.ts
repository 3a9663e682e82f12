// Inkscape and LaTeX, where they are installed, take the figures as they are.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const figures = path.join(import.meta.dirname, "figures");
const folder = mkdtempSync(path.join(tmpdir(), "belladonna-inkscape-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { cwd: folder, encoding: "utf8", timeout: 120_000 });
const isThere = (program: string): boolean => run(program, ["--version"]).status === 0;
const inkscape = isThere("inkscape");
const latex = inkscape && isThere("pdflatex") && run("kpsewhich", ["svg.sty"]).status === 0;

describe.skipIf(!inkscape)("Inkscape", () => {
  it.each(["stack", "branching-fractions"])("draws all that %s has, inside its page", (name) => {
    const file = path.join(figures, `${name}.svg`);
    const svg = readFileSync(file, "utf8");
    const { status, stdout } = run("inkscape", ["--query-all", file]);
    expect(status).toBe(0);
    const boxes = stdout
      .trim()
      .split("\n")
      .map((row) => row.split(","))
      .map(([id, ...box]) => ({ id, box: box.map(Number) }));
    const [page, ...elements] = boxes;
    const [, , width, height] = page.box;
    expect(elements.filter(({ id }) => id.startsWith("text"))).toHaveLength(svg.split("<text ").length - 1);
    const outside = elements.filter(
      ({ box: [x, y, w, h] }) => !(x >= -1 && y >= -1 && x + w <= width + 1 && y + h <= height + 1),
    );
    expect(outside).toEqual([]);
  });
});

describe.skipIf(!latex)("LaTeX", () => {
  it("includes a figure by includesvg, Greek letters and all", () => {
    copyFileSync(path.join(figures, "branching-fractions.svg"), path.join(folder, "figure.svg"));
    writeFileSync(
      path.join(folder, "paper.tex"),
      "\\documentclass{article}\\usepackage{svg}\\begin{document}\\includesvg[inkscapelatex=false,width=8cm]{figure}\\end{document}",
    );
    const { status, stdout } = run("pdflatex", ["--shell-escape", "-interaction=nonstopmode", "paper.tex"]);
    expect(status, stdout).toBe(0);
    expect(stdout).toMatch(/Output written on paper\.pdf \(1 page/);
  });
});
