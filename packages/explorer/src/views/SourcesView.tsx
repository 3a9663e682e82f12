import { citationText } from "@belladonna/sources";
import type { Citation } from "@belladonna/sources";
import { sourcesOf } from "../answers/sources.js";
import { save } from "../exports/save.js";
import { papersText } from "../exports/texts.js";
import { asked, shown } from "../plane/shown.js";
import { particle } from "../point/answers.js";
import { messages } from "../text/messages.js";
import { Heads } from "./Heads.js";
import { paperLink } from "./Paper.js";

const { sources: words } = messages;

/** Every paper behind the numbers on the screen, with what is taken from it and how well that is known. */
export function SourcesView() {
  const found = particle.value;
  const mediator = typeof found === "object" && found.known ? found.mediator : undefined;
  const rows = sourcesOf([...new Set([...shown.value.map((e) => e.limit), ...asked.value])], mediator);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="sources" class="late">
      <h2 id="sources">{words.title}</h2>
      <details>
        <summary>{words.papers(rows.length)}</summary>
        <div class="scroll" tabindex={0} role="region" aria-label={words.papers(rows.length)}>
          <table>
            <thead>
              <Heads names={[messages.paper, words.of, messages.standing]} />
            </thead>
            <tbody>
              {rows.map(({ paper, of, standing }) => (
                <tr key={paper.key}>
                  <th scope="row">
                    <Cited paper={paper} />
                  </th>
                  <td>{of.join(", ")}</td>
                  <td>{standing.length > 0 ? standing.join(", ") : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p class="tools">
          <button
            type="button"
            onClick={() => {
              save("sources.bib", papersText(rows.map((r) => r.paper)), "application/x-bibtex");
            }}
          >
            {words.take}
          </button>
        </p>
      </details>
    </section>
  );
}

function Cited({ paper }: { readonly paper: Citation }) {
  const link = paperLink(paper);
  const text = citationText(paper);
  return link === undefined ? <>{text}</> : <a href={link}>{text}</a>;
}
