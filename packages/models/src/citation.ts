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
 * The BibTeX entry of a paper.
 *
 * @param citation - the paper
 * @returns an `@article` entry
 */
export const bibtex = (citation: Citation): string => {
  const { key, authors, title, journal, year, eprint } = citation;
  const arxiv = eprint === undefined ? "" : `,\n  eprint = {${eprint}},\n  archivePrefix = {arXiv}`;
  return `@article{${key},\n  author = {${authors}},\n  title = {{${title}}},\n  journal = {${journal}},\n  year = {${String(year)}}${arxiv}\n}`;
};
