import { judgements } from "../point/answers.js";
import type { Judgement } from "../answers/verdict.js";
import { messages } from "../text/messages.js";
import { factorText, numberText } from "../text/number-text.js";
import { card, hide, hovered, states } from "../state/store.js";
import { planeData } from "../plane/plane-data.js";
import { Paper } from "./Paper.js";

/** One row a limit that speaks at this mass, and how many are silent. */
export function VerdictView() {
  const speaking = judgements.value.filter((j) => j.says !== "silent");
  const silent = judgements.value.filter((j) => j.says === "silent");
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">{messages.verdict}</h2>
      {speaking.length > 0 && (
        <div class="scroll">
          <table class="verdict">
            <thead>
              <tr>
                <th scope="col">{messages.limit}</th>
                <th scope="col">{messages.says}</th>
                <th scope="col" class="right-hand">
                  {messages.factor}
                </th>
                <th scope="col">{messages.cl}</th>
                <th scope="col" class="paper-cell">
                  {messages.paper}
                </th>
              </tr>
            </thead>
            <tbody>
              {speaking.map((j) => (
                <Row key={j.limit.id} judgement={j} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {silent.length > 0 && (
        <details>
          <summary>{messages.silent(silent.length)}</summary>
          <ul class="plain">
            {silent.map(({ limit }) => (
              <li key={limit.id}>
                {limit.label ?? limit.id}: {numberText(Math.min(...limit.mass), 3)} –{" "}
                {numberText(Math.max(...limit.mass), 3)} GeV
              </li>
            ))}
          </ul>
        </details>
      )}
      <Hidden />
    </section>
  );
}

function Row({ judgement: { limit, says, measured, factor } }: { readonly judgement: Judgement }) {
  const word = {
    excluded: measured ? messages.excluded : messages.expected,
    allowed: measured ? messages.allowed : messages.notExpected,
    beyond: messages.beyond,
    silent: messages.nothing,
  }[says];
  return (
    <tr
      class={`${says} ${measured ? "measured" : "projected"}`}
      onPointerEnter={() => (hovered.value = limit.id)}
      onPointerLeave={() => (hovered.value = "")}
    >
      <th scope="row">
        <button type="button" class="link" onClick={() => (card.value = card.value === limit.id ? "" : limit.id)}>
          <span aria-hidden="true">{says === "excluded" ? "■" : "□"}</span> {limit.label ?? limit.id}
        </button>
      </th>
      <td>{word}</td>
      <td class="right-hand">{factor === undefined ? "–" : `×${factorText(factor)}`}</td>
      <td>{Number((limit.cl * 100).toPrecision(3))} %</td>
      <td class="paper-cell">
        <Paper limit={limit} />
      </td>
    </tr>
  );
}

/** Limits that are hidden, each with a button to show it. */
function Hidden() {
  const data = planeData.value;
  if (data.state !== "ready" || hide.value.length === 0) return null;
  const names = data.limits.filter((l) => hide.value.includes(l.id));
  return (
    <p class="remark">
      Hidden:{" "}
      {names.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          onClick={() => {
            states.set({ hide: hide.value.filter((h) => h !== id) });
          }}
        >
          {label ?? id} +
        </button>
      ))}{" "}
      <button
        type="button"
        onClick={() => {
          states.set({ hide: [] });
        }}
      >
        {messages.all}
      </button>
    </p>
  );
}
