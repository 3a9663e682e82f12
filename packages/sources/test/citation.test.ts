import { describe, expect, it } from "vitest";
import { bibtex, citationText } from "../src/citation.js";
import type { Citation } from "../src/citation.js";
import { references } from "../src/references.js";

const short = (rest: Partial<Citation>): string => citationText({ key: "k", authors: "{Belle II}", ...rest });

describe("citationText", () => {
  it("is the line of a reference list for a paper with a title", () => {
    expect(citationText(references.He1991)).toBe(
      `He, X.-G.; Joshi, G. C.; Lew, H.; Volkas, R. R., "New Z' phenomenology", Phys. Rev. D 43, R22 (1991)`,
    );
    expect(citationText({ key: "k", authors: "A", title: "T", note: "Fig. 1" })).toBe('A, "T", Fig. 1');
  });

  it("is the short form without a title, the year before the page", () => {
    expect(short({ journal: "PRL 128, 131802", year: 2022, eprint: "2111.01800" })).toBe(
      "Belle II, PRL 128 (2022) 131802, arXiv:2111.01800",
    );
    expect(short({ journal: "PTEP 2019, 123C01", year: 2019 })).toBe("Belle II, PTEP 2019 123C01");
    expect(short({ year: 2021 })).toBe("Belle II 2021");
    expect(short({ authors: "Davier and Nguyen Ngoc and others" })).toBe("Davier, Nguyen Ngoc et al.");
  });

  it("joins a note by its own punctuation and repeats no arXiv number", () => {
    expect(short({ note: "Fig. 5" })).toBe("Belle II, Fig. 5");
    expect(short({ note: "(recast)" })).toBe("Belle II (recast)");
    expect(short({ note: "; recast by others" })).toBe("Belle II; recast by others");
    expect(short({ eprint: "0903.0030", note: "recast of arXiv:0903.0030" })).toBe(
      "Belle II, recast of arXiv:0903.0030",
    );
  });
});

describe("bibtex", () => {
  it("has the fields that are known, in an order of its own", () => {
    expect(bibtex({ key: "k", authors: "A", journal: "J 1, 2", year: 1999, eprint: "1", doi: "10.1/2" })).toBe(
      "@article{k,\n  author = {A},\n  journal = {J 1, 2},\n  year = {1999},\n  eprint = {1},\n  archivePrefix = {arXiv},\n  doi = {10.1/2}\n}",
    );
    expect(bibtex({ key: "k", authors: "A" })).toBe("@misc{k,\n  author = {A}\n}");
  });

  it("warns of what nobody compared with the paper", () => {
    const entry = (standing: Citation["standing"]): string =>
      bibtex({ key: "k", authors: "A", ...(standing === undefined ? {} : { standing }) });
    expect(entry("recalled")).toMatch(/^% written from memory, not compared with the paper\n@/);
    expect(entry("unverified")).toMatch(/^% as handed on, not compared with the paper\n@/);
    expect(entry("read")).toMatch(/^@/);
    expect(entry(undefined)).toMatch(/^@/);
  });
});
