import { cite } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";
import type { Citation } from "@belladonna/sources";

/** First author or collaboration and year, as a text cites a paper. */
function short({ authors, year }: { readonly authors: string; readonly year?: number }): string {
  const [first, ...rest] = authors.replaceAll(/[{}]/g, "").split(" and ");
  const name = first.split(",")[0];
  return `${name}${rest.length > 0 ? " et al." : ""} ${year ?? ""}`.trim();
}

/** Where a paper is read: on arXiv, or by its DOI. */
export function paperLink({ eprint, doi }: Pick<Citation, "eprint" | "doi">): string | undefined {
  if (eprint !== undefined) return `https://arxiv.org/abs/${eprint}`;
  return doi === undefined ? undefined : `https://doi.org/${doi}`;
}

/** The paper of a limit, as a link where it has an arXiv number or a DOI. */
export function Paper({ limit, whole = false }: { readonly limit: Limit; readonly whole?: boolean }) {
  const { reference } = limit;
  const text = whole || reference === undefined ? cite(limit) : short(reference);
  const link = paperLink(reference ?? {});
  return link === undefined ? <>{text}</> : <a href={link}>{text}</a>;
}
