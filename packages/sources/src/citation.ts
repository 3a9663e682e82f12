import type { Standing } from "./standing.js";

/** One paper, or another publication, that a number rests on. */
export interface Citation {
  /** Key, the same wherever the paper is cited: first author and year. */
  readonly key: string;
  /** Authors as BibTeX has them: `Surname, Initials and Surname, Initials`, or a collaboration; `and others` at the end. */
  readonly authors: string;
  /** Title, TeX allowed. */
  readonly title?: string;
  /** Journal reference: name, volume, page, `Phys. Rev. D 79, 115008`; absent where there is none. */
  readonly journal?: string;
  /** Year of publication. */
  readonly year?: number;
  /** arXiv number, absent for papers before arXiv. */
  readonly eprint?: string;
  /** Digital object identifier, without a resolver in front. */
  readonly doi?: string;
  /** Place in the paper, or what was done with it: `Fig. 5`, `recast with DarkCast`, `(+erratum)`. */
  readonly note?: string;
  /**
   * How far the entry was compared with a record of the paper: `"read"` (authors or title, and journal or arXiv number
   * agree), `"recalled"` (written from memory); absent where nothing is said of it.
   */
  readonly standing?: Standing;
}

/**
 * The line a reference list would print: authors, title, journal (year), arXiv number. Without a title it is the short
 * form of a talk or a plot, with the year before the page: `BaBar, PRL 128 (2022) 131802, arXiv:2111.01800`.
 *
 * ```ts
 * citationText({ title: "A title", authors: "A. Author", arxiv: "2007.13071" }).includes("2007.13071"); // false
 * ```
 * @param citation - the paper
 * @returns one line of text
 */
export function citationText(citation: Citation): string {
  const { authors, title, journal, year, eprint, note } = citation;
  if (title === undefined) return shortText(citation);
  const names = authors.replaceAll(" and ", "; ");
  const issue = year === undefined ? journal : journal === undefined ? String(year) : `${journal} (${String(year)})`;
  const head = `${names}, "${title}"${issue === undefined ? "" : `, ${issue}`}`;
  return `${head}${eprint === undefined ? "" : `, arXiv:${eprint}`}${tail(note)}`;
}

/**
 * The BibTeX entry of a paper; one that was written from memory, or that nobody compared with the paper, says so in a
 * comment before it.
 *
 * ```ts
 * bibtex({ title: "A title", authors: "A. Author", arxiv: "2007.13071" }).includes("2007.13071"); // false
 * ```
 * @param citation - the paper
 * @returns an `@article` entry; `@misc` for one without a journal
 */
export function bibtex(citation: Citation): string {
  const { key, authors, title, journal, year, eprint, doi, note, standing } = citation;
  const fields = [
    ["author", authors],
    ["title", title === undefined ? undefined : `{${title}}`],
    ["journal", journal],
    ["year", year],
    ["eprint", eprint],
    ["doi", doi],
    ["note", note],
  ] as const;
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`\n  ${name} = {${String(value)}}`]));
  if (eprint !== undefined)
    lines.splice(lines.findIndex((l) => l.includes("eprint")) + 1, 0, "\n  archivePrefix = {arXiv}");
  return `${warning(standing)}@${journal === undefined ? "misc" : "article"}{${key},${lines.join(",")}\n}`;
}

/** Authors, journal with the year before the page, arXiv number and note. */
function shortText({ authors, journal, year, eprint, note }: Citation): string {
  const names = authors.replaceAll(" and others", " et al.").replaceAll(" and ", ", ").replaceAll(/[{}]/g, "");
  const parts = [journal === undefined && year !== undefined ? `${names} ${String(year)}` : names];
  if (journal !== undefined) parts.push(withYear(journal, year));
  // A note such as "recast of arXiv:0903.0030" has the number already.
  if (eprint !== undefined && note?.includes(eprint) !== true) parts.push(`arXiv:${eprint}`);
  return `${parts.join(", ")}${tail(note)}`;
}

/** `PRL 128, 131802` as `PRL 128 (2022) 131802`; `PTEP 2019, 123C01` has its year. */
function withYear(journal: string, year: number | undefined): string {
  const between = year === undefined || journal.includes(String(year)) ? " " : ` (${String(year)}) `;
  return journal.replace(/, (?=[^,]*$)/, between);
}

/** A note joined to what stands before it; one in brackets, or after a semicolon, has its own punctuation. */
function tail(note: string | undefined): string {
  if (note === undefined) return "";
  return note.startsWith("(") ? ` ${note}` : note.startsWith(";") ? note : `, ${note}`;
}

/** What stands before a BibTeX entry that is not known to be right. */
function warning(standing: Standing | undefined): string {
  if (standing === "recalled") return "% written from memory, not compared with the paper\n";
  return standing === "unverified" ? "% as handed on, not compared with the paper\n" : "";
}
