import { cite } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";

/** First author or collaboration and year, as a text cites a paper. */
function short({ authors, year }: { readonly authors: string; readonly year?: number }): string {
  const [first, ...rest] = authors.replaceAll(/[{}]/g, "").split(" and ");
  const name = first.split(",")[0];
  return `${name}${rest.length > 0 ? " et al." : ""} ${year ?? ""}`.trim();
}

/** The paper of a limit, as a link where it has an arXiv number or a DOI. */
export function Paper({ limit, whole = false }: { readonly limit: Limit; readonly whole?: boolean }) {
  const { reference } = limit;
  const text = whole || reference === undefined ? cite(limit) : short(reference);
  const { eprint, doi } = reference ?? {};
  if (eprint !== undefined) return <a href={`https://arxiv.org/abs/${eprint}`}>{text}</a>;
  return doi === undefined ? <>{text}</> : <a href={`https://doi.org/${doi}`}>{text}</a>;
}
