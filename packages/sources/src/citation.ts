/** One paper a number rests on. */
export interface Citation {
  /** Key, unique in the package: first author and year. */
  readonly key: string;
  /** Authors, `Surname, Initials and Surname, Initials`, or a collaboration. */
  readonly authors: string;
  /** Title, TeX allowed. */
  readonly title: string;
  /** Journal reference: name, volume, page. */
  readonly journal: string;
  /** Year of publication. */
  readonly year: number;
  /** arXiv number, absent for papers before arXiv. */
  readonly eprint?: string;
  /**
   * How far the entry was compared with a record of the paper: `"checked"` (authors or title, and journal or arXiv
   * number), `"recalled"` (written from memory); absent in an entry of your own.
   */
  readonly standing?: "checked" | "recalled";
}

/**
 * The line a reference list would print: authors, title, journal (year), arXiv number.
 *
 * @param citation - the paper
 * @returns one line of text
 */
export const citationText = (citation: Citation): string => {
  const { authors, title, journal, year, eprint } = citation;
  const names = authors.replaceAll(" and ", "; ");
  return `${names}, "${title}", ${journal} (${String(year)})${eprint === undefined ? "" : `, arXiv:${eprint}`}`;
};

/**
 * The BibTeX entry of a paper; one that was written from memory says so in a comment before it.
 *
 * @param citation - the paper
 * @returns an `@article` entry
 */
export const bibtex = (citation: Citation): string => {
  const { key, authors, title, journal, year, eprint } = citation;
  const arxiv = eprint === undefined ? "" : `,\n  eprint = {${eprint}},\n  archivePrefix = {arXiv}`;
  const warning = citation.standing === "recalled" ? "% written from memory, not compared with the paper\n" : "";
  return `${warning}@article{${key},\n  author = {${authors}},\n  title = {{${title}}},\n  journal = {${journal}},\n  year = {${String(year)}}${arxiv}\n}`;
};
